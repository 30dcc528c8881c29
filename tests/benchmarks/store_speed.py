"""How fast the store is, beside the same work done by bare sqlite3 in the same run.

    python tests/benchmarks/store_speed.py [--items 10000] [--list 100000]

Figures on a shared machine move; the ratios are what to trust.
"""

import argparse
import json
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from editor_app.model.fields import checksum, to_fields
from editor_app.model.identity import new_item_id
from editor_app.model.item import NewsItem
from editor_app.model.status import Status
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery, Sort

_NOW = datetime(2026, 3, 2, 14, 2, tzinfo=UTC)
_SYLLABLES = (
    *("ba", "co", "di", "fa", "gre", "hi", "jo", "ka", "lu", "mi", "no", "pe", "qui", "ro"),
    *("sta", "tu", "vo", "wi", "ye", "zan", "ter", "mon", "ing", "al", "er"),
)


def words(count: int, seed: int) -> list[str]:
    """Return a vocabulary of made-up words."""
    chance = random.Random(seed)  # noqa: S311
    made: dict[str, None] = {}
    while len(made) < count:
        made["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4)))] = None
    return list(made)


def items(count: int, *, length: int = 500, seed: int = 1) -> Iterator[NewsItem]:
    """Yield items of about `length` words, drawn as unevenly as real words are."""
    chance = random.Random(seed)  # noqa: S311
    vocabulary = words(12_000, seed)
    weights = [1 / (rank + 2) for rank in range(len(vocabulary))]
    drawn = chance.choices(vocabulary, weights, k=400_000)
    for number in range(count):
        start = chance.randrange(len(drawn) - length - 40)
        text = drawn[start : start + length]
        paragraphs = [
            " ".join(text[at : at + 80]).capitalize() + "." for at in range(0, length, 80)
        ]
        yield NewsItem(
            id=new_item_id(_NOW + timedelta(seconds=number)),
            headline=" ".join(drawn[start + length : start + length + 8]).capitalize(),
            standfirst=" ".join(drawn[start + length + 8 : start + length + 30]).capitalize() + ".",
            section=chance.choice(["Project News", "Press Release", "Feature"]),
            language=chance.choice(["en-GB", "fr", "ar"]),
            status=chance.choice(list(Status)),
            display_date=date(2005, 1, 1) + timedelta(days=chance.randrange(7_600)),
            slug=f"item-{number}",
            tags=tuple(chance.sample(vocabulary[:60], 3)),
            body="\n\n".join(paragraphs),
        )


def milliseconds(work: Callable[[], object], *, times: int = 1) -> list[float]:
    """Return how long each run of work took."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def line(name: str, taken: list[float], floor: list[float] | None = None) -> None:
    """Print a median, the 95th percentile, and the ratio to the floor."""
    middle = statistics.median(taken)
    high = sorted(taken)[int(len(taken) * 0.95)] if len(taken) > 1 else taken[0]
    ratio = f"  {middle / statistics.median(floor):6.1f} x bare sqlite3" if floor else ""
    print(f"{name:<44} {middle:10.2f} ms  p95 {high:10.2f}{ratio}", flush=True)


class Floor:
    """The least that keeping words costs: one table, one index of words, the same durability."""

    def __init__(self, path: Path) -> None:
        self.database = sqlite3.connect(path, isolation_level=None)
        run = self.database.execute
        run("PRAGMA locking_mode = EXCLUSIVE")
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = FULL")
        run("CREATE TABLE items (key INTEGER PRIMARY KEY, id TEXT UNIQUE, newest TEXT, words TEXT)")
        run("CREATE INDEX newest ON items (newest, key)")
        run(
            "CREATE VIRTUAL TABLE search USING fts5 (headline, standfirst, body,"
            " tokenize = 'unicode61 remove_diacritics 2', prefix = '2')"
        )

    def add(self, some: list[NewsItem]) -> None:
        """Insert items, 500 in a transaction."""
        run = self.database.execute
        for at in range(0, len(some), 500):
            run("BEGIN IMMEDIATE")
            for item in some[at : at + 500]:
                key = run(
                    "INSERT INTO items (id, newest, words) VALUES (?, ?, ?)",
                    (item.id, str(item.display_date), json.dumps(to_fields(item))),
                ).lastrowid
                run(
                    "INSERT INTO search (rowid, headline, standfirst, body) VALUES (?, ?, ?, ?)",
                    (key, item.headline, item.standfirst, item.body),
                )
            run("COMMIT")

    def save(self, item: NewsItem) -> None:
        """Update one item and its entry in the index."""
        run = self.database.execute
        run("BEGIN IMMEDIATE")
        run("UPDATE items SET words = ? WHERE key = 1", (json.dumps(to_fields(item)),))
        run("DELETE FROM search WHERE rowid = 1")
        run(
            "INSERT INTO search (rowid, headline, standfirst, body) VALUES (1, ?, ?, ?)",
            (item.headline, item.standfirst, item.body),
        )
        run("COMMIT")

    def page(self, after: tuple[str, int]) -> None:
        """Read 200 rows behind a place."""
        self.database.execute(
            "SELECT key, id, newest FROM items WHERE (newest, key) < (?, ?)"
            " ORDER BY newest DESC, key DESC LIMIT 200",
            after,
        ).fetchall()

    def search(self, match: str) -> None:
        """Read the newest 200 hits, by number."""
        self.database.execute(
            "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 200", (match,)
        ).fetchall()


def measure_saving(folder: Path, count: int) -> None:
    """Print what adding many and saving one cost."""
    some = list(items(count))
    floor = Floor(folder / "floor.db")
    with Library.open(folder / "small", clock=lambda: _NOW) as library:
        bare = milliseconds(lambda: floor.add(some))
        line(
            f"add_many of {count:,} items", milliseconds(lambda: library.items.add_many(some)), bare
        )
        for length in (500, 10_000, 50_000):
            item = next(items(1, length=length, seed=2))
            saved = library.items.save(item, over=0)
            ours, theirs = [], []
            for number in range(40):
                changed = replace(saved, headline=f"Headline {number}")
                changed = replace(changed, body=changed.body.replace("\n\n", f" {number}\n\n", 1))
                start = time.perf_counter()
                saved = library.items.save(changed, over=saved.version)
                ours.append((time.perf_counter() - start) * 1000)
                theirs += milliseconds(lambda item=changed: floor.save(item))
            line(f"save one item of {length:,} words", ours, theirs)
            line("  get it", milliseconds(lambda s=saved: library.items.get(s.id), times=20))
            line("  its checksum alone", milliseconds(lambda s=saved: checksum(s), times=20))


def measure_listing(folder: Path, count: int) -> None:
    """Print what pages, counts and searching as one types cost at `count` items."""
    floor = Floor(folder / "floor-list.db")
    with Library.open(folder / "large", clock=lambda: _NOW) as library:
        batch: list[NewsItem] = []
        start = time.perf_counter()
        for item in items(count):
            batch.append(item)
            if len(batch) == 5_000:
                library.items.add_many(batch)
                floor.add(batch)
                batch.clear()
        print(f"filled {count:,} items twice in {time.perf_counter() - start:.0f} s")
        library.items.add_many(batch)
        floor.add(batch)
        size = (library.folder / "library.db").stat().st_size / 1e6
        print(f"library.db: {size:.0f} MB")
        _measure_pages(library, floor, count)
        _measure_keystrokes(library, floor)


def _measure_pages(library: Library, floor: Floor, count: int) -> None:
    for sort in Sort:
        query = ItemQuery(sort=sort)
        line(f"first page by {sort}", milliseconds(lambda q=query: library.items.page(q), times=20))
    after, seen = None, 0
    deep = count * 9 // 10
    while seen < deep:
        rows = library.items.page(ItemQuery(after=after, limit=min(5_000, deep - seen)))
        after, seen = rows[-1].cursor, seen + len(rows)
    bare = milliseconds(lambda: floor.page((after.value[:10], after.key)), times=20)
    query = ItemQuery(after=after)
    line(
        f"page of 200 at row {deep:,}",
        milliseconds(lambda: library.items.page(query), times=20),
        bare,
    )
    line("counts by status", milliseconds(lambda: library.items.counts(ItemQuery()), times=10))
    narrow = ItemQuery(section="Feature", language="ar", statuses=frozenset({Status.WITHDRAWN}))
    line("first page, three filters", milliseconds(lambda: library.items.page(narrow), times=20))


def _measure_keystrokes(library: Library, floor: Floor) -> None:
    chance = random.Random(5)  # noqa: S311
    vocabulary = words(12_000, 1)
    weights = [1 / (rank + 2) for rank in range(len(vocabulary))]
    ours: dict[str, list[float]] = {"page": [], "counts": []}
    theirs = []
    worst = (0.0, "")
    for _ in range(40):
        typed = " ".join(chance.choices(vocabulary, weights, k=chance.randint(1, 3)))
        for end in range(1, len(typed) + 1):
            query = ItemQuery(search=typed[:end])
            taken = milliseconds(lambda q=query: library.items.page(q))
            worst = max(worst, (taken[0], typed[:end]))
            ours["page"] += taken
            ours["counts"] += milliseconds(lambda q=query: library.items.counts(q))
            bare = " ".join(f'"{word}"' for word in typed[:end].split()) + " *"
            theirs += milliseconds(lambda m=bare: floor.search(m))
    line(f"search, {len(theirs)} keystrokes: page", ours["page"], theirs)
    line("  its counts by status", ours["counts"])
    for share in (0.9, 0.99):
        print(f"  page p{share * 100:.0f}: {sorted(ours['page'])[int(len(theirs) * share)]:.1f} ms")
    print(f"  slowest page: {worst[0]:.0f} ms for {worst[1]!r}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--list", type=int, default=100_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        measure_saving(Path(name), arguments.items)
        measure_listing(Path(name), arguments.list)


if __name__ == "__main__":
    main()
