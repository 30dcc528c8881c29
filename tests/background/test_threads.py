"""Threads, and the way home from them."""

import sys
import threading

import pytest

from editor_app.background.errors import UnexpectedError
from editor_app.background.threads import Background, cores, on_all_cores
from editor_app.errors import EditorError


@pytest.fixture
def background(qapp):
    made = Background()
    yield made
    assert made.close()


@pytest.fixture
def mistakes(monkeypatch):
    seen = []
    monkeypatch.setattr(sys, "excepthook", lambda *mistake: seen.append(mistake))
    return seen


def unexpected(error):
    pytest.fail(str(error))


def test_work_is_done_elsewhere_and_comes_home(qtbot, background):
    results = []
    background.run(
        threading.get_ident,
        then=lambda there: results.append((there, threading.get_ident())),
        failed=unexpected,
    )
    qtbot.waitUntil(lambda: len(results) == 1)
    ((there, here),) = results
    assert here == threading.get_ident()
    assert there != here


def test_an_expected_failure_comes_home_in_words(qtbot, background, mistakes):
    errors = []

    def refuse():
        raise EditorError("The disk is full.")

    background.run(refuse, then=pytest.fail, failed=errors.append)
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert errors[0].message == "The disk is full."
    assert mistakes == []


def test_a_mistake_reaches_the_excepthook_in_the_windows_thread(qtbot, background, monkeypatch):
    seen, errors = [], []
    monkeypatch.setattr(
        sys, "excepthook", lambda kind, *_: seen.append((kind, threading.get_ident()))
    )
    background.run(lambda: 1 / 0, then=pytest.fail, failed=errors.append)
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert seen == [(ZeroDivisionError, threading.get_ident())]
    assert isinstance(errors[0], UnexpectedError)


def test_finishing_waits_and_calls_back_once(qtbot, background):
    go, results = threading.Event(), []
    task = background.run(lambda: go.wait(10), then=results.append, failed=unexpected)
    threading.Timer(0.02, go.set).start()
    task.finish()
    assert results == [True]
    background.run(lambda: 2, then=results.append, failed=unexpected)
    qtbot.waitUntil(lambda: len(results) == 2)
    assert results == [True, 2]


def test_work_that_is_forgotten_does_not_call_back(qtbot, background):
    results = []
    task = background.run(lambda: 1, then=results.append, failed=unexpected)
    task.forget()
    background.run(lambda: 2, then=results.append, failed=unexpected)
    qtbot.waitUntil(lambda: len(results) == 1)
    assert results == [2]


def test_nothing_calls_back_after_closing(qtbot):
    background, results = Background(), []
    background.run(lambda: 1, then=results.append, failed=unexpected)
    assert background.close()
    other = Background()
    other.run(lambda: 2, then=results.append, failed=unexpected)
    qtbot.waitUntil(lambda: results == [2])
    assert other.close()


def test_closing_does_not_wait_for_work_that_never_began(qapp):
    begun, gate = threading.Event(), threading.Event()
    background = Background(threads=1)

    def hold():
        begun.set()
        gate.wait()

    background.run(hold, then=unexpected, failed=unexpected)
    dropped = background.run(int, then=unexpected, failed=unexpected)
    begun.wait()
    background.call_before_closing(gate.set)
    assert background.close(seconds=60)
    dropped.finish()
    assert dropped.is_over


def test_closing_does_not_wait_for_ever(qapp):
    background, go = Background(), threading.Event()
    background.run(lambda: go.wait(10), then=lambda _: None, failed=unexpected)
    assert not background.close(seconds=0.01)
    go.set()
    assert background.drain()


def test_work_on_all_cores_keeps_the_order_of_the_things():
    assert list(on_all_cores(lambda number: number * number, range(50))) == [
        number * number for number in range(50)
    ]
    assert list(on_all_cores(str, [])) == []


def test_work_on_all_cores_is_done_by_that_many_threads_at_once():
    together = threading.Barrier(cores(), timeout=30)
    assert len(list(on_all_cores(lambda _: together.wait(), range(cores())))) == cores()


def test_the_first_failure_on_all_cores_is_raised():
    def fail(number):
        raise EditorError(f"Number {number} did not go well.", hint="Try again.")

    with pytest.raises(EditorError, match="Number 0 did"):
        on_all_cores(fail, range(20))


def test_long_work_on_all_threads_holds_up_nothing_that_is_to_be_done_at_once(qtbot, background):
    is_over, results = threading.Event(), []
    for _ in range(9):
        background.run(is_over.wait, then=lambda _: None, failed=unexpected)
    background.run_at_once(lambda: "saved", then=results.append, failed=unexpected)
    try:
        qtbot.waitUntil(lambda: results == ["saved"])
    finally:
        is_over.set()
