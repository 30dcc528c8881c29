"""Damaged databases: what really changed is named before it can reach a page, and brought back.

    python -m tests.faults.rot [--part 0.1] [--seed N] [--control no-row-hash]

A database is damaged in 1,100 ways. Whether its words really changed is found out by SQLite alone,
column by column, against what was there before. Then the product opens, reads, tests and exports
it. What it passes over is *aside* where every word read is right and so is every page: a moment of
the program's own, an entry to search by. Prints a table, and ends with 1 where wrong words were
passed over in silence or reached a page, where nothing was offered, and where anything crashed.
"""

import argparse
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import sys
import traceback
from collections import Counter
from contextlib import closing, nullcontext
from pathlib import Path
from tempfile import mkdtemp

from editor_app.errors import EditorError
from editor_app.export.manifest import read_manifest
from editor_app.store.backups.archive import Occasion
from editor_app.store.backups.keeping import backups_in, keep_backup, own_place
from editor_app.store.backups.restoring import restore
from editor_app.store.errors import DamagedItemError, ItemNotFoundError, LibraryError
from editor_app.store.library import Library
from editor_app.store.names import BACKUPS_NAME, DATABASE_NAME
from editor_app.store.packing import unpacked
from editor_app.store.query import ItemQuery
from editor_app.store.recovery import Recovery
from editor_app.store.verify import verify
from tests.faults.careless import CONTROLS
from tests.faults.ground import Contents, change, clock_at, export, item_id, prepared
from tests.faults.judging import contents_of
from tests.faults.spoiling import WAYS

_ITEMS = 8
_AT_ONCE = 25  # in one process: what kills it is noticed, and costs no more than these
_SECONDS = 300
_IN_LISTS = re.compile(r'class="(?:headline|teaser)"')
_LONG = 1200  # words of a body: most of the file is to be what somebody wrote
_WORDS = (
    "items",
    "item_tags",
    "tags",
    "revisions",
    "media",
    "house_style",
    "own_words",
    "list_entries",
)
COLUMNS = (
    *("changed", "opening", "reading", "testing", "aside"),
    *("silent", "on page", "offered", "crash"),
)


class Rot:
    """A library whose database is damaged again and again."""

    def __init__(self, folder):
        self._folder = folder
        self.ground = _filled(folder / "template")
        self._database = self.ground.library / DATABASE_NAME
        self.whole = self._database.read_bytes()
        self._columns = columns_of(self._database)
        with Library.open(self.ground.library, clock=clock_at(9)) as library:
            self._contents = Contents.of(library)
            self._pages = self._exported(library)

    def found_in(self, damaged):
        """Return what becomes of a damaged database: which of `COLUMNS` are true of it."""
        self._put(damaged)
        if columns_of(self._database) == self._columns:
            return set()
        self._put(damaged)
        found = {"changed"} | self._named()
        if not found & {"opening", "reading", "testing"}:
            found.add("silent" if found & {"other words", "on page"} else "aside")
        return found

    def _put(self, data):
        for beside in ("", "-wal", "-shm", "-journal"):
            self._database.with_name(DATABASE_NAME + beside).unlink(missing_ok=True)
        self._database.write_bytes(data)

    def _named(self):
        """Return where the damage is named, and what can be done about it."""
        found = set()
        try:
            with Library.open(self.ground.library, clock=clock_at(9)) as library:
                found |= self._read(library)
                if verify(library).problems:
                    found.add("testing")
                if "reading" in found and self._is_offered(library):
                    found.add("offered")
        except LibraryError:
            found.add("opening" if not found else "reading")
        if self._comes_back():
            found.add("offered")
        return found

    def _read(self, library):
        """Read what the window would, export it, and return what was complained about."""
        found = set()
        try:
            if Contents.of(library) != self._contents:
                found.add("other words")
        except EditorError:
            found.add("reading")
        try:
            pages = self._exported(library)
            right = self._pages
            if any(data != right.get(path) for path, data in pages.items()):
                found.add("on page")
        except EditorError:
            found.add("reading")
        return found

    def _exported(self, library):
        """Return what an export into an empty folder writes: pages of items, words in lists.

        A damaged item is not in the lists, so of a list there is an entry for each line that
        somebody wrote.
        """
        shutil.rmtree(self.ground.site, ignore_errors=True)
        export(library, self.ground, clock_at(9))
        site = self.ground.site
        items = {f"{one.folder}/index.html" for one in read_manifest(site).items.values()}
        written = {}
        for path in site.rglob("*.html"):
            name = path.relative_to(site).as_posix()
            if name in items:
                written[name] = path.read_bytes()
            else:
                lines = path.read_text(encoding="utf-8").splitlines()
                written |= {(name, line): b"" for line in lines if _IN_LISTS.search(line)}
        return written

    def _is_offered(self, library):
        """Return whether each item that is damaged can be found whole."""
        recovery = Recovery(library, [self.ground.library / BACKUPS_NAME])
        for one in library.items.ids(ItemQuery()):
            try:
                library.items.get(one)
            except ItemNotFoundError:
                return False  # its id is another one now: only all of the library comes back
            except DamagedItemError:
                found = recovery.find_item(one)
                if found is None:
                    return False
        return True

    def _comes_back(self):
        """Return whether the newest backup brings all of the library back."""
        newest = backups_in(self.ground.library / BACKUPS_NAME)[0]
        try:
            restore(self.ground.library, newest.path, clock=clock_at(9))
            is_back = contents_of(self.ground) == self._contents
        except EditorError:
            return False
        for kept in (self.ground.library / BACKUPS_NAME).glob("before-restore-*"):
            shutil.rmtree(kept)
        return is_back


def _filled(folder):
    ground = prepared(folder, items=_ITEMS)
    with Library.open(ground.library, clock=clock_at(4)) as library:
        chance = random.Random(1)  # noqa: S311 - words that cannot be packed into nothing
        for number in range(1, 1 + _ITEMS):
            words = (f"{chance.randrange(1 << 30):x}" for _ in range(_LONG))
            change(library, number, body=f"{' '.join(words)}\n")
        for turn in range(6):
            change(library, 1 + turn % 3, byline=f"Reporter {turn}")
        library.own_words.add("Standfirst")
        library.own_words.let_pass("anbody", item_id(2))
    with Library.open(ground.library, clock=clock_at(8)) as library:
        assert keep_backup(library, own_place(library), occasion=Occasion.AUTOMATIC)
    return ground


def columns_of(database):
    """Return all words in a database as SQLite alone reads them; None where it cannot."""
    address = f"file:{database}?immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            connection.text_factory = bytes
            found = {
                table: connection.execute(f'SELECT * FROM "{table}" NOT INDEXED').fetchall()  # noqa: S608
                for table in _WORDS
            }
            found["revisions"] = list(_unpacked(connection))
            return found
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def _unpacked(connection):
    """Yield all versions unpacked: other bytes may well say the same."""
    asked = "SELECT key, item_key, version, saved_at, op, sha256, name, base, words FROM revisions"
    rows = connection.execute(f"{asked} ORDER BY key").fetchall()
    packed = {row[0]: row[-1] for row in rows}
    for *row, base, words in rows:
        try:
            yield *row, unpacked(words, unpacked(packed[base]) if base is not None else None)
        except (LookupError, TypeError, ValueError):
            yield *row, words


def damages(part, seed):
    """Yield each damage to be done, as its name and a chance of its own."""
    for way, times in WAYS.items():
        for number in range(max(1, round(times * part))):
            yield way, random.Random(f"{seed} {way.__name__} {number}")  # noqa: S311 - of a test


def rotted(rot, todo):
    """Do damages, some in each process, and yield for each its name and what was found."""
    left = list(todo)
    while left:
        batch, left = left[:_AT_ONCE], left[_AT_ONCE:]
        done = 0
        for line in _in_a_process(rot, batch):
            yield batch[done][0].__name__, set(line)
            done += 1
        if done < len(batch):
            yield batch[done][0].__name__, {"changed", "crash"}
            left = batch[done + 1 :] + left


def _in_a_process(rot, batch):
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        _work(rot, batch, writer)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as pipe:
        lines = [json.loads(line) for line in pipe if line.endswith("\n")]
    os.waitpid(child, 0)
    return lines


def _work(rot, batch, writer):
    signal.alarm(_SECONDS)
    with os.fdopen(writer, "w", encoding="utf-8") as pipe:
        for way, chance in batch:
            try:
                found = rot.found_in(way(rot.whole, chance))
            except BaseException:  # noqa: BLE001 - a complaint that is not in words is a crash
                traceback.print_exc()
                found = {"changed", "crash"}
            print(json.dumps(sorted(found)), file=pipe, flush=True)
            if "on page" in found or "silent" in found:
                print("silent or on page:", way.__name__, sorted(found), flush=True)
    os._exit(0)


def table(results):
    """Return results counted by damage, in lines to be read, and how many were bad."""
    counts, tried = {}, Counter()
    for name, found in results:
        tried[name] += 1
        counts.setdefault(name, Counter()).update(found)
    lines = [f"{'damage':<14} {'tried':>6}" + "".join(f"{one:>9}" for one in COLUMNS)]
    counts["all"], tried["all"] = sum(counts.values(), Counter()), tried.total()
    for name, counted in counts.items():
        cells = "".join(f"{counted[one]:>9}" for one in COLUMNS)
        lines.append(f"{name:<14} {tried[name]:>6}{cells}")
    every = counts["all"]
    bad = every["silent"] + every["on page"] + every["crash"] + every["changed"] - every["offered"]
    return lines, bad


def main():
    """Damage, and end with 1 where something was passed over."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--part", type=float, default=1, help="of the 1,100")
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--control", choices=CONTROLS)
    asked = ask.parse_args()
    folder = Path(mkdtemp(prefix="standfirst-rot-"))
    try:
        rot = Rot(folder)
        with CONTROLS.get(asked.control, nullcontext)():
            lines, bad = table(rotted(rot, damages(asked.part, asked.seed)))
    finally:
        shutil.rmtree(folder)
    print("\n".join(lines))
    print(f"{bad} bad")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
