"""A field for Markdown."""

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from editor_app.editing.joined import shared_start
from editor_app.ui.editor.counting import units
from editor_app.ui.editor.look import EditorLook
from editor_app.ui.editor.source.colours import MarkdownColours

LONGEST_LINE = 200_000
MOST = 2_000_000
_LONGEST_WRAPPED = 8_000  # Qt's time for wrapping a word grows with the square of its letters
_MOST_COLOURED = 300_000
_SCALE = 0.92


class MarkdownField(QPlainTextEdit):
    """Plain text in one width of letters, with modest colours and its own undo.

    Signals:
        markdown_edited: The words are others than before; not sent by `show_markdown`.
        left: The keyboard went elsewhere.
        refused: Something could not be put in; carries the reason as a sentence.
    """

    markdown_edited = Signal()
    left = Signal()
    refused = Signal(str)

    def __init__(self, look: EditorLook, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("markdownField")
        self.setAccessibleName("Markdown")
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(False)
        self._is_showing = False
        self._colours = MarkdownColours(look, parent=self)
        self._colours.setDocument(self.document())
        self.show_look(look)
        self.textChanged.connect(self._on_text_changed)

    def markdown(self) -> str:
        """Return the words as they were typed; Qt's own call would lose no-break spaces."""
        return self.document().toRawText().replace("\u2029", "\n")

    def show_markdown(self, text: str) -> None:
        """Show other words, with nothing to undo."""
        self._is_showing = True
        try:
            self.setPlainText(text)
        finally:
            self._is_showing = False

    def change_markdown(self, text: str) -> None:
        """Show other words by changing only what differs, as one undo step; the caret stays."""
        old = self.markdown()
        start = shared_start(old, text)
        end = shared_start(old[start:][::-1], text[start:][::-1])
        if old == text:
            return
        self._make_ready_for(text[start:])
        self._is_showing = True
        cursor = QTextCursor(self.document())
        cursor.setPosition(units(old[:start]))
        cursor.setPosition(units(old[: len(old) - end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start : len(text) - end])
        self._is_showing = False

    def place(self) -> int:
        """Return before which letter the caret is."""
        raw = self.markdown().encode("utf-16-le")
        return len(raw[: 2 * self.textCursor().position()].decode("utf-16-le", "ignore"))

    def go_to(self, place: int) -> None:
        """Put the caret before a letter, in the middle of what is seen."""
        self.follow(place)
        self.centerCursor()

    def follow(self, place: int) -> None:
        """Put the caret before a letter, and scroll no further than it needs."""
        cursor = self.textCursor()
        last = self.document().characterCount() - 1
        cursor.setPosition(min(units(self.markdown()[:place]), last))
        self.setTextCursor(cursor)

    def go_to_line(self, line: int) -> None:
        """Put the caret at the start of a line, counted from 1."""
        cursor = QTextCursor(self.document().findBlockByNumber(line - 1))
        self.setTextCursor(cursor)
        self.centerCursor()

    def show_look(self, look: EditorLook) -> None:
        """Use other colours and fonts."""
        font = QFont()
        font.setFamilies(list(look.monospace))
        font.setPointSizeF(look.size * _SCALE * look.zoom)
        self.setFont(font)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(look.background))
        palette.setColor(QPalette.ColorRole.Text, QColor(look.text))
        self.setPalette(palette)
        self._colours.show_look(look)

    def show_direction(self, direction: Qt.LayoutDirection) -> None:
        """Write from the left, from the right, or as each line's letters say."""
        side = Qt.AlignmentFlag.AlignLeft
        if direction == Qt.LayoutDirection.RightToLeft:  # of itself Qt leaves the words at the left
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        option = self.document().defaultTextOption()
        option.setTextDirection(direction)
        option.setAlignment(side)
        self.document().setDefaultTextOption(option)

    @override
    def setPlainText(self, text: str) -> None:
        super().setPlainText("")
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._colours.set_on(is_on=True)
        self._make_ready_for(text)
        self._colours.wait()
        super().setPlainText(text)
        self._colours.go_on()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        if len(text) > MOST or _longest_line(text) > LONGEST_LINE:
            self.refused.emit("This is too long to be put in. Nothing was changed.")
            return
        self._make_ready_for(text)
        self.insertPlainText(text)
        self.ensureCursorVisible()

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() == Qt.Key.Key_Tab and not e.modifiers():
            self.insertPlainText("    ")
            return
        super().keyPressEvent(e)

    @override
    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        self.left.emit()

    def _make_ready_for(self, text: str) -> None:
        """Leave off what would take too long with a text."""
        if _longest_line(text) > _LONGEST_WRAPPED:
            self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        if len(text) + self.document().characterCount() > _MOST_COLOURED:
            self._colours.set_on(is_on=False)

    @Slot()
    def _on_text_changed(self) -> None:
        if not self._is_showing:
            self.markdown_edited.emit()


def _longest_line(text: str) -> int:
    return max(map(len, text.split("\n")))
