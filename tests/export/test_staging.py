"""A staged change happens whole or not at all, even when the program is killed half-way."""

import hashlib
import json
import os

import pytest

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
    with Staging(target) as staging:
        for name, data in AFTER.items():
            staging.put(name, data)
        list(staging.flush())
        staging.commit([move for move in moves if move.before != move.after])


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
    with Staging(tmp_path) as staging:
        staging.put("a.txt", b"new")
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
