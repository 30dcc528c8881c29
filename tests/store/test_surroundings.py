"""An unclean end is noticed, the disk has a reserve, and copies made by a sync are seen."""

import shutil
from pathlib import Path

import pytest

from editor_app.store import drives
from editor_app.store.drives import is_on_network
from editor_app.store.library import Library
from editor_app.store.surroundings import Ballast, conflict_copies


def test_a_library_that_nobody_closed_says_so_once(folder, clock, tmp_path):
    library = Library.open(folder, clock=clock)
    assert not library.was_left_open
    copy = shutil.copytree(folder, tmp_path / "as-if-killed")
    library.close()
    with Library.open(copy, clock=clock) as library:
        assert library.was_left_open
    with Library.open(copy, clock=clock) as library:
        assert not library.was_left_open
    with Library.open(folder, clock=clock) as library:
        assert not library.was_left_open


def test_what_a_killed_process_left_unfinished_goes_at_the_next_start(folder, clock, tmp_path):
    library = Library.open(folder, clock=clock)
    kept = [folder / "media" / "ab" / "a.jpg", folder / "site" / ".standfirst-staging" / "lock"]
    gone = [folder / "media" / "ab" / ".standfirst-x", folder / "backups" / ".standfirst-y" / "z"]
    for path in (*kept, *gone, folder / "cache" / "renditions" / "ab" / ".standfirst-w"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"half")
    copy = shutil.copytree(folder, tmp_path / "as-if-killed")
    library.close()
    with Library.open(copy, clock=clock):
        left = [path for path in copy.rglob(".standfirst-*") if path.name != ".standfirst-staging"]
        assert left == []
        assert all((copy / path.relative_to(folder)).exists() for path in kept)


def test_the_reserve_is_laid_in_once_and_gives_room_when_it_is_dropped(folder, clock):
    with Library.open(folder, clock=clock) as library:
        assert library.ballast.lay_in()
        assert library.ballast.lay_in()
        sizes = {path.name: path.stat().st_size for path in folder.glob("library.reserve*")}
        assert sizes == {"library.reserve": 8 * 1024 * 1024}
        assert library.ballast.drop()
        assert not library.ballast.drop()
    with Library.open(folder, clock=clock):
        pass


def test_where_there_is_no_room_there_is_no_reserve_and_nothing_half_made(tmp_path):
    assert not Ballast(tmp_path / "gone").lay_in()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    [
        "library (A. Nowak's conflicted copy 2026-03-02).db",
        "library.sync-conflict-20260302-101010-ABCDEFG.db",
        "library-LAPTOP.db",
    ],
)
def test_copies_that_a_sync_made_of_the_database_are_seen(folder, name):
    shutil.copy(folder / "library.db", folder / name)
    (folder / "library-notes.db").write_bytes(b"not ours")
    (folder / "library backup.db").mkdir()
    assert [path.name for path in conflict_copies(folder)] == [name]


def test_a_folder_without_strange_copies_has_none(folder):
    assert conflict_copies(folder) == ()


MOUNTS = """/dev/vda / ext4 rw 0 0
//server/share /home/a/office\\040files cifs rw 0 0
/dev/vdb /home/a/office\\040files/local ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("/home/a/news", False),
        ("/home/a/office files/news", True),
        ("/home/a/office files", True),
        ("/home/a/office files/local/news", False),
        ("\\\\server\\share\\news", True),
    ],
)
def test_a_network_drive_is_told_by_what_the_system_says(monkeypatch, folder, expected):
    monkeypatch.setattr(drives, "_mounts", lambda: MOUNTS)
    assert is_on_network(Path(folder)) is expected


def test_on_a_network_drive_the_journal_is_one_that_needs_no_shared_memory(
    folder, clock, monkeypatch, an_item
):
    monkeypatch.setattr("editor_app.store.connection.is_on_network", lambda _folder: True)
    with Library.open(folder, clock=clock) as library:
        with library.database.reading() as connection:
            asked = ("journal_mode", "synchronous")
            found = [connection.exec_driver_sql(f"PRAGMA {one}").scalar() for one in asked]
        item = library.items.save(an_item(headline="Flood"), over=0)
    assert found == ["delete", 3]  # EXTRA
    monkeypatch.undo()
    with Library.open(folder, clock=clock) as library:
        assert library.items.get(item.id).headline == "Flood"
