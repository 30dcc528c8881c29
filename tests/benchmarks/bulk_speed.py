"""How long bulk changes of thousands of items take, and finding in all of them.

    python tests/benchmarks/bulk_speed.py [--items 10000]

CPU seconds of this process, for items of 500 words. Figures on a shared machine move; beside them
stands what plain ``sqlite3`` takes to rewrite as many rows of the same length, and no more.
"""

import argparse
import sqlite3
import sys
import tempfile
import time
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from editor_app.editing.bulk import BulkChange, change_items, preview
from editor_app.editing.bulk_changes import to_section, to_status, with_tags
from editor_app.editing.finding import Query
from editor_app.editing.item_parts import Part
from editor_app.editing.library_search import ItemHits, LibrarySearch, replacing, search_items
from editor_app.model.identity import ItemId
from editor_app.model.status import Status
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from tests.benchmarks.store_speed import _NOW, items


def spent(steps: Generator[object, None, object]) -> tuple[float, object]:
    """Walk through steps; return the CPU seconds and what they give."""
    start = time.process_time()
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return time.process_time() - start, end.value


def plain_rewrite(folder: Path, number: int) -> float:
    """Return the CPU seconds of plain SQLite for as many rows."""
    connection = sqlite3.connect(folder / "plain.db", isolation_level=None)
    connection.execute("CREATE TABLE items (id TEXT PRIMARY KEY, status TEXT, body TEXT)")
    connection.execute("BEGIN")
    rows = [(str(n), "draft", "x" * 3500) for n in range(number)]
    connection.executemany("INSERT INTO items VALUES (?, ?, ?)", rows)
    connection.execute("COMMIT")
    start = time.process_time()
    connection.execute("BEGIN")
    ready = [("ready", row[0]) for row in rows]
    connection.executemany("UPDATE items SET status = ? WHERE id = ?", ready)
    connection.execute("COMMIT")
    connection.close()
    return time.process_time() - start


def changes() -> dict[str, BulkChange]:
    """Return what is measured, by its name."""
    return {
        "status": to_status(Status.IN_REVIEW, now=_NOW),
        "section": to_section("Another one"),
        "tags": with_tags(["new", "newer"]),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=10_000)
    number = parser.parse_args().items
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(f"plain sqlite3, {number} rows: {plain_rewrite(folder, number):.2f} s CPU")
        with Library.open(folder / "library", clock=lambda: _NOW) as library:
            library.items.add_many(replace(one, status=Status.DRAFT) for one in items(number))
            ids = library.items.ids(ItemQuery())
            for label, change in changes().items():
                seen, _ = spent(preview(library, change, ids))
                done, outcome = spent(change_items(library, change, ids))
                back, _ = spent(library.bulk.undo())
                print(f"{label}: preview {seen:.2f}, change {done:.2f}, undo {back:.2f}; {outcome}")
            _replace(library, ids)


def _replace(library: Library, ids: list[ItemId]) -> None:
    search = LibrarySearch(query=Query(words="kalu sta"), parts=frozenset(Part) - {Part.LINKS})
    found: list[ItemHits] = []
    seen, _ = spent(search_items(library, search, ids, found))
    ticked = {one.item_id: (one.version, frozenset[int]()) for one in found}
    change = replacing(search, "kalu stay", ticked=ticked, is_known=lambda _id: False)
    done, outcome = spent(change_items(library, change, list(ticked)))
    print(f"find: {seen:.2f}, {len(found)} items; replace {done:.2f}; {outcome}")


if __name__ == "__main__":
    main()
