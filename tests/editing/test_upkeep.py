"""When backups are made of themselves, where they go, and what is said when they cannot."""

from datetime import timedelta

import pytest

from editor_app.editing.upkeep import SOON, Upkeep, is_too_old, place_in
from editor_app.model.identity import new_item_id
from editor_app.model.item import NewsItem
from editor_app.store.backups.archive import Occasion
from editor_app.store.backups.keeping import backups_in, own_place
from editor_app.store.errors import DiskFullError


class Desk:
    """What makes backups of a library, with a clock, timers and a thread that wait to be told."""

    def __init__(self, library, clock, timers, thread):
        self.library, self.clock, self.timers, self.thread = library, clock, timers, thread
        self.second = None
        self.upkeep = Upkeep(library, second=lambda: self.second, later=timers, run=thread)
        self.reports = []
        self.upkeep.subscribe(self.reports.append)

    def write(self, headline):
        self.clock.advance(1)
        item = NewsItem(id=new_item_id(self.clock()), headline=headline)
        self.library.items.save(item, over=0)

    def backups(self):
        return backups_in(own_place(self.library))


@pytest.fixture
def desk(library, clock, timers, thread):
    made = Desk(library, clock, timers, thread)
    made.write("Flood")
    return made


def test_the_first_backup_is_made_soon_after_the_start(desk):
    desk.upkeep.begin()
    desk.timers.pass_time(SOON - 1)
    assert not desk.thread.under_way
    desk.timers.pass_time(1)
    desk.thread.work()
    (made,) = desk.backups()
    assert (made.occasion, made.made_at) == (Occasion.AUTOMATIC, desk.clock())


def test_after_every_half_hour_one_is_made_if_something_changed(desk):
    desk.upkeep.begin()
    for seconds, headline in ((SOON, ""), (1800, ""), (1800, "Fire"), (1800, "")):
        if headline:
            desk.write(headline)
        desk.timers.pass_time(seconds)
        desk.clock.advance(seconds)
        desk.thread.work()
    assert len(desk.backups()) == 2


def test_a_second_place_gets_a_copy_in_a_folder_of_the_library_s_own(desk, tmp_path):
    (tmp_path / "stick").mkdir()
    desk.second = tmp_path / "stick"
    desk.upkeep.back_up(Occasion.AUTOMATIC)
    desk.thread.work()
    own, other = desk.upkeep.places()
    assert other == place_in(tmp_path / "stick", desk.library.folder)
    assert [len(backups_in(place)) for place in (own, other)] == [1, 1]
    assert desk.reports[-1].copied_at == desk.clock()


def test_a_second_place_that_is_not_there_is_no_error_and_is_not_made(desk, tmp_path):
    desk.second = tmp_path / "stick"
    desk.upkeep.back_up(Occasion.AUTOMATIC)
    desk.thread.work()
    assert desk.reports[-1].missing == tmp_path / "stick"
    assert desk.reports[-1].errors == ()
    assert len(desk.backups()) == 1
    assert not (tmp_path / "stick").exists()


def test_what_fails_is_said_once_and_again_only_after_it_went_well(desk, monkeypatch):
    def refuse(copy):
        raise DiskFullError

    for fails in (True, True, False, True):
        with monkeypatch.context() as patch:
            if fails:
                patch.setattr(desk.library.database, "copy_into", refuse)
            desk.upkeep.back_up(Occasion.AUTOMATIC)
            desk.thread.work()
        if not fails:
            desk.write("Fire")
    assert [len(report.errors) for report in desk.reports] == [1, 0, 0, 1]


def test_one_round_follows_the_other(desk):
    ended = []
    desk.upkeep.back_up(Occasion.AUTOMATIC, then=lambda _: ended.append("first"))
    desk.upkeep.back_up(Occasion.BEFORE_CHANGE, then=lambda _: ended.append("second"))
    assert len(desk.thread.under_way) == 1
    assert desk.upkeep.is_running
    desk.thread.under_way[0].finish()
    assert (ended, len(desk.thread.under_way)) == (["first"], 2)
    desk.thread.work()
    assert ended == ["first", "second"]
    assert not desk.upkeep.is_running


def test_whoever_waits_for_a_backup_goes_on_also_when_it_fails(desk, monkeypatch):
    def refuse(copy):
        raise DiskFullError

    ended = []
    monkeypatch.setattr(desk.library.database, "copy_into", refuse)
    desk.upkeep.back_up(
        Occasion.BEFORE_CHANGE, then=lambda report: ended.append(len(report.errors))
    )
    desk.thread.work()
    assert ended == [1]


def test_closing_stops_a_round_and_leaves_nothing_behind(desk):
    desk.upkeep.back_up(Occasion.AUTOMATIC)
    desk.upkeep.end()
    desk.thread.work()
    assert list(own_place(desk.library).iterdir()) == []


def test_two_libraries_of_one_name_do_not_share_a_folder_in_the_second_place(tmp_path):
    assert place_in(tmp_path, tmp_path / "a" / "news") != place_in(tmp_path, tmp_path / "b/news")


def test_a_second_place_is_too_old_after_a_week(clock):
    week = timedelta(days=7)
    assert not is_too_old(None, clock())
    assert not is_too_old(clock() - week, clock())
    assert is_too_old(clock() - week - timedelta(seconds=1), clock())
