"""Backups are made when something changed, thinned with age, and never replaced by a bad one."""

import os
import shutil
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.model.photo_words import PhotoWords
from editor_app.store.backups.archive import Occasion
from editor_app.store.backups.keeping import (
    Backup,
    backups_in,
    is_due,
    keep_backup,
    own_place,
    staying,
    thin,
)
from editor_app.store.backups.making import backup, backup_beside
from editor_app.store.backups.restoring import restore, undo_restore
from editor_app.store.errors import BackupError
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from editor_app.store.verify import verify
from tests.store.conftest import START


def kept_at(*hours_ago, now=START):
    """Return which of the backups made so many hours ago stay, as hours."""
    moments = {now - timedelta(hours=ago): ago for ago in hours_ago}
    return {moments[one] for one in staying(moments, now)}


def headlines(folder, clock):
    with Library.open(folder, clock=clock) as library:
        return sorted(row.headline for row in library.items.page(ItemQuery()))


@pytest.fixture
def place(library):
    return own_place(library)


# ---------------------------------------------------------------- which stay


def test_two_days_stay_whole():
    half_hours = [step / 2 for step in range(95)]
    assert kept_at(*half_hours) == set(half_hours)


def test_older_ones_thin_to_days_then_weeks_then_months():
    every = range(0, 24 * 500, 6)
    kept = kept_at(*every)
    old = sorted(hours for hours in kept if hours >= 48)
    days = [(START - timedelta(hours=hours)).date() for hours in old]
    assert len(set(days)) == len(days) <= 12 + 10 + 9
    assert days[0] - days[11] == timedelta(days=11)
    assert 24 * 200 < max(kept) < 24 * 300


def test_one_from_the_future_stays():
    assert kept_at(-5, -50, 1) == {-5, -50, 1}


@given(st.sets(st.integers(-100, 20_000), min_size=1, max_size=80))
def test_the_newest_always_stays_and_thinning_twice_is_thinning_once(hours):
    kept = kept_at(*hours)
    assert min(hours) in kept
    assert kept_at(*kept) == kept


# ---------------------------------------------------------------- making them


def test_a_backup_is_made_when_something_changed_and_only_then(library, place, an_item, a_photo):
    assert keep_backup(library, place, occasion=Occasion.AUTOMATIC)
    assert keep_backup(library, place, occasion=Occasion.AUTOMATIC) is None
    changes = [
        lambda: library.items.save(an_item(headline="Flood"), over=0),
        lambda: library.photos.add(a_photo(), name="a.jpg"),
        lambda: library.photos.save_words(library.photos.all()[0].src, PhotoWords(alt="Boats")),
        lambda: library.photo_shelf.trash([library.photos.all()[0].src]),
        lambda: library.own_words.add("Standfirst"),
        lambda: library.history.name(library.items.page(ItemQuery())[0].id, 1, "Sent"),
    ]
    for number, change in enumerate(changes):
        change()
        assert keep_backup(library, place, occasion=Occasion.AUTOMATIC), number
        assert not is_due(library, place)
    assert len(backups_in(place)) == 1 + len(changes)


def test_photos_are_kept_once_for_all_backups(filled, place, an_item):
    first = backup_beside(filled, place, occasion=Occasion.AUTOMATIC)
    photo = filled.photos.all()[0]
    assert (place / photo.src).samefile(filled.folder / photo.src)
    filled.items.save(an_item(headline="More"), over=0)
    second = backup_beside(filled, place, occasion=Occasion.AUTOMATIC)
    assert first != second
    assert [one.path for one in backups_in(place)] == [second, first]
    newest = backups_in(place)[0].manifest()
    assert [part.path for part in newest.beside] == [photo.src]
    assert newest.items == 3


def test_where_files_cannot_have_two_names_photos_are_copied(filled, place, monkeypatch):
    def refuse(_source, _target):
        raise OSError(1, "not permitted")

    monkeypatch.setattr(os, "link", refuse)
    backup_beside(filled, place, occasion=Occasion.AUTOMATIC)
    photo = filled.photos.all()[0]
    assert (place / photo.src).read_bytes() == filled.photos.data(photo.src)
    assert not (place / photo.src).samefile(filled.folder / photo.src)


def test_an_automatic_backup_brings_photos_back_that_are_gone(filled, place, clock, tmp_path):
    usb = tmp_path / "usb"
    made = backup_beside(filled, usb, occasion=Occasion.AUTOMATIC)
    photo = filled.photos.all()[0]
    filled.close()
    shutil.rmtree(filled.folder)
    report = restore(filled.folder, made, clock=clock)
    assert (report.items, report.lacking) == (2, ())
    with Library.open(filled.folder, clock=clock) as library:
        assert library.photos.data(photo.src)
        assert verify(library).problems == ()
    (usb / photo.src).unlink()
    shutil.rmtree(filled.folder)
    assert restore(filled.folder, made, clock=clock).lacking == (photo.src,)


def test_a_bad_library_never_replaces_a_good_backup(filled, place, clock, damage, an_item):
    good = keep_backup(filled, place, occasion=Occasion.AUTOMATIC)
    filled.close()
    damage(filled.folder, b"Doctors", b"Doctort")
    with Library.open(filled.folder, clock=clock) as library:
        library.items.save(an_item(headline="After the damage"), over=0)
        with pytest.raises(BackupError, match="damaged"):
            keep_backup(library, place, occasion=Occasion.AUTOMATIC)
        assert [one.path for one in backups_in(place)] == [good]
    assert not list(place.glob(".standfirst-*"))


def test_a_damaged_backup_does_not_count(filled, place):
    made = keep_backup(filled, place, occasion=Occasion.AUTOMATIC)
    made.write_bytes(made.read_bytes()[:100])
    assert is_due(filled, place)
    with pytest.raises(BackupError):
        backups_in(place)[0].manifest()


# ---------------------------------------------------------------- thinning them


def test_thinning_takes_only_automatic_backups_and_photos_nobody_needs(filled, place, a_photo):
    asked = backup(filled, place)
    photo = filled.photos.all()[0]
    made = backup_beside(filled, place, occasion=Occasion.AUTOMATIC)
    old = []
    for days in range(3, 40):
        name = f"auto-{START - timedelta(days=days):%Y%m%d-%H%M%S}.zip"
        old.append(shutil.copy(made, place / name))
    other = filled.photos.add(a_photo("blue"), name="b.jpg")
    (place / other.src).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(filled.folder / other.src, place / other.src)
    gone = thin(place, filled.clock())
    left = [one.path for one in backups_in(place)]
    assert asked in left
    assert made in left
    assert 12 < len(left) < 12 + 10 + 9
    assert len(gone) + len(left) == len(old) + 2
    assert (place / photo.src).exists()
    assert not (place / other.src).exists()
    assert (filled.folder / other.src).exists(), "the library's own photo is another matter"


def test_other_files_in_a_place_are_let_alone(filled, place):
    strange = place / "auto-20200101-000000.txt"
    strange.write_text("mine")
    (place / "auto-99999999-000000.zip").write_text("mine")
    (place / "photo.zip").write_text("mine")
    keep_backup(filled, place, occasion=Occasion.AUTOMATIC)
    assert strange.exists()
    assert len(backups_in(place)) == 1
    assert isinstance(backups_in(place)[0], Backup)


# ---------------------------------------------------------------- undoing a restore


def test_a_restore_can_be_undone_and_the_undoing_too(filled, place, an_item, clock):
    made = keep_backup(filled, place, occasion=Occasion.AUTOMATIC)
    filled.items.save(an_item(headline="Later"), over=0)
    filled.close()
    restore(filled.folder, made, clock=clock)
    assert headlines(filled.folder, clock) == ["Drought", "Flood"]
    undo_restore(filled.folder, clock=clock)
    assert headlines(filled.folder, clock) == ["Drought", "Flood", "Later"]
    undo_restore(filled.folder, clock=clock)
    assert headlines(filled.folder, clock) == ["Drought", "Flood"]


def test_without_a_restore_there_is_nothing_to_undo(filled, clock):
    filled.close()
    with pytest.raises(BackupError, match="no restore to undo"):
        undo_restore(filled.folder, clock=clock)


# ---------------------------------------------------------------- older shapes


def test_before_a_library_is_brought_to_a_newer_shape_it_is_kept_as_it_was(
    filled, clock, turn_back
):
    filled.close()
    turn_back(filled.folder, 1)
    with Library.open(filled.folder, clock=clock) as library:
        kept = backups_in(own_place(library))
        assert [one.occasion for one in kept] == [Occasion.BEFORE_UPGRADE]
        library.items.trash(library.items.page(ItemQuery())[0].id)
    restore(filled.folder, kept[0].path, clock=clock)
    assert headlines(filled.folder, clock) == ["Drought", "Flood"]
    with Library.open(filled.folder, clock=clock) as library:
        assert verify(library).problems == ()


def test_a_new_library_needs_no_backup_of_the_nothing_it_was(library):
    assert backups_in(own_place(library)) == []
