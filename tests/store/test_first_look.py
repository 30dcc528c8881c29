"""A first look at a library: one item is read before the library is open whole."""

import sqlite3

import pytest

from editor_app.model.photo_words import Crop, PhotoWords
from editor_app.store.errors import LibraryInUseError, NewerLibraryError, PhotoMissingError
from editor_app.store.first_look import FirstLook
from editor_app.store.library import Library
from editor_app.store.names import DATABASE_NAME
from editor_app.store.opening import SCHEMA
from tests.builders import a_library, a_photo


@pytest.fixture
def look(folder):
    """Return a function that looks at the library in the folder; what it gives is closed."""
    made = []

    def look_at():
        made.append(FirstLook(folder))
        return made[-1]

    yield look_at
    for each in made:
        each.close()


def test_an_item_is_read_as_the_library_reads_it(folder, clock, an_item, look):
    with Library.open(folder, clock=clock) as library:
        saved = library.items.save(an_item(tags=("b", "a"), body="One\n\ntwo"), over=0)
    assert look().item(saved.id) == saved


def test_the_newest_item_is_the_first_of_the_list(folder, clock, an_item, look):
    with Library.open(folder, clock=clock) as library:
        for headline in ("One", "Two", "Three"):
            kept = library.items.save(an_item(headline=headline), over=0)
        gone = library.items.save(an_item(headline="Gone"), over=0)
        library.items.trash(gone.id)
    assert look().newest() == kept.id


def test_the_library_goes_on_from_it_with_the_same_lock_and_connection(
    folder, clock, an_item, look
):
    with Library.open(folder, clock=clock) as library:
        saved = library.items.save(an_item(), over=0)
    first = look()
    assert first.item(saved.id) == saved
    with Library(first, clock=clock) as library:
        assert library.items.get(saved.id) == saved
        with pytest.raises(LibraryInUseError):
            FirstLook(folder)
    FirstLook(folder).close()


def test_a_folder_that_is_looked_at_is_taken_until_the_look_is_over(folder, look):
    first = look()
    with pytest.raises(LibraryInUseError):
        look()
    first.close()
    look()


def test_a_new_folder_has_nothing_to_show(tmp_path):
    first = FirstLook(tmp_path / "new")
    assert first.is_new
    assert first.newest() is None
    assert first.item("01890000-0000-7000-8000-000000000000") is None
    first.close()


def test_an_item_that_is_not_there_is_none(folder, clock, look):
    Library.open(folder, clock=clock).close()
    assert look().item("01890000-0000-7000-8000-000000000000") is None


def test_a_damaged_item_is_left_to_the_library(folder, clock, an_item, look):
    with Library.open(folder, clock=clock) as library:
        saved = library.items.save(an_item(), over=0)
    _execute(folder, "UPDATE items SET headline = 'Other words'")
    assert look().item(saved.id) is None


def test_a_library_of_an_older_shape_is_left_to_the_library(folder, clock, an_item, look):
    with Library.open(folder, clock=clock) as library:
        saved = library.items.save(an_item(), over=0)
    _execute(folder, f"PRAGMA user_version = {SCHEMA - 1}")
    assert look().item(saved.id) is None


def test_a_database_without_tables_is_left_to_the_library(folder, clock, an_item, look):
    with Library.open(folder, clock=clock) as library:
        saved = library.items.save(an_item(), over=0)
    _execute(folder, "ALTER TABLE items RENAME TO gone")
    first = look()
    assert first.newest() is None
    assert first.item(saved.id) is None


def test_a_newer_library_is_refused_and_let_go_of(folder, clock, look):
    Library.open(folder, clock=clock).close()
    _execute(folder, f"PRAGMA user_version = {SCHEMA + 1}")
    with pytest.raises(NewerLibraryError):
        look()
    _execute(folder, f"PRAGMA user_version = {SCHEMA}")
    look()


def test_a_photo_is_given_only_as_it_was_added(folder, clock, a_photo, look):
    with Library.open(folder, clock=clock) as library:
        src = library.photos.add(a_photo(), name="a.jpg").src
    first = look()
    assert first.photo(src) == (folder / src).read_bytes()
    (folder / src).chmod(0o644)
    (folder / src).write_bytes(b"other")
    for wrong in (src, "media/ab/none.jpg", "library.db", "../outside.jpg"):
        with pytest.raises(PhotoMissingError):
            first.photo(wrong)


def _execute(folder, statement):
    connection = sqlite3.connect(folder / DATABASE_NAME)
    with connection:
        connection.execute(statement)
    connection.close()


def test_the_crop_of_a_photo_is_known_before_the_library_is(tmp_path):
    words = PhotoWords(crop=Crop(left=0.1, top=0, width=0.5, height=1))
    with a_library(tmp_path / "library") as library:
        cut, whole = (
            library.photos.add(a_photo(colour=one), name="a").src for one in ("red", "tan")
        )
        library.photos.save_words(cut, words)
    look = FirstLook(tmp_path / "library")
    found = [look.photo_words(src) for src in (cut, whole, "media/none.jpg")]
    look.close()
    assert found == [words, PhotoWords(), PhotoWords()]
    assert look.photo_words(cut) == PhotoWords()
