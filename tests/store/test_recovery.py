"""What is damaged is brought back from the library's own versions, or from a backup."""

import shutil

import pytest

from editor_app.store.backups.archive import Occasion
from editor_app.store.backups.keeping import backups_in, keep_backup, own_place
from editor_app.store.backups.making import backup
from editor_app.store.errors import DamagedItemError, PhotoMissingError
from editor_app.store.library import Library
from editor_app.store.recovery import Recovery
from editor_app.store.verify import verify


def spoil(library, statement):
    """Change rows as no part of the program would."""
    with library.database.transaction() as connection:
        for trigger in ("revisions_keep_about", "revisions_keep_words", "revisions_remain"):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {trigger}")
        connection.exec_driver_sql(statement)


@pytest.fixture
def recovery(library):
    return Recovery(library, [own_place(library)])


def test_a_damaged_item_comes_back_from_its_own_versions(library, recovery, an_item):
    item = library.items.save(an_item(headline="Flood", body="The river rose."), over=0)
    spoil(library, "UPDATE items SET body = 'The river r0se.'")
    with pytest.raises(DamagedItemError):
        library.items.get(item.id)
    found = recovery.find_item(item.id)
    assert (found.item.body, found.backup) == ("The river rose.", None)
    mended = recovery.bring_back_item(found)
    assert library.items.get(item.id) == mended
    assert mended.version == 2
    assert verify(library).problems == ()


def test_else_it_comes_back_from_the_newest_backup_that_has_it(
    library, recovery, an_item, clock, tmp_path
):
    item = library.items.save(an_item(headline="Flood"), over=0)
    usb = tmp_path / "usb"
    kept = keep_backup(library, own_place(library), occasion=Occasion.AUTOMATIC)
    library.items.save(an_item(headline="Later"), over=0)
    shutil.copytree(own_place(library), usb)
    newest = keep_backup(library, own_place(library), occasion=Occasion.AUTOMATIC)
    newest.write_bytes(newest.read_bytes()[:-200])  # the newest is damaged itself
    spoil(library, "UPDATE items SET headline = 'Fl00d' WHERE headline = 'Flood'")
    spoil(library, "UPDATE revisions SET words = x'00'")
    found = recovery.find_item(item.id)
    assert (found.item.headline, found.backup) == ("Flood", kept)
    recovery.bring_back_item(found)
    assert library.items.get(item.id).headline == "Flood"
    kept.unlink()
    assert Recovery(library, [own_place(library)]).find_item(item.id).item.headline == "Flood"
    assert backups_in(usb)


def test_what_nobody_has_any_more_is_not_invented(library, recovery, an_item):
    item = library.items.save(an_item(headline="Flood"), over=0)
    spoil(library, "UPDATE items SET headline = 'Fl00d'")
    spoil(library, "UPDATE revisions SET words = x'00'")
    assert recovery.find_item(item.id) is None


def test_a_photo_that_is_gone_or_damaged_comes_back(library, recovery, a_photo):
    src = library.photos.add(a_photo(), name="a.jpg").src
    keep_backup(library, own_place(library), occasion=Occasion.AUTOMATIC)
    library.photos.path(src).unlink()
    assert recovery.bring_back_photo(src)
    assert library.photos.data(src) == a_photo()
    shutil.rmtree(own_place(library) / "media")
    library.photos.path(src).unlink()
    assert not recovery.bring_back_photo(src)
    with pytest.raises(PhotoMissingError):
        library.photos.data(src)


def test_a_photo_comes_back_out_of_a_backup_of_the_whole_library(library, recovery, a_photo):
    src = library.photos.add(a_photo(), name="a.jpg").src
    made = backup(library)
    library.photos.path(src).write_bytes(b"rot")
    assert recovery.find_photo(src) == made
    assert recovery.bring_back_photo(src)
    assert library.photos.data(src) == a_photo()
    library.photos.path(src).unlink()
    data = made.read_bytes()
    made.write_bytes(data.replace(a_photo(), bytes(len(a_photo()))))
    assert recovery.find_photo(src) is None
    assert not recovery.bring_back_photo(src)
    assert not library.photos.path(src).exists()


def test_a_mended_item_is_there_after_opening_again(folder, clock, an_item):
    with Library.open(folder, clock=clock) as library:
        item = library.items.save(an_item(headline="Flood"), over=0)
        spoil(library, "UPDATE items SET headline = 'Fl00d'")
        recovery = Recovery(library, [])
        recovery.bring_back_item(recovery.find_item(item.id))
    with Library.open(folder, clock=clock) as library:
        assert library.items.get(item.id).headline == "Flood"
        assert [one.op for one in library.history.versions(item.id)] == ["mend", "save"]
