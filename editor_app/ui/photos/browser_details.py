"""The photo that is chosen in the browser: its picture, its words, and which items show it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from editor_app.intake.photo_files import shown_name
from editor_app.media.photo_record import PhotoRecord
from editor_app.model.photo_words import PhotoWords
from editor_app.store.photo_query import PhotoUse
from editor_app.ui.item_list.thumbnails import Thumbnails
from editor_app.ui.look.look import Look
from editor_app.ui.photos.browser_actions import BrowserActions, button_for
from editor_app.ui.photos.browser_words import (
    fact_lines,
    photos_words,
    use_words,
    word_rows,
)
from editor_app.ui.photos.facts import remarks, size_words

WIDTH = 344
_PICTURE_HEIGHT = 176
_ASKED_FOR = frozenset({"Alt text", "Credit"})  # what a page cannot do without
_MOST_USES = 30
_PLACES = 6


class _Shown(QWidget):
    """The picture of the photo that is chosen, whole."""

    def __init__(self, look: Look, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._thumbnails = look, thumbnails
        self._src = ""
        self.setAccessibleName("The chosen photo")
        self.setFixedHeight(_PICTURE_HEIGHT)
        thumbnails.arrived.connect(self.update)

    def show_photo(self, src: str) -> None:
        """Show another photo."""
        self._src = src
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.tokens.background))
        side = max(self.width(), self.height())
        found = self._thumbnails.get(self._src, side=side, ratio=self.devicePixelRatioF())
        if found is None:
            return
        size = QSize(found.size() / self.devicePixelRatioF())
        if size.width() > self.width() or size.height() > self.height():
            size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(self.rect().topLeft(), size)
        place.moveCenter(self.rect().center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, found)


class _Use(QPushButton):
    """An item that shows the photo, to be opened."""

    def __init__(self, use: PhotoUse, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = use_words(use)
        self.setProperty("look", "use")
        self.setAutoDefault(False)
        self.setAccessibleName(self._words.replace("\n", ", "))
        self.setToolTip("Open this item and go to the photo")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - 20
        lines = (
            self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room)
            for line in self._words.split("\n")
        )
        self.setText("\n".join(lines))


class PhotoDetails(QFrame):
    """Shows one photo, or how many are chosen, with what can be done.

    Signals:
        use_requested: The user wants to see an item that shows the photo; carries the `PhotoUse`.
    """

    use_requested = Signal(object)

    def __init__(
        self,
        look: Look,
        thumbnails: Thumbnails,
        actions: BrowserActions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("photoBrowserDetails")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self.picture = _Shown(look, thumbnails, self)
        self.name = QLabel(self)
        self.name.setProperty("look", "heading")
        self.facts = QLabel(self)
        self.facts.setProperty("look", "hint")
        self.warnings = QLabel(self)
        self.warnings.setProperty("look", "warning")
        for label in (self.name, self.facts, self.warnings):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._words = QWidget(self)
        self._uses = QWidget(self)
        self._buttons = [button_for(action, self) for action in actions.all()]
        self._lay_out()
        self.show_many(0, size=0)

    def show_photo(self, record: PhotoRecord, words: PhotoWords, uses: Sequence[PhotoUse]) -> None:
        """Show one photo, what is known of it, and the items that show it."""
        self.picture.show_photo(record.photo.src)
        self.picture.show()
        self.name.setText(_breakable(shown_name(record.name) or "Pasted picture"))
        self.facts.setText("\n".join(fact_lines(record)))
        self.warnings.setText("\n".join(remarks(record, words.crop)))
        self.warnings.setVisible(bool(self.warnings.text()))
        self._show_words(words)
        self._show_uses(uses)

    def show_many(self, number: int, *, size: int) -> None:
        """Show how many photos are chosen."""
        self.picture.hide()
        self.name.setText(f"{photos_words(number)} chosen" if number else "No photo chosen")
        self.facts.setText(size_words(size) if number else "Choose one to see what is known of it.")
        self.warnings.hide()
        self._words.hide()
        self._uses.hide()

    def first_button(self) -> QWidget:
        """Return what takes the keyboard when somebody comes here."""
        return next((one for one in self._buttons if one.isEnabled()), self._area)

    def _lay_out(self) -> None:
        inside = QWidget(self)
        inside.setObjectName("photoBrowserFacts")
        known = self._known = QVBoxLayout(inside)
        known.setContentsMargins(14, 12, 14, 12)
        known.setSpacing(8)
        for part in (self.picture, self.name, self.facts, self.warnings, self._words, self._uses):
            known.addWidget(part)
        known.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setObjectName("photoBrowserScroll")
        self._area.setAccessibleName("Details of the chosen photo")
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QGridLayout()
        buttons.setContentsMargins(14, 8, 14, 12)
        buttons.setSpacing(6)
        for number, button in enumerate(self._buttons):
            place = min(number, _PLACES - 1)  # one of the last two is shown at a time
            buttons.addWidget(button, place // 2, place % 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._area, 1)
        layout.addLayout(buttons)

    def _show_words(self, words: PhotoWords) -> None:
        self._words = self._replaced(self._words)
        rows = QVBoxLayout(self._words)
        rows.setContentsMargins(0, 4, 0, 0)
        rows.setSpacing(1)
        for label, said in word_rows(words):
            head = QLabel(label, self._words)
            head.setProperty("look", "label")
            rows.addWidget(head)
            shown = QLabel(said.strip() or "Not known", self._words)
            shown.setTextFormat(Qt.TextFormat.PlainText)
            shown.setWordWrap(True)
            if not said.strip():
                shown.setText("Missing" if label in _ASKED_FOR else "Not known")
                shown.setProperty("look", "warning" if label in _ASKED_FOR else "muted")
            rows.addWidget(shown)
            rows.addSpacing(5)
        self._words.show()

    def _show_uses(self, uses: Sequence[PhotoUse]) -> None:
        self._uses = self._replaced(self._uses)
        rows = QVBoxLayout(self._uses)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        head = QLabel("Where it is used" if uses else "Not used in any item", self._uses)
        head.setProperty("look", "label")
        rows.addWidget(head)
        for use in uses[:_MOST_USES]:
            button = _Use(use, self._uses)
            button.clicked.connect(lambda _checked, one=use: self.use_requested.emit(one))
            rows.addWidget(button)
        if len(uses) > _MOST_USES:
            rows.addWidget(QLabel(f"and {len(uses) - _MOST_USES} more", self._uses))
        self._uses.show()

    def _replaced(self, part: QWidget) -> QWidget:
        """Return an empty widget in the place of one that is done with."""
        made = QWidget(self)
        self._known.replaceWidget(part, made)
        part.hide()
        part.deleteLater()
        return made


def _breakable(name: str) -> str:
    """Return a file's name so that a long one can be broken into lines."""
    return "\u200b".join(name[at : at + 12] for at in range(0, len(name), 12))
