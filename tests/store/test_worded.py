"""Versions know whether the words that they were made from were changed since."""

from dataclasses import replace

import pytest

from editor_app.model.status import Status
from editor_app.store.neighbours import Neighbours
from editor_app.store.query import ItemQuery


@pytest.fixture
def pair(library, an_item):
    """Return an original and the version made of it."""
    original = library.items.save(an_item(headline="A well", translation_group="g"), over=0)
    version = an_item(
        headline="Un puits",
        language="fr",
        translation_group="g",
        translated_from=original.id,
        translated_version=original.version,
    )
    return original, library.items.save(version, over=0)


def behind(library):
    rows = library.items.page(ItemQuery())
    assert [one.is_behind_original for one in library.items.translations("g")] == [
        one.is_behind_original for one in sorted(rows, key=lambda one: one.language)
    ]
    return [row.headline for row in rows if row.is_behind_original]


@pytest.mark.parametrize("field", ["headline", "standfirst", "body", "summary"])
def test_other_words_of_the_original_put_its_versions_behind(library, pair, field):
    original, version = pair
    assert behind(library) == []
    saved = library.items.save(replace(original, **{field: "Two wells"}), over=original.version)
    assert behind(library) == ["Un puits"]
    assert Neighbours(library.database, library.items, version.id).worded_in(saved) == saved.version


def test_a_status_or_a_date_of_the_original_does_not(library, pair, now):
    original, version = pair
    changed = replace(original, status=Status.IN_REVIEW, section="Notes", embargo_until=now)
    saved = library.items.save(changed, over=original.version)
    assert behind(library) == []
    assert Neighbours(library.database, library.items, version.id).worded_in(saved) == 1


def test_a_version_that_took_the_words_over_is_not_behind(library, pair):
    original, version = pair
    saved = library.items.save(replace(original, headline="Two wells"), over=original.version)
    taken = replace(version, translated_version=saved.version)
    library.items.save(taken, over=version.version)
    assert behind(library) == []


def test_an_original_in_the_trash_puts_nothing_behind(library, pair):
    original, _version = pair
    saved = library.items.save(replace(original, headline="Two wells"), over=original.version)
    library.items.trash(saved.id)
    assert library.items.translations("g")[0].is_behind_original is False
