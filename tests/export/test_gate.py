"""What the checks keep from going out, and what a reason lets through."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor_app.export.kit import ExportOptions, export_items
from editor_app.model.house import House
from editor_app.model.house_style import HouseStyle, RuleLevel
from editor_app.model.status import Status
from tests.builders import THEN, a_library, an_item


@pytest.fixture
def library(tmp_path):
    with a_library(tmp_path / "library") as library:
        yield library


@pytest.fixture
def export(library, tmp_path):
    def run(*items, **options):
        steps = export_items(
            library,
            [item.id for item in items],
            to=tmp_path / "site",
            options=ExportOptions(**options),
            clock=lambda: THEN,
        )
        while True:
            try:
                next(steps)
            except StopIteration as end:
                return end.value

    return run


def saved(library, **fields):
    return library.items.save(an_item(status=Status.READY, **fields), over=0)


def test_placeholder_words_hold_an_item_back_until_a_reason_lets_it_out(library, export):
    item = saved(library, slug="ferries", body="The ferry left with TKTK on board.\n")
    (held,) = export(item).held_back
    assert held.can_be_forced
    assert library.exports.last(item.id) is None
    assert export(item, force_reason="The figure comes at noon").held_back == ()
    assert library.exports.last(item.id).forced_reason == "The figure comes at noon"


def test_no_reason_lets_an_item_out_that_is_under_embargo(library, export):
    item = saved(library, slug="ferries", embargo_until=datetime(2099, 1, 1, tzinfo=UTC))
    (held,) = export(item, force_reason="The minister asked").held_back
    assert not held.can_be_forced
    assert "embargo" in held.reasons[0]


def test_an_item_under_embargo_goes_out_as_a_clearance_copy(library, export, tmp_path):
    item = saved(library, slug="ferries", embargo_until=datetime(2099, 1, 1, tzinfo=UTC))
    report = export(item, is_draft=True)
    assert report.held_back == ()
    pages = list(Path(tmp_path).rglob("index.html"))
    assert any("noindex" in page.read_text(encoding="utf-8") for page in pages)


def test_the_house_may_let_a_check_block_or_no_longer(library, export):
    item = saved(library, slug="ferries", display_date=None)
    assert export(item).held_back == ()
    strict = HouseStyle(levels=(RuleLevel(rule="date-missing", level="blocks"),))
    library.house.save(House(style=strict))
    other = saved(library, slug="wells", display_date=None)
    assert len(export(other).held_back) == 1
