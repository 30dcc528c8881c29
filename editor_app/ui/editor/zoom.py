"""How large the text is shown."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from typing_extensions import override

from editor_app.ui.editor.body_editor import BodyEditor

LEVELS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
_NOTCH = 120  # what a wheel gives for one step


class Zoom(QObject):
    """Shows the text of an editor larger or smaller, in steps; the words and undo know nothing.

    The line at the caret stays where it is on the screen.

    Signals:
        changed: The text is shown at another size; carries it, 1.0 being the usual one.
    """

    changed = Signal(float)

    def __init__(self, editor: BodyEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._turned = 0
        editor.viewport().installEventFilter(self)

    @property
    def level(self) -> float:
        """How large the text is shown."""
        return self._editor.look().zoom

    def show_level(self, level: float) -> None:
        """Show the text at the size nearest to a level."""
        nearest = min(LEVELS, key=lambda each: abs(each - level))
        if nearest == self.level:
            return
        editor = self._editor
        before = editor.cursorRect().top()
        editor.show_look(replace(editor.look(), zoom=nearest))
        self.changed.emit(nearest)
        bar = editor.verticalScrollBar()
        bar.setValue(bar.value() + editor.cursorRect().top() - before)

    def larger(self) -> None:
        """Show the text one step larger."""
        self._step(1)

    def smaller(self) -> None:
        """Show the text one step smaller."""
        self._step(-1)

    def usual(self) -> None:
        """Show the text at its usual size."""
        self.show_level(1.0)

    def _step(self, steps: int) -> None:
        wanted = LEVELS.index(self.level) + steps if self.level in LEVELS else 0
        self.show_level(LEVELS[max(0, min(wanted, len(LEVELS) - 1))])

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QWheelEvent):
            return False
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self._turned += event.angleDelta().y()
        if abs(self._turned) >= _NOTCH:
            self._step(1 if self._turned > 0 else -1)
            self._turned = 0
        return True
