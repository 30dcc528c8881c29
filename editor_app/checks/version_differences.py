"""Where two language versions of an item differ in what must be the same in both."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from editor_app.body.tree import Link
from editor_app.checks.finding import Place
from editor_app.checks.links import host_of
from editor_app.checks.passage import Kind, Passage, PlacedPassage
from editor_app.checks.version_facts import YEAR, is_compared, numbers_in
from editor_app.wording.date_search import dates_in
from editor_app.wording.telling import scripts_of

_NAMED = frozenset({Kind.SPEAKER, Kind.ATTRIBUTION, Kind.CREDIT})
_NAME = re.compile(r"[A-Z\u00c0-\u00de][\w'\u2019-]+(?: [A-Z\u00c0-\u00de][\w'\u2019-]+)+")
_LATIN = "Latin"

Passages = tuple[PlacedPassage, ...]
_Fact = tuple[str, str, int, int]  # what it is, what is the same in every language, where


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that one version says and the other does not.

    ``what`` is number, date, link or name; ``words`` are those that say it, at ``place``.
    """

    what: str
    words: str
    place: Place


def only_in(passages: Passages, others: Passages) -> tuple[Difference, ...]:
    """Return what some passages say and others do not, each once, in reading order."""
    theirs = {fact[:2] for placed in others for fact in _facts(placed.passage)}
    said = " ".join(placed.passage.text.casefold() for placed in others)
    are_latin = all(_LATIN in scripts_of(_language(each)) for each in (passages, others))
    found: dict[tuple[str, str], Difference] = {}
    for placed in passages:
        for what, same, start, end in _facts(placed.passage):
            if (what, same) in theirs or (what, same) in found:
                continue
            if what == "name" and (not are_latin or same in said):
                continue
            words = placed.passage.text[start:end]
            found[what, same] = Difference(what, words, placed.place.between(start, end))
    return tuple(found.values())


def _language(passages: Passages) -> str:
    return passages[0].passage.language if passages else ""


@lru_cache(maxsize=2048)
def _facts(passage: Passage) -> tuple[_Fact, ...]:
    return tuple(sorted(_each_fact(passage), key=lambda fact: fact[2]))


def _each_fact(passage: Passage) -> Iterator[_Fact]:
    if is_compared(passage):
        yield from _counted(passage)
    if passage.kind in _NAMED:
        for name in _NAME.finditer(passage.text):
            yield "name", name[0].casefold(), *name.span()
    for span in passage.links:
        if isinstance(span.mark, Link) and (host := host_of(span.mark.href)):
            yield "link", host.removeprefix("www."), span.start, span.end


def _counted(passage: Passage) -> Iterator[_Fact]:
    text, language = passage.text, passage.language
    for number in numbers_in(text, language):
        yield "number", number.digits, number.start, number.end
    for named in dates_in(text, language, YEAR):
        if named.day:
            day = f"{named.day.month}-{named.day.day}"
            yield "date", day, named.day_start, named.end
