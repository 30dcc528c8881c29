"""When words are saved, and what is said about it."""

from dataclasses import replace

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
def states(autosave):
    seen = []
    autosave.subscribe(lambda report: seen.append(report.state))
    return seen


def refuse_saving(library, monkeypatch):
    def refuse(item, *, over):
        raise DiskFullError

    monkeypatch.setattr(library.items, "save", refuse)


def test_words_are_saved_after_a_pause(session, autosave, states, item, timers, thread, library):
    session.open(item.id)
    session.edit(headline="Floods")
    timers.pass_time(0.7)
    assert states == [SaveState.UNSAVED]
    timers.pass_time(0.2)
    assert states == [SaveState.UNSAVED, SaveState.SAVING]
    thread.work()
    assert states == [SaveState.UNSAVED, SaveState.SAVING, SaveState.SAVED]
    assert library.items.get(item.id).headline == "Floods"


def test_typing_without_a_pause_is_saved_after_the_limit(
    session, autosave, item, timers, thread, library
):
    session.open(item.id)
    for number in range(7):
        session.edit(headline=f"Floods {number}")
        timers.pass_time(0.5)
    thread.work()
    assert library.items.get(item.id).headline == "Floods 5"
    timers.pass_time(0.8)
    thread.work()
    assert library.items.get(item.id).headline == "Floods 6"


def test_saved_is_not_said_before_the_library_said_so(
    session, autosave, item, timers, thread, clock
):
    session.open(item.id)
    session.edit(headline="Floods")
    timers.pass_time(1)
    assert autosave.report.saved_at is None
    clock.advance(60)
    thread.work()
    assert autosave.report.saved_at == clock()


def test_words_typed_while_saving_are_saved_next(session, autosave, item, timers, thread, library):
    session.open(item.id)
    session.edit(headline="Floods")
    timers.pass_time(1)
    session.edit_body(read_markdown("Rain."))
    thread.work()
    assert autosave.state is SaveState.UNSAVED
    timers.pass_time(1)
    thread.work()
    assert autosave.state is SaveState.SAVED
    assert library.items.get(item.id).body.strip() == "Rain."


def test_saving_now_waits_for_the_save_under_way(session, autosave, item, timers, library):
    session.open(item.id)
    session.edit(headline="Floods")
    timers.pass_time(1)
    session.edit(headline="Floods again")
    autosave.save_now()
    assert autosave.state is SaveState.SAVED
    assert library.items.get(item.id).headline == "Floods again"
    assert library.items.get(item.id).version == 3


def test_leaving_the_item_saves_its_last_words(session, autosave, item, library):
    session.open(item.id)
    session.edit(headline="Floods")
    session.create()
    assert library.items.get(item.id).headline == "Floods"
    assert autosave.state is SaveState.SAVED


def test_leaving_while_a_save_is_under_way_loses_nothing(
    session, autosave, item, timers, thread, library
):
    session.open(item.id)
    session.edit(headline="Floods")
    timers.pass_time(1)
    session.edit(standfirst="Rain.")
    session.close()
    thread.work()
    kept = library.items.get(item.id)
    assert (kept.headline, kept.standfirst) == ("Floods", "Rain.")


def test_a_failed_save_stays_visible_and_is_tried_again(
    session, autosave, item, timers, thread, library, monkeypatch
):
    session.open(item.id)
    session.edit(headline="Floods")
    refuse_saving(library, monkeypatch)
    timers.pass_time(1)
    thread.work()
    assert autosave.state is SaveState.FAILED
    assert "disk is full" in autosave.report.message
    session.edit(headline="Floods more")
    assert autosave.state is SaveState.FAILED
    monkeypatch.undo()
    timers.pass_time(1)
    thread.work()
    assert autosave.state is SaveState.SAVED
    assert library.items.get(item.id).headline == "Floods more"


def test_the_pause_before_trying_again_grows(
    session, autosave, item, timers, thread, library, monkeypatch
):
    session.open(item.id)
    session.edit(headline="Floods")
    refuse_saving(library, monkeypatch)
    pauses = []
    timers.pass_time(1)
    for _ in range(7):
        thread.work()
        ((seconds, _again),) = timers.waiting.values()
        pauses.append(seconds)
        timers.pass_time(seconds)
    assert pauses == [1, 2, 4, 8, 16, 30, 30]


def test_a_failure_when_saving_now_is_raised_and_keeps_the_words(
    session, autosave, item, library, monkeypatch
):
    session.open(item.id)
    session.edit(headline="Floods")
    refuse_saving(library, monkeypatch)
    with pytest.raises(DiskFullError):
        autosave.save_now()
    assert autosave.state is SaveState.FAILED
    assert session.draft.item.headline == "Floods"
    with pytest.raises(DiskFullError):
        session.close()
    assert session.draft.item.headline == "Floods"


@pytest.mark.parametrize("is_now", [True, False])
def test_words_that_meet_a_newer_version_are_kept_as_a_copy(
    session, autosave, item, timers, thread, library, is_now
):
    session.open(item.id)
    session.edit(headline="My flood")
    library.items.save(replace(item, headline="Their flood"), over=1)
    if is_now:
        autosave.save_now()
    else:
        timers.pass_time(1)
        thread.work()
    assert autosave.state is SaveState.SAVED
    assert library.items.get(item.id).headline == "Their flood"
    assert session.draft.item.id != item.id
    assert library.items.get(session.draft.item.id).headline == "My flood"


def test_undoing_to_what_is_saved_needs_no_save(session, autosave, states, item, timers, thread):
    session.open(item.id)
    session.edit(headline="Floods")
    session.edit(headline="Flood", slug=session.draft.item.slug)
    session.edit(slug="")
    timers.pass_time(5)
    thread.work()
    assert autosave.state is SaveState.SAVED


def test_a_new_item_without_words_is_not_waited_for(session, autosave, timers, thread):
    draft = session.create()
    session.edit(section="Project News")
    timers.pass_time(5)
    assert thread.under_way == []
    assert autosave.state is SaveState.SAVED
    with pytest.raises(ItemNotFoundError):
        session.library.items.get(draft.item.id)
