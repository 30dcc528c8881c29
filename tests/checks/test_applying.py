from dataclasses import replace

import pytest

from editor_app.body import read_markdown, write_markdown
from editor_app.checks.applying import all_of_kind, mended
from editor_app.checks.errors import OutdatedFixError
from editor_app.checks.finding import (
    Change,
    Finding,
    Fix,
    Level,
    Place,
    PutBlocks,
    Readdress,
    Reword,
    SayLanguage,
    SetValue,
)
from editor_app.checks.passages import passages_of
from editor_app.model.identity import ItemId
from editor_app.model.item import Contact, LeadFigure, NewsItem

ITEM = NewsItem(id=ItemId("one"), headline="Wells for  all", tags=("water",))


def in_body(*block, part="", start=None, end=None):
    return Place("body", tuple(block), part, start, end)


def mend_body(markdown, *changes):
    body = read_markdown(markdown)
    return write_markdown(mended(ITEM, body, Fix("Mend", changes)).body).strip()


def test_words_of_a_field_are_replaced():
    fix = Fix("One space", (Change(Place("headline", start=9, end=11), Reword(" ")),))
    after = mended(ITEM, read_markdown(""), fix)
    assert after.item == replace(ITEM, headline="Wells for all")
    assert after.fields == {"headline"}


def test_a_value_and_an_inner_field_can_be_set():
    item = replace(ITEM, lead_figure=LeadFigure(src="a.jpg"), contacts=(Contact(name="Ana"),))
    fix = Fix(
        "Set",
        (
            Change(Place("tags"), SetValue(("water", "wells"))),
            Change(Place("lead_figure.alt"), Reword("A well")),
            Change(Place("contacts[0].role"), Reword("Engineer")),
        ),
    )
    after = mended(item, read_markdown(""), fix)
    assert after.item.tags == ("water", "wells")
    assert after.item.lead_figure.alt == "A well"
    assert after.item.contacts[0].role == "Engineer"
    assert after.fields == {"tags", "lead_figure", "contacts"}


def test_words_of_the_body_keep_their_marks_and_links():
    change = Change(in_body(0, start=4, end=8), Reword("deep"))
    assert mend_body("The **wide well** is [here](a.html).", change) == (
        "The **deep well** is [here](a.html)."
    )


def test_several_places_of_one_block_are_those_before_any_change():
    changes = (
        Change(in_body(0, start=0, end=1), Reword("An entire")),
        Change(in_body(0, start=7, end=8), Reword("deep")),
    )
    assert mend_body("A well, X down.", *changes).startswith("An entire well,deep")


def test_a_picture_between_replaced_words_stays():
    change = Change(in_body(0, start=0, end=5), Reword("new"))
    assert mend_body("ab ![x](y.jpg) cd", change) == "new![x](y.jpg)cd"


@pytest.mark.parametrize(
    ("markdown", "block", "part", "expected"),
    [
        ("> quoted xx\n\nafter", (0, 0), "", "> quoted NEW\n\nafter"),
        ("- one\n- two xx\n- three", (0, 1), "", "* two NEW"),
        ("| a | b |\n|---|---|\n| 1 | two xx |", (0,), "cell[0][1]", "two NEW"),
        ("Text^[The xx] on.", (0,), "note[0]", "^[The NEW]"),
    ],
)
def test_words_are_reached_wherever_they_stand(markdown, block, part, expected):
    body = read_markdown(markdown)
    found = {one.place: one.passage.text for one in passages_of(ITEM, body)}
    place = Place("body", block, part)
    at = found[place].index("xx")
    change = Change(place.between(at, at + 2), Reword("NEW"))
    assert expected in mend_body(markdown, change)


def test_a_block_is_removed_wherever_it_stands():
    gone = Change(in_body(1), PutBlocks())
    assert mend_body("one\n\ntwo\n\nthree", gone) == "one\n\nthree"
    assert mend_body("- one\n- two", Change(in_body(0, 0), PutBlocks())) == "* two"
    assert mend_body("> one\n>\n> two", Change(in_body(0, 1), PutBlocks())) == "> one"


def test_a_link_leads_elsewhere_or_nowhere():
    address = Change(in_body(0, start=4, end=8), Readdress("https://b.org/"))
    assert mend_body("See [here](http://a.org) now", address) == "See [here](https://b.org/) now"
    none = Change(in_body(0, start=4, end=8), Readdress(""))
    assert mend_body("See [here](http://a.org) now", none) == "See here now"


def test_words_are_marked_as_another_language():
    change = Change(in_body(0, start=4, end=11), SayLanguage("fr"))
    assert "{lang=fr}" in mend_body("The bonjour said", change)


def test_what_is_not_touched_is_kept_to_the_letter():
    markdown = "*  odd   list\n\nSetext\n------\n\nlast xx"
    after = mend_body(markdown, Change(in_body(2, start=5, end=7), Reword("y")))
    assert after == "*  odd   list\n\nSetext\n------\n\nlast y"


@pytest.mark.parametrize(
    "change",
    [
        Change(in_body(7, start=0, end=1), Reword("x")),
        Change(in_body(0, part="caption", start=0, end=1), Reword("x")),
        Change(in_body(0, start=0, end=99), Reword("x")),
        Change(in_body(0, 3), PutBlocks()),
        Change(Place("nowhere"), SetValue(1)),
        Change(Place("contacts[4].role"), Reword("x")),
        Change(Place("headline", start=3, end=400), Reword("x")),
    ],
)
def test_a_fix_for_what_is_gone_is_refused_in_words(change):
    with pytest.raises(OutdatedFixError, match="changed meanwhile"):
        mended(ITEM, read_markdown("one"), Fix("Mend", (change,)))


def finding(start, end, text, *, rule="spaces"):
    place = in_body(0, start=start, end=end)
    fix = Fix("Mend", (Change(place, Reword(text)),))
    return Finding(rule=rule, level=Level.HINTS, message="Look.", place=place, fix=fix)


def test_all_of_a_kind_are_mended_at_once_but_those_that_overlap():
    found = [
        finding(0, 2, "x"),
        finding(1, 3, "y"),
        finding(5, 6, "z"),
        finding(8, 9, "n", rule="r"),
    ]
    fix = all_of_kind(found, "spaces")
    assert fix is not None
    assert [change.act for change in fix.changes] == [Reword("x"), Reword("z")]
    assert all_of_kind(found, "unknown") is None
