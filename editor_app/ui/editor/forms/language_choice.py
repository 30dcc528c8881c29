"""A field that offers languages by their names."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from editor_app.editing.languages import language, offered_languages


class LanguageChoice(QComboBox):
    """Languages by name, found by typing a part of it; what nobody knows can be typed as a tag.

    With ``none`` the first entry stands for no language at all.
    """

    def __init__(self, tag: str, *, none: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        if none:
            self.addItem(none, "")
        for each in sorted(offered_languages(), key=lambda one: one.name):
            self.addItem(each.name, each.tag)
        self.setMaxVisibleItems(16)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.show_tag(tag)

    def show_tag(self, tag: str) -> None:
        """Show the language of a tag, also one that is not offered."""
        index = self.findData(tag)
        if index >= 0:
            self.setCurrentIndex(index)
            return
        self.setCurrentIndex(-1)
        self.setEditText(language(tag).name if tag else "")

    def tag(self) -> str:
        """Return the tag of what is chosen or typed, or an empty string where it is none."""
        typed = " ".join(self.currentText().split())
        for index in range(self.count()):
            if self.itemText(index).casefold() == typed.casefold():
                return str(self.itemData(index))
        for index in range(self.count()):
            if str(self.itemData(index)).casefold() == typed.casefold():
                return str(self.itemData(index))
        return typed if typed and language(typed).name != typed else ""

    def says_something(self) -> bool:
        """Whether anything is typed or chosen."""
        return bool(self.currentText().strip())
