"""Reasons to leave what a check found, kept with the item."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from editor_app.checks.leaving import LeftAlone
from editor_app.model.identity import ItemId
from editor_app.store.errors import ItemNotFoundError
from editor_app.store.library import Library
from editor_app.store.problems import database_problems


@pytest.fixture
def reason(now):
    return LeftAlone(
        rule="acronym", subject="WASH\n“x”", reason="Our readers know it.", left_at=now
    )


def test_a_reason_is_kept_with_its_item_and_can_be_taken_back(folder, clock, an_item, reason):
    with Library.open(folder, clock=clock) as library:
        item = library.items.save(an_item(), over=0)
        other = library.items.save(an_item(), over=0)
        library.left_alone.leave(item.id, reason)
    with Library.open(folder, clock=clock) as library:
        assert library.left_alone.of_item(item.id) == (reason,)
        assert library.left_alone.of_item(other.id) == ()
        library.left_alone.take_back(item.id, reason.rule, "other words")
        assert library.left_alone.of_item(item.id) == (reason,)
        library.left_alone.take_back(item.id, reason.rule, reason.subject)
        assert library.left_alone.of_item(item.id) == ()


def test_a_new_reason_for_the_same_words_takes_the_place_of_the_old(library, an_item, reason):
    item = library.items.save(an_item(), over=0)
    library.left_alone.leave(item.id, reason)
    better = replace(reason, reason="It is the name of the office.")
    library.left_alone.leave(item.id, better)
    assert library.left_alone.of_item(item.id) == (better,)


def test_a_damaged_reason_holds_for_nothing_and_is_named(library, an_item, reason):
    item = library.items.save(an_item(), over=0)
    library.left_alone.leave(item.id, reason)
    with library.database.transaction() as connection:
        connection.execute(text("UPDATE left_alone SET reason = 'Our readers know it!'"))
    assert library.left_alone.of_item(item.id) == ()
    assert any("reason to leave" in one for one in database_problems(library.database))


def test_a_reason_needs_an_item_that_was_saved(library, reason):
    with pytest.raises(ItemNotFoundError):
        library.left_alone.leave(ItemId("nobody"), reason)
