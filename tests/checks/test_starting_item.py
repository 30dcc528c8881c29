"""The flaws of the item that the program started from, in our own words and in its own."""

# ruff: noqa: RUF001 - apostrophes are among the flaws

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from editor_app.body import read_markdown
from editor_app.checks.engine import Checker
from editor_app.checks.examining import examined
from editor_app.intake.plain import read_plain
from editor_app.model.identity import ItemId
from editor_app.model.item import LeadFigure, NewsItem
from tests.checks.clean_items import NOW

_SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "text"
STARTING = _SAMPLES / "en_icmpd_2015_project_news.txt"
FLAWS = {
    "standfirst-repeated",
    "leftover-furniture",
    "quotes-mixed",
    "acronym-unexplained",
    "photo-licence-missing",
}
BODY = """\
At the end of May the towns along the river agreed on a plan for ferries, quays and timetables.

The recent growth in ferries, meetings and other work on the river has taught the IRGA many \
lessons, which we sum up in this new paper.

"We know the river’s moods," says the oldest of its captains, and she has known them all.

Loading...
"""
ITEM = NewsItem(
    id=ItemId("x"),
    section="Project News",
    headline="New ways needed for better ferries",
    standfirst=(
        "The relatively recent growth in ferries, meetings and other work on the river has taught"
        ' the IRGA many lessons, which we sum up in a new paper: "What have we learned?"'
    ),
    display_date=date(2025, 9, 15),
    lead_figure=LeadFigure(credit="River Vibe on a photo site"),
    body=BODY,
)


def rules_that_find(item):
    ready = examined(item, read_markdown(item.body), now=NOW)
    report = Checker().run(ready)
    assert not report.failed
    return {finding.rule for finding in report.findings}


def test_every_flaw_of_the_starting_item_is_found():
    assert rules_that_find(ITEM) >= FLAWS


def test_once_mended_none_of_them_is_found():
    paragraphs = BODY.split("\n\n")
    quoted = paragraphs[2].replace('"We', "“We").replace('moods,"', "moods,”")
    mended = replace(
        ITEM,
        standfirst="The towns on the river have learned much about ferries, and sum it up here.",
        body=f"{paragraphs[0]}\n\n{quoted}\n",
        lead_figure=LeadFigure(),
    )
    assert rules_that_find(mended).isdisjoint(FLAWS)


@pytest.mark.skipif(not STARTING.is_file(), reason="the shared samples are not on this machine")
def test_the_starting_item_itself_has_them_as_it_was_served():
    reading = read_plain(STARTING.read_text(encoding="utf-8"))
    photo = LeadFigure(credit=reading.photo["photo_credit"])
    item = NewsItem(id=ItemId("x"), **reading.fields, lead_figure=photo)
    served = replace(item, body=f"{reading.body}\n\nLoading...\n")  # the import leaves that out
    assert rules_that_find(served) >= FLAWS
