"""Libraries of many items of 500 words, made once and kept, and bare sqlite3 with the same."""

import random
import sqlite3
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from editor_app.model.identity import ItemId
from editor_app.model.item import LeadFigure, NewsItem
from editor_app.model.status import Status
from editor_app.store.library import Library

NOW = datetime(2026, 3, 2, 14, 2, tzinfo=UTC)
VOCABULARY = 30_000
_LENGTH = 500
_SYLLABLES = (
    *("ba", "co", "di", "fa", "gre", "hi", "jo", "ka", "lu", "mi", "no", "pe", "qui", "ro"),
    *("sta", "tu", "vo", "wi", "ye", "zan", "ter", "mon", "ing", "al", "er", "é", "ü", "ça"),
)
_SECTIONS = ("Project News", "Press Release", "News", "Feature", "Statement", "Event")
_LANGUAGES = ("en-GB", "en-GB", "en-GB", "fr", "ar", "ru", "de")
_STATUSES = (*[Status.PUBLISHED] * 90, *[Status.READY] * 4, Status.WITHDRAWN, *[Status.DRAFT] * 5)


def words(count: int = VOCABULARY, seed: int = 1) -> list[str]:
    """Return a vocabulary of made-up words, the most used first."""
    chance = random.Random(seed)  # noqa: S311
    made: dict[str, None] = {}
    while len(made) < count:
        made["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4)))] = None
    return sorted(made, key=len)


def items(count: int, *, seed: int = 1) -> Iterator[NewsItem]:
    """Yield items of about 500 words, drawn as unevenly as real words are, over twenty years."""
    chance = random.Random(seed)  # noqa: S311
    vocabulary = words()
    weights = [1 / (rank + 2) for rank in range(len(vocabulary))]
    drawn = chance.choices(vocabulary, weights, k=1_000_000)
    for number in range(count):
        start = chance.randrange(len(drawn) - _LENGTH - 60)
        text = drawn[start : start + _LENGTH]
        head = drawn[start + _LENGTH : start + _LENGTH + 60]
        paragraphs = (text[at : at + 80] for at in range(0, _LENGTH, 80))
        yield NewsItem(
            id=ItemId(f"01900000-0000-7000-8000-{number:012x}"),
            headline=" ".join(head[:7]).capitalize(),
            standfirst=" ".join(head[7:30]).capitalize() + ".",
            section=chance.choice(_SECTIONS),
            language=chance.choice(_LANGUAGES),
            status=chance.choice(_STATUSES),
            display_date=date(2006, 1, 1) + timedelta(days=chance.randrange(7_300)),
            slug=f"item-{number}",
            tags=tuple(chance.sample(vocabulary[200:260], 3)),
            countries=tuple(chance.sample(("AT", "FR", "KE", "JO", "UA", "BR"), 1)),
            lead_figure=LeadFigure(caption=" ".join(head[30:40]), credit=f"Photo: {head[41]}"),
            summary=" ".join(head[42:55]) if chance.random() < 0.9 else "",
            body="\n\n".join(" ".join(one).capitalize() + "." for one in paragraphs),
            created_at=NOW - timedelta(days=7_000) + timedelta(minutes=number),
        )


def library_of(count: int, keep: Path) -> Path:
    """Return the folder of a library of so many items, which is made if it is not there."""
    folder = keep / f"library-{count}"
    if not (folder / "made").exists():
        print(f"making {count:,} items in {folder}", flush=True)
        with Library.open(folder, clock=lambda: NOW) as library:
            library.items.add_many(items(count))
        (folder / "made").touch()
    return folder


class Floor:
    """The least that a search costs: one table and one index of words, in the order of the list."""

    def __init__(self, count: int, keep: Path) -> None:
        path = keep / f"floor-{count}.db"
        is_new = not path.exists()
        self.database = sqlite3.connect(path, isolation_level=None)
        self.database.execute("PRAGMA cache_size = -32768")
        if is_new:
            self._fill(count)

    def _fill(self, count: int) -> None:
        run = self.database.execute
        run("CREATE TABLE items (key INTEGER PRIMARY KEY, id TEXT, headline TEXT, section TEXT)")
        run(
            "CREATE VIRTUAL TABLE search USING fts5 (headline, standfirst, body, content = '',"
            " tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')"
        )
        run("BEGIN")
        for key, item in enumerate(sorted(items(count), key=_day), start=1):
            run(
                "INSERT INTO items VALUES (?, ?, ?, ?)", (key, item.id, item.headline, item.section)
            )
            run(
                "INSERT INTO search (rowid, headline, standfirst, body) VALUES (?, ?, ?, ?)",
                (key, item.headline, item.standfirst, item.body),
            )
        run("COMMIT")

    def search(self, typed: str, *, limit: int = 50) -> list[tuple[object, ...]]:
        """Return the newest hits, with what a row shows at least."""
        match = " ".join(f'"{word}"' for word in typed.split()) + " *"
        return self.database.execute(
            "SELECT items.* FROM search JOIN items ON items.key = search.rowid"
            " WHERE search MATCH ? ORDER BY search.rowid DESC LIMIT ?",
            (match, limit),
        ).fetchall()


def keystrokes(phrases: int = 12, seed: int = 5) -> list[str]:
    """Return what stands in the search field after each key of some searches, of 1 to 3 words."""
    chance = random.Random(seed)  # noqa: S311
    vocabulary = words()
    weights = [1 / (rank + 2) for rank in range(len(vocabulary))]
    found: list[str] = []
    for _ in range(phrases):
        typed = " ".join(chance.choices(vocabulary, weights, k=chance.randint(1, 3)))
        found += [typed[:end] for end in range(1, len(typed) + 1) if typed[end - 1] != " "]
    return found


def _day(item: NewsItem) -> date:
    return item.display_date or date.min
