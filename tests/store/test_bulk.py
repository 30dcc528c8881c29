"""Bulk changes: all items or none, through the same rows as a save, with an undo that is kept."""

from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor_app.errors import EditorError
from editor_app.model.fields import checksum
from editor_app.model.status import Status
from editor_app.store import bulk, database
from editor_app.store.errors import LibraryBusyError, NothingToUndoError
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from editor_app.store.verify import verify

UNHURRIED = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def ended(steps):
    """Walk through steps to their end and return what they give."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def words(library, ids):
    return {item_id: checksum(library.items.get(item_id)) for item_id in ids}


def shouted(item):
    return replace(item, headline=item.headline.upper())


@pytest.fixture
def ids(library, an_item):
    made = [an_item(headline=f"Flood {n}", slug=f"flood-{n}", tags=("a",)) for n in range(7)]
    library.items.add_many(made)
    return [item.id for item in made]


@pytest.fixture
def few_at_once(monkeypatch):
    monkeypatch.setattr(bulk, "_AT_ONCE", 2)


def test_every_item_gets_an_ordinary_version_and_is_found_by_its_new_words(library, ids):
    outcome = ended(
        library.bulk.change(ids, lambda one: replace(one, headline="Drought"), what="Renamed")
    )
    assert outcome.changed == len(ids)
    assert {library.items.get(each).headline for each in ids} == {"Drought"}
    assert {library.items.get(each).version for each in ids} == {2}
    assert library.history.versions(ids[0])[0].op == "bulk"
    assert library.items.count(ItemQuery(search="drought")) == len(ids)
    assert library.items.count(ItemQuery(search="flood")) == 0
    assert verify(library).problems == ()


def test_what_is_so_already_gets_no_version(library, ids):
    outcome = ended(
        library.bulk.change(ids, lambda one: replace(one, status=Status.DRAFT), what="Drafts")
    )
    assert (outcome.changed, outcome.same) == (0, len(ids))
    assert library.items.get(ids[0]).version == 1
    assert library.bulk.last() is None


def test_an_item_that_refuses_stays_and_is_named_with_its_reason(library, ids):
    def change(item):
        if item.id == ids[2]:
            raise EditorError("It is too wet.", hint="Wait.")
        return shouted(item)

    outcome = ended(library.bulk.change(ids, change, what="Louder"))
    assert outcome.changed == len(ids) - 1
    assert [(one.item_id, one.reason) for one in outcome.refused] == [(ids[2], "It is too wet.")]
    assert library.items.get(ids[2]).version == 1


def test_an_item_that_is_not_there_is_named_and_the_others_are_changed(library, ids):
    outcome = ended(library.bulk.change(["nowhere", *ids], shouted, what="Louder"))
    assert outcome.changed == len(ids)
    assert [one.item_id for one in outcome.refused] == ["nowhere"]


def test_a_damaged_item_is_named_and_left_alone(folder, clock, an_item, damage):
    with Library.open(folder, clock=clock) as library:
        library.items.add_many([an_item(headline="Flood one"), an_item(headline="Storm two")])
        ids = library.items.ids(ItemQuery())
    damage(folder, b"Storm two", b"Storm twa")
    with Library.open(folder, clock=clock) as library:
        outcome = ended(library.bulk.change(ids, shouted, what="Louder"))
    assert outcome.changed == 1
    assert [one.reason for one in outcome.refused] == ["Its stored words are damaged."]


def test_items_given_twice_are_changed_once(library, ids):
    ended(library.bulk.change([ids[0], ids[0]], shouted, what="Louder"))
    assert library.items.get(ids[0]).version == 2


def test_slugs_stay_apart_when_many_items_come_to_one(library, ids, few_at_once):
    ended(library.bulk.change(ids, lambda one: replace(one, slug="same"), what="Same"))
    slugs = [library.items.get(each).slug for each in ids]
    assert len(set(slugs)) == len(ids)
    assert "same" in slugs


def test_undo_brings_every_item_back_as_a_new_version(library, ids):
    before = words(library, ids)
    ended(library.bulk.change(ids, shouted, what="Louder"))
    assert ended(library.bulk.undo()).changed == len(ids)
    assert words(library, ids) == before
    assert library.items.get(ids[0]).version == 3
    assert library.history.versions(ids[0])[0].op == "undo"


def test_undo_is_still_there_after_opening_the_library_again(folder, clock, an_item):
    with Library.open(folder, clock=clock) as library:
        library.items.add_many([an_item(headline="Flood")])
        ids = library.items.ids(ItemQuery())
        ended(library.bulk.change(ids, shouted, what="Louder"))
    with Library.open(folder, clock=clock) as library:
        assert library.bulk.last().what == "Louder"
        ended(library.bulk.undo())
        assert library.items.get(ids[0]).headline == "Flood"
        assert library.bulk.last() is None


def test_undo_leaves_what_was_changed_since_and_says_so(library, ids):
    ended(library.bulk.change(ids, shouted, what="Louder"))
    item = library.items.get(ids[3])
    library.items.save(replace(item, standfirst="New"), over=item.version)
    outcome = ended(library.bulk.undo())
    assert outcome.changed == len(ids) - 1
    assert [(one.item_id, one.reason) for one in outcome.refused] == [
        (ids[3], "It was changed since.")
    ]
    assert library.items.get(ids[3]).headline == "FLOOD 3"


def test_changes_are_undone_one_after_the_other(library, ids):
    before = words(library, ids)
    ended(library.bulk.change(ids, shouted, what="Louder"))
    ended(library.bulk.change(ids, lambda one: replace(one, tags=("b",)), what="Tagged"))
    ended(library.bulk.undo())
    assert library.bulk.last().what == "Louder"
    ended(library.bulk.undo())
    assert words(library, ids) == before
    with pytest.raises(NothingToUndoError):
        ended(library.bulk.undo())


def test_thinning_leaves_what_undo_needs(library, ids, clock):
    ended(library.bulk.change(ids, shouted, what="Louder"))
    for standfirst in ("a", "b"):
        ended(
            library.bulk.change(
                ids, lambda one, said=standfirst: replace(one, standfirst=said), what=standfirst
            )
        )
    for _ in library.history.thin(clock().replace(year=2030)):
        pass
    for _ in range(3):
        assert ended(library.bulk.undo()).refused == ()
    assert library.items.get(ids[0]).headline == "Flood 0"


def test_only_the_last_changes_are_kept(library, ids):
    for number in range(25):
        ended(
            library.bulk.change(
                ids[:1], lambda one, n=number: replace(one, standfirst=str(n)), what=str(number)
            )
        )
    for number in range(24, 4, -1):
        assert library.bulk.last().what == str(number)
        ended(library.bulk.undo())
    assert library.bulk.last() is None


def test_a_closed_generator_leaves_everything_as_it_was(library, ids, few_at_once):
    before = words(library, ids)
    with closing(library.bulk.change(ids, shouted, what="Louder")) as steps:
        next(steps)
        next(steps)
    assert words(library, ids) == before
    assert library.bulk.last() is None
    assert library.items.count(ItemQuery(search="flood")) == len(ids)


def test_half_characters_become_whole_ones(library, ids):
    change = lambda one: replace(one, section="Boats \ud83d", headline="Boats \ud83d")  # noqa: E731
    assert ended(library.bulk.change(ids, change, what="Half")).changed == len(ids)
    assert library.items.get(ids[0]).headline == "Boats \ufffd"


CHANGES = {
    "headline": lambda one: replace(one, headline=f"{one.headline} again"),
    "tags": lambda one: replace(one, tags=(*one.tags, "b", "c")),
    "status": lambda one: replace(one, status=Status.IN_REVIEW),
    "language": lambda one: replace(one, language="fr"),
    "body": lambda one: replace(one, body=f"{one.body}\n\nA *second* line.\n"),
    "trash": lambda one: replace(one, trashed_at=one.modified_at),
}


@UNHURRIED
@given(data=st.data())
def test_any_subset_changed_and_undone_is_as_before(tmp_path_factory, clock, an_item, data):
    with Library.open(tmp_path_factory.mktemp("any") / "library", clock=clock) as library:
        library.items.add_many(an_item(headline=f"Flood {n}", slug=f"f-{n}") for n in range(6))
        every = library.items.ids(ItemQuery())
        before = words(library, every)
        names = data.draw(st.lists(st.sampled_from(sorted(CHANGES)), max_size=4))
        states = [before]
        for name in names:
            chosen = data.draw(st.lists(st.sampled_from(every), unique=True))
            ended(library.bulk.change(chosen, CHANGES[name], what=name))
            states.append(words(library, every))
        while library.bulk.last() is not None:
            assert words(library, every) in states
            ended(library.bulk.undo())
        assert words(library, every) == before
        assert verify(library).problems == ()


@UNHURRIED
@given(case=st.tuples(st.integers(0, 8), st.booleans()))
def test_cancelling_at_any_step_leaves_all_or_nothing(
    tmp_path_factory, clock, an_item, few_at_once, case
):
    stop, undoing = case
    with Library.open(tmp_path_factory.mktemp("stop") / "library", clock=clock) as library:
        library.items.add_many(an_item(headline=f"Flood {n}") for n in range(9))
        every = library.items.ids(ItemQuery())
        before = words(library, every)
        if undoing:
            ended(library.bulk.change(every, shouted, what="Louder"))
        standing = words(library, every)
        steps = library.bulk.undo() if undoing else library.bulk.change(every, shouted, what="L")
        is_done = False
        with closing(steps):
            for _ in range(stop):
                is_done = next(steps, None) is None
        after = words(library, every)
        assert is_done == (after != standing)
        assert after in (standing, before) or is_done
        assert verify(library).problems == ()


def test_a_copy_never_takes_half_of_a_change_that_is_under_way(
    folder, clock, an_item, monkeypatch, tmp_path
):
    monkeypatch.setattr(database, "_TURN", 0.05)
    monkeypatch.setattr(database, "_PAGES_IN_A_STEP", 1)
    with Library.open(folder, clock=clock) as library:
        library.items.add_many(an_item(headline=f"Flood {n}") for n in range(9))
        every = library.items.ids(ItemQuery())
        steps = library.bulk.change(every, shouted, what="Louder")
        monkeypatch.setattr(database.time, "sleep", lambda _seconds: next(steps, None))
        with pytest.raises(LibraryBusyError):  # it waits for the change, which goes no further
            library.database.copy_into(tmp_path / "copy.db")
        monkeypatch.undo()
        steps.close()
        library.database.copy_into(tmp_path / "whole.db")
