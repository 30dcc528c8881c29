"""No text makes a rule about words take longer than the text is long, or fail."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.checks.catalogue import RULES
from editor_app.checks.engine import Checker
from editor_app.checks.examining import examined
from editor_app.checks.rule import Group
from editor_app.checks.words_shown import LONGEST
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from tests.checks.rules.one_rule import NOW, paragraphs

OURS = tuple(
    rule for rule in RULES if rule.group in {Group.WORDS, Group.TYPOGRAPHY, Group.LANGUAGE}
)


def look(language, *texts):
    item = NewsItem(id=ItemId("one"), language=language)
    return Checker(OURS).run(examined(item, paragraphs(*texts), now=NOW))


@pytest.mark.parametrize("language", ["en-GB", "fr", "ar"])
@pytest.mark.parametrize(
    "piece",
    [
        *("a", " ", '"', "“", "'", ".", "A", "1", "-", "\n", "\u00ad", "\u0301", "Ã", "«", "("),
        *("AA ", "1.", ".111", "111 ", "a-", "a.", "a@", "Ã©", "« »", 'a "b" ', "&amp;", "amp;"),
        *("the ", "IOM (A B) ", "illegal ", "EUR 1 111 ", "Aaa. ", "a' ", "U.S.", "Привет ", "ال "),
    ],
)
def test_a_text_of_one_thing_over_and_over_is_looked_at(language, piece):
    report = look(language, piece * (LONGEST // len(piece) // 10))
    assert report.failed == ()


def test_nothing_is_said_of_what_stands_behind_the_longest_paragraph():
    report = look("en-GB", "a " * LONGEST + " The  end , said he - so.")
    assert all((one.place.end or 0) <= LONGEST for one in report.findings)


@settings(max_examples=150)
@given(
    st.lists(st.text(max_size=60), max_size=4),
    st.sampled_from(
        ["en-GB", "en-US", "fr", "fr-CA", "de", "es", "ru", "ar", "zh-Hans", "he", "x"]
    ),
)
def test_no_text_makes_a_rule_fail(texts, language):
    assert look(language, *texts).failed == ()
