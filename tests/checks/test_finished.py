from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from editor_app.body.tree import Body, Figure, ListBlock, ListItem, Quote, Text
from editor_app.checks.finished import blocking
from editor_app.model.identity import ItemId
from editor_app.model.item import LeadFigure, NewsItem

NOW = datetime(2026, 3, 2, 14, 2, tzinfo=UTC)
SRC = "media/ab/abc.jpg"


def reasons(body=(), **fields):
    item = NewsItem(id=ItemId("x"), **{"headline": "Two ferries", **fields})
    return blocking(item, Body(tuple(body)), now=NOW)


def test_an_item_with_all_it_needs_may_go_out():
    figure = Figure(SRC, alt="A ferry", credit=(Text("Jane Doe"),))
    lead = LeadFigure(src=SRC, alt="A quay", credit="Jane Doe")
    assert reasons([figure], lead_figure=lead) == ()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"headline": " "}, ["headline"]),
        ({"lead_figure": LeadFigure(src=SRC, credit="Jane")}, ["alt text"]),
        ({"lead_figure": LeadFigure(src=SRC, alt="A quay")}, ["credit"]),
        ({"lead_figure": LeadFigure(src=SRC)}, ["alt text", "credit"]),
        ({"lead_figure": LeadFigure(src=SRC, is_decorative=True, credit="Jane")}, []),
        ({"lead_figure": LeadFigure(credit="Jane")}, []),
        ({"embargo_until": NOW + timedelta(minutes=1)}, ["embargo until 2026-03-02 14:03"]),
        ({"embargo_until": NOW}, []),
    ],
)
def test_each_thing_that_is_missing_is_said_in_a_sentence(fields, words):
    found = reasons(**fields)
    assert len(found) == len(words)
    for sentence, word in zip(found, words, strict=True):
        assert word in sentence
        assert sentence.endswith(".")


def test_an_embargo_is_told_in_its_own_zone():
    until = datetime(2026, 6, 1, 0, 1, tzinfo=ZoneInfo("Europe/Vienna"))
    assert reasons(embargo_until=until) == (
        "The item is under embargo until 2026-06-01 00:01 (Europe/Vienna).",
    )


def test_photos_in_quotes_and_lists_count_too():
    bare = Figure(SRC, caption=(Text("A ferry"),))
    blocks = [Quote((bare,)), ListBlock(is_numbered=False, items=(ListItem((bare,)),))]
    found = reasons(blocks)
    assert len(found) == 4
    assert found[0] == "Photo 1 in the body (“A ferry”) has no alt text."


def test_a_body_nested_deeper_than_python_can_follow_is_no_trouble():
    block = Figure(SRC)
    for _ in range(5000):
        block = Quote((block,))
    assert len(reasons([block])) == 2
