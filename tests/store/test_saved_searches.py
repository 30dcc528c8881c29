"""Searches are kept under a name and bring the same query back."""

import pytest

from editor_app.store.query_text import read_query
from editor_app.store.saved_searches import (
    SearchDamagedError,
    SearchGoneError,
    SearchNameError,
)


@pytest.fixture
def searches(library):
    return library.saved_searches


def test_a_search_comes_back_as_it_was_kept(searches):
    query = read_query('flood section:"Project News" -tag:a from:2015-09 in:archive')
    kept = searches.add("  Floods\n of 2015 ", query)
    assert (kept.name, kept.query) == ("Floods of 2015", query)
    assert searches.all() == (kept,)


def test_searches_stand_in_the_order_that_they_are_given(searches):
    one, two, three = (searches.add(name, read_query(name)) for name in ("a", "b", "c"))
    searches.put_in_order([three.id, one.id])
    assert [each.name for each in searches.all()] == ["c", "a", "b"]
    searches.add("d", read_query("d"))
    searches.delete(one.id)
    assert [each.name for each in searches.all()] == ["c", "b", "d"]
    searches.delete(one.id)
    assert two in searches.all() or two.id in {each.id for each in searches.all()}


def test_a_search_can_be_renamed_and_changed(searches):
    one, two = searches.add("a", read_query("x")), searches.add("b", read_query("y"))
    searches.change(one.id, name="a", query=read_query("z"))
    assert searches.all()[0].query == read_query("z")
    with pytest.raises(SearchNameError):
        searches.change(two.id, name="a", query=two.query)
    searches.delete(two.id)
    with pytest.raises(SearchGoneError):
        searches.change(two.id, name="c", query=two.query)


@pytest.mark.parametrize("name", ["", " \n", "a"])
def test_a_name_is_needed_and_given_once(searches, name):
    searches.add("a", read_query("x"))
    with pytest.raises(SearchNameError):
        searches.add(name, read_query("y"))


def test_a_search_that_is_not_what_was_kept_is_named(searches, library):
    searches.add("Floods", read_query("flood \ud800"))
    with library.database.transaction() as connection:
        connection.exec_driver_sql("UPDATE saved_searches SET query = 'fire'")
    with pytest.raises(SearchDamagedError, match="Floods"):
        searches.all()


def test_a_search_in_a_section_that_is_gone_finds_nothing_and_says_why(library, an_item):
    library.items.save(an_item(section="News", tags=("water",)), over=0)
    query = read_query('section:"Old News" tag:water')
    assert library.items.page(query) == []
    assert "in the section “Old News”" in library.items.why_nothing(query)
    assert library.items.why_nothing(read_query("section:NEWS x -tag:nothing")) == ""
