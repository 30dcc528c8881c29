"""Joining the rules of typing to an editor."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.counting import units
from editor_app.ui.editor.lines import is_at_end, line_kind, one_step
from editor_app.ui.editor.typed import markdown, smart
from editor_app.ui.editor.typed.blocks import begin_block, make_separator, open_container
from editor_app.ui.editor.typed.changes import (
    is_code,
    language_at,
    letter_after,
    mark_words,
    set_in_type,
    text_before,
)
from editor_app.wording.punctuation import NO_BREAK, THIN

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST_START = 12
_LATE = frozenset("'\N{LEFT SINGLE QUOTATION MARK}-")
"""Marks that the next letter may show to be meant otherwise than they were set."""


@dataclass(frozen=True, slots=True)
class _Conversion:
    """The last thing that typing has turned into another, and how the text stood after it.

    ``setting`` is none for Markdown.
    """

    revision: int
    position: int
    setting: smart.Replacement | None = None


class TypingRules:
    """Turns typed Markdown into what it stands for and sets punctuation, in one editor.

    Each conversion is an undo step of its own, after that of the typed characters. Only the text
    near the caret is looked at. ``is_smart`` switches the setting of punctuation.

    The form of a note borrows them for its own text: nothing but words can be converted there.
    """

    def __init__(self, editor: BodyEditor, language: Callable[[], str]) -> None:
        self.is_smart = True
        self._editor = editor
        self._language = language
        self._last: _Conversion | None = None
        editor.hooks.typing.append(self.improve)
        editor.hooks.keys.append(self.press)

    # ------------------------------------------------------------ what was typed

    def improve(self, cursor: QTextCursor, text: str) -> bool:
        """Convert what was just typed before a cursor; return whether anything was."""
        may_convert = text[-1] == " " or text[-1] in markdown.CLOSING
        may_set = self.is_smart and self._may_set(cursor, text)
        if not (may_convert or may_set):
            return False
        if line_kind(cursor.block()).is_whole or is_code(cursor):
            return False
        if may_convert and self._convert(cursor, text[-1]):
            self._remember(cursor)
            return True
        return may_set and self._set(cursor, text)

    @staticmethod
    def _may_set(cursor: QTextCursor, text: str) -> bool:
        if len(text) > 1 or text in smart.TRIGGERS:
            return True
        near = cursor.document().characterAt(cursor.position() - 2)
        return near in _LATE or not text.isalnum() or text == "s"

    def _convert(self, cursor: QTextCursor, letter: str) -> bool:
        is_note = cursor.document() != self._editor.document()
        if letter == " ":
            if is_note or cursor.positionInBlock() > _LONGEST_START:
                return False
            begun = markdown.block_start(text_before(cursor, _LONGEST_START))
            return begun is not None and begin_block(cursor, begun)
        found = markdown.marked_words(text_before(cursor, markdown.REACH), letter_after(cursor))
        if found is None or (is_note and found.is_note):
            return False
        return mark_words(cursor, found)

    def _set(self, cursor: QTextCursor, text: str) -> bool:
        near = text_before(cursor, smart.REACH + units(text))
        if not near.endswith(text):
            return False
        before = near[: len(near) - len(text)]
        language = language_at(cursor, self._language())
        change = smart.setting_of(before, text, language)
        if change is None:
            return False
        set_in_type(cursor, change)
        self._remember(cursor, change)
        return True

    # ------------------------------------------------------------ keys

    def press(self, event: QKeyEvent) -> bool:
        """Take back a conversion with Backspace, or turn a line into its block with Enter."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        cursor = self._editor.textCursor()
        if cursor.hasSelection():
            return False
        if event.key() == Qt.Key.Key_Backspace:
            return self._take_back(cursor)
        if event.key() in _ENTER and self._end_line(cursor):
            self._editor.setTextCursor(cursor)
            self._remember(cursor)
            return True
        return False

    @staticmethod
    def _end_line(cursor: QTextCursor) -> bool:
        if cursor.positionInBlock() > markdown.REACH or not is_at_end(cursor):
            return False
        line = cursor.block().text()
        if markdown.is_separator(line):
            return make_separator(cursor)
        opened = markdown.container_of(line)
        return opened is not None and open_container(cursor, opened)

    def _take_back(self, cursor: QTextCursor) -> bool:
        last, self._last = self._last, None
        now = (cursor.document().revision(), cursor.position())
        if last is None or now != (last.revision, last.position):
            return False
        if last.setting is None:
            self._editor.undo()
            return True
        if not {NO_BREAK, THIN} & set(last.setting.new):
            return False
        self._take_key_back(cursor, last.setting)
        return True

    def _take_key_back(self, cursor: QTextCursor, change: smart.Replacement) -> None:
        """Delete all that one key has brought in: a mark and the space that came with it."""
        before = (change.old + change.kept)[:-1]
        with one_step(cursor):
            end = cursor.position()
            cursor.setPosition(end - units(change.new + change.kept))
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(before)
        self._editor.setTextCursor(cursor)

    def _remember(self, cursor: QTextCursor, setting: smart.Replacement | None = None) -> None:
        self._last = _Conversion(cursor.document().revision(), cursor.position(), setting)
