"""Everything above the text, as one block: small fields, headline, standfirst, photo."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from editor_app.editing.draft import Draft
from editor_app.model import limits
from editor_app.model.identity import ItemId
from editor_app.ui.fields.choices import (
    LanguageField,
    SectionField,
    TagsField,
    direction_of,
)
from editor_app.ui.fields.counter import Counter
from editor_app.ui.fields.date_field import DateField
from editor_app.ui.fields.growing_text import GrowingText
from editor_app.ui.fields.lead_photo import LeadPhoto, PictureSource
from editor_app.ui.look.fonts import scaled, serif
from editor_app.ui.look.look import Look


class ItemHeader(QWidget):
    """The fields that are always in sight when an item is opened.

    Signals:
        field_edited: The user edited a field; carries its name in `NewsItem` and its new value.
        body_wanted: The user pressed Enter in the last field and wants to write the text.
    """

    field_edited = Signal(str, object)
    body_wanted = Signal()

    def __init__(
        self,
        look: Look,
        pictures: PictureSource,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._shown = ItemId("")
        self.section = SectionField(self)
        self.day = DateField(look.icons, today, name="Date", parent=self)
        self.day.setObjectName("dateField")
        self.day.setProperty("look", "bare")
        self.language = LanguageField(self)
        self.tags = TagsField(self)
        self.headline = GrowingText(
            font=_headline_font(look),
            name="Headline",
            placeholder="Headline",
            parent=self,
        )
        self.headline.setObjectName("headlineField")
        self.headline_count = Counter(limits.HEADLINE, unit="characters", parent=self)
        self.standfirst = GrowingText(
            font=_standfirst_font(look),
            name="Standfirst",
            placeholder="Standfirst: the summary under the headline",
            parent=self,
        )
        self.standfirst.setObjectName("standfirstField")
        self.standfirst_count = Counter(limits.STANDFIRST, parent=self)
        self.photo = LeadPhoto(look, pictures, self)
        for small in (self.day, self.language, self.tags):
            small.setFont(scaled(look.font, 0.92))
        self._lay_out()
        self._connect()
        self._show_colours()
        # After the window has put on its new style sheet, which sets the palettes back.
        look.changed.connect(self._show_colours, Qt.ConnectionType.QueuedConnection)

    def show_draft(self, draft: Draft) -> None:
        """Show the fields of the item on the desk; what is being typed stays."""
        item = draft.item
        if item.id != self._shown:
            self._shown = item.id
            self.day.put_back()
        self.section.show_section(item.section)
        self.day.show_language(item.language)
        self.day.show_day(item.display_date)
        self.language.show_language(item.language)
        self.tags.show_tags(item.tags)
        self.headline.show_text(item.headline)
        self.headline_count.show_count(item.headline)
        self.standfirst.show_text(item.standfirst)
        self.standfirst_count.show_count(item.standfirst)
        self.photo.show_figure(item.lead_figure)
        direction = direction_of(item.language)
        self.headline.show_direction(direction)
        self.standfirst.show_direction(direction)
        self.photo.show_direction(direction)

    @Slot(float)
    def show_zoom(self, zoom: float) -> None:
        """Show the words of the item as much larger or smaller as the text."""
        self.headline.show_font(_headline_font(self._look, zoom))
        self.standfirst.show_font(_standfirst_font(self._look, zoom))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(2)
        line.setContentsMargins(0, 0, 0, 0)
        for field in (self.section, self.day, self.language):
            line.addWidget(field)
        line.addWidget(self.tags, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 12)
        layout.setSpacing(0)
        layout.addLayout(line)
        layout.addSpacing(6)
        layout.addWidget(self.headline)
        layout.addWidget(self.headline_count)
        layout.addSpacing(4)
        layout.addWidget(self.standfirst)
        layout.addWidget(self.standfirst_count)
        layout.addSpacing(10)
        layout.addWidget(self.photo)

    def _connect(self) -> None:
        def send(name: str, value: object) -> None:
            self.field_edited.emit(name, value)

        self.section.section_edited.connect(lambda value: send("section", value))
        self.day.day_edited.connect(lambda value: send("display_date", value))
        self.language.language_edited.connect(lambda value: send("language", value))
        self.tags.tags_edited.connect(lambda value: send("tags", value))
        self.headline.text_edited.connect(lambda value: send("headline", value))
        self.standfirst.text_edited.connect(lambda value: send("standfirst", value))
        self.photo.words_edited.connect(lambda value: send("lead_figure", value))
        self.headline.finished.connect(self.standfirst.setFocus)
        self.standfirst.finished.connect(self.body_wanted)

    @Slot()
    def _show_colours(self) -> None:
        tokens = self._look.tokens
        for field, colour in ((self.headline, tokens.text), (self.standfirst, tokens.muted)):
            palette = QPalette(field.palette())
            palette.setColor(QPalette.ColorRole.Text, QColor(colour))
            palette.setColor(QPalette.ColorRole.PlaceholderText, QColor(tokens.faint))
            field.setPalette(palette)


def _headline_font(look: Look, zoom: float = 1.0) -> QFont:
    return serif(look.font, scale=2.1 * zoom, weight=QFont.Weight.Bold)


def _standfirst_font(look: Look, zoom: float = 1.0) -> QFont:
    return serif(look.font, scale=1.26 * zoom)
