"""The lead photo: dropped, chosen or pasted, with the words that must travel with it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
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

from editor_app.model.item import LeadFigure
from editor_app.ui.look.look import Look

PICTURE_HEIGHT = 170
_RADIUS = 6
_LINE_FRAME = 18  # what a field needs beside its words
_AROUND = 36
PHOTO_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff", ".avif")
PictureSource = Callable[[str], QImage | None]


def dropped_photo(words: QMimeData) -> Path | None:
    """Return the photo file that is being dropped, if it is one."""
    for address in words.urls():
        path = Path(address.toLocalFile())
        if address.isLocalFile() and path.suffix.lower() in PHOTO_ENDINGS:
            return path
    return None


class _Picture(QWidget):
    """The photo itself, cut to the strip's shape."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._image: QImage | None = None
        self._cut = QPixmap()
        self.setFixedHeight(PICTURE_HEIGHT)
        self.setAccessibleName("Lead photo")

    def show_image(self, image: QImage | None) -> None:
        """Show an image, or that the file is gone."""
        self._image = image
        self._cut = QPixmap()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().adjusted(1, 1, -1, 0)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(area.adjusted(0, 0, 0, _RADIUS)), _RADIUS, _RADIUS)
        painter.setClipPath(shape)
        if self._image is None:
            painter.fillRect(area, QColor(self._look.tokens.surface))
            painter.setPen(QColor(self._look.tokens.muted))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "The photo's file is missing")
            return
        painter.drawPixmap(area, self._cut_to(area.size(), self.devicePixelRatioF()))

    def _cut_to(self, size: QSize, ratio: float) -> QPixmap:
        wanted = size * ratio
        if self._cut.size() != wanted and self._image is not None:
            scaled = self._image.scaled(
                wanted,
                Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                Qt.TransformationMode.SmoothTransformation,
            )
            middle = QRect(0, 0, wanted.width(), wanted.height())
            middle.moveCenter(scaled.rect().center())
            self._cut = QPixmap.fromImage(scaled.copy(middle))
        return self._cut


class LeadPhoto(QWidget):
    """Shows the lead photo and lets its words be written.

    Signals:
        words_edited: The user wrote caption, credit or alt text; carries the `LeadFigure`.
        file_dropped: A photo's file was dropped here; carries its path.
        file_requested: The user wants to choose a photo.
        removed: The user took the photo out.
    """

    words_edited = Signal(object)
    file_dropped = Signal(object)
    file_requested = Signal()
    removed = Signal()

    def __init__(self, look: Look, pictures: PictureSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._figure = LeadFigure()
        self.setAcceptDrops(True)
        self.empty = QPushButton("Add a lead photo, or drop one here", self)
        self.empty.setObjectName("leadPhotoEmpty")
        self.empty.setIcon(look.icons("figure"))
        self.empty.setAccessibleName("Add a lead photo")
        self.empty.clicked.connect(self.file_requested)
        self.card = QFrame(self)
        self.card.setObjectName("leadPhoto")
        self.picture = _Picture(look, self.card)
        self.alt_row = QWidget(self.card)
        self.alt = _line("Alt text", "What to say to someone who cannot see the photo", self.card)
        self.decorative = QCheckBox("Decorative", self.card)
        self.decorative.setAccessibleName("The photo is decorative")
        self.decorative.setToolTip("Nothing is lost for someone who cannot see it")
        self.caption = _line("Caption", "What the photo shows", self.card)
        self.credit = _line("Credit", "Photo: who made it", self.card)
        self.pill = QPushButton("ALT", self.card)
        self.pill.setProperty("look", "pill")
        self.pill.clicked.connect(self._on_pill_clicked)
        self.more = self._more_button(look)
        self._lay_out()
        for line in (self.caption, self.credit, self.alt):
            line.textEdited.connect(self._on_words_edited)
        self.decorative.clicked.connect(self._on_words_edited)
        look.changed.connect(self.picture.update)

    def show_figure(self, figure: LeadFigure) -> None:
        """Show a photo and its words; what is being typed stays."""
        is_other = figure.src != self._figure.src
        self._figure = figure
        is_there = figure != LeadFigure()
        self._stack.setCurrentWidget(self.card if is_there else self.empty)
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
            self.picture.show_image(self._pictures(figure.src) if figure.src else None)
            self.alt_row.setVisible(figure.lacks_alt_text)
        self.picture.setVisible(bool(figure.src))
        if not figure.src:
            self.alt_row.hide()
        self._show_pill(figure)
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
        words = QHBoxLayout()
        words.setContentsMargins(8, 5, 8, 5)
        words.setSpacing(4)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(2)
        self._words.addWidget(self.caption)
        self._words.addWidget(self.credit)
        words.addLayout(self._words, 1)
        words.addWidget(self.pill)
        words.addWidget(self.more)
        alt = QHBoxLayout(self.alt_row)
        alt.setContentsMargins(8, 6, 10, 0)
        alt.addWidget(self.alt, 1)
        alt.addWidget(self.decorative)
        card = QVBoxLayout(self.card)
        card.setContentsMargins(0, 0, 0, 0)
        card.setSpacing(0)
        card.addWidget(self.picture)
        card.addWidget(self.alt_row)
        card.addLayout(words)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.card)

    def _more_button(self, look: Look) -> QToolButton:
        button = QToolButton(self.card)
        button.setIcon(look.icons("more"))
        button.setAccessibleName("More about the lead photo")
        button.setToolTip("Replace or remove the photo")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addAction(look.icons("figure"), "Replace photo…", self.file_requested.emit)
        menu.addAction(look.icons("pencil"), "Alt text", self._open_alt)
        menu.addSeparator()
        menu.addAction(look.icons("trash"), "Remove photo", self.removed.emit)
        button.setMenu(menu)
        return button

    def _share_room(self) -> None:
        """Give caption and credit the room their words need, one over the other if they must."""
        wanted = [_width_of(line) for line in (self.caption, self.credit)]
        around = self.pill.sizeHint().width() + self.more.sizeHint().width() + _AROUND
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

    def _show_pill(self, figure: LeadFigure) -> None:
        is_done = bool(figure.src) and not figure.lacks_alt_text
        if not figure.src:
            words, name = "ADD PHOTO", "Add the photo that these words are for"
        elif not is_done:
            words, name = "ALT missing", "Alt text missing"
        else:
            words = "DECORATIVE" if figure.is_decorative else "ALT ✓"
            name = "Alt text written"
        self.pill.setText(words)
        self.pill.setAccessibleName(name)
        self.pill.setToolTip(figure.alt or name)
        self.pill.setProperty("tone", "good" if is_done else "warning")
        self.pill.style().unpolish(self.pill)
        self.pill.style().polish(self.pill)

    def _show_hover(self, *, is_on: bool) -> None:
        self.card.setProperty("hover", is_on)
        self.card.style().unpolish(self.card)
        self.card.style().polish(self.card)

    @Slot()
    def _on_pill_clicked(self) -> None:
        if not self._figure.src:
            self.file_requested.emit()
        elif self.alt_row.isVisible():
            self.alt_row.hide()
            self._fit()
        else:
            self._open_alt()

    def _open_alt(self) -> None:
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
        self._show_pill(figure)
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
    line.setToolTip(name)
    return line
