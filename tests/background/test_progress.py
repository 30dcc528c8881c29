"""Long jobs."""

import threading

import pytest

from editor_app.background.progress import Job
from editor_app.background.threads import Background
from editor_app.errors import EditorError


@pytest.fixture
def background(qapp):
    made = Background()
    yield made
    assert made.close()


def unexpected(error):
    pytest.fail(str(error))


def test_a_job_says_how_far_it_is_and_what_came_of_it(qtbot, background):
    def steps():
        yield 1
        yield 2
        return "done"

    seen, results = [], []
    job = Job(background)
    job.progressed.connect(seen.append)
    job.run(steps(), then=results.append, failed=unexpected)
    qtbot.waitUntil(lambda: results == ["done"])
    assert seen[-1] == 2


def test_a_cancelled_job_puts_away_what_it_began(qtbot, background):
    put_away, threads = [], []

    def steps():
        try:
            while True:
                threads.append(threading.get_ident())
                yield 1
        finally:
            put_away.append(threading.get_ident())

    job = Job(background)
    job.progressed.connect(job.cancel)
    with qtbot.waitSignal(job.cancelled):
        job.run(steps(), then=pytest.fail, failed=unexpected)
    assert put_away == [threads[0]]


def test_a_job_that_fails_says_why(qtbot, background):
    def steps():
        yield 1
        raise EditorError("The folder cannot be written.")

    errors = []
    job = Job(background)
    job.run(steps(), then=pytest.fail, failed=errors.append)
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert errors[0].message == "The folder cannot be written."


def test_closing_the_threads_cancels_a_job(qapp):
    background, put_away, began = Background(), threading.Event(), threading.Event()

    def steps():
        try:
            while True:
                began.set()
                yield 1
        finally:
            put_away.set()

    job = Job(background)
    job.run(steps(), then=pytest.fail, failed=unexpected)
    assert began.wait(5)
    assert background.close()
    assert put_away.is_set()
