"""When words are saved, and what is said about it."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from editor_app.body import read_markdown
from editor_app.editing.autosave import SaveState
from editor_app.model.identity import new_item_id
from editor_app.model.item import NewsItem
from editor_app.store.errors import DiskFullError, ItemNotFoundError


@pytest.fixture
def item(library, session, clock):
    return library.items.save(NewsItem(id=new_item_id(clock()), headline="Flood"), over=0)


@pytest.fixture
def desk(session, autosave, timers, thread, clock):
    return SimpleNamespace(
        session=session,
        autosave=autosave,
        timers=timers,
        thread=thread,
        library=session.library,
        clock=clock,
    )


@pytest.fixture
def states(autosave):
    seen = []
    autosave.subscribe(lambda report: seen.append(report.state))
    return seen


def refuse_saving(library, monkeypatch):
    def refuse(item, *, over):
        raise DiskFullError

    monkeypatch.setattr(library.items, "save", refuse)


def test_words_are_saved_after_a_pause(desk, states, item):
    desk.session.open(item.id)
    desk.session.edit(headline="Floods")
    desk.timers.pass_time(0.7)
    assert states == [SaveState.UNSAVED]
    desk.timers.pass_time(0.2)
    assert states == [SaveState.UNSAVED, SaveState.SAVING]
    desk.thread.work()
    assert states == [SaveState.UNSAVED, SaveState.SAVING, SaveState.SAVED]
    assert desk.library.items.get(item.id).headline == "Floods"


def test_typing_without_a_pause_is_saved_after_the_limit(desk, item):
    desk.session.open(item.id)
    for number in range(5):
        desk.session.edit(headline=f"Floods {number}")
        desk.timers.pass_time(0.5)
    desk.thread.work()
    assert desk.library.items.get(item.id).headline == "Floods 3"
    desk.timers.pass_time(0.8)
    desk.thread.work()
    assert desk.library.items.get(item.id).headline == "Floods 4"


def test_words_that_came_due_while_a_slow_disk_saved_wait_no_longer(desk, item):
    desk.session.open(item.id)
    desk.session.edit(headline="Floods")
    desk.timers.pass_time(1)
    desk.session.edit(headline="Floods again")
    desk.timers.pass_time(1)
    desk.thread.under_way.pop().finish()
    assert desk.autosave.state is SaveState.SAVING
    desk.thread.work()
    assert desk.autosave.state is SaveState.SAVED
    assert desk.library.items.get(item.id).headline == "Floods again"


def test_saving_now_takes_along_what_came_due_while_another_save_was_under_way(desk, item):
    desk.session.open(item.id)
    desk.session.edit(headline="Floods")
    desk.timers.pass_time(1)
    desk.session.edit(headline="Floods again")
    desk.timers.pass_time(1)
    desk.autosave.save_now()
    assert desk.autosave.state is SaveState.SAVED
    assert desk.library.items.get(item.id).headline == "Floods again"
    assert desk.library.items.get(item.id).version == 3


def test_saved_is_not_said_before_the_library_said_so(desk, item):
    desk.session.open(item.id)
    desk.session.edit(headline="Floods")
    desk.timers.pass_time(1)
    assert desk.autosave.report.saved_at is None
    desk.clock.advance(60)
    desk.thread.work()
    assert desk.autosave.report.saved_at == desk.clock()


def test_words_typed_while_saving_are_saved_next(desk, item):
    desk.session.open(item.id)
    desk.session.edit(headline="Floods")
    desk.timers.pass_time(1)
    desk.session.edit_body(read_markdown("Rain."))
    desk.thread.work()
    assert desk.autosave.state is SaveState.UNSAVED
    desk.timers.pass_time(1)
    desk.thread.work()
    assert desk.autosave.state is SaveState.SAVED
    assert desk.library.items.get(item.id).body.strip() == "Rain."


def test_saving_now_waits_for_the_save_under_way(desk, item):
    desk.session.open(item.id)
    desk.session.edit(headline="Floods")
    desk.timers.pass_time(1)
    desk.session.edit(headline="Floods again")
    desk.autosave.save_now()
    assert desk.autosave.state is SaveState.SAVED
    assert desk.library.items.get(item.id).headline == "Floods again"
    assert desk.library.items.get(item.id).version == 3


def test_leaving_the_item_saves_its_last_words(desk, item):
    desk.session.open(item.id)
    desk.session.edit(headline="Floods")
    desk.session.create()
    assert desk.library.items.get(item.id).headline == "Floods"
    assert desk.autosave.state is SaveState.SAVED


def test_leaving_while_a_save_is_under_way_loses_nothing(desk, item):
    desk.session.open(item.id)
    desk.session.edit(headline="Floods")
    desk.timers.pass_time(1)
    desk.session.edit(standfirst="Rain.")
    desk.session.close()
    desk.thread.work()
    kept = desk.library.items.get(item.id)
    assert (kept.headline, kept.standfirst) == ("Floods", "Rain.")


def test_a_failed_save_stays_visible_and_is_tried_again(desk, item, monkeypatch):
    desk.session.open(item.id)
    desk.session.edit(headline="Floods")
    refuse_saving(desk.library, monkeypatch)
    desk.timers.pass_time(1)
    desk.thread.work()
    assert desk.autosave.state is SaveState.FAILED
    assert "disk is full" in desk.autosave.report.message
    desk.session.edit(headline="Floods more")
    assert desk.autosave.state is SaveState.FAILED
    monkeypatch.undo()
    desk.timers.pass_time(1)
    desk.thread.work()
    assert desk.autosave.state is SaveState.SAVED
    assert desk.library.items.get(item.id).headline == "Floods more"


def test_the_pause_before_trying_again_grows(desk, item, monkeypatch):
    desk.session.open(item.id)
    desk.session.edit(headline="Floods")
    refuse_saving(desk.library, monkeypatch)
    pauses = []
    desk.timers.pass_time(1)
    for _ in range(7):
        desk.thread.work()
        ((seconds, _again),) = desk.timers.waiting.values()
        pauses.append(seconds)
        desk.timers.pass_time(seconds)
    assert pauses == [1, 2, 4, 8, 16, 30, 30]


def test_a_failure_when_saving_now_is_raised_and_keeps_the_words(desk, item, monkeypatch):
    desk.session.open(item.id)
    desk.session.edit(headline="Floods")
    refuse_saving(desk.library, monkeypatch)
    with pytest.raises(DiskFullError):
        desk.autosave.save_now()
    assert desk.autosave.state is SaveState.FAILED
    assert desk.session.draft.item.headline == "Floods"
    with pytest.raises(DiskFullError):
        desk.session.close()
    assert desk.session.draft.item.headline == "Floods"


@pytest.mark.parametrize("is_now", [True, False])
def test_words_that_meet_a_newer_version_are_kept_as_a_copy(desk, item, is_now):
    desk.session.open(item.id)
    desk.session.edit(headline="My flood")
    desk.library.items.save(replace(item, headline="Their flood"), over=1)
    if is_now:
        desk.autosave.save_now()
    else:
        desk.timers.pass_time(1)
        desk.thread.work()
    assert desk.autosave.state is SaveState.SAVED
    assert desk.library.items.get(item.id).headline == "Their flood"
    assert desk.session.draft.item.id != item.id
    assert desk.library.items.get(desk.session.draft.item.id).headline == "My flood"


def test_undoing_to_what_is_saved_needs_no_save(desk, states, item):
    desk.session.open(item.id)
    desk.session.edit(headline="Floods")
    desk.session.edit(headline="Flood", slug=desk.session.draft.item.slug)
    desk.session.edit(slug="")
    desk.timers.pass_time(5)
    desk.thread.work()
    assert desk.autosave.state is SaveState.SAVED


def test_a_new_item_without_words_is_not_waited_for(desk):
    draft = desk.session.create()
    desk.session.edit(section="Project News")
    desk.timers.pass_time(5)
    assert desk.thread.under_way == []
    assert desk.autosave.state is SaveState.SAVED
    with pytest.raises(ItemNotFoundError):
        desk.session.library.items.get(draft.item.id)
