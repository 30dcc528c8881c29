"""The lead photo: dropped, chosen or pasted, with the words that must travel with it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QImage,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from editor_app.body.captions import on_one_line
from editor_app.media.endings import PICTURE_ENDINGS
from editor_app.model.item import LeadFigure
from editor_app.model.limits import PHOTO_WIDTH
from editor_app.model.photo_words import Crop, Focus, PhotoWords
from editor_app.ui.fields.lead_picture import LeadPicture
from editor_app.ui.look.look import Look
from editor_app.ui.look.plain_tips import plain_tip
from editor_app.ui.photos.facts import shown_width
from editor_app.ui.photos.starts import NO_START, Start, start_in_record

if TYPE_CHECKING:
    from editor_app.media.photo_record import PhotoRecord

_LINE_FRAME = 18  # what a field needs beside its words
_AROUND, _GAP = 28, 4
PictureSource = Callable[[str], QImage | None]


def dropped_photo(words: QMimeData) -> Path | None:
    """Return the photo file that is being dropped, if it is one."""
    for address in words.urls():
        path = Path(address.toLocalFile())
        if address.isLocalFile() and path.suffix.lower() in PICTURE_ENDINGS:
            return path
    return None


class LeadPhoto(QWidget):
    """Shows the lead photo and lets its words be written.

    Signals:
        words_edited: The user wrote caption, credit or alt text; carries the `LeadFigure`.
        file_dropped: A photo's file was dropped here; carries its path.
        file_requested: The user wants to choose a photo.
        library_requested: The user wants to choose one that the library has.
        details_requested: The user wants to see all that is known of the photo.
        removed: The user took the photo out.
    """

    words_edited = Signal(object)
    file_dropped = Signal(object)
    file_requested = Signal()
    library_requested = Signal()
    details_requested = Signal()
    removed = Signal()

    def __init__(self, look: Look, pictures: PictureSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._figure = LeadFigure()
        self._record: PhotoRecord | None = None
        self._language = ""
        self.setAcceptDrops(True)
        self.empty = self._empty_button(look)
        self.from_library = self._library_button()
        self.card = QFrame(self)
        self.card.setObjectName("leadPhoto")
        self.picture = LeadPicture(look, self.card)
        self.picture.details_requested.connect(self.details_requested)
        self.alt_row = QWidget(self.card)
        self.alt = _line("Alt text", "What to say to someone who cannot see the photo", self.card)
        self.decorative = QCheckBox("Decorative", self.card)
        self.decorative.setAccessibleName("The photo is decorative")
        self.decorative.setToolTip("Nothing is lost for someone who cannot see it")
        self.caption = _line("Caption", "What the photo shows", self.card)
        self.credit = _line("Credit", "Photo: who made it", self.card)
        self.pill = self._pill(self._on_pill_clicked)
        self.credit_pill = self._pill(self.credit.setFocus)
        self.size_pill = self._pill(self.details_requested.emit)
        self.details = self._details_button()
        self.more = self._more_button(look)
        self._lay_out()
        for line in (self.caption, self.credit, self.alt):
            line.textEdited.connect(self._on_words_edited)
        self.decorative.clicked.connect(self._on_words_edited)

    def show_figure(self, figure: LeadFigure) -> None:
        """Show a photo and its words; what is being typed stays."""
        is_other = figure.src != self._figure.src
        is_answer = self.window().focusWidget() in {self.empty, self.from_library}
        self._figure = figure
        is_there = figure != LeadFigure()
        self._stack.setCurrentWidget(self.card if is_there else self._nothing)
        for line, words in (
            (self.caption, figure.caption),
            (self.credit, figure.credit),
            (self.alt, figure.alt),
        ):
            if line.text() != words:
                line.setText(words)
                line.setCursorPosition(0)
        self.decorative.setChecked(figure.is_decorative)
        if is_other:
            image = self._pictures(figure.src) if figure.src else None
            self.picture.show_image(image, is_waiting=True)
            self.alt_row.setVisible(figure.lacks_alt_text)
        self.picture.setVisible(bool(figure.src))
        if not figure.src:
            self.alt_row.hide()
        self._show_pills(figure)
        self._show_origins(figure)
        self._fit()
        if is_answer and figure.src:
            (self.alt if figure.lacks_alt_text else self.picture).setFocus()

    def show_record(self, record: "PhotoRecord | None", language: str) -> None:
        """Take note of what is known of the photo, for an item in a language."""
        before, self._record, self._language = self._record, record, language
        is_recut = before and record and before.typed.crop != record.typed.crop
        if self._figure.src and (is_recut or not self.picture.has_image):
            self.picture.show_image(self._pictures(self._figure.src))
        words = PhotoWords() if record is None else record.typed
        self.picture.show_focus(_focus_within(words.focus, words.crop))
        self._show_pills(self._figure)
        self._show_origins(self._figure)
        self._fit()

    def show_direction(self, direction: Qt.LayoutDirection) -> None:
        """Write the words from the left or from the right."""
        for line in (self.caption, self.credit, self.alt):
            line.setLayoutDirection(direction)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_photo(event.mimeData()) is not None:
            self._show_hover(is_on=True)
            event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_hover(is_on=False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._show_hover(is_on=False)
        if (path := dropped_photo(event.mimeData())) is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(path)

    def _lay_out(self) -> None:
        card = QVBoxLayout(self.card)
        card.setContentsMargins(0, 0, 0, 0)
        card.setSpacing(0)
        card.addWidget(self.picture)
        card.addWidget(self.alt_row)
        card.addLayout(self._words_row())
        alt = QHBoxLayout(self.alt_row)
        alt.setContentsMargins(8, 6, 10, 0)
        alt.addWidget(self.alt, 1)
        alt.addWidget(self.decorative)
        over = QHBoxLayout(self.picture)
        over.addStretch(1)
        over.addWidget(self.details, 0, Qt.AlignmentFlag.AlignBottom)
        self._nothing = QWidget(self)
        ways = QHBoxLayout(self._nothing)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.addWidget(self.empty, 1)
        ways.addWidget(self.from_library)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.card)

    def _words_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(8, 5, 8, 5)
        row.setSpacing(4)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(2)
        self._words.addWidget(self.caption)
        self._words.addWidget(self.credit)
        row.addLayout(self._words, 1)
        for part in self._beside():
            row.addWidget(part)
        return row

    def _beside(self) -> tuple[QWidget, ...]:
        """Return what stands beside caption and credit."""
        return self.size_pill, self.credit_pill, self.pill, self.more

    def _pill(self, act: Callable[[], object]) -> QPushButton:
        pill = QPushButton(self.card)
        pill.setProperty("look", "pill")
        pill.clicked.connect(act)
        return pill

    def _details_button(self) -> QPushButton:
        button = QPushButton("Details", self.picture)
        button.setObjectName("leadPhotoDetails")
        button.setAccessibleName("Details of the lead photo")
        button.setToolTip("Crop, licence, consent and all that is known of the photo")
        button.clicked.connect(self.details_requested)
        return button

    def _empty_button(self, look: Look) -> QPushButton:
        button = QPushButton("Add a lead photo, or drop one here", self)
        button.setObjectName("leadPhotoEmpty")
        button.setIcon(look.icons("figure"))
        button.setAccessibleName("Add a lead photo")
        button.clicked.connect(self.file_requested)
        return button

    def _library_button(self) -> QPushButton:
        button = QPushButton("From the library…", self)
        button.setObjectName("leadPhotoFromLibrary")
        button.setAccessibleName("Choose a lead photo from the library")
        button.clicked.connect(self.library_requested)
        return button

    def _more_button(self, look: Look) -> QToolButton:
        button = QToolButton(self.card)
        button.setIcon(look.icons("more"))
        button.setAccessibleName("More about the lead photo")
        button.setToolTip("Replace or remove the photo")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addAction(look.icons("info"), "Photo details…", self.details_requested.emit)
        menu.addSeparator()
        menu.addAction(look.icons("figure"), "Replace photo…", self.file_requested.emit)
        menu.addAction(look.icons("folder"), "From the library…", self.library_requested.emit)
        menu.addAction(look.icons("pencil"), "Alt text", self.open_alt)
        menu.addSeparator()
        menu.addAction(look.icons("trash"), "Remove photo", self.removed.emit)
        button.setMenu(menu)
        return button

    def _share_room(self) -> None:
        """Give caption and credit the room their words need, one over the other if they must."""
        wanted = [_width_of(line) for line in (self.caption, self.credit)]
        beside = [part for part in self._beside() if not part.isHidden()]
        around = sum(part.sizeHint().width() + _GAP for part in beside) + _AROUND
        fits = sum(wanted) <= self.width() - around
        sides, stacked = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._words.setDirection(sides if fits else stacked)
        for place, width in enumerate(wanted):
            self._words.setStretch(place, width if fits else 0)

    def _fit(self) -> None:
        self._share_room()
        if (shown := self._stack.currentWidget()) is not None:
            if (layout := shown.layout()) is not None:
                layout.activate()
            self.setFixedHeight(shown.sizeHint().height())

    def _show_pills(self, figure: LeadFigure) -> None:
        is_done = bool(figure.src) and not figure.lacks_alt_text
        if not figure.src:
            words, name = "ADD PHOTO", "Add the photo that these words are for"
        elif not is_done:
            words, name = "ALT missing", "Alt text missing"
        else:
            words = "DECORATIVE" if figure.is_decorative else "ALT ✓"
            name = "Alt text written"
        _say(self.pill, words, name, tone="good" if is_done else "warning")
        self.pill.setToolTip(plain_tip(figure.alt or name))
        _say(self.credit_pill, "CREDIT missing", "Credit missing", tone="warning")
        self.credit_pill.setVisible(figure.lacks_credit)
        width = self._width()
        narrow = f"Only {width:,} pixels wide; {PHOTO_WIDTH:,} are advised"
        _say(self.size_pill, f"SIZE {width:,} px", narrow, tone="warning")
        self.size_pill.setVisible(bool(figure.src) and 0 < width < PHOTO_WIDTH)

    def _width(self) -> int:
        """Return how many pixels wide the shown part of the photo is, 0 where nobody knows."""
        return 0 if self._record is None else shown_width(self._record, self._record.typed.crop)

    def _show_origins(self, figure: LeadFigure) -> None:
        """Show which words are still those that the photo came with."""
        record = self._record
        is_known = record is not None and record.photo.src == figure.src
        for line, field in ((self.caption, "caption"), (self.credit, "credit"), (self.alt, "alt")):
            start = start_in_record(record, field, self._language) if record else NO_START
            own = on_one_line(start.words)
            _show_origin(line, start if is_known and own == getattr(figure, field) else NO_START)

    def _show_hover(self, *, is_on: bool) -> None:
        for place in (self.card, self.empty):
            place.setProperty("hover", is_on)
            place.style().unpolish(place)
            place.style().polish(place)

    @Slot()
    def _on_pill_clicked(self) -> None:
        if not self._figure.src:
            self.file_requested.emit()
        elif self.alt_row.isVisible():
            self.alt_row.hide()
            self._fit()
        else:
            self.open_alt()

    def open_alt(self) -> None:
        """Let the alt text be written."""
        self.alt_row.show()
        self._fit()
        self.alt.setFocus()

    @Slot()
    def _on_words_edited(self) -> None:
        figure = replace(
            self._figure,
            caption=self.caption.text(),
            credit=self.credit.text(),
            alt=self.alt.text(),
            is_decorative=self.decorative.isChecked(),
        )
        self._figure = figure
        self._show_pills(figure)
        self._show_origins(figure)
        self._fit()
        self.words_edited.emit(figure)


def _width_of(line: QLineEdit) -> int:
    """Return how wide a line has to be to show all its words."""
    words = line.text() or line.placeholderText()
    return line.fontMetrics().horizontalAdvance(words) + _LINE_FRAME


def _line(name: str, placeholder: str, parent: QWidget) -> QLineEdit:
    line = QLineEdit(parent)
    line.setProperty("look", "bare")
    line.setAccessibleName(f"{name} of the lead photo")
    line.setPlaceholderText(placeholder)
    line.setWhatsThis(name)
    line.setToolTip(name)
    return line


def _show_origin(line: QLineEdit, start: Start) -> None:
    """Show that the words of a line are what the photo came with, if they are."""
    line.setToolTip("\n".join(part for part in (line.whatsThis(), start.hint) if part))
    line.setAccessibleDescription(start.origin)
    if bool(line.property("found")) != bool(start.words):
        line.setProperty("found", bool(start.words))
        line.style().unpolish(line)
        line.style().polish(line)


def _say(pill: QPushButton, words: str, name: str, *, tone: str) -> None:
    pill.setText(words)
    pill.setAccessibleName(name)
    pill.setToolTip(name)
    pill.setProperty("tone", tone)
    pill.style().unpolish(pill)
    pill.style().polish(pill)


def _focus_within(focus: Focus | None, crop: Crop | None) -> Focus | None:
    """Return a focus point in shares of the part that a crop leaves."""
    if focus is None or crop is None:
        return focus
    return Focus(x=(focus.x - crop.left) / crop.width, y=(focus.y - crop.top) / crop.height)
