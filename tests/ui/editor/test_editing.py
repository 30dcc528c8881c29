"""Whatever is typed and done: the followed body is the read one, and undo leads back."""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QIcon

from editor_app.body.normal import normalised
from editor_app.body.tree import Body
from editor_app.ui.editor.actions import EditorActions
from editor_app.ui.editor.body_editor import BodyEditor
from tests.ui.editor.conftest import Typist, strategies
from tests.ui.editor.edits import edit, patch, steps

bodies = strategies().bodies

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")
EXAMPLES = int(os.environ.get("STANDFIRST_FUZZ", "25"))
UNHURRIED = settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


@pytest.fixture(scope="module")
def writer(qapp):
    editor = BodyEditor()
    editor.resize(640, 480)
    editor.show()
    yield Typist(editor, EditorActions(editor, lambda _name: QIcon()))
    editor.close()
    editor.deleteLater()


@UNHURRIED
@given(body=bodies(most=6), todo=st.lists(steps, min_size=3, max_size=14))
def test_the_followed_body_is_the_read_one_after_every_step(writer, body, todo):
    edit(writer, body, todo)


@UNHURRIED
@given(body=bodies(most=6), other=bodies(most=6))
def test_another_body_is_put_in_as_one_step(writer, body, other):
    patch(writer, body, other)


@UNHURRIED
@given(body=bodies(most=8), change=st.integers(0, 7), other=bodies(most=2))
def test_putting_in_a_body_leaves_what_is_the_same_alone(writer, body, change, other):
    editor = writer.editor
    editor.show_body(body, language="en")
    blocks = body.blocks[:change] + other.blocks + body.blocks[change + 1 :]
    target = Body(normalised(blocks))
    editor.apply_body(target)
    assert editor.body() == target
    editor.undo()
    assert editor.body() == body
