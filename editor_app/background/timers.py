"""Calls that come later, in the window's thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Slot


class QtTimer(QObject):
    """Calls back once, after some seconds; starting it again puts the call off."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._callback: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def is_waiting(self) -> bool:
        """Whether a call is to come."""
        return self._callback is not None

    def start(self, seconds: float, callback: Callable[[], None]) -> None:
        """Call back after so many seconds."""
        self._callback = callback
        self._timer.start(round(seconds * 1000))

    def cancel(self) -> None:
        """Do not call back."""
        self._callback = None
        self._timer.stop()

    @Slot()
    def _on_timeout(self) -> None:
        callback, self._callback = self._callback, None
        if callback is not None:
            callback()


class QtTimers:
    """Makes timers that live as long as their parent: ``later=QtTimers(window)``."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._parent = parent

    def __call__(self) -> QtTimer:
        """Return a new timer."""
        return QtTimer(self._parent)
