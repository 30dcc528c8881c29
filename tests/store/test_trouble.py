"""Rights, room and failing disks are said in words, and no saved word is lost to them."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, OperationalError

from editor_app.store.connection import prepare
from editor_app.store.database import Database, explain
from editor_app.store.errors import (
    DamagedLibraryError,
    DiskFailedError,
    DiskFullError,
    LibraryBusyError,
    LibraryGoneError,
    LibraryInUseError,
    ReadOnlyLibraryError,
)
from editor_app.store.files import explained, may_write, sync_folder
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from tests.store.test_library import refused


@pytest.fixture
def as_nobody(tmp_path_factory):
    """Take away the rights of root for the length of a test, where it is root that tests."""
    if os.geteuid() != 0:
        yield
        return
    for folder in [*tmp_path_factory.getbasetemp().parents, tmp_path_factory.getbasetemp()]:
        if folder.owner() == "root" and str(folder) not in {"/", "/tmp"}:  # noqa: S108
            folder.chmod(0o755)
    os.seteuid(65534)
    yield
    os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_what_may_not_be_written_is_refused_in_words(request, tmp_path, folder, clock):
    tmp_path.chmod(0o755)
    request.getfixturevalue("as_nobody")
    if os.geteuid() == folder.stat().st_uid:
        folder.chmod(0o555)
    refused(folder, clock, ReadOnlyLibraryError)
    with pytest.raises(ReadOnlyLibraryError):
        Library.open(folder / "media" / "new", clock=clock)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_a_database_file_that_may_not_be_written_is_refused_in_words(
    request, tmp_path, folder, clock
):
    tmp_path.chmod(0o755)
    folder.chmod(0o777)
    (folder / "library.db").chmod(0o444)
    request.getfixturevalue("as_nobody")
    refused(folder, clock, ReadOnlyLibraryError)


def test_a_full_disk_keeps_what_was_saved_and_says_so(library, an_item):
    saved = library.items.save(an_item(headline="Flood"), over=0)
    with library.database.raw() as driver:
        pages = driver.execute("PRAGMA page_count").fetchone()[0]
        driver.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFullError, match="full"):
        library.items.save(an_item(headline="More", body="x" * 100_000), over=0)
    assert library.items.get(saved.id) == saved
    with library.database.raw() as driver:
        driver.execute("PRAGMA max_page_count = 1000000")
    library.items.save(an_item(headline="More", body="x" * 100_000), over=0)


_LIMITED = """
import resource, signal, sys
from dataclasses import replace
from pathlib import Path
from editor_app.clock import now
from editor_app.errors import EditorError
from editor_app.model.identity import new_item_id
from editor_app.model.item import NewsItem
from editor_app.store.library import Library
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
library = Library.open(Path(sys.argv[1]), clock=now)
saved = library.items.save(NewsItem(id=new_item_id(now()), headline="Kept"), over=0)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))
try:
    for n in range(40):
        body = f"{n} " + "x" * 40_000
        library.items.save(NewsItem(id=new_item_id(now()), headline="More", body=body), over=0)
except EditorError as error:
    print(type(error).__name__, "|", error)
assert library.items.get(saved.id) == saved
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
library.items.save(replace(saved, headline="Saved again"), over=1)
library.close()
"""


@pytest.mark.skipif(os.name == "nt", reason="needs a limit on the size of files")
def test_a_write_that_the_system_refuses_is_said_in_words_and_can_be_tried_again(folder, clock):
    run = subprocess.run(
        [sys.executable, "-c", _LIMITED, folder],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith(("DiskFailedError |", "DiskFullError |")), run.stdout
    with Library.open(folder, clock=clock) as library:
        assert library.items.page(ItemQuery(search="saved again"))


def test_a_folder_that_goes_away_while_it_is_open_takes_no_words_along(library, an_item, tmp_path):
    saved = library.items.save(an_item(headline="Flood"), over=0)
    moved = library.folder.rename(tmp_path / "elsewhere")
    with pytest.raises(LibraryGoneError, match="moved"):
        library.items.save(an_item(headline="Lost?"), over=0)
    shutil.copytree(moved, library.folder)
    with pytest.raises(LibraryGoneError):
        library.items.save(an_item(headline="Lost?"), over=0)
    shutil.rmtree(library.folder)
    moved.rename(library.folder)
    assert library.items.save(an_item(headline="Kept"), over=0).version == 1
    assert library.items.get(saved.id) == saved


def test_a_thread_that_waits_too_long_for_its_turn_is_told(folder, monkeypatch):
    monkeypatch.setattr("editor_app.store.database._TURN", 0.01)
    database = Database(folder / "library.db")
    with database.reading(), pytest.raises(LibraryBusyError), database.reading():
        pass
    database.close()


def test_a_mistake_of_the_program_is_not_dressed_up_as_bad_luck(library):
    with (
        pytest.raises(OperationalError, match="no such table"),
        library.database.reading() as connection,
    ):
        connection.execute(text("SELECT * FROM nonsense"))


def test_a_mistake_on_the_raw_connection_is_not_hidden_either(library):
    with pytest.raises(DBAPIError, match="syntax"), library.database.raw() as driver:
        driver.execute("nonsense")


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (28, DiskFullError),
        (13, ReadOnlyLibraryError),
        (30, ReadOnlyLibraryError),
        (2, LibraryGoneError),
        (5, DiskFailedError),
    ],
)
def test_the_operating_system_is_put_in_words(tmp_path, number, kind):
    assert type(explained(OSError(number, "no"), tmp_path)) is kind


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, DiskFullError),
        (sqlite3.SQLITE_IOERR_WRITE, DiskFailedError),
        (sqlite3.SQLITE_CANTOPEN, DiskFailedError),
        (sqlite3.SQLITE_READONLY_DBMOVED, ReadOnlyLibraryError),
        (sqlite3.SQLITE_BUSY, LibraryInUseError),
        (sqlite3.SQLITE_CORRUPT_VTAB, DamagedLibraryError),
        (sqlite3.SQLITE_NOTADB, DamagedLibraryError),
        (sqlite3.SQLITE_MISUSE, type(None)),
    ],
)
def test_sqlite_is_put_in_words(tmp_path, code, kind):
    original = sqlite3.OperationalError("no")
    original.sqlite_errorcode = code
    assert type(explain(OperationalError("", {}, original), tmp_path)) is kind


def test_rights_can_be_asked_for_on_systems_of_other_kinds(tmp_path, monkeypatch):
    monkeypatch.setattr("os.supports_effective_ids", set())
    assert may_write(tmp_path)
    assert not may_write(tmp_path / "missing")
    monkeypatch.setattr("editor_app.store.files._SYNCS_FOLDERS", False)
    sync_folder(tmp_path / "a folder that is never opened")


def test_where_no_log_can_be_had_every_commit_syncs_the_folder_too():
    statements = []

    class Driver:
        text_factory = None

        def execute(self, statement):
            statements.append(statement)
            return self

        def fetchone(self):
            return ("delete",)

    prepare(Driver(), journal="WAL")
    assert statements[-1] == "PRAGMA synchronous = EXTRA"
