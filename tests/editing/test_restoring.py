"""An older version brings its words back; what the world knows of the item stays."""

from dataclasses import replace
from datetime import timedelta

from editor_app.editing.restoring import as_restored, save_version_as_copy
from editor_app.model.identity import new_item_id
from editor_app.model.item import LeadFigure, NewsItem
from editor_app.model.status import Status


def two_versions(now):
    then = NewsItem(
        id=new_item_id(now),
        headline="Flood",
        standfirst="Rain.",
        body="Old.\n",
        slug="flood",
        tags=("rain",),
        lead_figure=LeadFigure(src="media/a.jpg"),
        version=1,
    )
    present = replace(
        then,
        headline="Floods",
        standfirst="",
        body="New.\n",
        slug="floods",
        tags=(),
        lead_figure=LeadFigure(),
        version=5,
        status=Status.PUBLISHED,
        published_at=now,
        first_published_at=now,
        embargo_until=now + timedelta(days=1),
    )
    return then, present


def test_words_fields_and_photo_come_back_and_status_and_dates_of_publication_stay(now):
    then, present = two_versions(now)
    restored = as_restored(present, then, has_own_slug=True)
    assert restored == replace(
        present,
        headline="Flood",
        standfirst="Rain.",
        body="Old.\n",
        tags=("rain",),
        lead_figure=LeadFigure(src="media/a.jpg"),
    )


def test_an_address_that_nobody_knows_comes_back_with_its_headline(now):
    then, present = two_versions(now)
    assert as_restored(present, then, has_own_slug=False).slug == "flood"


def test_a_version_can_be_had_as_an_item_of_its_own(library, clock):
    item = library.items.save(NewsItem(id=new_item_id(clock.now), headline="Flood"), over=0)
    library.items.save(replace(item, headline="Floods", status=Status.READY), over=1)
    copy = save_version_as_copy(library, library.history.get(item.id, 1), now=clock.now)
    kept = library.items.get(copy.id)
    assert kept.id != item.id
    assert (kept.headline, kept.status, kept.version) == ("Flood (copy)", Status.DRAFT, 1)
    assert library.items.get(item.id).headline == "Floods"
