"""Entries of lists go back together with the items that followed them, in one undo."""

import pytest

from editor_app.editing.bulk import change_items
from editor_app.editing.list_changes import merge_entries, save_entry
from editor_app.model.lists import Label, ListKind
from editor_app.store.library import Library
from editor_app.store.verify import verify

TAG = ListKind.TAG


def ended(steps):
    """Walk through steps to their end and return what they give."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def names(library):
    return [entry.name for entry in library.lists.all(TAG)]


def entry(library, name):
    return library.lists.everything().find(TAG, name)


def follow(library, change):
    assert ended(change_items(library, change.follow, change.items)).changed == len(change.items)


@pytest.fixture
def tagged(library, an_item):
    """Return an item with a tag of the list, in which two more tags are."""
    library.lists.add_names(TAG, ["boats", "ships", "trains"])
    return library.items.save(an_item(tags=("boats",)), over=0).id


def test_a_renamed_entry_and_its_items_come_back(folder, clock, an_item):
    with Library.open(folder, clock=clock) as library:
        library.lists.add_names(TAG, ["boats"])
        item_id = library.items.save(an_item(tags=("boats",)), over=0).id
        follow(library, save_entry(library, entry(library, "boats"), Label(name="vessels")))
        assert names(library) == ["vessels"]
    with Library.open(folder, clock=clock) as library:
        ended(library.bulk.undo())
        assert names(library) == ["boats"]
        assert entry(library, "vessels") is None
        assert library.items.get(item_id).tags == ("boats",)
        assert verify(library).problems == ()


def test_merged_entries_come_back_each_as_it_was(library, tagged):
    before = library.lists.all(TAG)
    kept, other = entry(library, "ships"), entry(library, "boats")
    follow(library, merge_entries(library, kept.id, [other.id]))
    assert names(library) == ["ships", "trains"]
    ended(library.bulk.undo())
    assert library.lists.all(TAG) == before
    assert library.items.get(tagged).tags == ("boats",)


def test_an_entry_that_was_changed_since_stays_and_its_items_go_back(library, tagged):
    follow(library, save_entry(library, entry(library, "boats"), Label(name="vessels")))
    library.lists.save(entry(library, "vessels").id, Label(name="craft"))
    ended(library.bulk.undo())
    assert names(library) == ["craft", "ships", "trains"]
    assert library.items.get(tagged).tags == ("boats",)
    assert entry(library, "boats").name == "craft"


def test_a_name_given_to_another_meanwhile_stays_with_that_one(library, tagged):
    change = save_entry(library, entry(library, "boats"), Label(name="vessels"))
    follow(library, change)
    library.lists.add(TAG, Label(name="boats"))
    ended(library.bulk.undo())
    assert sorted(names(library)) == ["boats", "ships", "trains", "vessels"]
    assert library.items.get(tagged).tags == ("boats",)


def test_an_undo_that_is_stopped_leaves_entries_as_they_are(library, tagged):
    follow(library, save_entry(library, entry(library, "boats"), Label(name="vessels")))
    steps = library.bulk.undo()
    next(steps)
    steps.close()
    assert "vessels" in names(library)
    assert library.items.get(tagged).tags == ("vessels",)
