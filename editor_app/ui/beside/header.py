"""The fields above the text of an item that is only read."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from editor_app.model.item import NewsItem
from editor_app.ui.fields.choices import direction_of
from editor_app.ui.look.fonts import scaled, serif
from editor_app.ui.look.look import Look

_HEADLINE, _STANDFIRST = 2.0, 1.25


class ReadHeader(QWidget):
    """Section, headline and standfirst, as high as their words need; they can be copied."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = self._label("Section of the other version")
        self.section.setFont(scaled(look.font, 0.92, weight=QFont.Weight.Bold))
        self.headline = self._label("Headline of the other version")
        self.headline.setFont(serif(look.font, scale=_HEADLINE, weight=QFont.Weight.Bold))
        self.standfirst = self._label("Standfirst of the other version")
        self.standfirst.setFont(serif(look.font, scale=_STANDFIRST))
        self.standfirst.setProperty("look", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 22, 0, 16)
        layout.setSpacing(10)
        for label in (self.section, self.headline, self.standfirst):
            layout.addWidget(label)

    def show_item(self, item: NewsItem) -> None:
        """Show the fields of an item, from the side that its language is written from."""
        self.setLayoutDirection(direction_of(item.language))
        self.section.setText(item.section)
        self.headline.setText(item.headline or "No headline yet")
        self.standfirst.setText(item.standfirst)
        self.section.setVisible(bool(item.section))
        self.standfirst.setVisible(bool(item.standfirst))
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        height = layout.heightForWidth(self.width()) if layout is not None else 0
        return QSize(self.width(), height)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setAccessibleName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label
