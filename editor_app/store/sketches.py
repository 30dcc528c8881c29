"""Sketches of paragraphs: a few numbers that paragraphs which nearly repeat each other share.

Of all runs of three words in a paragraph the few are kept whose hashes are smallest. Two paragraphs
that have the share ``s`` of their runs in common have the smallest hash in common with the
probability ``s`` (A. Broder, “On the resemblance and containment of documents”, 1997); so of two
that are alike to 0.6 at least one of four is found in both nearly always. What shares one is only
likely to be alike: whoever asks compares the words.
"""

import zlib
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from editor_app.store.matching import folded_words

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEPT = 4  # numbers of a paragraph
_RUN = 3
_FEWEST = 10  # words; shorter paragraphs are alike by chance
_MOST = 60  # paragraphs of an item
_EVERYWHERE = 12  # items with the same run: then it is a text of the house, which may be repeated
_FEW = 3  # items that are named for one paragraph
_MIXED, _BITS = 0x9E3779B1, 0xFFFFFFFF  # Knuth's multiplier: what CRC-32 leaves near each other


def sketches_in(body: str) -> frozenset[int]:
    """Return the sketches of a body's folded words, which has a line for each paragraph."""
    lines = (line for line in body.split("\n") if line)
    found: set[int] = set()
    for _number, line in zip(range(_MOST), lines, strict=False):
        found.update(_sketch(line))
    return frozenset(found)


def places_like(connection: Connection, paragraph: str) -> list[int]:
    """Return where the items stand that may have a paragraph like this one, the likeliest first."""
    votes: Counter[int] = Counter()
    for mark in _sketch(folded_words(paragraph)):
        asked = f"SELECT place FROM sketches WHERE mark = ? LIMIT {_EVERYWHERE}"  # noqa: S608
        places = [int(row[0]) for row in connection.exec_driver_sql(asked, (mark,))]
        if len(places) < _EVERYWHERE:
            votes.update(places)
    return [place for place, _number in votes.most_common(_FEW + 1)]  # itself may be among them


@lru_cache(maxsize=4096)
def _sketch(words: str) -> tuple[int, ...]:
    return _smallest(words.split())


def _smallest(words: list[str]) -> tuple[int, ...]:
    if len(words) < _FEWEST:
        return ()
    runs: Iterable[str] = (" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
    hashes = {zlib.crc32(run.encode("utf-8", "replace")) * _MIXED & _BITS for run in runs}
    return tuple(sorted(hashes)[:_KEPT])
