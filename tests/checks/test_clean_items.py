"""What is clean stays without findings, and one flaw brings one kind of finding."""

from dataclasses import replace

import pytest

from editor_app.checks.engine import Checker
from editor_app.checks.finding import Level
from tests.checks.clean_items import clean_items


def test_clean_items_have_nothing_that_blocks_or_warns():
    checker = Checker()
    for clean in clean_items(24):
        findings = checker.run(clean.examined()).findings
        said = [one for one in findings if one.level is not Level.HINTS]
        assert not said, (clean.item.language, said)


@pytest.mark.parametrize(
    ("rule", "spoil"),
    [
        ("headline-missing", lambda item: replace(item, headline="")),
        ("date-missing", lambda item: replace(item, display_date=None)),
        ("standfirst-repeated", lambda item: _with_text(item, item.standfirst)),
        ("leftover-furniture", lambda item: _with_text(item, "Loading...")),
        ("placeholder", lambda item: _with_text(item, "TKTK")),
        ("link-tracking", lambda item: _with_text(item, "[A b c d](https://e.org/?utm_id=1).")),
        ("photo-alt-missing", lambda item: _with_lead(item, alt="")),
        ("photo-credit-missing", lambda item: _with_lead(item, credit="")),
    ],
)
def test_one_flaw_is_found_in_every_language(rule, spoil):
    checker = Checker()
    for clean in clean_items(6):
        spoilt = clean._replace(item=spoil(clean.item))
        assert rule in {one.rule for one in checker.run(spoilt.examined()).findings}


def _with_text(item, text):
    return replace(item, body=f"{item.body}\n\n{text}\n")


def _with_lead(item, **words):
    return replace(item, lead_figure=replace(item.lead_figure, **words))
