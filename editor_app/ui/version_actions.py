"""What can be done with the language versions of an item, as actions."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence


class VersionActions(QObject):
    """The actions on the language versions of the open item."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.begin = self._make("newVersion", "&Write it in another language…", "Ctrl+F7")
        self.beside = self._make("versionBeside", "Another version &beside", "Ctrl+F8")
        self.beside.setCheckable(True)
        self.beside.setToolTip("Read the original, or another version, beside the text")
        self.changes = self._make(
            "originalChanges", "What &changed in the original", "Ctrl+Shift+F8"
        )
        self.next = self._make("nextVersion", "&Next language", "Shift+F8")
        self.next.setToolTip("Open the item in its next language")

    @property
    def all(self) -> list[QAction]:
        """Every action, in the order of the menu."""
        return [self.begin, self.beside, self.changes, self.next]

    def _make(self, name: str, words: str, keys: str = "") -> QAction:
        action = QAction(words, self)
        action.setObjectName(name)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.setToolTip(words.replace("&", ""))
        return action
