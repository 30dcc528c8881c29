import json
from pathlib import Path

import pytest

from tests.checks.rules.looking_at_items import look

STANDFIRST = "The old ferry sails again with three thousand books and a timetable for schools."
REWORDED = "The old ferry sails again with three thousand books, and a timetable for the schools."
OTHER = "In winter the ship stays in port, and forty volunteers mend what was torn in summer."
PAIRS = json.loads((Path(__file__).parents[1] / "reworded.json").read_text(encoding="utf-8"))


def test_a_missing_standfirst_is_named():
    assert look("standfirst-missing", standfirst=" ").findings()
    assert not look("standfirst-missing").findings()


@pytest.mark.parametrize(
    ("length", "is_found"), [(0, False), (59, True), (60, False), (300, False), (301, True)]
)
def test_a_standfirst_has_a_length(length, is_found):
    found = look("standfirst-length", standfirst="x" * length, summary="x" * 10)
    assert bool(found.findings()) is is_found


def test_a_repeated_standfirst_is_found_even_reworded_and_its_paragraph_removed():
    body = f"{OTHER}\n\n{REWORDED}\n\nThe end.\n"
    found = look("standfirst-repeated", body, standfirst=STANDFIRST)
    assert found.places() == ["body[1]"]
    assert found.mended().body == f"{OTHER}\n\nThe end.\n"


@pytest.mark.parametrize("language", PAIRS)
def test_a_repeated_standfirst_is_found_in_every_script(language):
    standfirst, reworded, other = PAIRS[language]
    found = look("standfirst-repeated", f"{other}\n\n{reworded}\n", standfirst=standfirst)
    assert found.places() == ["body[1]"]


def test_a_paragraph_that_says_more_is_not_removed():
    body = f"{STANDFIRST} {OTHER} {OTHER.lower()} The crew had not expected that at all.\n"
    (finding,) = look("standfirst-repeated", body, standfirst=STANDFIRST).findings()
    assert finding.fix is None


def test_an_item_without_a_standfirst_repeats_none():
    assert not look("standfirst-repeated", f"{OTHER}\n", standfirst="").findings()


def test_a_paragraph_that_stands_twice_is_removed_once():
    found = look("paragraph-repeated", f"{OTHER}\n\nWords.\n\n{OTHER}\n")
    assert found.places() == ["body[2]"]
    assert found.mended().body == f"{OTHER}\n\nWords.\n"


def test_of_two_paragraphs_nearly_the_same_a_person_chooses():
    (finding,) = look("paragraph-repeated", f"{STANDFIRST}\n\n{REWORDED}\n").findings()
    assert finding.place.name == "body[1]"
    assert finding.fix is None


@pytest.mark.parametrize(
    "body",
    [
        f"{STANDFIRST}\n\n{OTHER}\n",
        "Yes.\n\nYes.\n",  # too short to tell
        f"{OTHER}\n\n:::: pullquote\n{OTHER}\n::::\n",
    ],
)
def test_paragraphs_that_differ_are_no_repeats(body):
    assert not look("paragraph-repeated", body).findings()


@pytest.mark.parametrize(
    ("summary", "rules"),
    [
        ("", []),
        ("A ferry sails.", []),
        ("A ferry sails!”", []),
        ("تبحر العبّارة.", []),
        ("A ferry sails", ["summary-cut"]),
        ("A ferry sai…", ["summary-cut"]),
        ("A ferry sai...", ["summary-cut"]),
        ("x" * 160 + ".", ["summary-long"]),
        ("Two ferries for the delta.", ["summary-is-headline"]),
    ],
)
def test_a_summary_is_short_whole_and_says_more_than_the_headline(summary, rules):
    every = ("summary-long", "summary-cut", "summary-is-headline")
    assert [rule for rule in every if look(rule, summary=summary).findings()] == rules
