"""What is offered for a mistake: better words, or to take it for right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu

from editor_app.spelling.judging import MOST_SUGGESTIONS
from editor_app.ui.editor.spelling.marks import Marks
from editor_app.ui.editor.spelling.proofreader import Proofreader

_LOOKING = "Looking for suggestions…"
_NONE = "No suggestions"
_LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """Where words that pass are kept."""

    add: Callable[[str], None]
    ignore: Callable[[str], None]


class Offers(QObject):
    """Makes the actions for a mistake; the better words come in when they are found."""

    def __init__(self, proofreader: Proofreader, keeping: Keeping, *, parent: QObject) -> None:
        super().__init__(parent)
        self._proofreader = proofreader
        self._keeping = keeping
        self._menu: QMenu | None = None
        self._made: list[QAction] = []

    def actions(self, marks: Marks, cursor: QTextCursor) -> Sequence[QAction]:
        """Return what a menu begins with where a cursor stands; nothing where all is right."""
        mistake = marks.mistake_at(cursor)
        if mistake is None or marks.editor.isReadOnly():
            return ()
        place = QTextCursor(cursor)
        line = cursor.block().position()
        place.setPosition(line + mistake.start)
        place.setPosition(line + mistake.end, QTextCursor.MoveMode.KeepAnchor)
        word = place.selectedText()
        self._forget()
        better = [self._make(f"suggestion-{number}", "") for number in range(MOST_SUGGESTIONS)]
        better[0].setText(_LOOKING)
        better[0].setEnabled(False)
        for action in better[1:]:
            action.setVisible(False)
        rule = self._make("", "")
        rule.setSeparator(True)
        add = self._make("addToOwnWords", f"&Add “{_shown(word)}” to the library's words")
        add.triggered.connect(partial(self._keep, self._keeping.add, word))
        ignore = self._make("ignoreWord", "&Ignore in this item")
        ignore.triggered.connect(partial(self._keep, self._keeping.ignore, word))
        self._proofreader.suggest(
            word, mistake.dictionary, lambda found: self._offer(better, place, found)
        )
        return (*better, rule, add, ignore)

    def show(self, marks: Marks) -> None:
        """Open a menu of its own under the caret, for the mistake there."""
        editor = marks.editor
        actions = self.actions(marks, editor.textCursor())
        if not actions:
            return
        menu = QMenu(editor)
        menu.setObjectName("suggestions")
        menu.setAccessibleName("Suggestions")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(list(actions))
        self._menu = menu
        menu.destroyed.connect(self._on_menu_gone)
        start = editor.textCursor()
        start.setPosition(start.selectionStart())
        corner = editor.cursorRect(start).bottomLeft()
        menu.popup(editor.viewport().mapToGlobal(corner))

    def _on_menu_gone(self) -> None:
        self._menu = None

    def _offer(self, better: Sequence[QAction], place: QTextCursor, found: Sequence[str]) -> None:
        if better[0] not in self._made:
            return
        better[0].setText(_NONE)
        for action, word in zip(better, found, strict=False):
            action.setText(word.replace("&", "&&"))
            action.setEnabled(True)
            action.setVisible(True)
            action.triggered.connect(partial(_replace, place, word))
        if found and self._menu is not None and self._menu.activeAction() is None:
            self._menu.setActiveAction(better[0])

    def _keep(self, keep: Callable[[str], None], word: str, _is_checked: object = None) -> None:
        keep(word)

    def _make(self, name: str, text: str) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        self._made.append(action)
        return action

    def _forget(self) -> None:
        for action in self._made:
            action.deleteLater()
        self._made.clear()


def _replace(place: QTextCursor, word: str, _is_checked: object = None) -> None:
    """Put a word in the place of another, in one undo step; it keeps the marks of the first."""
    if not place.hasSelection():
        return
    first = QTextCursor(place)
    first.setPosition(place.selectionStart() + 1)
    place.insertText(word, first.charFormat())


def _shown(word: str) -> str:
    cut = word if len(word) <= _LONGEST_SHOWN else f"{word[: _LONGEST_SHOWN - 1]}…"
    return cut.replace("&", "&&")
