"""The search index, written with every save and in the same transaction.

Four indexes share the places of the items as their row numbers. ``words`` has every word of an
item once and is quick at beginnings of words; ``search`` knows the order of the words, for phrases
and for ranking; ``item_marks`` has what an item is marked with (section, status, tags, what it
lacks). The first two keep no text of their own; ``searched`` has it packed, as an entry can only be
taken out with the very words that it was put in with. ``sketches`` has a few numbers for each
paragraph, by which paragraphs are found that are nearly the same.
"""

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, TextClause, select, text

from editor_app.model.item import NewsItem
from editor_app.store.marks import read_marks
from editor_app.store.matching import Reworded, Searched
from editor_app.store.packing import packed, unpacked
from editor_app.store.places import day_at, day_of, free_places
from editor_app.store.sketches import sketches_in
from editor_app.store.tables import ITEMS, SEARCHED

_CHECKSUM = 4  # bytes
_LEVEL = 3  # of compression: a quarter of the time, for 4 % more bytes
_PUT = {
    "words": text("INSERT INTO words (rowid, each) VALUES (:place, :each)"),
    "search": text(
        "INSERT INTO search (rowid, headline, standfirst, body, others)"
        " VALUES (:place, :headline, :standfirst, :body, :others)"
    ),
    "searched": text("INSERT INTO searched (place, words) VALUES (:place, :packed)"),
    "marks": text("INSERT INTO item_marks (mark, place) VALUES (:mark, :place)"),
    "sketches": text("INSERT INTO sketches (mark, place) VALUES (:mark, :place)"),
}
_TAKE = {
    "words": text("INSERT INTO words (words, rowid, each) VALUES ('delete', :place, :each)"),
    "search": text(
        "INSERT INTO search (search, rowid, headline, standfirst, body, others)"
        " VALUES ('delete', :place, :headline, :standfirst, :body, :others)"
    ),
    "searched": text("DELETE FROM searched WHERE place = :place"),
    "marks": text("DELETE FROM item_marks WHERE mark = :mark AND place = :place"),
    "sketches": text("DELETE FROM sketches WHERE mark = :mark AND place = :place"),
}


class Standing(NamedTuple):
    """Where an item stands in the index, and with which marks."""

    place: int
    marks: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """An item on its way into the index: where it stood, if anywhere, and where it shall stand.

    ``searched`` is None where the words that are in the index already are the right ones.
    """

    before: Standing | None
    now: Standing
    searched: Searched | Reworded | None


class IndexDamagedError(Exception):
    """What is kept of the index cannot be read; it has to be made anew."""


def standing_of(connection: Connection, keys: Sequence[int]) -> dict[int, Standing]:
    """Return where items stand by now, by their numbers."""
    asked = select(ITEMS.c.key, ITEMS.c.place, ITEMS.c.marks).where(ITEMS.c.key.in_(keys))
    rows = connection.execute(asked)
    return {key: Standing(place, read_marks(marks)) for key, place, marks in rows}


def places_for(
    connection: Connection, items: Sequence[NewsItem], before: Sequence[Standing | None]
) -> list[int]:
    """Return the place of each item: the one that it has, or a free one if its day is another."""
    days = [day_of(item) for item in items]
    moving = [
        number
        for number, (day, standing) in enumerate(zip(days, before, strict=True))
        if standing is None or day_at(standing.place) != day
    ]
    places = [standing.place if standing is not None else 0 for standing in before]
    free = free_places(connection, [days[number] for number in moving])
    for number, place in zip(moving, free, strict=True):
        places[number] = place
    return places


def put(connection: Connection, listings: Sequence[Listing]) -> None:
    """Put items into the index, in place of what it had of them.

    Raises:
        IndexDamagedError: what it had of them cannot be read; it has to be made anew.
    """
    _put_marks(connection, listings)
    changes = _changes(connection, listings)
    taken: list[dict[str, Any]] = []
    added: list[dict[str, Any]] = []
    for (was_at, old), (place, new) in changes:
        gone, come = _differing(old, new, is_moved=was_at != place)
        if old is not None:
            taken.append({"place": was_at, "each": gone, **old._asdict()})
        added.append({"place": place, "each": come, **new._asdict(), "packed": _packed(new)})
    for name in ("words", "search", "searched"):
        _run(connection, _TAKE[name], taken)
    for name in ("words", "search", "searched"):
        _run(connection, _PUT[name], added)
    _put_sketches(connection, changes)


def _put_sketches(connection: Connection, changes: Sequence["_Changed"]) -> None:
    """Put in what paragraphs are known by that are alike; those that stay are not touched."""
    taken: list[dict[str, int]] = []
    added: list[dict[str, int]] = []
    for (was_at, old), (place, new) in changes:
        is_moved = was_at != place
        if old is not None and old.body == new.body and not is_moved:
            continue
        was = sketches_in(old.body) if old is not None else frozenset()
        now = sketches_in(new.body)
        taken += [{"mark": mark, "place": was_at} for mark in (was if is_moved else was - now)]
        added += [{"mark": mark, "place": place} for mark in (now if is_moved else now - was)]
    _run(connection, _TAKE["sketches"], taken)
    _run(connection, _PUT["sketches"], added)


_Text = tuple[int, Searched | None]
_Changed = tuple[_Text, tuple[int, Searched]]


def _changes(connection: Connection, listings: Sequence[Listing]) -> list[_Changed]:
    """Return what is to be taken out and put in, each with its place."""
    moving = [
        one
        for one in listings
        if one.searched is not None or (one.before and one.before.place != one.now.place)
    ]
    kept = kept_words(connection, [one.before.place for one in moving if one.before])
    changes: list[_Changed] = []
    for one in moving:
        old = kept[one.before.place] if one.before else None
        new = _words_now(old, one.searched)
        place = one.before.place if one.before else 0
        if new is not None and (new != old or place != one.now.place):
            changes.append(((place, old), (one.now.place, new)))
    return changes


def _words_now(old: Searched | None, searched: Searched | Reworded | None) -> Searched | None:
    if not isinstance(searched, Reworded):
        return searched or old
    if old is None:
        raise IndexDamagedError
    return searched.over(old)


def _put_marks(connection: Connection, listings: Sequence[Listing]) -> None:
    taken: list[dict[str, Any]] = []
    added: list[dict[str, Any]] = []
    for one in listings:
        was, now = one.before or Standing(-1, frozenset()), one.now
        is_moved = was.place != now.place
        gone = was.marks if is_moved else was.marks - now.marks
        come = now.marks if is_moved else now.marks - was.marks
        taken += [{"mark": mark, "place": was.place} for mark in gone]
        added += [{"mark": mark, "place": now.place} for mark in come]
    _run(connection, _TAKE["marks"], taken)
    _run(connection, _PUT["marks"], added)


def _run(connection: Connection, statement: TextClause, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        connection.execute(statement, rows)


def _differing(old: Searched | None, new: Searched, *, is_moved: bool) -> tuple[str, str]:
    """Return the words to be taken out of ``words`` and put in.

    It knows of each word only in which items it is, so those that stay need not be touched.
    """
    if old is None or is_moved:
        return "" if old is None else " ".join(old.distinct), " ".join(new.distinct)
    before, now = old.distinct, new.distinct
    gone = " ".join(word for word in before if word not in now)
    return gone, " ".join(word for word in now if word not in before)


def _packed(searched: Searched) -> bytes:
    words = json.dumps(searched, ensure_ascii=False).encode()
    return zlib.crc32(words).to_bytes(_CHECKSUM, "big") + packed(words, level=_LEVEL)


def kept_words(connection: Connection, places: Sequence[int]) -> dict[int, Searched]:
    """Return the words that were put into the index at some places.

    Raises:
        IndexDamagedError: the words at one of them are not those that were put there.
    """
    asked = select(SEARCHED.c.place, SEARCHED.c.words).where(SEARCHED.c.place.in_(places))
    rows = {row.place: row.words for row in connection.execute(asked)} if places else {}
    found: dict[int, Searched] = {}
    for place in places:
        try:
            words = unpacked(rows[place][_CHECKSUM:])
        except (KeyError, ValueError) as error:
            raise IndexDamagedError from error
        if zlib.crc32(words).to_bytes(_CHECKSUM, "big") != rows[place][:_CHECKSUM]:
            raise IndexDamagedError
        found[place] = Searched(*json.loads(words))
    return found
