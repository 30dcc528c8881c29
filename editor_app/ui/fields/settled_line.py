"""A line that counts when it is left, and says so where it cannot be understood."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget
from typing_extensions import override

_QT_SHOWS = 17  # letters that Qt makes every line wide enough for
_ROOM = 4  # pixels for the caret


class NotUnderstoodError(ValueError):
    """What was typed is not what the line is for; says why in a sentence."""


class SettledLine(QLineEdit):
    """Words that stand for a value: read when Enter is pressed or the line is left.

    What cannot be understood is marked and stays to be put right, and the value stays as it was;
    Escape shows the value again. `read` and `write` are what each kind of line brings with it.

    Signals:
        settled: The user gave another value; carries it.
    """

    settled = Signal(object)

    def __init__(self, *, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: object = None
        self._hint = hint
        self.setAccessibleName(name)
        self.setToolTip(hint)
        self.textEdited.connect(self._on_text_edited)
        self.editingFinished.connect(self.settle)

    def read(self, text: str) -> object:
        """Return what text says.

        Raises:
            NotUnderstoodError: It says nothing that the line is for.
        """
        return text

    def write(self, value: object) -> str:
        """Return the words for a value."""
        return str(value)

    def value(self) -> object:
        """Return the value that counts, whatever is being typed."""
        return self._value

    def show_value(self, value: object) -> None:
        """Show a value; what is being typed stays unless the value is another one."""
        if value != self._value or not self.isModified():
            self._value = value
            self.put_back()

    def put_back(self) -> None:
        """Show the value again instead of what was typed."""
        self._mark("")
        words = self.write(self._value)
        if words != self.text():
            self.setText(words)
            self.setCursorPosition(0)
        self.setModified(False)

    @Slot()
    def settle(self) -> None:
        """Take what was typed for the value, or mark it."""
        if not self.isModified():
            return
        try:
            value = self.read(self.text().strip())
        except NotUnderstoodError as error:
            self._mark(str(error))
            return
        is_other, self._value = value != self._value, value
        self.put_back()
        if is_other:
            self.settled.emit(value)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.put_back()
            self.selectAll()
            event.accept()
            return
        super().keyPressEvent(event)

    @Slot()
    def _on_text_edited(self) -> None:
        self._mark("")

    def _mark(self, why: str) -> None:
        """Frame the line and say why, or take the frame away."""
        if bool(why) != bool(self.property("wrong")):
            self.setProperty("wrong", bool(why))
            self.style().unpolish(self)
            self.style().polish(self)
        self.setToolTip(why or self._hint)
        self.setAccessibleDescription(why)
        if why and self.isVisible():
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), why, self)


def size_for_words(line: QLineEdit, usual: QSize, *, least: str = "") -> QSize:
    """Return the size in which a line shows all its words and some others, from Qt's usual one."""
    metrics = line.fontMetrics()
    around = usual.width() - _QT_SHOWS * metrics.horizontalAdvance("x")
    words = line.text() or line.placeholderText()
    shown = max(metrics.horizontalAdvance(words), metrics.horizontalAdvance(least))
    return QSize(shown + around + _ROOM, usual.height())


def settle_typing(window: QWidget) -> None:
    """Let what is being typed in a window count before something else is done."""
    line = window.focusWidget()
    if isinstance(line, SettledLine):
        line.settle()
