from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from editor_app.body import read_markdown, write_markdown
from editor_app.body.tree import CrossHead, Figure, ListBlock, Quote, Source, Table
from editor_app.checks.engine import Checker
from editor_app.checks.examining import examined
from editor_app.intake.sample import fill, first_item, sample_items
from editor_app.model.status import Status
from editor_app.paths import resources
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery

NOW = datetime(2026, 3, 2, 14, 2, tzinfo=UTC)


def blocking(item, body):
    """Return what would hold an item back from an export."""
    return Checker().run(examined(item, body, now=NOW)).blocking


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library", clock=lambda: NOW) as opened:
        yield opened


@pytest.fixture(scope="module")
def items():
    return list(sample_items(600, now=NOW))


def test_one_seed_gives_the_same_items_and_another_gives_others(items):
    assert list(sample_items(40, now=NOW)) == items[:40]
    others = {item.id for item in sample_items(40, seed=2, now=NOW)}
    assert not others & {item.id for item in items}


def test_there_are_items_of_every_kind(items):
    assert set(Counter(item.language for item in items)) == {"en-GB", "fr", "es", "de", "ru", "ar"}
    assert set(Counter(item.status for item in items)) == set(Status)
    assert any(item.translated_from for item in items)
    days = sorted(item.display_date for item in items)
    assert days[-1] <= NOW.date()
    assert days[-1] - days[0] > timedelta(days=3000)
    kinds = {type(block) for item in items for block in read_markdown(item.body).blocks}
    assert {CrossHead, ListBlock, Quote, Table} <= kinds
    assert Source not in kinds


def test_every_sample_item_may_go_out_and_is_good_markdown(items):
    for item in items[:120]:
        body = read_markdown(item.body)
        assert blocking(item, body) == ()
        assert write_markdown(body) == item.body
        assert not any(
            isinstance(one, CrossHead) and isinstance(two, CrossHead)
            for one, two in pairwise(body.blocks)
        )


def test_a_library_can_be_filled_again_and_again(library):
    assert fill(library, 30, now=NOW) == 30
    assert fill(library, 30, now=NOW) == 30
    assert library.items.count(ItemQuery()) == 60


def test_every_sample_item_has_a_photo_of_its_own_with_its_words(library):
    fill(library, 12, photos=True, now=NOW)
    items = [library.items.get(row.id) for row in library.items.page(ItemQuery())]
    leads = [item.lead_figure for item in items]
    assert len({lead.src for lead in leads}) == 12
    assert all(lead.alt and lead.caption and lead.credit for lead in leads)
    for item in items:
        words = library.photos.record(item.lead_figure.src).words(item.language)
        assert words.credit
        assert words.alt
        assert words.copyright_notice.startswith("© 20")
        assert blocking(item, read_markdown(item.body)) == ()
    bodies = [read_markdown(item.body) for item in items]
    figures = [one for body in bodies for one in body.blocks if isinstance(one, Figure)]
    assert figures
    assert all(library.photos.get(figure.src) for figure in figures)
    assert all(write_markdown(body) == item.body for body, item in zip(bodies, items, strict=True))


def test_a_new_library_opens_with_an_item_that_shows_what_a_body_can_hold(library):
    item = first_item(library, lambda: NOW)
    body = read_markdown(item.body)
    assert (item.status, item.version, item.display_date) == (Status.DRAFT, 1, NOW.date())
    assert {CrossHead, ListBlock, Quote, Table, Figure} <= {type(one) for one in body.blocks}
    assert "](https://" in item.body
    assert blocking(item, body) == ()
    figures = [one for one in body.blocks if isinstance(one, Figure)]
    for src in [item.lead_figure.src, *(one.src for one in figures)]:
        assert library.photos.get(src) is not None
    assert library.items.get(item.id) == item


def test_the_shipped_pictures_are_small_and_free_to_use():
    folder = resources() / "sample"
    assert all(one.stat().st_size < 120_000 for one in (folder / "first-item").glob("*.jpg"))
    assert "CC0" in (folder / "LICENSE.md").read_text(encoding="utf-8")
