"""Garbage is collected on the window's thread only."""

import gc
import time

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY = 1000  # milliseconds
_WHOLE_EVERY = 20.0  # seconds between two looks through everything, which are felt


class Collector(QObject):
    """Takes Python's collector over while a window is open.

    Python collects on whichever thread happens to reach a threshold. What it finds may be a cursor
    or a widget, and Qt's objects must not be destroyed on a thread that is not theirs. Objects
    without cycles go at once, as ever.

    What a window is made of stays as long as it does, and looking through it takes a tenth of a
    second. So all that is there when everything is due for the first time is never looked at again.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._limits = gc.get_threshold()
        self._whole_at = time.monotonic()
        self._has_set_aside = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        gc.disable()

    @Slot()
    def look(self) -> None:
        """Collect as far as Python would have by now."""
        young, middle, old = (
            count > limit for count, limit in zip(gc.get_count(), self._limits, strict=True)
        )
        now = time.monotonic()
        if old and now - self._whole_at > _WHOLE_EVERY:
            self._whole_at = now
            self._look_through_everything()
        elif young or middle:
            gc.collect(1 if middle else 0)

    def let_go(self) -> None:
        """Give the collector back."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _look_through_everything(self) -> None:
        if self._has_set_aside:
            gc.collect()
        else:
            self._has_set_aside = True
            gc.freeze()
