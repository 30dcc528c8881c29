"""An item as plain values, and its checksum."""

import json
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from editor_app.model.fields import canonical_bytes, checksum, from_fields, to_fields
from editor_app.model.identity import ItemId
from editor_app.model.item import (
    ChangeNote,
    Contact,
    LeadFigure,
    NewsItem,
    Project,
    Publication,
    RelatedLink,
)
from editor_app.model.status import Status

FULL = NewsItem(
    id=ItemId("019b7bca-1580-710b-a61c-d50534fd988c"),
    language="ar",
    headline="حوار إقليمي",
    status=Status.READY,
    display_date=date(2015, 9, 15),
    embargo_until=datetime(2015, 9, 15, 0, 1, tzinfo=ZoneInfo("Europe/Vienna")),
    lead_figure=LeadFigure(src="media/ab/ab12.jpg", alt="A street", credit="A. Nowak"),
    tags=("diaspora", "SDGs"),
    contacts=(Contact(name="Ana", email="ana@example.org"),),
    projects=(Project(title="Bridges", donor="European Union"),),
    publications=(Publication(title="Paper", size=1_200_000, pages=40),),
    related=(RelatedLink(text="More", address="https://example.org/more"),),
    change_notes=(ChangeNote(day=date(2015, 9, 16), text="A name was corrected."),),
)


def test_every_field_survives_json():
    assert from_fields(json.loads(json.dumps(to_fields(FULL)))) == FULL


def test_unknown_fields_are_passed_over_and_missing_ones_take_their_default():
    item = from_fields({"id": FULL.id, "headline": "Flood", "colour": "red"})
    assert (item.headline, item.status) == ("Flood", Status.DRAFT)


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"id": "x", "status": "lost"},
        {"id": "x", "display_date": "31 February"},
        {"id": "x", "tags": 4},
    ],
)
def test_values_that_do_not_fit_are_refused(wrong):
    with pytest.raises(ValueError):  # noqa: PT011
        from_fields(wrong)


def test_the_checksum_is_of_the_words_only(now):
    saved = replace(FULL, version=7, created_at=now, modified_at=now)
    assert checksum(saved) == checksum(FULL)
    assert checksum(replace(FULL, headline="حوار")) != checksum(FULL)


def test_canonical_bytes_are_readable_json_in_a_fixed_order():
    written = canonical_bytes(FULL).decode()
    assert list(json.loads(written)) == sorted(json.loads(written))
    assert "حوار" in written


def test_a_photo_asks_for_its_words_and_an_absent_one_does_not():
    assert LeadFigure(src="media/a.jpg").lacks_alt_text
    assert LeadFigure(src="media/a.jpg").lacks_credit
    assert not LeadFigure(src="media/a.jpg", is_decorative=True).lacks_alt_text
    assert not LeadFigure(credit="A. Nowak").lacks_alt_text
    assert not LeadFigure(credit="A. Nowak").lacks_credit


def test_only_ready_and_published_items_are_finished():
    assert [status for status in Status if status.is_finished] == [Status.READY, Status.PUBLISHED]
