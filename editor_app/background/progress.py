"""Long jobs: generators that say how far they are, run on a thread, closed to cancel."""

from collections.abc import Callable, Generator
from contextlib import closing
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from editor_app.background.threads import Background, Failed
from editor_app.errors import EditorError

Step = TypeVar("Step")
Result = TypeVar("Result")


class Job(QObject):
    """One long job on a thread.

    Cancelling closes the generator between two steps, on its own thread, so that it puts away what
    it has begun. A job is run once.

    Signals:
        progressed: Carries the newest step that the generator yielded. Steps that come faster than
            they can be shown are left out, but not the last one.
        cancelled: The job was cancelled and has put everything away.
    """

    progressed = Signal(object)
    cancelled = Signal()
    _stepped = Signal()

    def __init__(self, background: Background, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._cancel = Event()
        self._is_told = Event()  # set while a step waits to be shown
        self._newest: object = None
        self._stepped.connect(self._on_stepped, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        steps: Generator[Step, None, Result],
        *,
        then: Callable[[Result], None],
        failed: Failed,
    ) -> None:
        """Walk through steps on a thread, then call one of the callbacks, or say `cancelled`."""
        ended: list[Result] = []

        def walk() -> None:
            with closing(steps):
                while not self._cancel.is_set():
                    try:
                        self._tell(next(steps))
                    except StopIteration as end:
                        ended.append(end.value)
                        return

        def come_home(_: None) -> None:
            forget()
            if not ended:
                self.cancelled.emit()
                return
            self._on_stepped()
            then(ended[0])

        def fail(error: EditorError) -> None:
            forget()
            failed(error)

        forget = self._background.call_before_closing(self.cancel)
        self._background.run(walk, then=come_home, failed=fail)

    @Slot()
    def cancel(self) -> None:
        """Ask the job to stop before its next step."""
        self._cancel.set()

    def _tell(self, step: object) -> None:
        self._newest = step
        if not self._is_told.is_set():
            self._is_told.set()
            self._stepped.emit()

    @Slot()
    def _on_stepped(self) -> None:
        if self._is_told.is_set():
            self._is_told.clear()
            self.progressed.emit(self._newest)
