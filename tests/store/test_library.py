"""A library folder is opened whole, refused in one sentence, and never changed by a refusal."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from editor_app.store.errors import (
    DamagedLibraryError,
    LibraryError,
    LibraryInUseError,
    NewerLibraryError,
    NotALibraryError,
)
from editor_app.store.library import Library
from editor_app.store.opening import APPLICATION_ID, SCHEMA
from editor_app.store.query import ItemQuery
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


def test_an_upgrade_that_was_killed_leaves_nothing_once_it_is_done(folder, clock, turn_back):
    turn_back(folder, SCHEMA - 1)
    half = folder / "backups" / ".standfirst-half.zip"
    half.parent.mkdir(exist_ok=True)
    half.write_bytes(b"half")
    Library.open(folder, clock=clock).close()
    assert not half.exists()


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


def test_a_library_that_is_being_closed_is_waited_for(folder, clock):
    Library.open(folder, clock=clock).close()
    holding = (
        "import sys, time\n"
        "from filelock import FileLock\n"
        "with FileLock(sys.argv[1]):\n"
        "    print('held', flush=True)\n"
        "    time.sleep(0.3)\n"
    )
    command = [sys.executable, "-c", holding, str(folder / "library.lock")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "held\n"
        Library.open(folder, clock=clock, patience=20).close()


def test_a_refused_library_can_be_opened_once_it_is_mended(folder, clock):
    data = (folder / "library.db").read_bytes()
    (folder / "library.db").write_bytes(b"")
    refused(folder, clock, DamagedLibraryError)
    (folder / "library.db").write_bytes(data)
    Library.open(folder, clock=clock).close()
