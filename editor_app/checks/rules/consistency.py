"""Rules about names that one text writes in one way: asylum-seekers, and Kosovo with its note."""

import re
from collections.abc import Iterator
from functools import lru_cache

from editor_app.checks.finding import Fix, Found, Level
from editor_app.checks.passage import OBJECT, Passage
from editor_app.checks.rule import Examined, Group, ItemRule
from editor_app.checks.words_shown import Edit, Ways, changes_both_ways, ways, words_shown

# UNHCR writes the hyphen, the European Union does not: either, but one of them.
_SEEKER = re.compile(r"(?<!\w)asylum([ \u00a0-])seek(?:ers?|ing)(?!\w)", re.IGNORECASE)
_KOSOVO = re.compile(r"(?<!\w)(?:Kosovo|Косово)(?!\w)")
_AFTER_NOTED = frozenset(("*", "\u2217", OBJECT))  # a note stands in the text as an object


@lru_cache(maxsize=1024)
def _seekers(passage: Passage) -> Ways | None:
    """Return what takes the hyphens of a passage out, and what puts them in."""
    if passage.is_quoted:
        return None
    found = tuple(_SEEKER.finditer(words_shown(passage)))
    return ways(
        (Edit(*one.span(1), " ") for one in found if one[1] == "-"),
        (Edit(*one.span(1), "-") for one in found if one[1] != "-"),
    )


def _mixed_seekers(examined: Examined) -> Iterator[Found]:
    to_open, to_hyphen = changes_both_ways(examined.telling(_seekers))
    if to_open and to_hyphen:
        changes = to_open if len(to_open) <= len(to_hyphen) else to_hyphen
        numbers = f"{len(to_open)} with a hyphen and {len(to_hyphen)} without"
        message = f"“Asylum seeker” is written in two ways: {numbers}."
        yield Found(message, changes[0].place, Fix("Write all in one way", changes))


def _kosovo(examined: Examined) -> Iterator[Found]:
    named = examined.telling(_named_kosovo)
    first = next((one for one in named if one[0].place.field == "body"), None)
    if first is None:
        return
    placed, (start, end) = first
    if words_shown(placed.passage)[end : end + 1] not in _AFTER_NOTED:
        message = "Kosovo has no note where it comes first; many organisations ask for one."
        yield Found(message, placed.place.between(start, end))


def _named_kosovo(passage: Passage) -> tuple[int, int] | None:
    """Return where Kosovo is first named in a passage that is no quotation."""
    first = None if passage.is_quoted else _KOSOVO.search(words_shown(passage))
    return None if first is None else first.span()


RULES = (
    ItemRule(
        id="asylum-seeker-mixed",
        title="Asylum seeker with and without a hyphen",
        group=Group.WORDS,
        level=Level.HINTS,
        find=_mixed_seekers,
        languages=frozenset({"en"}),
    ),
    ItemRule(
        id="kosovo-note",
        title="Kosovo without its note",
        group=Group.WORDS,
        level=Level.HINTS,
        find=_kosovo,
    ),
)
"""The rules about names in one way."""
