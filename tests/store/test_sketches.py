"""Items with a paragraph that is nearly the same are found, however large the library is."""

from dataclasses import replace
from datetime import timedelta

import pytest

from editor_app.model.item import LeadFigure
from editor_app.store.index_making import rebuild
from editor_app.store.neighbours import Neighbours

WELL = (
    "The village of Oru opened its first deep well this week, after nine years in which people"
    " walked to the river, and a school of forty children now has water at noon as well."
)
REWORDED = WELL.replace("this week", "on Monday").replace("as well", "too")
OTHER = (
    "Farmers along the lower river plant three kinds of rice that stand in salt water, and they"
    " sell what is left over at the market in the town, where prices rose by a tenth this year."
)


@pytest.fixture
def like(library, an_item):
    """Return the headlines of items with a paragraph like one."""

    def ask(paragraph, item=None):
        about = Neighbours(library.database, library.items, (item or an_item()).id)
        return [one.headline for one in about.with_paragraph(paragraph)]

    return ask


def test_a_paragraph_is_found_word_for_word_and_reworded(library, an_item, like):
    library.items.save(an_item(headline="Well", body=f"{OTHER}\n\n{WELL}\n"), over=0)
    assert like(WELL) == like(REWORDED) == ["Well"]
    assert like("Something else altogether that nobody in this library has written before.") == []


def test_the_item_itself_and_what_is_in_the_trash_are_not_found(library, an_item, like):
    item = library.items.save(an_item(headline="Well", body=WELL), over=0)
    assert like(WELL, item) == []
    library.items.trash(item.id)
    assert like(WELL) == []
    library.items.restore(item.id)
    assert like(WELL) == ["Well"]


def test_words_that_are_gone_are_not_found_any_more(library, an_item, like, now):
    item = library.items.save(an_item(headline="Well", body=f"{WELL}\n\n{OTHER}"), over=0)
    item = library.items.save(replace(item, body=OTHER), over=item.version)
    assert (like(WELL), like(OTHER)) == ([], ["Well"])
    other_day = replace(item, display_date=now.date() - timedelta(days=40))
    library.items.save(other_day, over=item.version)
    assert like(OTHER) == ["Well"]


def test_an_index_made_anew_finds_the_same(library, an_item, like):
    library.items.add_many([an_item(headline="Well", body=WELL), an_item(body=OTHER)])
    with library.database.transaction() as connection:
        rebuild(connection)
    assert like(REWORDED) == ["Well"]


def test_what_stands_in_many_items_is_a_text_of_the_house(library, an_item, like):
    library.items.add_many([an_item(headline=f"No {number}", body=WELL) for number in range(15)])
    assert like(WELL) == []


def test_items_that_show_a_photo_are_found(library, an_item):
    photo = f"media/ab/{'ab' * 32}.jpg"
    one = library.items.save(an_item(lead_figure=LeadFigure(src=photo)), over=0)
    two = library.items.save(an_item(body=f"![A well]({photo})\n"), over=0)
    about = Neighbours(library.database, library.items, one.id)
    assert [each.id for each in about.with_photo(photo)] == [two.id]
    assert about.with_photo("") == ()
