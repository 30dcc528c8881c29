"""The commands of the Spelling menu."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from editor_app.spelling.judging import Endings

_ENDINGS = {
    Endings.EITHER: "English with -ise or -i&ze",
    Endings.ISE: "English with -i&se only (organise)",
    Endings.IZE: "English with -iz&e only (organize)",
}


class SpellingActions(QObject):
    """Everything the Spelling menu holds."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.check = self._make("checkSpelling", "&Check spelling", is_checkable=True)
        self.following = self._make("nextMisspelling", "&Next misspelt word", keys="F7")
        self.previous = self._make(
            "previousMisspelling", "&Previous misspelt word", keys="Shift+F7"
        )
        self.dictionary = self._make("spellingDictionary", "")
        self.dictionary.setEnabled(False)
        self.capitals = self._make("checkCapitals", "Check words in c&apitals", is_checkable=True)
        self.own_words = self._make("ownWords", "The library's &words…")
        self.install = self._make("installDictionary", "&Install a dictionary…")
        group = QActionGroup(self)
        self.endings: dict[Endings, QAction] = {}
        for endings, words in _ENDINGS.items():
            action = self._make(f"endings-{endings.name.lower()}", words, is_checkable=True)
            action.setActionGroup(group)
            self.endings[endings] = action

    def fill(self, menu: QMenu) -> None:
        """Put the commands into a menu."""
        menu.addActions([self.check, self.following, self.previous])
        menu.addSeparator()
        menu.addAction(self.dictionary)
        menu.addActions(list(self.endings.values()))
        menu.addAction(self.capitals)
        menu.addSeparator()
        menu.addActions([self.own_words, self.install])

    def show_state(self, *, is_on: bool, dictionary: str) -> None:
        """Show whether spelling is checked, and by what."""
        self.check.setChecked(is_on)
        self.dictionary.setText(dictionary)
        for action in (self.following, self.previous, self.capitals, *self.endings.values()):
            action.setEnabled(is_on)

    def _make(
        self, name: str, words: str, *, keys: str = "", is_checkable: bool = False
    ) -> QAction:
        action = QAction(words, self)
        action.setObjectName(name)
        action.setCheckable(is_checkable)
        if keys:
            action.setShortcut(QKeySequence(keys))
        return action
