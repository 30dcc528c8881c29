"""The text of a query and the query itself are the same thing."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.model.status import Status
from editor_app.store.query import Field, Filter, ItemQuery
from editor_app.store.query_offers import offers
from editor_app.store.query_text import (
    filters_of,
    first_day,
    last_day,
    read_query,
    retyped,
    with_filters,
    write_query,
)

KNOWN = {Field.SECTION: ("News", "Project News"), Field.TAG: ("Flüsse", "rivers and lakes")}


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("flood rescue", ItemQuery(search="flood rescue")),
        ('section:"Project  News" x', ItemQuery(section="Project News", search="x")),
        ("status:ready status:draft", ItemQuery(statuses={Status.READY, Status.DRAFT})),
        ("STATUS:in-review", ItemQuery(statuses={Status.IN_REVIEW})),
        ("status:publ", ItemQuery(statuses={Status.PUBLISHED})),
        ("language:fr in:trash", ItemQuery(language="fr", is_trashed=True)),
        (
            "-tag:a from:2015-9",
            ItemQuery(
                filters={
                    Filter(field=Field.TAG, value="a", is_excluded=True),
                    Filter(field=Field.FROM, value="2015-09"),
                }
            ),
        ),
        (
            "planned: missing:alt",
            ItemQuery(
                filters={
                    Filter(field=Field.PLANNED, value="any"),
                    Filter(field=Field.MISSING, value="alt"),
                }
            ),
        ),
        ("section: tag:", ItemQuery()),
        ("from:yesterday", ItemQuery(search="from:yesterday")),
        ("from:2015-13", ItemQuery(search="from:2015-13")),
        ("missing:c", ItemQuery(search="missing:c")),
        ("colour:red 10:30", ItemQuery(search="colour:red 10:30")),
        ('"section:x" -y', ItemQuery(search='"section:x" -y')),
    ],
)
def test_a_text_asks_for(typed, query):
    read = read_query(typed)
    assert read == replace(
        query, statuses=frozenset(query.statuses), filters=frozenset(query.filters)
    )
    assert read_query(write_query(read)) == read


@given(
    st.text(max_size=60)
    | st.text('":- abstux', max_size=60)
    | st.lists(
        st.sampled_from(
            ["section:", "-tag:", 'lang:"', "status:draft", "in:", "to:20", "2015-01", '"', "a b"]
        )
    ).map("".join)
)
def test_any_text_is_a_query_and_any_query_a_text(typed):
    query = read_query(typed)
    assert read_query(write_query(query)) == query
    assert with_filters(query, filters_of(query)) == query


def test_a_month_has_a_first_and_a_last_day():
    assert (first_day("2016-02"), last_day("2016-02")) == (date(2016, 2, 1), date(2016, 2, 29))
    assert (first_day("2016"), last_day("2016")) == (date(2016, 1, 1), date(2016, 12, 31))
    assert first_day("2016-02-30") is last_day("x") is first_day("0000") is None


def test_what_is_typed_anew_takes_the_place_of_what_was_typed_and_chips_stay():
    before = read_query("flood tag:a status:ready")
    shown = replace(before, language="fr")
    now = retyped(shown, before=before, now=read_query("fire tag:b"))
    assert now == replace(read_query("fire tag:b"), language="fr")
    assert retyped(now, before=read_query("fire tag:b"), now=read_query("lang:ar")).language == "ar"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("sec", ["section:"]),
        ("flood -ta", ["-tag:"]),
        ("m", ["missing:"]),
        ("flood ", []),
        ("", []),
        ("section:", ["section:News ", 'section:"Project News" ']),
        ("section:ne", ["section:News ", 'section:"Project News" ']),
        ("tag:flu", ["tag:Flüsse "]),
        ('-tag:"lak', ['-tag:"rivers and lakes" ']),
        ("status:w", ["status:withdrawn "]),
        ("country:", []),
    ],
)
def test_while_one_types_is_offered(typed, offered):
    found = offers(typed, len(typed), KNOWN)
    assert list(found.texts) == offered
    assert typed[: found.start] in {"", "flood ", typed}


def test_an_offer_takes_the_place_of_the_piece_under_the_caret():
    found = offers("sec flood", 3, KNOWN)
    assert (
        "sec flood"[: found.start] + found.texts[0] + "sec flood"[found.end :] == "section: flood"
    )
