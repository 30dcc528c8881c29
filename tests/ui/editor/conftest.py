"""An editor to type in, and the generators of bodies."""

import importlib.util
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest

from editor_app.body.tree import Body
from editor_app.ui.editor.actions import EditorActions
from editor_app.ui.editor.body_editor import BodyEditor
from tests.ui.editor.edits import CALLS


class Typist:
    """Somebody who writes in an editor with keys and commands."""

    def __init__(self, editor, actions):
        self.editor = editor
        self.actions = actions

    def open(self, *blocks, language="en"):
        self.editor.show_body(Body(tuple(blocks)), language=language)
        return self

    def type(self, text):
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.editor, letter)
            else:  # QTest knows no key for it
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                    QCoreApplication.sendEvent(self.editor, event)
        return self

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier, times=1):
        for _ in range(times):
            QTest.keyClick(self.editor, key, modifiers)
        return self

    def do(self, name):
        self.actions.named(name).trigger()
        return self

    def do_on_text(self, name):
        """Do a command that needs nothing but the caret or the selection."""
        cursor = self.editor.textCursor()
        CALLS[name](cursor)
        self.editor.setTextCursor(cursor)
        return self

    def go(self, words, *, after=False):
        """Put the caret before words, or after them."""
        position = self._find(words)
        cursor = self.editor.textCursor()
        cursor.setPosition(position + (_units(words) if after else 0))
        self.editor.setTextCursor(cursor)
        return self

    def select(self, words, until=None):
        """Select words, or everything from them to the end of other words."""
        start = self._find(words)
        end = start + _units(words) if until is None else self._find(until) + _units(until)
        cursor = self.editor.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)
        return self

    def line(self, number):
        """Put the caret into a text block."""
        cursor = self.editor.textCursor()
        cursor.setPosition(self.editor.document().findBlockByNumber(number).position())
        self.editor.setTextCursor(cursor)
        return self

    def _find(self, words):
        block = self.editor.document().firstBlock()
        while block.isValid():
            if words in block.text():
                return block.position() + _units(block.text()[: block.text().index(words)])
            block = block.next()
        raise AssertionError(f"{words!r} is not in the text")

    @property
    def blocks(self):
        return self.editor.body().blocks


def _units(text):
    return len(text.encode("utf-16-le")) // 2


@pytest.fixture
def typist(qtbot):
    editor = BodyEditor()
    qtbot.addWidget(editor)
    editor.resize(640, 480)
    editor.show()
    return Typist(editor, EditorActions(editor, lambda _name: QIcon()))


def strategies():
    """Return the generators of the body's own tests."""
    path = Path(__file__).parents[2] / "body" / "strategies.py"
    spec = importlib.util.spec_from_file_location("body_strategies", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
