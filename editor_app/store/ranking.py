"""Which hits fit best: the more often the words stand in an item, and the nearer to its top.

To weigh a hit costs much more than to find it, and the newest are wanted most: so a bounded number
of the newest hits is weighed, with BM25 as FTS5 has it.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, text

from editor_app.store.wanted import Phrase, Wanted, match_of

RANKED = 1_000  # hits
_SHORTEST_BEGINNING = 3  # letters; shorter ones are in everything
_BEST_FIRST = text(  # the weights: headline, standfirst, body, all the rest
    "SELECT rowid FROM search WHERE search MATCH :match AND rowid >= :lowest"
    " ORDER BY bm25(search, 12.0, 6.0, 1.0, 3.0)"
)


def best_first(
    connection: Connection, asked: Wanted, hits: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return hits, given as place and number from the newest, with those first that fit best."""
    match = _match(asked)
    if not match or not hits:
        return list(hits)
    values = {"match": match, "lowest": hits[-1][0]}
    order = {place: at for at, place in enumerate(connection.scalars(_BEST_FIRST, values))}
    return sorted(hits, key=lambda hit: order.get(hit[0], len(order)))


def _match(asked: Wanted) -> str:
    long = [one for one in asked.beginnings if len(one) >= _SHORTEST_BEGINNING]
    phrases = [
        *asked.phrases,
        *(Phrase(words=(word,)) for word in asked.words),
        *(Phrase(words=(one,), is_open=True) for one in long),
    ]
    return " ".join(map(match_of, phrases))
