"""PySide6 6.12.0 loses a reference to None on every void call and aborts; ours must not."""

import sys

from PySide6.QtCore import QObject, QTimer, Signal

# CPython itself may take or drop a few references in between; the fault takes one a call.
A_FEW = 25


class Bell(QObject):
    """Something that rings."""

    rung = Signal(int)


def references():
    return [sys.getrefcount(one) for one in (None, True)]


def test_300_void_calls_leave_none_where_it_was(qapp):
    timer = QTimer()
    before = references()
    for number in range(300):
        timer.setInterval(number)
    assert all(abs(b - a) < A_FEW for a, b in zip(before, references(), strict=True))


def test_5000_signals_leave_none_where_it_was(qapp):
    bell, heard = Bell(), []
    bell.rung.connect(heard.append)
    before = references()
    for number in range(5000):
        bell.rung.emit(number)
    assert len(heard) == 5000
    assert all(abs(b - a) < A_FEW for a, b in zip(before, references(), strict=True))
