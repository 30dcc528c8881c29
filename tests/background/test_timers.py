"""Calls that come later."""

from editor_app.background.timers import QtTimers


def test_a_timer_calls_back_once(qtbot):
    calls = []
    timer = QtTimers()()
    timer.start(0.001, lambda: calls.append(1))
    qtbot.waitUntil(lambda: calls == [1])
    assert not timer.is_waiting


def test_starting_again_replaces_the_call(qtbot):
    calls = []
    timer = QtTimers()()
    timer.start(0.001, lambda: calls.append("old"))
    timer.start(0.001, lambda: calls.append("new"))
    qtbot.waitUntil(lambda: len(calls) == 1)
    assert calls == ["new"]


def test_a_cancelled_timer_does_not_call(qtbot):
    calls = []
    timers = QtTimers()
    timer, other = timers(), timers()
    timer.start(0.001, lambda: calls.append("cancelled"))
    timer.cancel()
    other.start(0.01, lambda: calls.append("other"))
    qtbot.waitUntil(lambda: len(calls) == 1)
    assert calls == ["other"]


def test_a_timer_may_start_itself_again(qtbot):
    calls = []
    timer = QtTimers()()

    def again():
        calls.append(1)
        if len(calls) < 3:
            timer.start(0.001, again)

    timer.start(0.001, again)
    qtbot.waitUntil(lambda: len(calls) == 3)
