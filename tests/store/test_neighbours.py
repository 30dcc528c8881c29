"""What the checks of one item are told of the others."""

import pytest

from editor_app.model.identity import ItemId
from editor_app.store.exports import ExportRecord
from editor_app.store.neighbours import Neighbours


@pytest.fixture
def about(library):
    return lambda item: Neighbours(library.database, library.items, item.id)


def test_items_with_the_same_headline_are_told_but_not_the_item_itself(library, an_item, about):
    one = library.items.save(an_item(headline="A well"), over=0)
    two = library.items.save(an_item(headline="A well"), over=0)
    library.items.save(an_item(headline="A well", language="fr"), over=0)
    library.items.save(an_item(headline="A Well"), over=0)
    gone = library.items.save(an_item(headline="A well"), over=0)
    library.items.trash(gone.id)
    assert [each.id for each in about(one).with_headline("A well", one.language)] == [two.id]
    assert about(one).with_headline("", one.language) == ()


def test_items_with_the_same_slug_are_told(library, an_item, about):
    one = library.items.save(an_item(slug="well"), over=0)
    other = an_item(slug="")
    assert [each.id for each in about(other).with_slug("well", one.language)] == [one.id]
    assert about(one).with_slug("well", one.language) == ()
    assert about(other).with_slug("", one.language) == ()


def test_language_versions_are_told(library, an_item, about):
    one = library.items.save(an_item(translation_group="g"), over=0)
    two = library.items.save(an_item(translation_group="g", language="fr"), over=0)
    alone = library.items.save(an_item(), over=0)
    assert [each.id for each in about(one).versions_of(one)] == [two.id]
    assert about(alone).versions_of(alone) == ()


def test_an_item_is_found_by_its_id_even_in_the_trash(library, an_item, about):
    one = library.items.save(an_item(), over=0)
    two = library.items.save(an_item(), over=0)
    library.items.trash(two.id)
    found = about(one).with_id(two.id)
    assert found is not None
    assert found.is_trashed
    assert about(one).with_id(one.id) is None
    assert about(one).with_id("nobody") is None


def test_the_slug_of_the_last_exported_page_is_told(library, an_item, about, now):
    item = library.items.save(an_item(slug="new"), over=0)
    assert about(item).slug_when_published(item) == ""
    record = ExportRecord(
        item_id=ItemId(item.id),
        version=1,
        kind="page",
        folder="/out",
        path="en-GB/old/index.html",
        sha256="0" * 64,
        exported_at=now,
    )
    library.exports.record([record])
    assert about(item).slug_when_published(item) == "old"
