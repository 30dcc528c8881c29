"""The list: searched as one types, filtered, sorted and paged."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor_app.body.errors import BodyError
from editor_app.model.item import LeadFigure
from editor_app.model.status import Status
from editor_app.store import matching
from editor_app.store.exports import ExportRecord
from editor_app.store.library import Library
from editor_app.store.matching import IndexedText
from editor_app.store.query import ItemQuery, Sort
from editor_app.store.wanted import wanted


def headlines(library, **query):
    return [row.headline for row in library.items.page(ItemQuery(**query))]


@pytest.fixture
def flood(library, an_item):
    item = an_item(
        headline="Überschwemmung in Łódź",
        standfirst="The river Sèvre rose",
        body="One **unbe**lievable press-release\n\n- water\n- 東京都の水",
        tags=("climate",),
        lead_figure=LeadFigure(caption="Boats", credit="Photo: A. Nowak"),
        byline="Ana Marić",
    )
    return library.items.save(item, over=0)


@pytest.mark.parametrize(
    "typed",
    [
        "uberschwemmung",
        "ÜBER",
        "sevre",
        "the river",
        "river the",
        "unbelievable",
        "unbel",
        "press-rel",
        "press release",
        "climate boats nowak maric",
        "水",
        "京都",
        "w",
        '"river sevre"',
        '"river Sevre" ros',
        '"the riv',
        "the \u200f river",
    ],
)
def test_an_item_is_found_by(library, flood, typed):
    assert headlines(library, search=typed) == [flood.headline]
    assert library.items.count(ItemQuery(search=typed)) == 1


@pytest.mark.parametrize(
    "typed", ["sevr river x", '"sevre river"', "iver", "都京", "🙂", "-", '""', "*"]
)
def test_an_item_is_not_found_by(library, flood, typed):
    assert headlines(library, search=typed) == []
    assert library.items.count(ItemQuery(search=typed)) == 0
    assert library.items.ids(ItemQuery(search=typed)) == []


def test_nothing_but_spaces_is_no_search(library, flood):
    assert headlines(library, search="   ") == [flood.headline]


@pytest.mark.parametrize(
    "typed",
    [
        "AND",
        "a OR",
        "NOT x",
        "NEAR(a b, 2)",
        "headline:x",
        "{headline body}: x",
        "^x",
        "x*",
        "(((",
        "a + b",
        "- a",
        "x\0y",
        "'; DROP TABLE items; --",
        "a" * 10_000,
        "a " * 5_000,
        '"' * 10_001,
        "\u0301",
        "\ud800",
        "\ufffe",
        "ﷺ",
        "\U0001d518\U0001d52b",
        "👩‍👩‍👧",
        "%_\\",
    ],
)
def test_no_search_is_ever_an_error(library, flood, typed):
    library.items.page(ItemQuery(search=typed))
    library.items.counts(ItemQuery(search=typed))


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.text(st.characters(codec=None), max_size=30) | st.text('"*-^:(){}+ aANDORNT', max_size=30)
)
def test_no_text_at_all_is_an_error(library, typed):
    library.items.page(ItemQuery(search=typed))


def test_a_long_search_is_cut_to_what_anybody_would_type():
    assert len(wanted("a b " * 5_000).match) < 20
    assert len(wanted(" ".join(f"w{n}" for n in range(5_000))).words) == 24
    assert len(wanted("a" * 10_000).match) < 80


def test_saving_moves_the_words_in_the_index(library, flood):
    library.items.save(replace(flood, headline="Drought", body="Dust"), over=1)
    assert headlines(library, search="dust") == ["Drought"]
    assert headlines(library, search="water") == []


def test_a_body_that_cannot_be_read_is_searched_as_it_stands(monkeypatch):
    def refuse(_text):
        raise BodyError("This text cannot be read.")

    monkeypatch.setattr(matching, "read_markdown", refuse)
    assert matching.plain_piece("**a**") == "**a**"


def test_pieces_of_a_long_text_are_read_once(monkeypatch, an_item):
    read = []
    actual = matching.read_markdown
    monkeypatch.setattr(matching, "read_markdown", lambda text: read.append(text) or actual(text))
    indexed = IndexedText()
    indexed.of(an_item(body="*one*\n\nbare\n \n- three"))
    found = indexed.of(an_item(body="*one*\n\n**two** again\n\n- three"))
    assert found.body == "one\ntwo again\nthree"
    assert read == ["*one*", "- three", "**two** again"]


def test_bare_prose_is_not_read_at_all(monkeypatch):
    monkeypatch.setattr(matching, "read_markdown", None)
    prose = "Is it the “river” (really): 5.2 m — more than in 1998!"
    assert matching.plain_piece(prose) == prose


# ---------------------------------------------------------------- filters, counts, orders


@pytest.fixture
def shelf(library, an_item):
    """Fill a library with some of everything, and return its items as they were saved."""
    rows = [
        ("Apple", "News", "en-GB", Status.DRAFT, date(2020, 1, 1)),
        ("école", "News", "fr", Status.READY, date(2021, 1, 1)),
        ("«Baobab»", "Feature", "fr", Status.READY, date(2019, 1, 1)),
        ("Zoo", "Feature", "en-GB", Status.PUBLISHED, None),
        ("cherry", "News", "en-GB", Status.PUBLISHED, date(2020, 1, 1)),
    ]
    names = ("headline", "section", "language", "status", "display_date")
    return [
        library.items.save(an_item(**dict(zip(names, row, strict=True)), body="fruit"), over=0)
        for row in rows
    ]


def test_the_list_can_be_put_in_three_orders(library, shelf):
    assert headlines(library) == ["Zoo", "école", "cherry", "Apple", "«Baobab»"]
    assert headlines(library, sort=Sort.MODIFIED) == ["cherry", "Zoo", "«Baobab»", "école", "Apple"]
    assert headlines(library, sort=Sort.HEADLINE) == ["Apple", "«Baobab»", "cherry", "école", "Zoo"]


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("search", ["", "fruit"])
def test_pages_follow_each_other_without_gap_or_repetition(library, shelf, sort, search):
    query = ItemQuery(sort=sort, search=search)
    whole = library.items.page(query)
    paged, after = [], None
    while rows := library.items.page(replace(query, limit=2, after=after)):
        paged += rows
        after = rows[-1].cursor
    assert paged == whole
    assert len(whole) == 5
    assert library.items.ids(query) == [row.id for row in whole]


def test_filters_hold_together(library, shelf):
    ready = frozenset({Status.READY})
    assert headlines(library, statuses=ready, section="Feature") == ["«Baobab»"]
    assert headlines(library, statuses=ready, section="Feature", language="en-GB") == []
    both = frozenset({Status.READY, Status.DRAFT})
    assert headlines(library, statuses=both) == ["école", "Apple", "«Baobab»"]
    assert library.items.count(ItemQuery(statuses=both)) == 3
    assert headlines(library, search="fruit ba", language="fr") == ["«Baobab»"]


def test_counts_are_by_status_and_pass_over_the_status_chosen(library, shelf):
    library.items.trash(shelf[0].id)
    counts = library.items.counts(ItemQuery(statuses=frozenset({Status.DRAFT}), search="fruit"))
    assert counts == {
        Status.DRAFT: 0,
        Status.IN_REVIEW: 0,
        Status.READY: 2,
        Status.PUBLISHED: 2,
        Status.WITHDRAWN: 0,
    }
    assert library.items.counts(ItemQuery(is_trashed=True))[Status.DRAFT] == 1
    assert library.items.count(ItemQuery()) == 4


@pytest.mark.parametrize("few", [0, 1_500])
def test_few_hits_and_many_give_the_same_list(library, shelf, few, monkeypatch):
    monkeypatch.setattr("editor_app.store.conditions.FEW", few)
    assert headlines(library, search="fruit") == ["Zoo", "école", "cherry", "Apple", "«Baobab»"]
    assert library.items.count(ItemQuery(search="fruit")) == 5


# ---------------------------------------------------------------- what a row says


def test_a_row_knows_its_language_versions(library, an_item):
    english = library.items.save(an_item(translation_group="g", language="en-GB"), over=0)
    library.items.save(an_item(translation_group="g", language="ar"), over=0)
    gone = library.items.save(an_item(translation_group="g", language="fr"), over=0)
    library.items.trash(gone.id)
    alone = library.items.save(an_item(language="es"), over=0)
    rows = {row.id: row.languages for row in library.items.page(ItemQuery())}
    assert rows[english.id] == ("ar", "en-GB")
    assert rows[alone.id] == ("es",)
    assert [row.language for row in library.items.translations("g")] == ["ar", "en-GB"]
    assert library.items.translations("") == []


def test_a_row_knows_whether_the_item_changed_since_its_export(library, an_item, now):
    saved = library.items.save(an_item(headline="Flood", slug="flood"), over=0)

    def row():
        return library.items.page(ItemQuery())[0]

    assert (row().is_changed_since_export, row().exported_at) == (False, None)
    record = ExportRecord(
        item_id=saved.id,
        version=1,
        kind="page",
        folder="/out",
        path="en-GB/flood/index.html",
        sha256="0" * 64,
        exported_at=now,
    )
    library.exports.record([record])
    assert (row().is_changed_since_export, row().exported_at) == (False, now)
    library.items.save(replace(saved, headline="Floods"), over=1)
    assert row().is_changed_since_export
    assert (row().slug, row().version, row().lead_src) == ("flood", 2, "")


def test_a_row_that_cannot_be_read_is_listed_all_the_same(folder, clock, an_item, damage):
    with Library.open(folder, clock=clock) as library:
        library.items.save(an_item(headline="Whole", status=Status.READY), over=0)
        library.items.save(an_item(headline="Hurt", status=Status.WITHDRAWN), over=0)
    damage(folder, b"withdrawn", b"withdrewn")
    with Library.open(folder, clock=clock) as library:
        rows = {row.headline: row for row in library.items.page(ItemQuery())}
        assert library.items.counts(ItemQuery())[Status.DRAFT] == 1
    assert rows["Hurt"].is_damaged
    assert rows["Hurt"].status is Status.DRAFT
    assert not rows["Whole"].is_damaged
