"""The same news in other languages."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from editor_app.model.item import NewsItem
from editor_app.store.query import ItemSummary
from editor_app.ui.fields.choices import language_name
from editor_app.ui.fields.elided_button import ElidedButton


class VersionsBox(QWidget):
    """Names the language versions of an item, opens them and begins another.

    Signals:
        item_requested: The user wants to open a version; carries its `ItemId`.
        version_requested: The user wants to write this item in another language.
        beside_requested: Another version is to be seen beside the open one.
        changes_requested: The user wants to see what changed in the original.
    """

    item_requested = Signal(str)
    version_requested = Signal()
    beside_requested = Signal()
    changes_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[ElidedButton] = []
        self.words = QLabel(self)
        self.words.setProperty("look", "hint")
        self.words.setWordWrap(True)
        self.add = self._command("Write it in another language")
        self.add.clicked.connect(self.version_requested)
        self.beside = self._command("Show one beside the text")
        self.beside.clicked.connect(self.beside_requested)
        self.changes = self._command("What changed in the original")
        self.changes.clicked.connect(self.changes_requested)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._layout.addWidget(self.words)
        for command in (self.changes, self.beside, self.add):
            self._layout.addWidget(command, 0, Qt.AlignmentFlag.AlignLeft)

    def show_versions(self, item: NewsItem, versions: Sequence[ItemSummary]) -> None:
        """Show the versions of an item, but for the item itself."""
        others = [version for version in versions if version.id != item.id]
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(version) for version in others]
        own = next((one for one in versions if one.id == item.id), None)
        is_behind = own is not None and own.is_behind_original
        self.words.setText(_words(item, versions))
        self.words.setProperty("look", "warning" if is_behind else "hint")
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)
        self.changes.setVisible(is_behind)
        self.beside.setVisible(bool(others))

    def _command(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAccessibleName(words)
        return button

    def _button(self, version: ItemSummary) -> ElidedButton:
        name = language_name(version.language)
        name = f"{name}, original changed" if version.is_behind_original else name
        button = ElidedButton(self)
        button.setObjectName("versionLine")
        button.show_words(f"{name}: {version.headline or 'no headline yet'}")
        button.setAccessibleName(f"Open {button.words()}")
        button.clicked.connect(partial(self.item_requested.emit, version.id))
        self._layout.insertWidget(self._layout.count() - 3, button)
        return button


def _words(item: NewsItem, versions: Sequence[ItemSummary]) -> str:
    source = next((one for one in versions if one.id == item.translated_from), None)
    own = next((one for one in versions if one.id == item.id), None)
    if source is not None and own is not None and own.is_behind_original:
        return (
            f"The {language_name(source.language)} text has changed since this version was "
            "translated from it."
        )
    if len(versions) > 1:
        return "This news is also written as:"
    return "This news is written in one language."
