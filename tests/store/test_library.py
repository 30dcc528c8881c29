"""A library folder is opened whole, refused in one sentence, and never changed by a refusal."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, OperationalError

from editor_app.store.database import APPLICATION_ID, Database, _prepare, explain
from editor_app.store.errors import (
    DamagedLibraryError,
    DiskFailedError,
    DiskFullError,
    LibraryBusyError,
    LibraryError,
    LibraryGoneError,
    LibraryInUseError,
    NewerLibraryError,
    NotALibraryError,
    ReadOnlyLibraryError,
)
from editor_app.store.files import explained, may_write, sync_folder
from editor_app.store.library import Library
from editor_app.store.schema import SCHEMA
from editor_app.store.search import ItemQuery
from editor_app.store.tables import SHAPE


def contents(folder):
    """Return every file below folder with its bytes, but for the lock file."""
    return {
        path.relative_to(folder): path.read_bytes()
        for path in Path(folder).rglob("*")
        if path.is_file() and path.name != "library.lock"
    }


def refused(folder, clock, kind):
    """Try to open folder, and return the error after making sure that nothing was touched."""
    before = contents(folder)
    with pytest.raises(kind) as caught:
        Library.open(folder, clock=clock)
    assert contents(folder) == before
    assert type(caught.value) is kind
    assert isinstance(caught.value, LibraryError)
    assert caught.value.message.endswith(".")
    assert caught.value.message.count(". ") == 0, "one sentence"
    assert caught.value.hint.endswith(".")
    return caught.value


# ---------------------------------------------------------------- making one


def test_a_missing_folder_becomes_a_library_and_stays_one(tmp_path, clock, an_item):
    folder = tmp_path / "a" / "library ?#%20 é"
    with Library.open(folder, clock=clock) as library:
        assert library.is_new
        saved = library.items.save(an_item(headline="Flood"), over=0)
    assert sorted(path.name for path in folder.iterdir()) == [
        "backups",
        "library.db",
        "library.lock",
        "media",
        "themes",
    ]
    with Library.open(folder, clock=clock) as library:
        assert not library.is_new
        assert library.items.get(saved.id) == saved


def test_an_empty_folder_becomes_a_library_whatever_an_unfinished_start_left(tmp_path, clock):
    for name in (".standfirst-new.db", ".standfirst-new.db-wal", "library.lock", ".DS_Store"):
        (tmp_path / name).write_bytes(b"left")
    (tmp_path / "media").mkdir()
    (tmp_path / ".standfirst-restore").mkdir()
    (tmp_path / ".standfirst-a.zip").write_bytes(b"left")
    with Library.open(tmp_path, clock=clock) as library:
        assert library.is_new
    assert not list(tmp_path.glob(".standfirst-*"))


def test_the_database_has_the_shape_that_queries_are_written_for(library):
    with library.database.reading() as connection:
        for table in SHAPE.tables.values():
            rows = connection.exec_driver_sql(f"PRAGMA table_info({table.name})").mappings()
            there = {row["name"] for row in rows}
            asked = {column.name for column in table.columns} - {"rowid"}
            assert asked == there, table.name
        assert connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == SCHEMA


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("mmap_size", 0),
        ("locking_mode", "exclusive"),
    ],
)
def test_the_connection_is_set_up_with(library, pragma, value):
    with library.database.reading() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_versions_cannot_be_rewritten(library, an_item):
    library.items.save(an_item(), over=0)
    for statement in ("UPDATE revisions SET version = 9", "DELETE FROM revisions"):
        with (
            pytest.raises(Exception, match="only ever added"),
            library.database.transaction() as connection,
        ):
            connection.exec_driver_sql(statement)


# ---------------------------------------------------------------- refusals


def test_a_file_is_not_a_library(tmp_path, clock):
    path = tmp_path / "notes.txt"
    path.write_text("hello")
    for place in (path, path / "below" / "it"):
        with pytest.raises(NotALibraryError, match="file"):
            Library.open(place, clock=clock)
    assert path.read_text() == "hello"


def test_a_folder_of_other_things_is_not_a_library(tmp_path, clock):
    (tmp_path / "holiday.jpg").write_bytes(b"x")
    refused(tmp_path, clock, NotALibraryError)
    assert [path.name for path in tmp_path.iterdir()] == ["holiday.jpg"], "not even a lock file"


@pytest.mark.parametrize("data", [b"", b"random bytes " * 400, b"SQLite format 3\0"])
def test_bytes_that_are_no_database_are_left_alone(tmp_path, clock, data):
    (tmp_path / "library.db").write_bytes(data)
    refused(tmp_path, clock, NotALibraryError)


@pytest.mark.parametrize("data", [b"", b"random bytes " * 400])
def test_a_library_whose_database_lost_its_start_is_called_damaged(folder, clock, data):
    (folder / "library.db").write_bytes(data)
    refused(folder, clock, DamagedLibraryError)


def test_another_programs_database_is_left_alone(tmp_path, clock):
    database = sqlite3.connect(tmp_path / "library.db")
    database.execute("CREATE TABLE recipes (name)")
    database.commit()
    database.close()
    refused(tmp_path, clock, NotALibraryError)


def test_a_database_that_is_a_folder_is_no_library(folder, clock):
    (folder / "library.db").unlink()
    (folder / "library.db").mkdir()
    refused(folder, clock, NotALibraryError)


def _mark(path, version, *, keep_log=False):
    database = sqlite3.connect(path)
    database.execute(f"PRAGMA user_version = {version}")
    database.commit()
    if keep_log:
        kept = {ending: path.with_name(path.name + ending).read_bytes() for ending in ("", "-wal")}
        database.close()
        for ending, data in kept.items():
            path.with_name(path.name + ending).write_bytes(data)
    else:
        database.close()


def test_a_newer_library_is_left_alone(folder, clock):
    _mark(folder / "library.db", SCHEMA + 1)
    error = refused(folder, clock, NewerLibraryError)
    assert "newer version" in error.message


def test_a_newer_library_is_known_even_where_only_its_log_says_so(folder, clock):
    _mark(folder / "library.db", SCHEMA + 1, keep_log=True)
    with pytest.raises(NewerLibraryError):
        Library.open(folder, clock=clock)


def test_an_older_library_is_brought_to_the_present_shape(folder, clock):
    _mark(folder / "library.db", SCHEMA - 1)
    with Library.open(folder, clock=clock) as library, library.database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == SCHEMA


def test_a_library_without_its_database_is_not_made_anew(folder, clock, a_photo):
    with Library.open(folder, clock=clock) as library:
        library.photos.add(a_photo(), name="a.jpg")
    (folder / "library.db").unlink()
    error = refused(folder, clock, DamagedLibraryError)
    assert "lost its database" in error.message


def test_a_page_of_the_database_that_is_destroyed_is_called_damage(folder, clock, an_item):
    with Library.open(folder, clock=clock) as library:
        library.items.add_many(an_item(headline=f"Item {n}", body="x" * 3000) for n in range(50))
    path = folder / "library.db"
    data = bytearray(path.read_bytes())
    for start in range(4096, len(data), 4096):
        data[start : start + 4096] = b"\xaa" * 4096
    path.write_bytes(data)
    with pytest.raises(DamagedLibraryError), Library.open(folder, clock=clock) as library:
        library.items.page(ItemQuery())


# ---------------------------------------------------------------- one process at a time


def test_a_library_that_is_open_is_not_opened_again(library, clock):
    with pytest.raises(LibraryInUseError, match="already open"):
        Library.open(library.folder, clock=clock)
    library.close()
    library.close()
    Library.open(library.folder, clock=clock).close()


def test_sqlites_own_lock_guards_where_the_lock_file_does_not(library, clock):
    """Another process is refused by SQLite itself, with the lock file out of the way."""
    (library.folder / "library.lock").unlink()
    script = (
        "import sys; from pathlib import Path; from editor_app.clock import now\n"
        "from editor_app.store.library import Library\n"
        "from editor_app.store.errors import LibraryInUseError\n"
        "try: Library.open(Path(sys.argv[1]), clock=now)\n"
        "except LibraryInUseError as error: print(error.message)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, library.folder],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert "already open" in run.stdout


def test_a_refused_library_can_be_opened_once_it_is_mended(folder, clock):
    data = (folder / "library.db").read_bytes()
    (folder / "library.db").write_bytes(b"")
    refused(folder, clock, DamagedLibraryError)
    (folder / "library.db").write_bytes(data)
    Library.open(folder, clock=clock).close()


# ---------------------------------------------------------------- rights and room


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

    _prepare(Driver(), None)
    assert statements[-1] == "PRAGMA synchronous = EXTRA"
