"""What can be done with many items, as actions: menus, the bar over the list and keys."""

from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence


class BulkKind(StrEnum):
    """What is to be changed in many items; the value names the action."""

    STATUS = "bulkStatus"
    SECTION = "bulkSection"
    ADD_TAGS = "bulkAddTags"
    REMOVE_TAGS = "bulkRemoveTags"
    LANGUAGE = "bulkLanguage"
    TRASH = "bulkTrash"
    RESTORE = "bulkRestore"


_WORDS = {
    BulkKind.STATUS: "Change the &status…",
    BulkKind.SECTION: "Change the se&ction…",
    BulkKind.ADD_TAGS: "&Add tags…",
    BulkKind.REMOVE_TAGS: "&Remove tags…",
    BulkKind.LANGUAGE: "Change the &language…",
    BulkKind.TRASH: "Move to &trash…",
    BulkKind.RESTORE: "Restore &from trash…",
}


class BulkActions(QObject):
    """The actions on many items.

    Signals:
        change_requested: The chosen items are to be changed; carries the `BulkKind`.
    """

    change_requested = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.kinds = {kind: self._make(kind, words) for kind, words in _WORDS.items()}
        for kind, action in self.kinds.items():
            action.triggered.connect(partial(self._ask, kind))
        self.export = self._make("bulkExport", "&Export…")
        self.undo = self._make("bulkUndo", "Undo the last &bulk change")
        self.replace = self._make("replaceInLibrary", "Replace &in all items…", "Ctrl+F3")
        self.replace.setToolTip("Find and replace in many items at once")

    @property
    def of_items(self) -> list[QAction]:
        """Return what can be done with the chosen items, in the order of the menu."""
        first = QAction(self)
        first.setSeparator(True)
        second = QAction(self)
        second.setSeparator(True)
        of = self.kinds
        return [
            *(of[kind] for kind in (BulkKind.STATUS, BulkKind.SECTION)),
            *(of[kind] for kind in (BulkKind.ADD_TAGS, BulkKind.REMOVE_TAGS, BulkKind.LANGUAGE)),
            first,
            self.export,
            second,
            *(of[kind] for kind in (BulkKind.TRASH, BulkKind.RESTORE)),
        ]

    def show_chosen(self, *, are_any: bool, are_trashed: bool) -> None:
        """Offer what can be done with what is chosen in the list."""
        for kind, action in self.kinds.items():
            action.setEnabled(are_any)
            if kind is BulkKind.RESTORE:
                action.setVisible(are_trashed)
            elif kind in {BulkKind.TRASH, BulkKind.STATUS}:
                action.setVisible(not are_trashed)
        self.export.setEnabled(are_any)
        self.export.setVisible(not are_trashed)

    def _ask(self, kind: BulkKind, _is_on: object = None) -> None:
        self.change_requested.emit(kind)

    def _make(self, name: str, words: str, keys: str = "") -> QAction:
        action = QAction(words, self)
        action.setObjectName(name)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.setToolTip(words.replace("&", "").rstrip("…"))
        return action
