"""A staged change happens whole or not at all, even when the program is killed half-way."""

import hashlib
import json
import os
from pathlib import Path

import pytest

from editor_app.export import staging, to_disk
from editor_app.export.errors import ForeignFileError, InterruptedExportError
from editor_app.export.staging import STAGING_NAME, Move, Staging, finish_interrupted

BEFORE = {"a.txt": b"old a", "deep/b.txt": b"old b", "gone/c.txt": b"old c"}
AFTER = {"a.txt": b"new a", "deep/b.txt": b"old b", "new/d.txt": b"new d"}


def sha(data):
    return hashlib.sha256(data).hexdigest() if data else ""


def fill(target):
    for name, data in BEFORE.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(data)


def files(target):
    return {
        path.relative_to(target).as_posix(): path.read_bytes()
        for path in target.rglob("*")
        if path.is_file()
    }


def change(target):
    names = sorted(set(BEFORE) | set(AFTER))
    moves = [Move(name, sha(BEFORE.get(name)), sha(AFTER.get(name))) for name in names]
    with Staging(target) as made:
        for name, data in AFTER.items():
            made.put(name, data)
        list(made.flush())
        made.commit([move for move in moves if move.before != move.after])


def killed_after(target, renames):
    """Change target in another process that dies after so many renames; say how it ended."""
    child = os.fork()
    if child == 0:
        left = [renames]
        rename = os.replace

        def counted(here, there):
            if left[0] == 0:
                os._exit(9)
            left[0] -= 1
            return rename(here, there)

        os.replace = counted
        change(target)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_change_is_made_whole(tmp_path):
    fill(tmp_path)
    change(tmp_path)
    assert files(tmp_path) == AFTER
    assert not (tmp_path / "gone").exists()
    assert not (tmp_path / STAGING_NAME).exists()


def test_leaving_without_a_commit_changes_nothing(tmp_path):
    fill(tmp_path)
    with Staging(tmp_path) as made:
        made.put("a.txt", b"new")
    assert files(tmp_path) == BEFORE


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked process")
def test_a_killed_change_is_finished_or_forgotten_by_the_next(tmp_path):
    outcomes = set()
    for renames in range(8):
        target = tmp_path / str(renames)
        target.mkdir()
        fill(target)
        ended = killed_after(target, renames)
        with Staging(target):
            pass
        found = files(target)
        assert found in (BEFORE, AFTER)
        outcomes.add((ended, found == AFTER))
        assert not (target / STAGING_NAME).exists()
    assert outcomes == {(9, False), (9, True), (0, True)}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked process")
def test_a_file_changed_between_a_kill_and_the_next_export_is_not_lost(tmp_path):
    fill(tmp_path)
    assert killed_after(tmp_path, 1) == 9
    (tmp_path / "a.txt").write_bytes(b"by hand")
    with pytest.raises(InterruptedExportError), Staging(tmp_path):
        pass
    assert (tmp_path / "a.txt").read_bytes() == b"by hand"
    (tmp_path / "a.txt").unlink()
    with Staging(tmp_path):
        pass
    assert files(tmp_path) == AFTER


def test_a_failure_half_way_through_the_moves_takes_them_back(tmp_path, monkeypatch):
    for failing in range(1, 7):
        target = tmp_path / str(failing)
        target.mkdir()
        fill(target)
        calls = [0]
        rename = os.replace

        def refuse(here, there, calls=calls, failing=failing, rename=rename):
            calls[0] += 1
            if calls[0] == failing:
                raise PermissionError(13, "refused")
            return rename(here, there)

        with monkeypatch.context() as patched:
            patched.setattr(os, "replace", refuse)
            if failing <= 5:
                with pytest.raises(PermissionError):
                    change(target)
            else:
                change(target)
        assert files(target) == (BEFORE if failing <= 5 else AFTER)
        assert not (target / STAGING_NAME).exists()


def test_a_journal_that_leads_out_of_the_folder_is_refused(tmp_path):
    target = tmp_path / "site"
    (target / STAGING_NAME / "new").mkdir(parents=True)
    (target / STAGING_NAME / "journal.json").write_text('[["../victim", "", "x"]]')
    with pytest.raises(InterruptedExportError), Staging(target):
        pass
    assert not (tmp_path / "victim").exists()


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_journal_is_not_followed_through_a_link_out_of_the_folder(tmp_path):
    target, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    (target / STAGING_NAME).mkdir(parents=True)
    elsewhere.mkdir()
    (elsewhere / "victim").write_text("words")
    (target / "en").symlink_to(elsewhere)
    journal = target / STAGING_NAME / "journal.json"
    journal.write_text(json.dumps([["en/victim", sha(b"words"), ""]]))
    with pytest.raises(ForeignFileError):
        finish_interrupted(target)
    assert (elsewhere / "victim").read_text() == "words"


@pytest.fixture
def synced(monkeypatch):
    """Return a list of what is brought to the disk one by one, and of folders taken as a whole."""
    taken = []
    one, whole = staging.sync, staging.sync_all_around
    monkeypatch.setattr(staging, "sync", lambda path: taken.append(Path(path)) or one(path))
    monkeypatch.setattr(
        staging, "sync_all_around", lambda folder: whole(folder) and not taken.append("all")
    )
    return taken


def many(target):
    moves = []
    with Staging(target) as made:
        for number in range(staging.FEW + 1):
            path = f"page-{number}/index.html"
            made.put(path, b"words")
            moves.append(Move(path, "", sha(b"words")))
        list(made.flush())
        made.commit(moves)


@pytest.mark.skipif(
    not to_disk._can_take_all(Path(__file__).parent), reason="no call for a whole file system here"
)
def test_many_files_are_brought_to_the_disk_in_one_call(tmp_path, monkeypatch, synced):
    monkeypatch.setattr(to_disk, "_kind_of_file_system", lambda _: "ext4")
    many(tmp_path)
    assert synced.count("all") >= 1
    assert not [path for path in synced if path != "all" and path.name == "index.html"]


def test_where_there_is_no_such_call_each_file_is_brought_there(tmp_path, monkeypatch, synced):
    monkeypatch.setattr(to_disk, "_can_take_all", lambda _: False)
    many(tmp_path)
    staged = [path for path in synced if path.name == "index.html"]
    assert len(staged) == staging.FEW + 1
    assert "all" not in synced


def test_file_systems_that_other_programs_serve_are_not_taken_as_a_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(to_disk, "_kind_of_file_system", lambda _: "fuseblk")
    assert not to_disk.sync_all_around(tmp_path)


def test_a_new_folder_is_moved_in_whole_and_an_old_one_keeps_what_is_not_ours(
    tmp_path, monkeypatch
):
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "theirs.txt").write_text("theirs")
    renamed, rename = [], os.replace

    def noted(here, there):
        renamed.append(Path(there).relative_to(tmp_path).as_posix())
        rename(here, there)

    monkeypatch.setattr(os, "replace", noted)
    paths = ["new/deep/a.html", "new/b.html", "old/c.html", "old/deep/d.html"]
    with Staging(tmp_path) as made:
        for path in paths:
            made.put(path, b"words")
        list(made.flush())
        made.commit([Move(path, "", sha(b"words")) for path in paths])
    assert renamed[1:] == ["new", "old/c.html", "old/deep"]
    assert files(tmp_path) == dict.fromkeys(paths, b"words") | {"old/theirs.txt": b"theirs"}
