"""All that is damaged is found, and brought back where something whole is left of it."""

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
    spoil(library, "UPDATE items SET newest = newest + 1 WHERE headline = 'Fire'")
    (library.folder / photo.src).unlink()
    found = damage()
    assert sorted(one.name for one in found) == sorted(["Fire", "Flood", photo.src])
    assert all(one.can_be_brought_back for one in found)
    assert [one.src for one in damaged_photos_of(library, item.id, [])] == [photo.src]
    assert len(mend(library, [own_place(library)], found)) == 3
    assert damage() == ()
    assert verify(library).problems == ()
    assert library.items.get(item.id).body == "It rose."


def test_what_nothing_is_left_of_is_named_and_left(library, damage, a_photo):
    photo = library.photos.add(a_photo(), name="flood.jpg")
    (library.folder / photo.src).write_bytes(b"no photo")
    (found,) = damage()
    assert (found.name, found.can_be_brought_back) == (photo.src, False)
    assert mend(library, [own_place(library)], [found]) == []
