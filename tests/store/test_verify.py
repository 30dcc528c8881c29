"""A library can be tested: what is wrong in it is named, and nothing else."""

import pytest

from editor_app.store.errors import DamagedLibraryError
from editor_app.store.library import Library
from editor_app.store.verify import verify


def test_a_sound_library_has_no_problems(filled, a_photo):
    unused = filled.photos.add(a_photo("green"), name="g.jpg")
    report = verify(filled)
    assert report.problems == ()
    assert report.unused == (unused.src,)


def change(library, *statements):
    with library.database.transaction() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        (["UPDATE items SET headline = 'Flxxd' WHERE key = 1"], "words of the item “Flxxd”"),
        (["UPDATE items SET marks = '0' WHERE key = 1"], "list entry of the item “Flood”"),
        (["DELETE FROM item_tags"], "words of the item “Flood”"),
        (
            ["DROP TRIGGER revisions_remain", "DELETE FROM revisions WHERE key = 1"],
            "“Flood”",
        ),
        (
            [
                "DROP TRIGGER revisions_keep_words",
                "UPDATE revisions SET words = x'00' WHERE key = 1",
            ],
            "Version 1",
        ),
        (
            ["UPDATE house_style SET sha256 = 'other'"],
            "house style",
        ),
        (["UPDATE searched SET words = x'00'"], "search index"),
        (["DELETE FROM words_data WHERE id > 10"], "search index"),
        (["DELETE FROM item_marks"], "search index"),
        (["UPDATE revisions SET name = 'other' WHERE key = 2"], "name or the day of version 2"),
        (
            ["DROP TRIGGER revisions_keep_about", "UPDATE revisions SET op = 'add' WHERE key = 1"],
            "name or the day of version 1",
        ),
        (["INSERT INTO own_words VALUES ('', 'Standf1rst', 'x')"], "own word “Standf1rst”"),
        (["DELETE FROM media"], "not on record"),
    ],
)
def test_a_test_names_what_is_wrong(filled, statements, said):
    change(filled, *statements)
    problems = verify(filled).problems
    assert any(said in problem for problem in problems), problems


def test_a_stranger_among_the_entries_is_named(filled):
    with filled.database.raw() as driver:
        driver.execute("PRAGMA foreign_keys = OFF")
        driver.execute("INSERT INTO item_media VALUES (99, 'media/x')")
    assert any("item_media" in problem for problem in verify(filled).problems)


def test_photos_that_are_gone_or_rotten_are_named(filled, a_photo):
    other = filled.photos.add(a_photo("blue"), name="b.jpg")
    used = next(photo for photo in filled.photos.all() if photo != other)
    filled.photos.path(used.src).unlink()
    filled.photos.path(other.src).write_bytes(b"rot")
    problems = verify(filled).problems
    assert f"The photo “{used.src}”, which the item “Flood” shows, is missing." in problems
    assert f"The photo “{other.src}” is damaged." in problems


def test_a_photo_whose_taking_in_was_cut_off_is_no_problem(filled, a_photo):
    cut_off = filled.photos.add(a_photo("green"), name="g.jpg")
    with filled.database.raw() as driver:
        driver.execute("DELETE FROM media WHERE src = ?", [cut_off.src])
    report = verify(filled)
    assert report.problems == ()
    assert cut_off.src not in report.unused


def test_a_destroyed_page_is_a_problem_not_a_crash(filled, clock):
    filled.items.add_many([])
    filled.close()
    path = filled.folder / "library.db"
    data = path.read_bytes()
    found = 0
    for start in range(4096, len(data), 8 * 4096):
        path.write_bytes(data[:start] + b"\xaa" * 4096 + data[start + 4096 :])
        try:
            with Library.open(filled.folder, clock=clock) as library:
                found += bool(verify(library).problems)
        except DamagedLibraryError:  # the page said what tables there are
            found += 1
    assert found == len(range(4096, len(data), 8 * 4096))


def test_a_library_whose_items_cannot_be_read_is_tested_all_the_same(filled, clock):
    with filled.database.reading() as connection:
        ask = "SELECT rootpage FROM sqlite_schema WHERE name = 'items'"
        page = connection.exec_driver_sql(ask).scalar_one()
    filled.close()
    path = filled.folder / "library.db"
    data = path.read_bytes()
    path.write_bytes(data[: (page - 1) * 4096] + b"\xaa" * 4096 + data[page * 4096 :])
    with Library.open(filled.folder, clock=clock) as library:
        report = verify(library)
    assert report.items == 0
    assert any("damaged" in problem for problem in report.problems)


def test_every_flipped_bit_in_the_words_is_found(filled, clock):
    """Against a control: SQLite's own check sees next to nothing of it."""
    filled.close()
    path = filled.folder / "library.db"
    data = path.read_bytes()
    seen_by_us = seen_by_sqlite = flips = 0
    start = data.index(b"Drought")
    for place in range(start, start + 7):
        changed = bytearray(data)
        changed[place] ^= 1
        path.write_bytes(changed)
        flips += 1
        with Library.open(filled.folder, clock=clock) as library:
            seen_by_us += bool(verify(library).problems)
            with library.database.reading() as connection:
                check = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
            seen_by_sqlite += check != "ok"
    assert (seen_by_us, seen_by_sqlite) == (flips, 0)
