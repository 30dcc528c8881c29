"""The steps an item may take."""

from datetime import timedelta

import pytest

from editor_app.body import read_markdown
from editor_app.editing.errors import StatusRefusedError
from editor_app.editing.status import missing_for, set_status, with_status
from editor_app.model.identity import new_item_id
from editor_app.model.item import NewsItem
from editor_app.model.status import Status

TEXT = read_markdown("Rain.")


def an_item(**fields):
    return NewsItem(**{"id": "1", "headline": "Flood"} | fields)


@pytest.mark.parametrize("to", [Status.READY, Status.PUBLISHED])
@pytest.mark.parametrize(
    ("fields", "text", "missing"),
    [
        ({"headline": " "}, "Rain.", ("it has no headline",)),
        ({}, "", ("it has no text",)),
        ({}, "---", ("it has no text",)),
        ({}, "Rain.", ()),
    ],
)
def test_a_finished_item_needs_a_headline_and_text(to, fields, text, missing, now):
    assert missing_for(an_item(**fields), read_markdown(text), to=to, now=now) == missing


def test_review_needs_nothing(now):
    empty = read_markdown("")
    assert with_status(NewsItem(id="1"), empty, to=Status.IN_REVIEW, now=now).status == "in review"


def test_publishing_says_when(now):
    item = with_status(an_item(), TEXT, to=Status.PUBLISHED, now=now)
    assert (item.first_published_at, item.published_at, item.updated_at) == (now, now, None)


def test_publishing_again_keeps_the_first_time(now):
    later = now + timedelta(days=2)
    item = an_item(status=Status.READY, first_published_at=now, published_at=now)
    item = with_status(item, TEXT, to=Status.PUBLISHED, now=later)
    assert (item.first_published_at, item.published_at, item.updated_at) == (now, later, later)


def test_nothing_is_published_before_its_embargo_ends(now):
    item = an_item(embargo_until=now + timedelta(hours=1))
    with pytest.raises(StatusRefusedError, match="under embargo until 2026-03-02 15:02 UTC"):
        with_status(item, TEXT, to=Status.PUBLISHED, now=now)
    assert with_status(item, TEXT, to=Status.READY, now=now).status is Status.READY


@pytest.mark.parametrize("status", [Status.DRAFT, Status.IN_REVIEW])
def test_only_what_was_finished_is_withdrawn(status, now):
    with pytest.raises(StatusRefusedError, match="no step"):
        with_status(an_item(status=status), TEXT, to=Status.WITHDRAWN, now=now)


def test_an_item_in_the_trash_keeps_its_status(now):
    with pytest.raises(StatusRefusedError, match="trash"):
        with_status(an_item(trashed_at=now), TEXT, to=Status.READY, now=now)


def test_a_step_to_where_it_stands_changes_nothing(now):
    item = an_item(status=Status.PUBLISHED)
    assert with_status(item, TEXT, to=Status.PUBLISHED, now=now) is item


def test_the_library_gets_the_new_status_and_a_slug(library, clock):
    item = library.items.save(an_item(id=new_item_id(clock()), body="Rain.\n"), over=0)
    changed = set_status(library, item.id, to=Status.READY, clock=clock)
    assert changed.status is Status.READY
    assert library.items.get(item.id).slug == "flood"
    assert library.items.get(item.id).body == "Rain.\n"
