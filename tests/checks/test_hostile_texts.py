"""Texts made to stop the rules: each is read to its end, and no rule breaks."""

# ruff: noqa: RUF001 - the signs of other scripts are what this is about

from dataclasses import replace

import pytest

from editor_app.body.normal import normalised
from editor_app.body.tree import Body, Link, Paragraph, Quote, Text
from editor_app.checks.engine import Checker
from editor_app.checks.examining import examined
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from tests.checks.clean_items import NOW

ITEM = NewsItem(id=ItemId("x"), headline="Two ferries", standfirst="They sail.")
LENGTH = 3_000  # what grows faster than the text takes minutes even so
PIECES = (
    *(
        "a",
        " ",
        "[",
        "(",
        "<",
        "1",
        ".",
        '"',
        "’",
        "x",
        "_",
        "?",
        "http://",
        "a@",
        "1.1.",
        "a.",
        "St. ",
    ),
    *(
        "Ab Cd, ",
        "20 May ",
        "Monday, ",
        "&",
        "{{",
        "é",
        "و",
        "家",
        "embargo ",
        "Libya ",
        "Ли ",
        "10:30",
    ),
    *(
        "Maria Lopez, ",
        "passport 1",
        "12 Green St",
        "AT61",
        "33.8938, ",
        "calle a ",
        "[insert ",
        "\n",
    ),
)


def _report(item, body):
    report = Checker().run(examined(item, body, now=NOW))
    assert not report.failed
    return report


@pytest.mark.parametrize("piece", PIECES)
def test_one_piece_said_again_and_again_is_read_to_its_end(piece):
    text = (piece * LENGTH)[:LENGTH]
    item = replace(ITEM, headline=text, standfirst=text, summary=text, dateline_place=text)
    _report(item, Body(normalised((Paragraph((Text(text),)),))))


def test_many_links_and_deep_quotations_are_read_to_their_end():
    links = tuple(
        Text(f"boat {number} ", frozenset({Link(f"http://example.org/{number}")}))
        for number in range(500)
    )
    deep = Paragraph((Text("A boat."),))
    for _ in range(300):
        deep = Quote((deep,))
    body = Body((Paragraph(links), deep))
    found = [one for one in _report(ITEM, body).findings if one.rule == "link-http"]
    assert len(found) == 500
