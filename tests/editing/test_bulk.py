"""Bulk changes: the rules of one item for many, a look before, and the desk after."""

from dataclasses import replace

import pytest

from editor_app.body import read_markdown
from editor_app.editing import bulk_changes
from editor_app.editing.bulk import Move, change_items, preview, undo_last
from editor_app.editing.changes import ChangeKind
from editor_app.editing.errors import StatusRefusedError
from editor_app.editing.status import with_status
from editor_app.model.status import Status
from editor_app.store.errors import DiskFullError
from editor_app.store.query import ItemQuery
from tests.builders import THEN, a_library, an_item


def ended(steps):
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def never(_item_id):
    return False


def made_or_missing(make):
    """Return what is made, or what was missing for it."""
    try:
        return make()
    except StatusRefusedError as refusal:
        return refusal.missing


@pytest.mark.parametrize("to", list(Status))
@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize(
    "body", ["", "Words.\n", "# Head\n", "[a]: https://a.example\n", "![](media/a.jpg)\n", "12\n"]
)
def test_a_status_changes_by_the_rules_for_one_item(status, to, body):
    item = an_item(status=status, body=body)
    change = bulk_changes.to_status(to, now=THEN).change
    body_tree = read_markdown(body)
    wanted = made_or_missing(lambda: with_status(item, body_tree, to=to, now=THEN))
    assert made_or_missing(lambda: change(item)) == wanted


def test_tags_are_added_once_and_taken_away():
    item = an_item(tags=("a", "b"))
    assert bulk_changes.with_tags(("b", "c")).change(item).tags == ("a", "b", "c")
    assert bulk_changes.without_tags(("a", "x")).change(item).tags == ("b",)


def test_the_slug_follows_the_language_until_the_world_knows_it():
    item = an_item(headline="Müll & Boote", slug="mull-and-boote", language="en-GB")
    german = bulk_changes.to_language("de", is_known=never).change(item)
    assert german.slug == "muell-und-boote"
    known = bulk_changes.to_language("de", is_known=lambda _id: True)
    assert known.change(replace(item, version=1)).slug == "mull-and-boote"


def test_a_look_says_what_would_change_and_changes_nothing(tmp_path):
    made = [an_item(), an_item(status=Status.READY), an_item(headline=" "), an_item()]
    with a_library(tmp_path / "library", *made) as library:
        ids = [item.id for item in made]
        change = bulk_changes.to_status(Status.READY, now=THEN)
        found = ended(preview(library, change, [*ids, "nowhere"]))
        assert (found.changing, found.same, len(found.refused)) == (2, 1, 2)
        assert found.moves == (Move("draft", "ready", 2),)
        assert {library.items.get(each).version for each in ids} == {1}


def test_a_full_disk_takes_the_reserve_and_the_change_is_made(tmp_path, monkeypatch):
    with a_library(tmp_path / "library", an_item()) as library:
        library.ballast.lay_in()
        ids, whole = library.items.ids(ItemQuery()), library.bulk.change

        def refuse_once(*arguments, **named):
            monkeypatch.setattr(library.bulk, "change", whole)
            raise DiskFullError

        monkeypatch.setattr(library.bulk, "change", refuse_once)
        change = bulk_changes.to_section("News")
        assert ended(change_items(library, change, ids)).changed == 1


def test_the_item_on_the_desk_shows_what_was_changed_and_goes_on_from_there(session, library):
    item = library.items.save(an_item(), over=0)
    session.open(item.id)
    seen = []
    session.subscribe(lambda change: seen.append(change.kind))
    ended(change_items(library, bulk_changes.with_tags(("new",)), [item.id]))
    session.read_again()
    assert session.draft.item.tags == ("new",)
    assert not session.is_dirty
    assert seen == [ChangeKind.REPLACED, ChangeKind.SAVED]
    session.edit(headline="Written after")
    session.save()
    assert library.items.get(item.id).headline == "Written after"
    (refusal,) = ended(undo_last(library)).refused
    assert refusal.reason == "It was changed since."


def test_an_open_item_that_was_trashed_lies_on_the_desk_as_such(session, library):
    item = library.items.save(an_item(), over=0)
    session.open(item.id)
    ended(change_items(library, bulk_changes.to_trash(now=THEN), [item.id]))
    session.read_again()
    assert session.draft.item.is_trashed


def test_what_was_not_changed_is_not_shown_anew(session, library):
    item = library.items.save(an_item(), over=0)
    session.open(item.id)
    seen = []
    session.subscribe(seen.append)
    session.read_again()
    assert seen == []
