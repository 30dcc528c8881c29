"""A field for one paragraph that grows with its words: the headline, the standfirst."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QTextEdit, QWidget
from typing_extensions import override

Take = Callable[[QMimeData], bool]
_LINE_ENDS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class GrowingText(QTextEdit):
    """Plain words without line ends, as high as they need.

    Each of `pastes` may take what is pasted or dropped, and then returns True.

    Signals:
        text_edited: The user typed; carries the words. Not sent by `show_text`.
        finished: The user pressed Enter and wants to go on.
    """

    text_edited = Signal(str)
    finished = Signal()

    def __init__(self, *, font: QFont, name: str, placeholder: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._placeholder = placeholder
        self.pastes: list[Take] = []
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._is_showing = False
        self._known = ""  # formats and marks of spelling change the text as well, but no word
        self.textChanged.connect(self._on_text_changed)
        self.show_font(font)

    def show_font(self, font: QFont) -> None:
        """Show the words in another font."""
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._fit()
        self.updateGeometry()

    def text(self) -> str:
        """Return the words."""
        return self.toPlainText().replace("\n", " ")

    def show_text(self, text: str) -> None:
        """Show words that were not typed here; undo starts anew, the caret stays if they agree."""
        if text == self.toPlainText():
            return
        self._is_showing = True
        try:
            self.setPlainText(text)
        finally:
            self._is_showing = False
        self._known = self.text()
        self._fit()

    def show_direction(self, direction: Qt.LayoutDirection) -> None:
        """Write from the left or from the right."""
        option = QTextOption(self.document().defaultTextOption())
        if option.textDirection() != direction:
            option.setTextDirection(direction)
            self.document().setDefaultTextOption(option)
            self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _LINE_ENDS:
            self.finished.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if any(take(source) for take in self.pastes):
            return
        words = " ".join(source.text().split())
        self.textCursor().insertText(words)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        if self._is_empty():
            self._paint_placeholder()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted_height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._wanted_height())

    @Slot()
    def _on_text_changed(self) -> None:
        self._fit()
        if self._is_showing:
            return
        if "\n" in self.toPlainText():
            self._join_lines()
            return
        if (words := self.text()) != self._known:
            self._known = words
            self.text_edited.emit(words)

    def _join_lines(self) -> None:
        """Make one line of what an input method or a drop brought in as several."""
        place = self.textCursor().position()
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(self.text())
        cursor.setPosition(min(place, len(self.text())))
        self.setTextCursor(cursor)

    def _is_empty(self) -> bool:
        is_composing = self.textCursor().block().layout().preeditAreaText()
        return self.document().isEmpty() and not is_composing

    def _paint_placeholder(self) -> None:
        """Say what the field is for, from the side it is written from: Qt's own is at the left."""
        direction = self.document().defaultTextOption().textDirection()
        is_rtl = direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        how = side | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(self.viewport().rect(), how, self._placeholder)

    def _wanted_height(self) -> int:
        line = QFontMetrics(self.font()).lineSpacing()
        return max(line, round(self.document().size().height())) + 2

    def _fit(self) -> None:
        height = self._wanted_height()
        if height != self.height():
            self.setFixedHeight(height)


class PlainArea(QPlainTextEdit):
    """A few lines of plain words.

    Signals:
        text_edited: The user typed; carries the words. Not sent by `show_text`.
    """

    text_edited = Signal(str)

    def __init__(self, *, name: str, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        line = QFontMetrics(self.font()).lineSpacing()
        self.setFixedHeight(line * lines + 18)
        self._is_showing = False
        self.textChanged.connect(self._on_text_changed)

    def show_text(self, text: str) -> None:
        """Show words that were not typed here."""
        if text == self.toPlainText():
            return
        self._is_showing = True
        try:
            self.setPlainText(text)
        finally:
            self._is_showing = False

    @Slot()
    def _on_text_changed(self) -> None:
        if not self._is_showing:
            self.text_edited.emit(self.toPlainText())
