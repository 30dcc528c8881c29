"""What is not as it should be gets one sentence, the right exit code, and is left alone."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from editor_app.model.status import Status
from tests.builders import a_library, an_item
from tests.journeys.test_plain_text import run

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "library"
    a_library(folder, an_item(status=Status.READY, slug="ferries")).close()
    return folder


def snapshot(folder):
    return {
        path.relative_to(folder): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(".lock")
    }


def assert_one_sentence(done, code=1):
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    assert done.stderr.startswith("standfirst: ")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_a_newer_library_is_left_alone(folder):
    with sqlite3.connect(folder / "library.db") as database:
        database.execute("PRAGMA user_version = 9999")
    database.close()
    before = snapshot(folder)
    assert_one_sentence(run("list", "--library", folder))
    assert snapshot(folder) == before


@pytest.mark.parametrize("damage", [b"", b"SQLite format 3\x00" + b"\xff" * 400, b"hello" * 99])
def test_a_damaged_library_is_left_alone(folder, damage):
    (folder / "library.db").write_bytes(damage)
    before = snapshot(folder)
    assert_one_sentence(run("list", "--library", folder))
    assert snapshot(folder) == before


def test_another_programs_database_is_left_alone(folder):
    (folder / "library.db").unlink()
    with sqlite3.connect(folder / "library.db") as database:
        database.execute("CREATE TABLE notes (text)")
    database.close()
    before = snapshot(folder)
    assert_one_sentence(run("list", "--library", folder))
    assert snapshot(folder) == before


def test_a_folder_of_other_things_is_no_library(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    assert_one_sentence(run("import", ROOT / "README.md", "--library", tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_library_that_may_not_be_written_says_so(folder):
    """Root may write everywhere, so the program is then started as somebody else."""
    start = [sys.executable, str(ROOT / "main.py"), "list", "--library", str(folder)]
    environment = {**os.environ, "HOME": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("root may write everywhere, and setpriv is not here to become nobody")
        become = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        if subprocess.run([*become, sys.executable, "-c", ""], check=False).returncode:
            pytest.skip("nobody may not run this Python")
        for above in folder.parents:
            if not above.stat().st_mode & 0o001:
                above.chmod(above.stat().st_mode | 0o001)
        start = [*become, *start]
    else:
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
    done = subprocess.run(
        start, capture_output=True, text=True, env=environment, check=False, timeout=60
    )
    folder.chmod(0o755)
    assert_one_sentence(done)


def test_a_library_that_is_open_elsewhere_says_so(folder):
    with a_library(folder):
        assert_one_sentence(run("list", "--library", folder))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("zeros.txt", b"\x00" * 5000),
        ("picture.md", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9),
        ("empty.txt", b""),
        ("late.docx", b"PK\x03\x04"),
        ("other.xyz", b"words"),
    ],
)
def test_a_file_that_cannot_be_read_brings_nothing_in(tmp_path, folder, name, data):
    (tmp_path / name).write_bytes(data)
    before = run("list", "--library", folder).stdout
    assert_one_sentence(run("import", tmp_path / name, "--library", folder))
    assert run("list", "--library", folder).stdout == before


def test_a_text_of_brackets_is_read_in_bounded_time(tmp_path, folder):
    (tmp_path / "brackets.md").write_text("# Brackets\n\n" + "[" * 20000 + "\n", "utf-8")
    assert run("import", tmp_path / "brackets.md", "--library", folder).returncode == 0
    assert run("render", tmp_path / "brackets.md").returncode == 0


def test_an_export_folder_that_is_a_file_is_left_alone(tmp_path, folder):
    target = tmp_path / "site"
    target.write_text("mine")
    assert_one_sentence(run("export", "--all", "--to", target, "--library", folder))
    assert target.read_text() == "mine"


def test_somebody_elses_files_in_the_export_folder_are_left_alone(tmp_path, folder):
    target = tmp_path / "site"
    target.mkdir()
    (target / "index.html").write_text("mine")
    assert_one_sentence(run("export", "--all", "--to", target, "--library", folder))
    assert {p.name: p.read_text() for p in target.iterdir()} == {"index.html": "mine"}


def test_a_status_that_cannot_be_is_refused(folder):
    (line,) = run("list", "--library", folder).stdout.splitlines()
    done = run("status", line.split()[0], "--to", "in-review", "--library", folder)
    assert done.returncode == 0
    assert_one_sentence(run("status", line.split()[0], "--to", "withdrawn", "--library", folder))


@pytest.mark.parametrize("file", ["missing.zip", "not-a-backup.zip"])
def test_what_is_no_backup_restores_nothing(tmp_path, folder, file):
    (tmp_path / "not-a-backup.zip").write_bytes(b"PK\x03\x04 nothing in here")
    before = run("list", "--library", folder).stdout
    assert_one_sentence(run("restore", tmp_path / file, "--library", folder))
    assert run("list", "--library", folder).stdout == before
