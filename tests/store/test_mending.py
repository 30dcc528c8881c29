"""All that is damaged is found, and brought back where something whole is left of it."""

from dataclasses import replace

import pytest

from editor_app.model.item import LeadFigure
from editor_app.store.backups.archive import Occasion
from editor_app.store.backups.keeping import keep_backup, own_place
from editor_app.store.mending import damaged_photos_of, find_damage, mend
from editor_app.store.verify import verify


def spoil(library, statement):
    """Change rows as no part of the program would."""
    with library.database.transaction() as connection:
        connection.exec_driver_sql(statement)


@pytest.fixture
def damage(library):
    """Return a function that finds all damage."""

    def find():
        steps = find_damage(library, [own_place(library)])
        while True:
            try:
                next(steps)
            except StopIteration as end:
                return end.value

    return find


def test_in_a_whole_library_there_is_none(library, damage, an_item, a_photo):
    library.items.save(an_item(headline="Flood"), over=0)
    library.photos.add(a_photo(), name="flood.jpg")
    assert damage() == ()


def test_items_list_entries_and_photos_come_back_and_the_library_is_whole(
    library, damage, an_item, a_photo
):
    photo = library.photos.add(a_photo(), name="flood.jpg")
    figure = LeadFigure(src=photo.src, alt="Water")
    item = library.items.save(
        an_item(headline="Flood", lead_figure=figure, body="It rose."), over=0
    )
    library.items.save(an_item(headline="Fire", section="News"), over=0)
    keep_backup(library, own_place(library), occasion=Occasion.AUTOMATIC)
    spoil(library, "UPDATE items SET body = 'It r0se.' WHERE headline = 'Flood'")
    spoil(library, "UPDATE items SET headline_order = 'zero' WHERE headline = 'Fire'")
    (library.folder / photo.src).unlink()
    found = damage()
    assert sorted(one.name for one in found) == sorted(["Fire", "Flood", photo.src])
    assert all(one.can_be_brought_back for one in found)
    assert [one.src for one in damaged_photos_of(library, item.id, [])] == [photo.src]
    assert len(mend(library, [own_place(library)], found)) == 3
    assert damage() == ()
    assert verify(library).problems == ()
    assert library.items.get(item.id).body == "It rose."


def test_what_is_said_of_versions_and_the_librarys_own_words_come_back(library, damage, an_item):
    item = library.items.save(an_item(headline="Flood"), over=0)
    library.history.name(item.id, 1, "Approved")
    library.own_words.add("Standfirst")
    library.own_words.let_pass("recieve", item.id)
    library.items.save(replace(item, byline="Reporter"), over=1)
    keep_backup(library, own_place(library), occasion=Occasion.AUTOMATIC)
    library.history.name(item.id, 2, "Sent")
    spoil(library, "DROP TRIGGER revisions_keep_about")
    spoil(library, "UPDATE revisions SET op = 'sabe' WHERE version = 2")
    spoil(library, "UPDATE revisions SET name = 'Appr0ved' WHERE version = 1")
    spoil(library, "UPDATE own_words SET word = 'Standf1rst' WHERE word = 'Standfirst'")
    spoil(library, "UPDATE own_words SET sha256 = 'x' WHERE word = 'recieve'")
    assert [one.op for one in library.history.versions(item.id)] == ["damaged", "damaged"]
    assert library.own_words.all() == ()
    found = damage()
    assert all(one.can_be_brought_back for one in found)
    assert len(mend(library, [own_place(library)], found)) == 4
    assert verify(library).problems == ()
    kept = library.history.versions(item.id)
    assert [(one.op, one.name) for one in kept] == [("save", "Sent"), ("save", "Approved")]
    assert library.own_words.all() == ("Standfirst",)
    assert library.own_words.passed_in(item.id) == ("recieve",)


def test_what_is_said_of_a_version_that_no_backup_knows_is_named_and_left(library, damage, an_item):
    item = library.items.save(an_item(headline="Flood"), over=0)
    spoil(library, "UPDATE revisions SET name = 'Other'")
    (found,) = damage()
    assert (found.name, found.can_be_brought_back) == ("Version 1 of Flood", False)
    assert [one.name for one in library.history.versions(item.id)] == ["Other"]


def test_what_nothing_is_left_of_is_named_and_left(library, damage, a_photo):
    photo = library.photos.add(a_photo(), name="flood.jpg")
    (library.folder / photo.src).write_bytes(b"no photo")
    (found,) = damage()
    assert (found.name, found.can_be_brought_back) == (photo.src, False)
    assert mend(library, [own_place(library)], [found]) == []
