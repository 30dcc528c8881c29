"""No object of Qt's is destroyed on a thread that is not its own."""

import gc
import threading

from PySide6.QtCore import QObject

from editor_app.background import collecting
from editor_app.background.collecting import Collector


class Circle:
    """Something only the collector can take away; tells on which thread it went."""

    def __init__(self, told):
        self.told, self.me = told, self

    def __del__(self):
        self.told.append(threading.current_thread())


def test_a_worker_that_makes_much_garbage_collects_nothing(qtbot):
    gc.collect()
    owner, told = QObject(), []
    collector = Collector(owner)
    try:
        Circle(told)
        worker = threading.Thread(target=lambda: [[] for _ in range(100_000)])
        worker.start()
        worker.join()
        assert told == []
        kept = [[] for _ in range(20 * gc.get_threshold()[0])]
        qtbot.waitUntil(lambda: told == [threading.main_thread()], timeout=5_000)
        assert kept
    finally:
        collector.let_go()
    assert gc.isenabled()


def test_without_it_the_worker_would_collect():
    gc.collect()
    told = []
    Circle(told)
    kept = []
    worker = threading.Thread(target=lambda: kept.extend([] for _ in range(100_000)))
    worker.start()
    worker.join()
    assert told
    assert told[0] is not threading.main_thread()


def test_what_a_window_is_made_of_is_set_aside_and_given_back(qtbot, monkeypatch):
    monkeypatch.setattr(collecting, "_WHOLE_EVERY", 0.0)
    limits = gc.get_threshold()
    gc.set_threshold(limits[0], 0, 0)
    owner, told = QObject(), []
    collector = Collector(owner)
    try:
        kept = []

        def is_set_aside():
            kept.extend([] for _ in range(2 * limits[0]))
            collector.look()
            return gc.get_freeze_count() > len(kept) // 2

        qtbot.waitUntil(is_set_aside)
        Circle(told)
        qtbot.waitUntil(lambda: is_set_aside() and bool(told))
    finally:
        collector.let_go()
        gc.set_threshold(*limits)
    assert gc.get_freeze_count() == 0
