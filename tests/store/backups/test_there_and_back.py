"""A library travels as one file, comes back whole, and can be tested."""

import hashlib
import json
import shutil
import zipfile

import pytest

from editor_app.store.backups.making import backup
from editor_app.store.backups.restoring import restore, undo_restore
from editor_app.store.errors import (
    BackupError,
    DiskFailedError,
    LibraryInUseError,
    NewerLibraryError,
    NotALibraryError,
)
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from editor_app.store.verify import verify
from tests.store.test_library import _mark, contents


def headlines(folder, clock):
    with Library.open(folder, clock=clock) as library:
        return sorted(row.headline for row in library.items.page(ItemQuery()))


# ---------------------------------------------------------------- there and back


def test_a_whole_library_travels_in_one_file(filled, tmp_path, clock):
    file = backup(filled, tmp_path / "out" / "copy.zip")
    assert file == tmp_path / "out" / "copy.zip"
    assert [path.name for path in file.parent.iterdir()] == ["copy.zip"]
    restore(tmp_path / "elsewhere", file, clock=clock)
    with Library.open(tmp_path / "elsewhere", clock=clock) as copy:
        report = verify(copy)
        assert (report.items, report.revisions, report.photos) == (2, 3, 1)
        assert report.problems == ()
        for row in filled.items.page(ItemQuery()):
            assert copy.items.get(row.id) == filled.items.get(row.id)
        photo = filled.photos.all()[0]
        assert copy.photos.data(photo.src) == filled.photos.data(photo.src)


def test_backups_have_a_place_of_their_own(filled, tmp_path):
    file = backup(filled)
    assert file.parent == filled.folder / "backups"
    assert backup(filled, tmp_path).parent == tmp_path
    inside = backup(filled, filled.folder / "backups" / "mine.zip")
    assert inside.is_file()


def test_the_library_stays_open_and_guarded_while_it_is_copied(filled, an_item, clock):
    backup(filled)
    filled.items.save(an_item(headline="After"), over=0)
    with pytest.raises(LibraryInUseError):
        Library.open(filled.folder, clock=clock)
    assert verify(filled).problems == ()


def test_bringing_back_makes_the_library_what_it_was_and_keeps_what_it_had_become(
    filled, an_item, a_photo, clock
):
    file = backup(filled)
    filled.items.save(an_item(headline="Later"), over=0)
    later = filled.photos.add(a_photo("blue"), name="b.jpg")
    photo = filled.photos.all()[0]
    filled.close()
    shutil.rmtree(filled.folder / "media" / photo.sha256[:2])
    restore(filled.folder, file, clock=clock)
    assert headlines(filled.folder, clock) == ["Drought", "Flood"]
    with Library.open(filled.folder, clock=clock) as library:
        assert library.photos.data(photo.src) == a_photo()
        assert library.photos.path(later.src).is_file(), "photos are only ever added"
    kept = next((filled.folder / "backups").glob("before-restore-*"))
    for part in ("media", "backups"):
        (kept / part).mkdir()
    assert headlines(kept, clock) == ["Drought", "Flood", "Later"]
    assert not list(filled.folder.glob(".standfirst-*"))


def test_two_restores_in_one_second_keep_both_states(filled, now, clock):
    file = backup(filled)
    filled.close()
    for _ in range(3):
        restore(filled.folder, file, clock=lambda: now)
    assert len(list((filled.folder / "backups").glob("before-restore-*"))) == 3


def test_undoing_a_restore_that_changed_nothing_changes_nothing(filled, an_item, clock):
    one = backup(filled)
    filled.items.save(an_item(headline="Later"), over=0)
    filled.close()
    restore(filled.folder, one, clock=clock)
    with Library.open(filled.folder, clock=clock) as library:
        before = library.items.ids(ItemQuery())
    for _ in range(2):  # brings back what is there already
        restore(filled.folder, one, clock=clock)
    undo_restore(filled.folder, clock=clock)
    with Library.open(filled.folder, clock=clock) as library:
        assert library.items.ids(ItemQuery()) == before


def test_a_damaged_library_is_what_a_backup_is_for(filled, clock):
    file = backup(filled)
    filled.close()
    (filled.folder / "library.db").write_bytes(b"ruined")
    (filled.folder / "library.db-wal").write_bytes(b"stale")
    restore(filled.folder, file, clock=clock)
    assert headlines(filled.folder, clock) == ["Drought", "Flood"]
    kept = next((filled.folder / "backups").glob("before-restore-*"))
    assert (kept / "library.db").read_bytes() == b"ruined"
    assert (kept / "library.db-wal").read_bytes() == b"stale"
    (filled.folder / "library.db").unlink()
    restore(filled.folder, file, clock=clock)
    assert headlines(filled.folder, clock) == ["Drought", "Flood"]


def test_a_log_left_by_another_database_is_never_mixed_in(filled, an_item, clock, tmp_path):
    """SQLite takes any log that lies beside a database for its own."""
    file = backup(filled)
    filled.items.save(an_item(headline="Only in the log"), over=0)
    lying = shutil.copytree(filled.folder, tmp_path / "killed")
    assert (lying / "library.db-wal").stat().st_size > 0
    restore(lying, file, clock=clock)
    assert headlines(lying, clock) == ["Drought", "Flood"]
    kept = next((lying / "backups").glob("before-restore-*"))
    for part in ("media", "backups"):
        (kept / part).mkdir()
    assert headlines(kept, clock) == ["Drought", "Flood", "Only in the log"]


# ---------------------------------------------------------------- refusals


def refused_restore(folder, file, clock, kind=BackupError):
    before = contents(folder)
    with pytest.raises(kind) as caught:
        restore(folder, file, clock=clock)
    assert contents(folder) == before
    assert not list(folder.glob(".standfirst-*"))
    return caught.value


def test_an_open_library_is_not_restored_over(filled, clock):
    file = backup(filled)
    with pytest.raises(LibraryInUseError):
        restore(filled.folder, file, clock=clock)


def test_what_is_no_backup_is_refused(folder, tmp_path, clock):
    refused_restore(folder, tmp_path / "missing.zip", clock)
    (tmp_path / "a.zip").write_bytes(b"no zip")
    refused_restore(folder, tmp_path / "a.zip", clock)
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("holiday.jpg", b"x")
    assert "not a backup" in refused_restore(folder, tmp_path / "b.zip", clock).message


@pytest.mark.parametrize(
    "change",
    [
        lambda manifest: manifest.update(format="other"),
        lambda manifest: manifest.update(files=[]),
        lambda manifest: manifest["files"].append(manifest["files"][0]),
        lambda manifest: manifest["files"].append({"path": "../x", "sha256": "", "size": 1}),
        lambda manifest: manifest["files"].append({"path": "media/x"}),
        lambda manifest: manifest["files"][0].update(size=10),
        lambda manifest: manifest["files"][0].update(sha256="0" * 64),
        lambda manifest: manifest["files"].append(
            {"path": f"media/00/{'0' * 64}.jpg", "sha256": "0" * 64, "size": 1}
        ),
    ],
)
def test_a_backup_with_another_manifest_is_refused(filled, tmp_path, clock, change):
    file = backup(filled)
    filled.close()
    forged = tmp_path / "forged.zip"
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(forged, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "manifest.json":
                manifest = json.loads(data)
                change(manifest)
                data = json.dumps(manifest).encode()
            target.writestr(name, data)
    refused_restore(filled.folder, forged, clock)


def test_a_flipped_bit_anywhere_in_a_backup_is_found(filled, tmp_path, clock):
    data = backup(filled, tmp_path / "whole.zip").read_bytes()
    filled.close()
    before = contents(filled.folder)
    harmless = 0
    for place in range(20, len(data), max(1, len(data) // 40)):
        file = tmp_path / "bit.zip"
        changed = bytearray(data)
        changed[place] ^= 4
        file.write_bytes(changed)
        try:
            restore(filled.folder, file, clock=clock)
        except BackupError:
            assert contents(filled.folder) == before
            continue
        harmless += 1  # a byte of the zip's own bookkeeping: everything in it is still right
        with Library.open(filled.folder, clock=clock) as library:
            assert verify(library).problems == ()
        before = contents(filled.folder)
    assert harmless < 10


def test_a_disk_that_fails_while_a_backup_is_read_is_not_taken_for_a_bad_backup(
    filled, clock, monkeypatch
):
    file = backup(filled)
    filled.close()

    def fail(*_arguments):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("editor_app.store.backups.archive._copied", fail)
    refused_restore(filled.folder, file, clock, DiskFailedError)


@pytest.mark.parametrize("error", [OSError(22, "Invalid argument"), OSError("Invalid data stream")])
def test_what_unpacking_says_of_nonsense_is_called_damage(filled, clock, monkeypatch, error):
    file = backup(filled)
    filled.close()

    def fail(*_arguments):
        raise error

    monkeypatch.setattr("editor_app.store.backups.archive._copied", fail)
    assert "damaged" in refused_restore(filled.folder, file, clock).message


def test_a_backup_with_damaged_words_is_refused(filled, tmp_path, clock):
    file = backup(filled)
    filled.close()
    forged = tmp_path / "forged.zip"
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(forged, "w") as target:
        data = source.read("library.db").replace(b"Drought", b"Drougxt")
        manifest = json.loads(source.read("manifest.json"))
        manifest["files"][0].update(sha256=hashlib.sha256(data).hexdigest())
        manifest["files"] = manifest["files"][:1]
        target.writestr("library.db", data)
        target.writestr("manifest.json", json.dumps(manifest))
    assert "damaged" in refused_restore(filled.folder, forged, clock).message


def test_newer_and_strange_folders_are_not_restored_over(filled, tmp_path, clock):
    file = backup(filled)
    shutil.copy(file, tmp_path / "kept.zip")
    filled.close()
    _mark(filled.folder / "library.db", 99)
    refused_restore(filled.folder, tmp_path / "kept.zip", clock, NewerLibraryError)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "holiday.jpg").write_bytes(b"x")
    refused_restore(tmp_path / "other", tmp_path / "kept.zip", clock, NotALibraryError)


def test_a_backup_never_takes_the_place_of_something_else(filled, tmp_path):
    (tmp_path / "report.docx").write_bytes(b"mine")
    with pytest.raises(BackupError, match="another file"):
        backup(filled, tmp_path / "report.docx")
    assert (tmp_path / "report.docx").read_bytes() == b"mine"
    for inside in (filled.folder / "library.db", filled.folder / "media" / "x.zip"):
        with pytest.raises(BackupError, match="among the files"):
            backup(filled, inside)
    earlier = backup(filled, tmp_path / "daily.zip")
    assert backup(filled, earlier) == earlier


def test_a_damaged_library_is_never_copied_over_a_good_backup(filled, tmp_path):
    good = backup(filled, tmp_path / "good.zip").read_bytes()
    with filled.database.transaction() as connection:
        connection.exec_driver_sql("UPDATE items SET summary = 'changed' WHERE key = 1")
    with pytest.raises(BackupError, match="damaged"):
        backup(filled, tmp_path / "good.zip")
    assert (tmp_path / "good.zip").read_bytes() == good
    assert [path.name for path in tmp_path.glob("*.zip")] == ["good.zip"]


def test_a_photo_that_is_gone_does_not_stop_a_backup(filled, tmp_path, clock):
    photo = filled.photos.all()[0]
    filled.photos.path(photo.src).unlink()
    file = backup(filled, tmp_path / "copy.zip")
    with zipfile.ZipFile(file) as archive:
        assert json.loads(archive.read("manifest.json"))["lacking"] == [photo.src]
    restore(tmp_path / "elsewhere", file, clock=clock)
    assert headlines(tmp_path / "elsewhere", clock) == ["Drought", "Flood"]
