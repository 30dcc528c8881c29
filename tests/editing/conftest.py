"""A real library, a clock that can be moved, timers and a thread that wait to be told."""

from datetime import UTC, datetime, timedelta

import pytest

from editor_app.editing.autosave import Autosave
from editor_app.editing.session import EditingSession
from editor_app.errors import EditorError
from editor_app.store.library import Library


class Clock:
    def __init__(self):
        self.now = datetime(2026, 3, 2, 14, 2, tzinfo=UTC)

    def __call__(self):
        return self.now

    def advance(self, seconds):
        self.now += timedelta(seconds=seconds)


class Timers:
    """Timers of which the test says when their time has come."""

    def __init__(self):
        self.waiting = {}

    def __call__(self):
        return _Timer(self)

    def pass_time(self, seconds):
        for timer, (left, callback) in list(self.waiting.items()):
            self.waiting[timer] = (left - seconds, callback)
        for timer, (left, callback) in list(self.waiting.items()):
            if left <= 0 and timer in self.waiting:
                del self.waiting[timer]
                callback()


class _Timer:
    def __init__(self, timers):
        self._timers = timers

    def start(self, seconds, callback):
        self._timers.waiting[self] = (seconds, callback)

    def cancel(self):
        self._timers.waiting.pop(self, None)


class Thread:
    """Work on a thread of which the test says when it is done."""

    def __init__(self):
        self.under_way = []

    def __call__(self, work, *, then, failed):
        task = _Task(work, then, failed)
        self.under_way.append(task)
        return task

    def work(self):
        for task in list(self.under_way):
            task.finish()
        self.under_way.clear()


class _Task:
    def __init__(self, work, then, failed):
        self._work, self._then, self._failed = work, then, failed
        self._is_over = False

    def finish(self):
        if self._is_over:
            return
        self._is_over = True
        try:
            result = self._work()
        except EditorError as error:
            self._failed(error)
        else:
            self._then(result)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def timers():
    return Timers()


@pytest.fixture
def thread():
    return Thread()


@pytest.fixture
def library(tmp_path, clock):
    with Library.open(tmp_path / "library", clock=clock) as opened:
        yield opened


@pytest.fixture
def session(library, clock):
    return EditingSession(library, clock=clock)


@pytest.fixture
def autosave(session, timers, thread):
    return Autosave(session, later=timers, run=thread)
