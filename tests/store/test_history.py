"""Every version of an item is there again to the letter, cheap to keep, and thinned with age."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from editor_app.model.fields import checksum
from editor_app.store.errors import ItemNotFoundError, RevisionNotFoundError
from editor_app.store.exports import ExportRecord
from editor_app.store.history import History
from editor_app.store.library import Library
from editor_app.store.packing import packed, unpacked
from editor_app.store.thinning import Aged, kept_versions
from editor_app.store.verify import verify
from tests.store.conftest import START

WORDS = ["remittances", "river", "ministry", "border", "ferry", "winter", "report", "families"]
LIMIT = 1_000_000  # bytes for a thousand versions of a thousand words


class SlowClock:
    """A clock that goes on by so many minutes at each look."""

    def __init__(self, minutes):
        self.now, self._step = START - timedelta(days=400), timedelta(minutes=minutes)

    def __call__(self):
        self.now += self._step
        return self.now


def edited(body, chance):
    """Return a text with some words put in and as many taken out."""
    words = body.split()
    length = len(words)
    at = chance.randrange(len(words))
    words[at:at] = [chance.choice(WORDS) for _ in range(chance.randrange(1, 6))]
    while len(words) > length:
        del words[chance.randrange(len(words))]
    return " ".join(words)


def grown(library, an_item, *, versions, words=300):
    """Return an item after so many saves, and the checksum of each of its versions."""
    chance = random.Random(5)  # noqa: S311 - words, not a secret
    body = " ".join(chance.choice(WORDS) for _ in range(words))
    item = library.items.save(an_item(headline="Growing", body=body), over=0)
    sums = [checksum(item)]
    while len(sums) < versions:
        body = edited(item.body, chance)
        item = library.items.save(replace(item, body=body), over=item.version)
        sums.append(checksum(item))
    return item, sums


@given(st.binary(max_size=4000), st.none() | st.binary(max_size=4000))
def test_what_was_packed_is_unpacked_to_the_byte(words, base):
    assert unpacked(packed(words, base), base) == words


@given(st.binary(max_size=200))
def test_what_was_not_packed_is_refused_and_no_more(data):
    for base in (None, b"some words"):
        try:
            unpacked(data, base)
        except ValueError:
            continue


def test_every_version_is_there_again_after_opening_again(folder, clock, an_item):
    with Library.open(folder, clock=clock) as library:
        item, sums = grown(library, an_item, versions=60)
    with Library.open(folder, clock=clock) as library:
        assert [checksum(library.history.get(item.id, one + 1)) for one in range(60)] == sums
        assert [one.version for one in library.history.versions(item.id)] == list(range(60, 0, -1))
        assert verify(library).problems == ()


def test_a_thousand_versions_of_a_thousand_words_take_less_than_a_megabyte(library, an_item):
    grown(library, an_item, versions=1000, words=1000)
    with library.database.reading() as connection:
        size = connection.exec_driver_sql(
            "SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'revisions%'"
            " OR name LIKE 'sqlite_autoindex_revisions%'"
        ).scalar_one()
    assert size < LIMIT


def test_a_library_whose_versions_were_packed_otherwise_is_brought_along(
    folder, clock, an_item, turn_back
):
    with Library.open(folder, clock=clock) as library:
        item, sums = grown(library, an_item, versions=5)
    turn_back(folder, 3)
    with Library.open(folder, clock=clock) as library:
        assert [checksum(library.history.get(item.id, one + 1)) for one in range(5)] == sums
        library.items.save(replace(item, headline="On it goes"), over=item.version)
        assert verify(library).problems == ()


def test_versions_cannot_be_changed_or_deleted(library, an_item):
    grown(library, an_item, versions=2)
    for statement in (
        "UPDATE revisions SET words = x'00'",
        "UPDATE revisions SET sha256 = ''",
        "DELETE FROM revisions",
    ):
        with pytest.raises(IntegrityError), library.database.transaction() as connection:
            connection.exec_driver_sql(statement)


def test_a_version_can_have_a_name(library, an_item):
    item, _ = grown(library, an_item, versions=3)
    library.history.name(item.id, 2, "  Sent to\nthe ministry ")
    assert [one.name for one in library.history.versions(item.id)] == [
        "",
        "Sent to the ministry",
        "",
    ]
    library.history.name(item.id, 2, "")
    assert not any(one.name for one in library.history.versions(item.id))
    with pytest.raises(RevisionNotFoundError):
        library.history.name(item.id, 9, "Nothing")
    with pytest.raises(ItemNotFoundError):
        library.history.versions(an_item().id)


# ---------------------------------------------------------------- thinning


def ages(*minutes_ago, kept=()):
    """Return versions, numbered from 1, that were saved so many minutes ago."""
    return [
        Aged(version=number, saved_at=START - timedelta(minutes=ago), is_kept=number in kept)
        for number, ago in enumerate(minutes_ago, start=1)
    ]


def test_all_of_the_last_day_stay_then_one_an_hour_a_day_a_week():
    hour, day = 60, 24 * 60
    today = ages(100, 80, 60, 1)
    assert kept_versions(today, START) == {1, 2, 3, 4}
    hourly = ages(3 * day + 50, 3 * day + 49, 3 * day + 48, 3 * day - 3 * hour, 5)
    assert kept_versions(hourly, START) == {1, 3, 4, 5}
    daily = ages(*(20 * day - step for step in (0, 10, 20, 30)), 5)
    assert kept_versions(daily, START) == {1, 4, 5}
    weekly = ages(*(200 * day - step * day for step in range(14)), 5)
    assert len(kept_versions(weekly, START)) in {4, 5}


def test_named_versions_stay_whatever_their_age():
    day = 24 * 60
    versions = ages(*(200 * day - step for step in range(8)), kept={3, 5})
    assert kept_versions(versions, START) == {1, 3, 5, 8}


def test_what_seems_to_come_from_the_future_stays():
    assert kept_versions(ages(5, 3, -100, -200), START) == {1, 2, 3, 4}


@given(
    st.lists(st.integers(-10_000, 1_000_000), min_size=1, max_size=60), st.sets(st.integers(1, 60))
)
def test_the_first_the_newest_and_the_chosen_always_stay_and_thinning_twice_is_thinning_once(
    minutes, chosen
):
    versions = ages(*minutes, kept=chosen)
    kept = kept_versions(versions, START)
    assert {1, len(versions)} | (chosen & set(range(1, len(versions) + 1))) <= kept
    again = [one for one in versions if one.version in kept]
    assert kept_versions(again, START) == kept


def test_thinning_keeps_what_it_should_to_the_letter_and_the_library_whole(folder, an_item):
    clock = SlowClock(minutes=7)
    with Library.open(folder, clock=clock) as library:
        item, sums = grown(library, an_item, versions=300)
        library.history.name(item.id, 11, "Approved")
        _export(library, item, version=17)
        steps = list(library.history.thin(clock.now + timedelta(days=30)))
        kept = {one.version: one for one in library.history.versions(item.id)}
        assert {1, 11, 17, 300} <= set(kept)
        assert len(kept) < 20
        assert steps[-1].versions == 300 - len(kept)
        assert kept[11].name == "Approved"
        assert kept[17].is_exported
    with Library.open(folder, clock=clock) as library:
        assert all(checksum(library.history.get(item.id, one)) == sums[one - 1] for one in kept)
        assert verify(library).problems == ()
        assert not list(library.history.thin(clock.now + timedelta(days=30)))[-1].versions


def test_an_item_with_a_damaged_version_is_left_alone(folder, an_item, damage):
    clock = SlowClock(minutes=7)
    with Library.open(folder, clock=clock) as library:
        grown(library, an_item, versions=40)
        with library.database.reading() as connection:
            asked = "SELECT words FROM revisions WHERE version = 20"
            words = connection.exec_driver_sql(asked).scalar_one()
    damage(folder, words[-12:], b"x" * 12)
    with Library.open(folder, clock=clock) as library:
        assert list(library.history.thin(clock.now + timedelta(days=30)))[-1].versions == 0
        assert any("Version 20" in problem for problem in verify(library).problems)


def test_without_the_count_of_thinned_versions_the_test_of_a_library_would_complain(
    folder, an_item
):
    """The control: a version that is gone otherwise is missed."""
    clock = SlowClock(minutes=7)
    with Library.open(folder, clock=clock) as library:
        grown(library, an_item, versions=40)
        list(library.history.thin(clock.now + timedelta(days=30)))
        with library.database.transaction() as connection:
            connection.exec_driver_sql("DELETE FROM thinned")
        assert any("lost some of its earlier versions" in one for one in verify(library).problems)


def test_nothing_young_is_looked_at(library, an_item, clock):
    grown(library, an_item, versions=5)
    assert list(library.history.thin(clock())) == []
    assert isinstance(library.history, History)


def _export(library, item, *, version):
    library.exports.record(
        [
            ExportRecord(
                item_id=item.id,
                version=version,
                kind="page",
                folder="out",
                path="index.html",
                sha256="",
                exported_at=library.clock(),
            )
        ]
    )
