"""What a key, an input method, a drop or the context menu does to the text."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
)

from editor_app.ui.editor import clipboard
from editor_app.ui.editor.deletion import delete_selection
from editor_app.ui.editor.formats import LINE, OBJECT, mark_format
from editor_app.ui.editor.insertion import insert_leaves
from editor_app.ui.editor.keys import (
    break_line,
    make_ready_to_type,
    press_backspace,
    press_delete,
    press_enter,
)
from editor_app.ui.editor.leaves import Kind, Leaf
from editor_app.ui.editor.lines import covered, line_kind, one_step
from editor_app.ui.editor.lists import nest, unnest
from editor_app.ui.editor.marks import typing_marks
from editor_app.ui.editor.tables import next_cell, previous_cell

if TYPE_CHECKING:
    from editor_app.ui.editor.body_editor import BodyEditor

LOCKED = "This block is kept as it was written and cannot be typed in."
CARD = "A card is changed in its form. Press Enter to write after it."
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_ENDS_OF_DELETION = (
    (QKeySequence.StandardKey.DeleteStartOfWord, QTextCursor.MoveOperation.PreviousWord),
    (QKeySequence.StandardKey.DeleteEndOfWord, QTextCursor.MoveOperation.NextWord),
    (QKeySequence.StandardKey.DeleteEndOfLine, QTextCursor.MoveOperation.EndOfLine),
)


def press(editor: "BodyEditor", event: QKeyEvent) -> bool:
    """Do what a key does; return False to leave it to Qt."""
    if _trigger(editor, event):
        return True
    key = event.key()
    if key in _ENTER:
        _enter(editor, is_break=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        return True
    if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not _is_command(event):
        _tab(editor, is_forward=key == Qt.Key.Key_Tab)
        return True
    if event.matches(QKeySequence.StandardKey.Cut):
        cut(editor)
        return True
    if _is_deletion(event):
        return _delete(editor, event)
    return _type(editor, event)


def _trigger(editor: "BodyEditor", event: QKeyEvent) -> bool:
    """Trigger the editor's own action for a key, where the window has not done so already."""
    if not _is_command(event):
        return False
    pressed = QKeySequence(event.keyCombination())
    for action in editor.actions():
        if action.isEnabled() and pressed in action.shortcuts():
            action.trigger()
            return True
    return False


def _is_command(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & _ALT_GR) and not is_alt_gr(event)


def is_alt_gr(event: QKeyEvent) -> bool:
    """Whether AltGr, which some systems report as Ctrl and Alt, makes a sign of a key.

    A plain letter or digit is what the key stands for without it, so it is none.
    """
    text = event.text()
    is_sign = text.isprintable() and not (text.isascii() and text.isalnum())
    return bool(text) and is_sign and event.modifiers() & _ALT_GR == _ALT_GR


def _enter(editor: "BodyEditor", *, is_break: bool) -> None:
    cursor = editor.textCursor()
    with one_step(cursor):
        delete_selection(cursor)
        if is_break:
            break_line(cursor)
        else:
            press_enter(cursor)
    editor.setTextCursor(cursor)


def _tab(editor: "BodyEditor", *, is_forward: bool) -> None:
    cursor = editor.textCursor()
    if cursor.currentTable() is not None:
        (next_cell if is_forward else previous_cell)(cursor)
        editor.setTextCursor(cursor)
    elif any(_is_item(editor, number) for number in _numbers(cursor)):
        (nest if is_forward else unnest)(cursor)
    else:
        editor.leave(is_forward=is_forward)


def _numbers(cursor: QTextCursor) -> list[int]:
    return [block.blockNumber() for block in covered(cursor)]


def _is_item(editor: "BodyEditor", number: int) -> bool:
    leaf = editor.tracker().line_at(number)
    return leaf is not None and any(name[0] == "i" for name in leaf.path)


# ---------------------------------------------------------------- deleting


def _is_deletion(event: QKeyEvent) -> bool:
    if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
        return True
    return any(event.matches(key) for key, _move in _ENDS_OF_DELETION)


def _delete(editor: "BodyEditor", event: QKeyEvent) -> bool:
    cursor = editor.textCursor()
    is_back = event.key() == Qt.Key.Key_Backspace
    if cursor.hasSelection():
        delete_selection(cursor)
        done = True
    else:
        done = press_backspace(cursor) if is_back else press_delete(cursor)
        if not done:
            done = _delete_stretch(cursor, event)
    if done:
        editor.setTextCursor(cursor)
    return done


def _delete_stretch(cursor: QTextCursor, event: QKeyEvent) -> bool:
    """Delete a word or the rest of a line; return False for a single letter."""
    for key, move in _ENDS_OF_DELETION:
        if event.matches(key):
            block = cursor.block()
            cursor.movePosition(move, QTextCursor.MoveMode.KeepAnchor)
            if cursor.block() != block:
                end = block.position() + block.length() - 1
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            if move is not QTextCursor.MoveOperation.EndOfLine:
                _stop_at_object(cursor)
            delete_selection(cursor)
            return True
    return False


def _stop_at_object(cursor: QTextCursor) -> None:
    """Let a selected word end before a break, a picture or a note; each is a word beside it."""
    is_forward = cursor.position() > cursor.anchor()
    words = cursor.selectedText()[:: 1 if is_forward else -1]
    found = min((words.find(each) for each in (OBJECT, LINE) if each in words), default=-1)
    if found >= 0:
        size = max(1, len(words[:found].encode("utf-16-le", "surrogatepass")) // 2)
        end = cursor.anchor() + (size if is_forward else -size)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)


def cut(editor: "BodyEditor") -> None:
    """Move the selection to the clipboard."""
    cursor = editor.textCursor()
    if cursor.hasSelection():
        editor.copy()
        delete_selection(cursor)
        editor.setTextCursor(cursor)


# ---------------------------------------------------------------- typing


def is_typed(event: QKeyEvent) -> bool:
    """Whether a key stands for text."""
    text = event.text()
    return bool(text) and not _is_command(event) and _is_writing(text)


def improve(editor: "BodyEditor", text: str) -> None:
    """Let the rules of typing see text that has just come in."""
    cursor = editor.textCursor()
    if any(rule(cursor, text) for rule in editor.hooks.typing):
        editor.setTextCursor(cursor)


def _type(editor: "BodyEditor", event: QKeyEvent) -> bool:
    if not is_typed(event):
        return False
    text = event.text()
    cursor = editor.textCursor()
    if not cursor.hasSelection() and _takes_text(cursor):
        settle(editor, cursor)
        return False
    with one_step(cursor):
        delete_selection(cursor)
        if not make_ready_to_type(cursor):
            editor.refused.emit(_refusal(cursor))
            return True
        cursor.insertText(text, mark_format(typing_marks(cursor)))
    editor.setTextCursor(cursor)
    return True


def _is_writing(text: str) -> bool:
    return text.isprintable() or text in "\u200c\u200d\u200e\u200f\u00ad\u00a0\u202f\u061c"


def _takes_text(cursor: QTextCursor) -> bool:
    return not line_kind(cursor.block()).is_whole


def settle(editor: "BodyEditor", cursor: QTextCursor) -> None:
    """Let the next letter have the marks that belong at the caret, and nothing else."""
    wanted = mark_format(typing_marks(cursor))
    if cursor.charFormat() != wanted:
        editor.setCurrentCharFormat(wanted)


def _refusal(cursor: QTextCursor) -> str:
    return CARD if line_kind(cursor.block()) is Kind.CARD else LOCKED


def make_ready(editor: "BodyEditor") -> bool:
    """Prepare for text from an input method; return False where no text may be typed."""
    cursor = editor.textCursor()
    if cursor.hasSelection() or not _takes_text(cursor):
        with one_step(cursor):
            delete_selection(cursor)
            is_ready = make_ready_to_type(cursor)
        editor.setTextCursor(cursor)
        if not is_ready:
            editor.refused.emit(_refusal(cursor))
            return False
    settle(editor, cursor)
    return True


# ---------------------------------------------------------------- dropping


def drop(editor: "BodyEditor", event: QDropEvent) -> bool:
    """Put in what is dropped; text from this editor is moved, in one undo step."""
    data = event.mimeData()
    if not editor.canInsertFromMimeData(data):
        return False
    target = editor.cursorForPosition(event.position().toPoint())
    is_move = event.source() in (editor, editor.viewport())
    is_move = is_move and event.proposedAction() == Qt.DropAction.MoveAction
    chosen = editor.textCursor()
    if is_move and chosen.selectionStart() <= target.position() <= chosen.selectionEnd():
        event.ignore()
    else:
        if is_move:
            _move(chosen, target, clipboard.leaves_of(data))
            editor.setTextCursor(target)
        else:
            editor.setTextCursor(target)
            editor.insertFromMimeData(data)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
    editor.dragLeaveEvent(QDragLeaveEvent())
    return True


def _move(chosen: QTextCursor, target: QTextCursor, leaves: list[Leaf]) -> None:
    with one_step(target):
        delete_selection(chosen)
        insert_leaves(target, leaves)
