"""A few threads, and the way home from them."""

import os
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from editor_app.background.errors import UnexpectedError
from editor_app.errors import EditorError

Result = TypeVar("Result")
Thing = TypeVar("Thing")
Failed = Callable[[EditorError], None]


def cores() -> int:
    """Return on how many cores this process may run."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def on_all_cores(work: Callable[[Thing], Result], things: Iterable[Thing], /) -> Iterable[Result]:
    """Return what work makes of each thing, in the order of the things, working on all cores.

    It waits for all of it. The first thing, in their order, that fails raises its error here; what
    has not begun by then is not done. Python itself runs on one core at a time: it helps work
    that is mostly spent in libraries, such as making pictures.
    """
    waiting = list(things)
    threads = min(cores(), len(waiting))
    if threads <= 1:
        return [work(thing) for thing in waiting]
    with ThreadPoolExecutor(threads, thread_name_prefix="standfirst-core") as pool:
        return list(pool.map(work, waiting))


class Task(Generic[Result]):
    """Work that was given to a thread. It calls back once, in the window's thread."""

    def __init__(
        self, future: "Future[Result]", then: Callable[[Result], None], failed: Failed
    ) -> None:
        self._future = future
        self._then = then
        self._failed = failed
        self._is_over = False

    @property
    def is_over(self) -> bool:
        """Whether it called back, or will not any more."""
        return self._is_over

    def finish(self) -> None:
        """Wait for the work, and call back now if that was not done yet."""
        if self._is_over:
            return
        if not self._future.done():
            wait([self._future])
        self.deliver()

    def forget(self) -> None:
        """Do not call back; work that has not begun is not done."""
        self._is_over = True
        self._future.cancel()

    def deliver(self) -> None:
        """Call back with how the work went."""
        if self._is_over:
            return
        self._is_over = True
        if self._future.cancelled():
            return
        error = self._future.exception()
        if error is None:
            self._then(self._future.result())
        elif isinstance(error, EditorError):
            self._failed(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)
            self._failed(UnexpectedError())


class Background(QObject):
    """Runs work on a few threads and comes home with the result.

    Make it in the window's thread: callbacks are called there. What is not an `EditorError` is a
    mistake in the program and goes to ``sys.excepthook``, in the window's thread.
    """

    _came_home = Signal(object)

    def __init__(self, *, threads: int = 3, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="standfirst")
        self._kept_free = ThreadPoolExecutor(1, thread_name_prefix="standfirst-at-once")
        self._futures: set[Future[Any]] = set()
        self._before_closing: list[Callable[[], None]] = []
        self._is_closed = False
        self._came_home.connect(self._on_came_home, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Result],
        *,
        then: Callable[[Result], None],
        failed: Failed,
    ) -> Task[Result]:
        """Do work on a thread, then call one of the callbacks with how it went."""
        return self._task(self._threads.submit(work), then, failed)

    def run_at_once(
        self,
        work: Callable[[], Result],
        *,
        then: Callable[[Result], None],
        failed: Failed,
    ) -> Task[Result]:
        """Do work as `run` does, on a thread that no long work keeps busy."""
        return self._task(self._kept_free.submit(work), then, failed)

    def _task(
        self, future: "Future[Result]", then: Callable[[Result], None], failed: Failed
    ) -> Task[Result]:
        task = Task(future, then, failed)
        self._futures = {one for one in self._futures if not one.done()} | {future}
        future.add_done_callback(partial(self._send_home, task))
        return task

    def drain(self, *, seconds: float = 30.0) -> bool:
        """Wait until no work is running; return whether that was so in time.

        Callbacks are still to come: they need the window's event loop.
        """
        # work that was dropped is done, though ``wait`` would go on waiting for it
        running = [future for future in self._futures if not future.done()]
        return not wait(running, timeout=seconds).not_done

    def call_before_closing(self, stop: Callable[[], None]) -> Callable[[], None]:
        """Call stop when the threads are to end, so that long work can; return what ends that."""
        self._before_closing.append(stop)
        return lambda: self._before_closing.remove(stop)

    def close(self, *, seconds: float = 10.0) -> bool:
        """Stop: what has not begun is dropped, what runs gets some seconds, nothing calls back.

        Return whether all threads came to an end in that time.
        """
        for stop in tuple(self._before_closing):
            stop()
        self._is_closed = True
        for threads in (self._threads, self._kept_free):
            threads.shutdown(wait=False, cancel_futures=True)
        return self.drain(seconds=seconds)

    def _send_home(self, task: Task[Result], future: "Future[Result]") -> None:
        if not self._is_closed and not future.cancelled():
            self._came_home.emit(task)

    @Slot(object)
    def _on_came_home(self, task: Task[object]) -> None:
        if not self._is_closed:
            task.deliver()
