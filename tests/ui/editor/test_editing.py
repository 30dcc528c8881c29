"""Whatever is typed and done: the followed body is the read one, and undo leads back."""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QTextCursor

from editor_app.body.normal import normalised
from editor_app.body.tree import Body, Figure, Link, Text
from editor_app.ui.editor.actions import EditorActions
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.document import read
from editor_app.ui.editor.marks import set_link
from tests.ui.editor.conftest import Typist, strategies

bodies = strategies().bodies

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
KEYS = [
    (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Return, SHIFT),
    (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Backspace, CTRL),
    (Qt.Key.Key_Delete, CTRL),
    (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Backtab, SHIFT),
]
ACTIONS = (
    *("bold", "italic", "strike", "superscript", "inlineCode", "clearFormatting"),
    *("bulletList", "numberedList", "bulletList", "numberedList", "quote", "quote"),
    *("paragraph", "crossHead", "crossHead3", "insertSeparator", "insertTable"),
    *("rowAbove", "rowBelow", "columnBefore", "columnAfter", "alignColumn"),
    *("deleteRow", "deleteColumn", "deleteTable", "undo", "undo", "redo"),
)
places = st.integers(0, 10_000)
steps = st.one_of(
    st.tuples(st.just("type"), st.sampled_from(["x", "ab ", " ", "é", "*", "1. "])),
    st.tuples(st.just("type"), st.sampled_from(["x", "word"])),
    st.tuples(st.just("key"), st.sampled_from(KEYS)),
    st.tuples(st.just("key"), st.sampled_from(KEYS)),
    st.tuples(st.just("go"), places),
    st.tuples(st.just("select"), st.tuples(places, st.integers(1, 60))),
    st.tuples(st.just("do"), st.sampled_from(ACTIONS)),
    st.tuples(st.just("do"), st.sampled_from(ACTIONS)),
    st.tuples(st.just("copy"), places),
    st.tuples(st.just("cut"), places),
    st.tuples(st.just("figure"), st.just(None)),
    st.tuples(st.just("link"), st.just(None)),
)
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


def take(writer, step):
    """Do one step of an edit."""
    kind, what = step
    editor = writer.editor
    cursor = editor.textCursor()
    size = editor.document().characterCount()
    if kind == "type":
        writer.type(what)
    elif kind == "key":
        writer.press(*what)
    elif kind == "do":
        writer.do(what)
    elif kind == "figure":
        editor.insert_figure(Figure("media/a.jpg", "alt", "", (Text("Caption"),), ()))
    elif kind == "link":
        set_link(cursor, Link("https://example.org/"))
    elif kind in ("copy", "cut"):
        data = editor.createMimeDataFromSelection()
        if kind == "cut" and cursor.hasSelection():
            writer.press(Qt.Key.Key_Delete)
        cursor = editor.textCursor()
        cursor.setPosition(what % editor.document().characterCount())
        editor.setTextCursor(cursor)
        editor.insertFromMimeData(data)
    else:
        start, length = what if kind == "select" else (what, 0)
        cursor.setPosition(start % size)
        cursor.setPosition(min(size - 1, start % size + length), QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)


@UNHURRIED
@given(body=bodies(most=6), todo=st.lists(steps, min_size=3, max_size=14))
def test_the_followed_body_is_the_read_one_after_every_step(writer, body, todo):
    editor = writer.editor
    editor.show_body(body, language="en")
    assert editor.body() is body
    for step in todo:
        take(writer, step)
        found = editor.body()
        assert found.blocks == read(editor.document()).blocks, step
        assert found.blocks == normalised(found.blocks), step
    while editor.document().isUndoAvailable():
        editor.undo()
    assert read(editor.document()) == body
    assert editor.body() == body


@UNHURRIED
@given(body=bodies(most=6), other=bodies(most=6))
def test_another_body_is_put_in_as_one_step(writer, body, other):
    editor = writer.editor
    editor.show_body(body, language="en")
    editor.apply_body(other)
    assert read(editor.document()) == other
    assert editor.body() == other
    editor.undo()
    assert read(editor.document()) == body
    assert not editor.document().isUndoAvailable()
    editor.redo()
    assert read(editor.document()) == other


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
