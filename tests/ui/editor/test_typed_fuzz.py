"""Whatever is typed with the rules on: the text is always a body, and undo leads to its start."""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon

from editor_app.ui.editor.actions import EditorActions
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.typed.rules import TypingRules
from tests.ui.editor.conftest import Typist, strategies
from tests.ui.editor.edits import edit, steps

TYPED = (
    *("## ", "#### ", "- ", "* ", "1. ", "7) ", "> ", "-- ", "**b**", "*it*", "_x_", "~~s~~"),
    *("`c`", "[t](https://e.org)", "^[a *note*]", "m^2^", "H~2~O", '"', "'", "--", "...", "?"),
    *(": ", " ! ", "word", "é", " ", "'90s ", "🎉", "***both***"),
)
LINES = ("---", "***", "::: fact-box", "::: fact-box A *title*", "::: pull-quote", "::: lang fr")
BACK, ENTER = Qt.Key.Key_Backspace, Qt.Key.Key_Return
PLAIN = Qt.KeyboardModifier.NoModifier
KEYS = st.sampled_from([(BACK, PLAIN), (ENTER, PLAIN), (ENTER, PLAIN), (Qt.Key.Key_End, PLAIN)])
typing = st.one_of(
    st.tuples(st.just("type"), st.sampled_from(TYPED)),
    st.tuples(st.just("type"), st.sampled_from(TYPED)),
    st.tuples(st.just("type"), st.sampled_from(LINES)),
    st.tuples(st.just("key"), KEYS),
    st.tuples(st.just("do"), st.sampled_from(["undo", "redo"])),
    st.tuples(st.just("go"), st.integers(0, 10_000)),
    steps,
)
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")
UNHURRIED = settings(
    max_examples=int(os.environ.get("STANDFIRST_FUZZ", "25")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
)


@pytest.fixture(scope="module")
def writer(qapp):
    editor = BodyEditor()
    editor.resize(640, 480)
    editor.show()
    typist = Typist(editor, EditorActions(editor, lambda _name: QIcon()))
    typist.language = "en"
    TypingRules(editor, lambda: typist.language)
    yield typist
    editor.close()
    editor.deleteLater()


@UNHURRIED
@given(
    language=st.sampled_from(["en", "fr", "de", "ru", "ar", "sv"]),
    body=strategies().bodies(most=5),
    todo=st.lists(typing, min_size=4, max_size=18),
)
def test_typing_with_the_rules_on_keeps_the_text_a_body(writer, language, body, todo):
    writer.language = language
    edit(writer, body, todo)
