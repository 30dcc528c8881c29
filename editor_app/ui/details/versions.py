"""The same news in other languages."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from editor_app.model.item import NewsItem
from editor_app.store.query import ItemSummary
from editor_app.ui.fields.choices import language_name


class VersionsBox(QWidget):
    """Names the language versions of an item, opens them and begins another.

    Signals:
        item_requested: The user wants to open a version; carries its `ItemId`.
        version_requested: The user wants to write this item in another language.
    """

    item_requested = Signal(str)
    version_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[QPushButton] = []
        self.words = QLabel(self)
        self.words.setProperty("look", "hint")
        self.words.setWordWrap(True)
        self.add = QPushButton("Write it in another language", self)
        self.add.setAccessibleName("Write it in another language")
        self.add.clicked.connect(self.version_requested)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._layout.addWidget(self.words)
        self._layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_versions(self, item: NewsItem, versions: Sequence[ItemSummary]) -> None:
        """Show the versions of an item, but for the item itself."""
        others = [version for version in versions if version.id != item.id]
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(version) for version in others]
        self.words.setText(_words(item, versions))

    def _button(self, version: ItemSummary) -> QPushButton:
        words = f"{language_name(version.language)}: {version.headline or 'no headline yet'}"
        button = QPushButton(words, self)
        button.setProperty("look", "quiet")
        button.setAccessibleName(f"Open {words}")
        button.clicked.connect(partial(self.item_requested.emit, version.id))
        self._layout.insertWidget(self._layout.count() - 1, button, 0, Qt.AlignmentFlag.AlignLeft)
        return button


def _words(item: NewsItem, versions: Sequence[ItemSummary]) -> str:
    source = next((one for one in versions if one.id == item.translated_from), None)
    if source is not None and source.version > item.translated_version > 0:
        return (
            f"The {language_name(source.language)} text has changed since this version was "
            "translated from it."
        )
    if len(versions) > 1:
        return "This news is also written as:"
    return "This news is written in one language."
