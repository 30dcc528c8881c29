"""The column an item is written in: fields above, text below, scrolling as one sheet."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QWidget
from typing_extensions import override

from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.sight import caret_line, caret_thing

_STEP = 24
_ROOM = 72  # above the text while the fields are hidden
_BELOW = 56  # that shows below the line one writes in
_LEAST_TEXT = 96  # of the text stays in reach however high the fields are


class WritingColumn(QWidget):
    """Two parts on one sheet.

    The text keeps its own viewport, so that a long one costs no more than a short one: first the
    fields move up and the text grows into their place, then the text scrolls. Seen from outside
    it is one sheet with one scroll bar.

    Signals:
        scrolled: Another part of the sheet shows; carries how far it is scrolled, in pixels.
    """

    scrolled = Signal(int)

    def __init__(self, header: QWidget, text: BodyEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header, self._text = header, text
        self._offset = 0  # how far the sheet is scrolled
        self._told = 0  # by `scrolled`
        self._is_placing = False
        self._keeps_caret = False  # in sight, whatever becomes of the heights
        header.setParent(self)
        text.setParent(self)
        text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.setSingleStep(_STEP)
        self.bar.valueChanged.connect(self._on_bar_moved)
        self._inner = text.verticalScrollBar()
        self._inner.valueChanged.connect(self._on_text_scrolled)
        self._inner.rangeChanged.connect(self._on_range_changed)
        text.cursorPositionChanged.connect(self._on_caret_moved)
        text.caret_shown.connect(self.show_caret)
        header.installEventFilter(self)
        text.viewport().installEventFilter(self)
        # Not by focusObjectChanged: PySide crashes on what a web view reports through it.
        for field in header.findChildren(QWidget):
            field.installEventFilter(self)

    @property
    def offset(self) -> int:
        """How far the sheet is scrolled, in pixels."""
        return self._offset

    @property
    def text_top(self) -> int:
        """How far below the top of the sheet the text begins, in pixels."""
        return self._header_height()

    @property
    def longest_way(self) -> int:
        """How far the sheet can be scrolled, in pixels."""
        return self._longest_way()

    def show_header(self, *, is_shown: bool) -> None:
        """Show the fields above the text, or only some room in their place."""
        self._header.setVisible(is_shown)
        self._place()
        self.scroll_to(self._offset)

    @Slot(int)
    def scroll_to(self, offset: int) -> None:
        """Scroll the sheet, as far as it goes."""
        wanted = max(0, min(offset, self._longest_way()))
        if wanted != self._offset:
            self._offset = wanted
            self._place()

    @Slot()
    def show_caret(self) -> None:
        """Scroll, as little as needed, so that the line of the caret shows and what is below it.

        It stays in sight when the heights change, until somebody scrolls or goes to a field.
        """
        self._keeps_caret = True
        line, thing = caret_line(self._text), caret_thing(self._text)
        above = self._header_height()
        if self._stands_at_top():
            self.scroll_to(0)
            return
        top, bottom = thing if thing[1] - thing[0] + _BELOW < self.height() else line
        if self._offset > above + top:
            self.scroll_to(round(above + top) - _STEP)
        elif self._offset + self.height() < above + bottom + _BELOW:
            self.scroll_to(round(above + bottom) + _BELOW - self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_again()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._scroll_by_wheel(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and watched is self._text.viewport():
            self._scroll_by_wheel(cast("QWheelEvent", event))
            return True
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._show_field(watched)
        if watched is self._header and event.type() == QEvent.Type.LayoutRequest:
            self.place_again()
        return False

    def place_again(self) -> None:
        """Put both parts where they belong now that a height is another."""
        self._place()
        if self._keeps_caret:
            self.show_caret()

    @Slot(int)
    def _on_bar_moved(self, offset: int) -> None:
        self._keeps_caret = False
        self.scroll_to(offset)

    def _scroll_by_wheel(self, event: QWheelEvent) -> None:
        pixels = event.pixelDelta().y()
        if not pixels:
            lines = QGuiApplication.styleHints().wheelScrollLines()
            pixels = round(event.angleDelta().y() / 120 * lines * _STEP)
        self._keeps_caret = False
        self.scroll_to(self._offset - pixels)
        event.accept()

    # ------------------------------------------------------------ geometry

    def _header_height(self) -> int:
        return self._header.height()

    def _text_height(self) -> int:
        """Return how high the whole text is."""
        if self._inner.maximum() > 0:
            return self._inner.maximum() + self._text.viewport().height()
        return round(self._text.document().size().height())

    def _longest_way(self) -> int:
        return max(0, self._header_height() + self._text_height() - self.height())

    def _place(self) -> None:
        """Put both parts where the offset says."""
        if self._is_placing:
            return
        self._is_placing = True
        try:
            self._place_parts()
        finally:
            self._is_placing = False
        if self._offset != self._told:
            self._told = self._offset
            self.scrolled.emit(self._offset)

    def _place_parts(self) -> None:
        width = self.width() - self.bar.sizeHint().width()
        self._text.resize(width, self._text.height())
        margins = self._text.viewportMargins()
        measure = width - margins.left() - margins.right() - 2 * self._text.hang()
        if self._header.width() != measure:
            self._header.resize(measure, self._header.height())
        if (layout := self._header.layout()) is not None:
            layout.activate()
        height = _ROOM if self._header.isHidden() else self._header.sizeHint().height()
        self._offset = min(self._offset, self._longest_way_with(height))
        shown = max(0, height - self._offset)
        left = margins.left() + self._text.hang()
        self._header.setGeometry(left, -min(self._offset, height), measure, height)
        self._text.setGeometry(0, shown, width, max(_LEAST_TEXT, self.height() - shown))
        self._inner.setValue(max(0, self._offset - height))
        self._place_bar(width)

    def _longest_way_with(self, header_height: int) -> int:
        return max(0, header_height + self._text_height() - self.height())

    def _place_bar(self, left: int) -> None:
        longest = self._longest_way()
        self.bar.setGeometry(left, 0, self.width() - left, self.height())
        self.bar.setVisible(longest > 0)
        self.bar.blockSignals(True)  # noqa: FBT003
        self.bar.setPageStep(max(1, self.height() - _STEP))
        self.bar.setRange(0, longest)
        self.bar.setValue(self._offset)
        self.bar.blockSignals(False)  # noqa: FBT003

    # ------------------------------------------------------------ the text moves by itself

    @Slot(int)
    def _on_text_scrolled(self, value: int) -> None:
        """Turn a scroll of the text into one of the sheet."""
        if self._is_placing:
            return
        header = self._header_height()
        is_header_gone = self._offset >= header
        self._offset = header + value if is_header_gone else self._offset + value
        self._place()

    @Slot()
    def _on_range_changed(self) -> None:
        if not self._is_placing:
            self._place()

    @Slot()
    def _on_caret_moved(self) -> None:
        if self._stands_at_top() and self._text.hasFocus():
            self.scroll_to(0)

    def _stands_at_top(self) -> bool:
        """Whether the caret is at the start, in a line that shows together with the header."""
        if self._text.textCursor().position() != 0:
            return False
        return self._header_height() + caret_line(self._text)[1] <= self.height()

    def _show_field(self, field: QWidget) -> None:
        """Bring a field of the header into sight when the keyboard comes to it."""
        self._keeps_caret = False
        top = field.mapTo(self._header, QPoint(0, 0)).y()
        if top < self._offset:
            self.scroll_to(max(0, top - _STEP))
        elif top + field.height() > self._offset + self.height():
            self.scroll_to(top + field.height() - self.height() + _STEP)
