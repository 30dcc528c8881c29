from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from editor_app.body import read_markdown
from editor_app.body.tree import (
    Body,
    FactBox,
    Figure,
    Gallery,
    ListBlock,
    ListItem,
    Passage,
    Quote,
    Text,
)
from editor_app.checks.catalogue import blocking_rules
from editor_app.checks.engine import Checker
from editor_app.checks.examining import examined
from editor_app.model.house_style import HouseStyle, RuleLevel
from editor_app.model.identity import ItemId
from editor_app.model.item import LeadFigure, NewsItem

NOW = datetime(2026, 3, 2, 14, 2, tzinfo=UTC)
SRC = "media/ab/abc.jpg"


def reasons(body=(), **fields):
    item = NewsItem(id=ItemId("x"), **{"headline": "Two ferries", **fields})
    looked_at = examined(item, Body(tuple(body)), now=NOW)
    report = Checker(blocking_rules(HouseStyle())).run(looked_at)
    return tuple(finding.message for finding in report.blocking)


def test_the_house_says_which_checks_block():
    style = HouseStyle(
        levels=(
            RuleLevel(rule="headline-missing", level="warns"),
            RuleLevel(rule="date-missing", level="blocks"),
        )
    )
    ids = {rule.id for rule in blocking_rules(style)}
    assert "date-missing" in ids
    assert "headline-missing" not in ids


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
    called = "Photo 1 in the text (“A ferry”)"
    assert found[0] == f"{called} has no alt text and is not marked as decorative."


def test_a_body_nested_deeper_than_python_can_follow_is_no_trouble():
    block = Figure(SRC)
    for _ in range(5000):
        block = Quote((block,))
    assert len(reasons([block])) == 2


def test_photos_in_boxes_and_passages_count_too():
    bare = Figure(SRC, caption=(Text("A ferry"),))
    assert len(reasons([FactBox((), (bare,)), Passage("fr", (bare,))])) == 4


def test_a_decorative_photo_needs_no_alt_text_but_a_credit():
    photo = Figure(SRC, is_decorative=True, credit=(Text("Jane Doe"),))
    assert reasons([photo]) == ()
    assert reasons([Figure(SRC, is_decorative=True)]) == (
        "Photo 1 in the text (“abc.jpg”) has no credit.",
    )


@pytest.mark.parametrize(
    ("markdown", "place"),
    [
        ("Words ![](media/ab/abc.jpg) around.", "within a line"),
        ("> Said ![](media/ab/abc.jpg) so.\n>\n> -- ![A seal](media/ab/seal.jpg)", "within a line"),
        ('Words <img src="media/ab/abc.jpg"> around.', "within a line"),
        ('<div><img src="media/ab/abc.jpg"></div>', "in a locked block"),
        ('<p><IMG SRC="media/ab/abc.jpg" alt=" "></p>', "in a locked block"),
        ("* a\n\n    ![](media/ab/abc.jpg) b\n\n        code", "in a locked block"),
        ("Words.^[A note with ![](media/ab/abc.jpg)]", "in a locked block"),
        ("* a ![][p]\n\n        code\n\n[p]: media/ab/abc.jpg", "in a locked block"),
    ],
)
def test_a_picture_that_is_no_photo_of_ours_needs_words_too(markdown, place):
    assert reasons(read_markdown(markdown).blocks) == (
        f"A picture {place} (“abc.jpg”) has no alt text.",
    )


@pytest.mark.parametrize(
    "markdown",
    [
        "Words ![A ferry](media/ab/abc.jpg) around.",
        'Words <img src="media/ab/abc.jpg" alt="A ferry"> around.',
        '<div><img src="media/ab/abc.jpg" alt="A ferry"></div>',
        "```\n<img src=x>\n```",
    ],
)
def test_a_picture_with_words_is_no_trouble(markdown):
    assert reasons(read_markdown(markdown).blocks) == ()


def test_photos_in_a_gallery_are_counted_and_checked_too():
    credited = Figure(SRC, alt="A ferry", credit=(Text("Jane Doe"),))
    bare = Figure(SRC, caption=(Text("A quay"),))
    words = " ".join(reasons([credited, Gallery((credited, bare))]))
    assert "Photo 3 in the text (“A quay”) has no alt text" in words
    assert "Photo 3 in the text (“A quay”) has no credit." in words
    assert "Photo 2" not in words
