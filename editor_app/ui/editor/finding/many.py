"""Thousands of hits replaced between events, with a way to stop."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from editor_app.ui.editor.finding.surfaces import BodySurface, Found, Surface
from editor_app.ui.pasting.stepping import Stepping

_QUICK = 200  # hits that are replaced at once without being felt


class ManyReplaced(QObject):
    """Replaces many hits in the text as one undo step, while the window stays alive.

    Signals:
        busy_changed: Hits are being replaced now, or no longer.
    """

    busy_changed = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stepping: Stepping | None = None

    @property
    def is_busy(self) -> bool:
        """Whether hits are being replaced."""
        return self._stepping is not None

    def take(
        self,
        surface: Surface,
        words: Sequence[tuple[Found, str]],
        *,
        done: Callable[[bool], None],
    ) -> bool:
        """Begin to replace hits, if there are many; ``done`` is told whether all were replaced."""
        if len(words) <= _QUICK or not isinstance(surface, BodySurface):
            return False

        def end(is_whole: bool) -> None:  # noqa: FBT001 - a callback
            self._stepping = None
            self.busy_changed.emit(False)  # noqa: FBT003
            done(is_whole)

        editor = surface.editor
        steps = surface.replacing(words)
        self._stepping = Stepping(editor, editor.textCursor(), steps, done=end)
        self.busy_changed.emit(True)  # noqa: FBT003
        self._stepping.start()
        return True

    @Slot()
    def cancel(self) -> None:
        """Take back what is being replaced."""
        if self._stepping is not None:
            self._stepping.stop()
