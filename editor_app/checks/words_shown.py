"""The words of a passage that rules about words may judge, and findings made of small edits."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from editor_app.body.tree import Language, Link, Mark
from editor_app.checks.finding import Change, Fix, Found, Reword, at
from editor_app.checks.passage import OBJECT, Kind, Passage, PlacedPassage

LONGEST = 100_000
"""Characters of one passage that rules of words look at: no paragraph of a text is longer."""

# Every expression starts only where a run of its characters starts, and never gives any back, so
# that the time grows with the text and not faster.
_ADDRESS = re.compile(
    r"(?<!\w)(?:[a-zA-Z][a-zA-Z0-9+.\-]{1,15}://|www\.|mailto:)\S++"
    r"|(?<![\w.+\-])[\w.+\-]++@[\w\-]++\.[\w.\-]++"
    r"|(?<![\w.\-])(?:[\w\-]++\.)+"
    r"(?:org|com|int|net|eu|info|gov|edu|pdf|docx?|xlsx?|pptx?|jpe?g|png|html?|zip|[a-z]{2})"
    r"(?!\w)(?:/\S*+)?"
    r"|(?<![\w&])[#@]\w++"
)


class Edit(NamedTuple):
    """Other words for some characters of a passage."""

    start: int
    end: int
    text: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return text with edits that stand in order and do not overlap."""
    pieces: list[str] = []
    done = 0
    for edit in edits:
        pieces += (text[done : edit.start], edit.text)
        done = edit.end
    return "".join((*pieces, text[done:]))


EditsIn = Iterable[tuple[PlacedPassage, Iterable[Edit]]]
"""What passages need; those that need nothing are best left out."""


class Ways(NamedTuple):
    """The edits that make one of two ways of writing into the other, and the other way round."""

    to_one: tuple[Edit, ...]
    to_other: tuple[Edit, ...]


def ways(to_one: Iterable[Edit], to_other: Iterable[Edit]) -> Ways | None:
    """Return both, None where a passage has neither way."""
    both = Ways(tuple(to_one), tuple(to_other))
    return both if both.to_one or both.to_other else None


@lru_cache(maxsize=1024)
def words_shown(passage: Passage) -> str:
    """Return the text of a passage with `OBJECT` for each letter that no rule of words may judge.

    Those are code, addresses, file names, hashtags, words marked as another language, and
    Markdown kept to the letter. Places in it are places in the passage; nothing is said of what
    stands behind `LONGEST`.
    """
    if passage.kind is Kind.SOURCE:
        return OBJECT * len(passage.text)
    text = passage.text
    if len(text) > LONGEST:
        text = text[:LONGEST].rstrip()
    hidden = [(span.start, span.end) for span in passage.spans if _hides(passage, span.mark)]
    if "." in text or "@" in text or "#" in text or ":" in text:
        hidden += [found.span() for found in _ADDRESS.finditer(text)]
    return _masked(text, sorted(hidden)) if hidden else text


def _hides(passage: Passage, mark: object) -> bool:
    if isinstance(mark, Language):
        return mark.tag != passage.language
    return mark is Mark.CODE


def _masked(text: str, hidden: list[tuple[int, int]]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end in hidden:
        if end <= done:
            continue
        start = max(start, done)  # noqa: PLW2901 - hidden stretches may overlap
        pieces += (text[done:start], OBJECT * (end - start))
        done = end
    pieces.append(text[done:])
    return "".join(pieces)


def links_at(passage: Passage, start: int, end: int) -> bool:
    """Whether some of the characters are part of a link."""
    return any(
        isinstance(span.mark, Link) and span.start < end and start < span.end
        for span in passage.spans
    )


def mended(message: str, label: str, edits: Iterable[Edit]) -> Iterator[Found]:
    """Yield one finding for all edits together, from the first to the last; none for none.

    How many there are is said at the end of the message, which is a sentence.
    """
    changes = tuple(Change(at(one.start, one.end), Reword(one.text)) for one in edits)
    if changes:
        first, last = changes[0].place, changes[-1].place
        place = at(first.start or 0, last.end or 0)
        yield Found(with_places(message, len(changes)), place, Fix(label, changes))


def changes_in(edits_in: EditsIn) -> tuple[Change, ...]:
    """Return the edits of all passages as changes of the item."""
    return tuple(
        Change(placed.place.between(edit.start, edit.end), Reword(edit.text))
        for placed, edits in edits_in
        for edit in edits
    )


def changes_both_ways(
    told: Sequence[tuple[PlacedPassage, Ways]],
) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """Return what makes one of two ways of writing into the other, and the other way round."""
    return (
        changes_in((placed, each.to_one) for placed, each in told),
        changes_in((placed, each.to_other) for placed, each in told),
    )


def mended_everywhere(edits_in: EditsIn, message: str, label: str) -> Iterator[Found]:
    """Yield one finding for the edits of all passages, at the first; none for none.

    For what whole texts have or have not: hundreds of findings that say the same help nobody.
    How many there are is said at the end of the message, which is a sentence.
    """
    changes = changes_in(edits_in)
    if changes:
        yield Found(with_places(message, len(changes)), changes[0].place, Fix(label, changes))


def with_places(message: str, number: int) -> str:
    """Return a sentence with the number of its places, if there are several."""
    return message if number == 1 else f"{message.removesuffix('.')} ({number} places)."


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its noun: "1 space", "3 spaces"."""
    return f"{number} {one if number == 1 else many}"
