"""A disk that refuses something at the wrong moment costs no words, and leaves nothing locked."""

import shutil

import pytest

from editor_app.store.backups.copying import items_in
from editor_app.store.backups.making import backup
from editor_app.store.backups.restoring import newest_kept_state, restore, undo_restore
from editor_app.store.database import Database, require_folded
from editor_app.store.errors import (
    BackupError,
    DamagedLibraryError,
    DiskFailedError,
    LibraryGoneError,
)
from editor_app.store.library import Library
from editor_app.store.names import DATABASE_NAME, OPEN_NAME


def test_closing_goes_well_where_the_mark_cannot_be_taken_away(folder, clock, an_item):
    library = Library.open(folder, clock=clock)
    item = library.items.save(an_item(headline="Flood"), over=0)
    (folder / OPEN_NAME).unlink()
    (folder / OPEN_NAME).mkdir()  # which no file is deleted over
    library.close()
    with Library.open(folder, clock=clock) as library:
        assert library.was_left_open
        assert library.items.get(item.id) == item


def test_a_library_that_could_not_be_marked_is_let_go_of(folder, clock):
    (folder / OPEN_NAME).symlink_to(folder / "nowhere" / "mark")
    with pytest.raises(LibraryGoneError):
        Library.open(folder, clock=clock)
    (folder / OPEN_NAME).unlink()
    Library.open(folder, clock=clock).close()


def test_what_a_killed_restore_left_among_the_backups_is_swept(folder, clock):
    left = folder / "backups" / ".standfirst-half"
    left.mkdir(parents=True)
    (left / DATABASE_NAME).write_bytes(b"half")
    Library.open(folder, clock=clock).close()
    assert not left.exists()


def test_undoing_passes_over_what_a_killed_restore_kept_of_the_present(folder, clock, an_item):
    with Library.open(folder, clock=clock) as library:
        file = backup(library)
        item = library.items.save(an_item(headline="Flood"), over=0)
    restore(folder, file, clock=clock)
    killed = folder / "backups" / "before-restore-29990101-000000"
    killed.mkdir()
    shutil.copyfile(folder / DATABASE_NAME, killed / DATABASE_NAME)
    undo_restore(folder, clock=clock)
    with Library.open(folder, clock=clock) as library:
        assert library.items.get(item.id) == item
    shutil.rmtree(newest_kept_state(folder))
    with pytest.raises(BackupError):
        undo_restore(folder, clock=clock)


def test_a_database_that_still_needs_its_log_takes_no_other_ones_place(folder):
    database = Database(folder / DATABASE_NAME)
    with database.transaction() as connection:
        connection.exec_driver_sql("CREATE TABLE more (x)")
    with pytest.raises(DiskFailedError):
        require_folded(database.path)
    database.close()
    require_folded(database.path)


def test_a_copy_that_cannot_be_read_is_complained_of_in_words(tmp_path):
    copy = tmp_path / DATABASE_NAME
    copy.write_bytes(b"SQLite format 3\0" + bytes(5000))
    with pytest.raises(DamagedLibraryError):
        items_in(copy)
