"""Find and replace in many items: every hit, nothing but hits, and no text broken by it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.body import read_markdown, write_markdown
from editor_app.body.contents import contents_of
from editor_app.editing.errors import FindError
from editor_app.editing.finding import Finder, Query
from editor_app.editing.item_parts import Part, Place
from editor_app.editing.library_search import LibrarySearch, replacing, search_items
from editor_app.editing.rewording import reworded
from editor_app.editing.sieve import Sieve
from editor_app.editing.spliced import line_of
from editor_app.model.item import Contact, LeadFigure, Publication
from editor_app.model.status import Status
from editor_app.store.query import ItemQuery
from tests.body.strategies import bodies
from tests.builders import a_library, an_item

EVERY = frozenset(Part)
SIGNS = "aàAbBß\u0131Iİ éеёЁ-\u2019'ابأ東\u00ad\u0301*_"
LETTERS = st.text(alphabet=SIGNS, min_size=1, max_size=5)
WAYS = st.builds(
    Query,
    words=LETTERS,
    matches_case=st.booleans(),
    is_whole_word=st.booleans(),
    ignores_accents=st.booleans(),
)


def ended(steps):
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def search(words, **ways):
    parts = ways.pop("parts", EVERY)
    return LibrarySearch(query=Query(words=words, **ways), parts=parts)


def found_in(library, asked):
    found = []
    is_whole = ended(search_items(library, asked, library.items.ids(ItemQuery()), found))
    assert is_whole
    return found


def changed(item, asked, template, *, left_out=frozenset(), is_known=False):
    ticked = {item.id: (item.version, left_out)}
    change = replacing(asked, template, ticked=ticked, is_known=lambda _id: is_known)
    return change.change(item)


def asked_lines(item):
    """Return the lines of an item's text as they are searched."""
    asked = []
    reworded(item, lambda _place, line: asked.append(line) or (), frozenset({Part.BODY}))
    return asked


def lines(body):
    return [line_of(content) for block in body.blocks for content in contents_of(block)]


@given(query=WAYS, text=st.text(alphabet=f"{SIGNS}\n", max_size=40))
def test_the_sieve_never_keeps_back_what_a_search_finds(query, text):
    if Finder(query, language="tr").hits(text) or Finder(query).hits(text):
        assert Sieve(query).lets_pass(text)


@settings(deadline=None, max_examples=15)
@given(body=bodies(), query=WAYS)
def test_the_sieve_lets_pass_every_text_whose_tree_has_a_hit(body, query):
    body = read_markdown(write_markdown(body))
    if any(Finder(query).hits(line) for line in lines(body)):
        assert Sieve(query).lets_pass(write_markdown(body))


@settings(deadline=None, max_examples=15)
@given(body=bodies(), new=st.sampled_from(["", "Q", "Q*q_", "[Q]"]))
def test_the_words_of_a_body_are_replaced_and_none_but_those(body, new):
    item = an_item(headline="", standfirst="", body=write_markdown(body))
    asked = search("e", matches_case=True, parts=frozenset({Part.BODY}))
    before = asked_lines(item)
    after = changed(item, asked, new)
    if not any("e" in line for line in before):
        assert after == item
    elif new == "Q":
        assert asked_lines(after) == [line.replace("e", "Q") for line in before]


def test_words_are_found_in_every_part_and_through_markup(tmp_path):
    item = an_item(
        headline="Quay one",
        summary="quay two",
        body="The **qu***ay* opens[^1].\n\n> A quay, he said.\n\n[^1]: Near the quay.\n",
        lead_figure=LeadFigure(src="", caption="A quay", credit="Quay Photos"),
        contacts=(Contact(name="Q. Uay", role="Quay master"),),
        publications=(Publication(title="P", address="https://quay.example/a.pdf"),),
        internal_notes="Ask the quay.",
    )
    with a_library(tmp_path / "library", item) as library:
        (hits,) = found_in(library, search("quay"))
    names = [hit.name for hit in hits.hits]
    assert names[:2] == ["Headline", "Summary"]
    assert {"Caption", "Credit", "Contact", "Internal notes", "Publication's address"} < set(names)
    assert names.count("Paragraph") >= 2


def test_only_the_parts_that_are_asked_for_are_searched(tmp_path):
    item = an_item(headline="Quay", body="A quay.\n")
    with a_library(tmp_path / "library", item) as library:
        (hits,) = found_in(library, search("quay", parts=frozenset({Part.HEADLINE})))
    assert [hit.name for hit in hits.hits] == ["Headline"]


def test_what_stands_round_a_hit_is_shown_with_it(tmp_path):
    item = an_item(headline="The old quay is closed", body="")
    with a_library(tmp_path / "library", item) as library:
        ((hit,),) = [one.hits for one in found_in(library, search("quay"))]
    assert (hit.before, hit.words, hit.after) == ("The old ", "quay", " is closed")


def test_marks_stay_where_words_within_them_are_replaced():
    item = an_item(headline="", standfirst="", body="The **Ministry of Ferries** and *Ferries*.\n")
    after = changed(item, search("Ferries"), "Boats")
    assert after.body == "The **Ministry of Boats** and *Boats*.\n"


def test_new_words_that_look_like_markdown_stay_words():
    item = an_item(headline="", standfirst="", body="Call Ferries today.\n")
    after = changed(item, search("Ferries"), "*Boats* [x](y)")
    assert lines(read_markdown(after.body)) == ["Call *Boats* [x](y) today."]


def test_addresses_change_only_where_that_is_asked_for():
    item = an_item(body="See [old.example](https://old.example/a).\n")
    words_only = changed(item, search("old.example", parts=EVERY - {Part.LINKS}), "new.example")
    assert words_only.body == "See [new.example](https://old.example/a).\n"
    both = changed(item, search("old.example"), "new.example")
    assert both.body == "See [new.example](https://new.example/a).\n"


def test_hits_without_a_tick_stay():
    item = an_item(headline="Quay, quay, quay", standfirst="", body="")
    assert changed(item, search("quay"), "Pier", left_out=frozenset({1})).headline == (
        "Pier, quay, Pier"
    )


def test_an_expression_puts_its_parts_in():
    item = an_item(headline="15.09.2015", standfirst="", body="")
    asked = search(r"(\d+)\.(\d+)\.(\d+)", is_expression=True)
    assert changed(item, asked, "$3-$2-$1").headline == "2015-09-15"


def test_the_slug_follows_the_headline_until_the_world_knows_it():
    item = an_item(headline="Old quay", slug="old-quay", body="", standfirst="")
    assert changed(item, search("quay"), "pier").slug == "old-pier"
    assert changed(replace(item, version=1), search("quay"), "pier", is_known=True).slug == (
        "old-quay"
    )
    published = replace(item, status=Status.PUBLISHED)
    assert changed(published, search("quay"), "pier").slug == "old-quay"


def test_an_item_of_another_version_refuses():
    item = an_item(headline="Quay")
    change = replacing(
        search("quay"), "pier", ticked={item.id: (7, frozenset())}, is_known=lambda _id: False
    )
    with pytest.raises(FindError, match="changed since"):
        change.change(item)


def test_an_empty_query_finds_nothing_and_a_bad_expression_is_said(tmp_path):
    with a_library(tmp_path / "library", an_item()) as library:
        assert found_in(library, search("")) == []
        with pytest.raises(FindError, match="not complete"):
            found_in(library, search("(", is_expression=True))


def test_an_expression_that_explodes_ends_in_a_sentence(tmp_path):
    item = an_item(body=f"{'a' * 60}!\n")
    asked = search(r"(a|aa)+$", is_expression=True)
    with a_library(tmp_path / "library", item) as library, pytest.raises(FindError, match="long"):
        found_in(library, asked)


def test_lines_are_asked_in_the_same_order_whatever_is_replaced():
    item = an_item(body="A [a](https://a.example) a[^1] b.\n\n[^1]: An a note.\n", headline="a a")
    asked = []

    def look(place: Place, line: str):
        asked.append((place.name, line))
        return ()

    assert reworded(item, look, EVERY) == item
    first = list(asked)
    finder, replaced = Finder(Query(words="a")), []

    def edit(place: Place, line: str):
        replaced.append((place.name, line))
        return [(hit, "") for hit in finder.hits(line)]

    reworded(item, edit, EVERY)
    assert replaced == first
