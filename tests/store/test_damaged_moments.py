"""A moment that can no longer be read is no words: it is named, and nothing stops for it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from editor_app.store.rows import LONG_AGO
from editor_app.store.verify import verify

BROKEN = "2026-03-0:T14:02:00.000000+00:00"


@pytest.fixture
def item(library, an_item):
    first = library.items.save(an_item(headline="Flood"), over=0)
    return library.items.trash(first.id)


def spoil(library, statement):
    with library.database.transaction() as connection:
        connection.exec_driver_sql("DROP TRIGGER IF EXISTS revisions_keep_about")
        connection.exec_driver_sql("DROP TRIGGER IF EXISTS revisions_keep_words")
        connection.exec_driver_sql(statement, (BROKEN,))


def test_the_versions_of_an_item_are_listed_and_read(library, item):
    spoil(library, "UPDATE revisions SET saved_at = ? WHERE version = 1")
    newest, first = library.history.versions(item.id)
    assert (first.saved_at, newest.saved_at.year) == (LONG_AGO, 2026)
    assert library.history.get(item.id, 1).headline == "Flood"
    problems = verify(library).problems
    assert problems == (f"The day of version 1 of the item “{item.id}” is damaged.",)


def test_a_version_of_an_unknown_day_is_not_thinned(library, item):
    spoil(library, "UPDATE revisions SET saved_at = ? WHERE version = 1")
    later = datetime(2036, 3, 2, tzinfo=UTC) + timedelta(days=1)
    for _ in library.history.thin(later):
        pass
    assert len(library.history.versions(item.id)) == 2


def test_an_item_can_be_saved_over_a_damaged_moment(library, item):
    spoil(library, "UPDATE items SET created_at = ?")
    assert library.items.save(replace(item, headline="Rain"), over=2).version == 3


def test_a_photo_is_found_without_its_day(library, a_photo):
    src = library.photos.add(a_photo(), name="a.jpg").src
    spoil(library, "UPDATE media SET added_at = ?")
    assert library.photos.record(src).added_at == LONG_AGO
