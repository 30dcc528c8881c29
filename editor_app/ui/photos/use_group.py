"""The first part of a photo's form: what is said with it, in an item or to begin with."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from editor_app.body.tree import Setting
from editor_app.media.photo_record import PhotoRecord
from editor_app.ui.fields.counter import Counter
from editor_app.ui.look.icons import Icons
from editor_app.ui.photos.controls import QuietChoice, WordsArea, WordsLine
from editor_app.ui.photos.credit_help import CreditHelp
from editor_app.ui.photos.photo_field import PhotoField
from editor_app.ui.photos.starts import NO_START, start_in_file, start_in_record
from editor_app.ui.photos.use import PhotoUseWords

ADVISED_ALT_LENGTH = 125
SETTINGS = (
    ("As wide as the text", Setting.NONE),
    ("Left of the text", Setting.LEFT),
    ("Right of the text", Setting.RIGHT),
    ("As wide as the page", Setting.FULL),
)
_ASKED = "What would you say to someone who cannot see the photo?"
_ASKED_OF_ALL = ("alt", "credit")
_KEEP = "Keep these words with the photo, for the next item that shows it"


class UseGroup(QWidget):
    """Alt text, caption and credit; in an item also whether the photo is decorative and its place.

    Signals:
        edited: The user changed something.
    """

    edited = Signal()

    def __init__(self, icons: Icons, direction: Qt.LayoutDirection, parent: QWidget) -> None:
        super().__init__(parent)
        area = WordsArea(self, direction, lines=3, is_one_line=True)
        self.alt = PhotoField("Alt text", area, "altText", icons)
        self.count = Counter(ADVISED_ALT_LENGTH, unit="characters", parent=self)
        self.alt.put_beside_label(self.count)
        self.decorative = QCheckBox("Decorative: a reader who cannot see it misses nothing", self)
        self.decorative.setObjectName("figureDecorative")
        self.caption = PhotoField("Caption", WordsLine(self, direction), "figureCaption", icons)
        line = WordsLine(self, direction)
        line.setPlaceholderText("Photo: who made it")
        self.credit = PhotoField("Credit", line, "figureCredit", icons)
        self.help = CreditHelp(self)
        offered = [(words, setting.value) for words, setting in SETTINGS]
        self.setting = QuietChoice(offered, self)
        self.place = PhotoField("Place in the text", self.setting, "figureSetting", icons)
        self.keep = QCheckBox(_KEEP, self)
        self.keep.setObjectName("keepWithPhoto")
        self._lay_out()
        for field in (self.alt, self.caption, self.credit, self.place):
            field.edited.connect(self._on_edited)
        self.decorative.toggled.connect(self._on_edited)
        self.help.credit_made.connect(self._on_credit_made)

    def show_use(self, use: PhotoUseWords, record: PhotoRecord | None, language: str) -> None:
        """Show the words of a photo in an item, beside its own."""
        for field, name in self._named():
            start = NO_START if record is None else start_in_record(record, name, language)
            field.show_words(getattr(use, name), start)
        self.decorative.setChecked(use.is_decorative)
        self.place.setVisible(use.setting is not None)
        self.place.show_words("" if use.setting is None else use.setting.value)
        own = None if record is None else record.words(language)
        lacking = [] if own is None else [name for name in _ASKED_OF_ALL if not getattr(own, name)]
        self.keep.setVisible(bool(lacking))
        self.keep.setChecked(bool(lacking) and not any(getattr(use, name) for name in lacking))
        self._show_alt()

    def show_own(self, record: PhotoRecord, language: str) -> None:
        """Show the words that a photo has as its own, of which no item is asked."""
        for part in (self.decorative, self.place, self.keep):
            part.hide()
        for field, name in self._named():
            start = start_in_file(record, name, language)
            field.show_words(getattr(record.words(language), name).strip(), start)
        self._show_alt()

    def use(self, before: PhotoUseWords) -> PhotoUseWords:
        """Return the words of the photo in the item, which had others before."""
        is_decorative = self.decorative.isChecked()
        has_place = before.setting is not None
        return PhotoUseWords(
            alt="" if is_decorative else self.alt.words(),
            is_decorative=is_decorative,
            caption=self.caption.words(),
            credit=self.credit.words(),
            setting=Setting(self.setting.words()) if has_place else None,
        )

    def stops(self) -> tuple[QWidget, ...]:
        """Return where the Tab key stops, in order."""
        return (
            *self.alt.stops(),
            self.decorative,
            *self.caption.stops(),
            *self.credit.stops(),
            self.help.make,
            *self.place.stops(),
            self.keep,
        )

    @property
    def keeps_words(self) -> bool:
        """Whether the words in the item shall become the photo's own."""
        return self.keep.isChecked() and not self.keep.isHidden()

    def _named(self) -> tuple[tuple[PhotoField, str], ...]:
        return (self.alt, "alt"), (self.caption, "caption"), (self.credit, "credit")

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (
            *(self.alt, self.decorative, self.caption, self.credit),
            *(self.help, self.place, self.keep),
        ):
            layout.addWidget(part)

    @Slot()
    def _on_edited(self) -> None:
        self._show_alt()
        self.edited.emit()

    @Slot(str)
    def _on_credit_made(self, credit: str) -> None:
        self.credit.take(credit)

    def _show_alt(self) -> None:
        is_decorative = self.decorative.isChecked()
        area = self.alt.control
        area.setEnabled(not is_decorative)
        if isinstance(area, WordsArea):
            area.setPlaceholderText("A decorative photo has none" if is_decorative else _ASKED)
        self.count.show_count("" if is_decorative else self.alt.words())
