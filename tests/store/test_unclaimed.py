"""Photo files that nothing knows of are laid aside, and only those."""

from dataclasses import replace
from datetime import timedelta

import pytest

from editor_app.store.backups.archive import Occasion
from editor_app.store.backups.keeping import keep_backup, own_place
from editor_app.store.names import ASIDE_NAME
from editor_app.store.unclaimed import lay_aside_unclaimed


@pytest.fixture
def tidy(library):
    """Return a way to lay aside what nothing knows of; how many they were is returned."""

    def run():
        steps = lay_aside_unclaimed(library, [own_place(library)])
        while True:
            try:
                next(steps)
            except StopIteration as end:
                return end.value

    return run


@pytest.fixture
def cut_off(library, a_photo):
    """Return a way to take in a photo and be killed before it is on record."""

    def take(colour):
        src = library.photos.add(a_photo(colour), name="p.jpg").src
        with library.database.transaction() as connection:
            connection.exec_driver_sql("DELETE FROM media WHERE src = ?", (src,))
        return src

    return take


def test_a_photo_whose_taking_in_was_cut_off_is_laid_aside_and_can_be_added_again(
    library, tidy, cut_off, a_photo
):
    kept = library.photos.add(a_photo("red"), name="p.jpg").src
    src = cut_off("green")
    assert tidy() == 1
    assert not library.photos.path(src).exists()
    assert (library.folder / ASIDE_NAME / library.photos.path(src).name).is_file()
    assert library.photos.path(kept).is_file()
    library.photos.add(a_photo("green"), name="p.jpg")
    assert library.photos.data(src) == a_photo("green")
    assert tidy() == 0


def test_what_an_item_a_version_or_a_backup_names_stays(library, tidy, cut_off, an_item, a_photo):
    in_backup = library.photos.add(a_photo("blue"), name="p.jpg").src
    keep_backup(library, own_place(library), occasion=Occasion.AUTOMATIC)
    with library.database.transaction() as connection:
        connection.exec_driver_sql("DELETE FROM media")
    shown, once = cut_off("green"), cut_off("red")
    item = library.items.save(an_item(body=f"![Boats]({once})"), over=0)
    library.items.save(replace(item, body=f"![Boats]({shown})"), over=item.version)
    assert tidy() == 0
    assert all(library.photos.path(src).is_file() for src in (shown, once, in_backup))


def test_where_a_version_cannot_be_read_all_stay(library, tidy, cut_off, an_item):
    library.items.save(an_item(headline="Flood"), over=0)
    src = cut_off("green")
    with library.database.transaction() as connection:
        connection.exec_driver_sql("DROP TRIGGER revisions_keep_words")
        connection.exec_driver_sql("UPDATE revisions SET words = x'00'")
    assert tidy() == 0
    assert library.photos.path(src).is_file()


def test_where_a_backup_cannot_be_read_all_stay(library, tidy, cut_off):
    made = keep_backup(library, own_place(library), occasion=Occasion.AUTOMATIC)
    made.write_bytes(b"no backup")
    src = cut_off("green")
    assert tidy() == 0
    assert library.photos.path(src).is_file()


def test_what_was_laid_aside_goes_after_ninety_days(library, tidy, cut_off, monkeypatch):
    cut_off("green")
    assert tidy() == 1
    now = library.clock()
    monkeypatch.setattr(library, "clock", lambda: now + timedelta(days=89))
    tidy()
    assert len(list((library.folder / ASIDE_NAME).iterdir())) == 1
    monkeypatch.setattr(library, "clock", lambda: now + timedelta(days=91))
    tidy()
    assert list((library.folder / ASIDE_NAME).iterdir()) == []
