"""Rules about what holds a place for words still to come."""

import re
from collections.abc import Iterator
from functools import cache

from editor_app.checks.finding import Found, Level, at
from editor_app.checks.passage import Kind, Passage
from editor_app.checks.phrases import phrases
from editor_app.checks.rule import Context, Group, PassageRule, Rule
from editor_app.wording.dates import primary
from editor_app.wording.vocabulary import phrase

_LONGEST = 80
_BRACKETS = re.compile(r"\[(?P<square>[^\[\]\n]{1,80})\]|\((?P<round>[^()\n]{1,40})\)")
_ANGLED = re.compile(r"<(?P<said>[^<>\n=/]{1,40})>")
_AFTER_COLON = re.compile(r":\s*(?P<said>[^:\n]{2,40})$")
_DRAFT = re.compile(r"\s*[\[(*]{0,2}(?P<said>\w{3,20})[\])*]{0,2}\s*(?:$|[:\u2013\u2014-])")
_ALWAYS = re.compile(
    r"(?i:\blorem ipsum\b|\bdolor sit amet\b)"
    r"|\bTKTK(?:TK)*\b"
    r"|(?<!\w)[xX]{4,}(?!\w)"  # XXX is also thirty in Roman numbers
    r"|(?<![\w.])(?:xxx|xx\.xx(?:\.xx(?:xx)?)?|XX\.XX(?:\.XX(?:XX)?)?|dd[./]mm[./]yyyy)(?!\w)"
    r"|(?<!\w)X{2,3}(?=\s?(?:%|\u20ac|\$|\u00a3|million|percent|per cent|people|euros?\b))"
    r"|(?<=[\u20ac$\u00a3])\s?X{1,3}(?!\w)"
    r"|(?<![?!\u00bf\u061f])[?\u061f]{3,}(?![?!])"
    r"|(?<!_)_{4,}(?!_)"
)
_THIRTY = re.compile(r"(?<!\w)XXX(?!\w)(?!\s+[A-Z\u0410-\u042f])")
_ENGLISH = re.compile(r"\bTK\b(?!\s?\d)|\bTB[CD]\b(?!\s+Bank\b)|\bTBA\b|\btb[cda]\b")
_GERMAN = re.compile(r"\bN\.\s?N\.(?!\s*[A-Z\u00c4\u00d6\u00dc])")
_ROMAN_COUNTS = frozenset({"es", "fr", "it", "pt", "ru", "ro", "pl", "uk"})  # XXX reunión
_NOT_LOOKED_AT = frozenset({Kind.CREDIT, Kind.CARD})
_SHORT_FORMS = frozenset({"tbc", "tbd", "tba", "tk"})
_HTML = frozenset({"b", "i", "u", "p", "br", "em", "strong", "sub", "sup", "span", "div", "del"})


def _placeholders(passage: Passage, _context: Context) -> Iterator[Found]:
    if passage.kind in _NOT_LOOKED_AT:
        return
    reached = 0
    for start, end in sorted(set(_spots(passage)), key=lambda spot: (spot[0], -spot[1])):
        if end <= reached:
            continue  # within the one before
        reached = end
        words = passage.text[start:end].strip()[:40]
        yield Found(f"“{words}” holds a place for words still to come.", at(start, end))


def _spots(passage: Passage) -> Iterator[tuple[int, int]]:
    text = passage.text
    if len(text) <= _LONGEST and phrase(text) in phrases().whole and _says_nothing(passage):
        yield 0, len(text)
        return
    for pattern in _patterns(passage):
        yield from (found.span() for found in pattern.finditer(text))
    yield from _in_brackets(text)
    yield from _at_ends(text)


def _patterns(passage: Passage) -> Iterator[re.Pattern[str]]:
    language = primary(passage.language)
    yield _ALWAYS
    if language not in _ROMAN_COUNTS:
        yield _THIRTY
    if language == "en":
        yield _ENGLISH
    elif language == "de":
        yield _GERMAN


def _says_nothing(passage: Passage) -> bool:
    """Whether a word like “description” is all there is where a text should be."""
    return passage.kind not in {Kind.HEAD_CELL, Kind.CROSS_HEAD, Kind.ROLE, Kind.TITLE} and not (
        passage.kind is Kind.CELL and "to" not in phrase(passage.text).split()
    )


def _in_brackets(text: str) -> Iterator[tuple[int, int]]:
    if "[" in text or "(" in text:
        for found in _BRACKETS.finditer(text):
            if _is_placeholder(found["square"], found["round"] or ""):
                yield found.span()
    if "<" in text:
        for found in _ANGLED.finditer(text):
            if phrase(found["said"]) not in _HTML and _is_note_to_self(found["said"]):
                yield found.span()


def _is_placeholder(square: str | None, rounded: str) -> bool:
    if square is not None:
        return phrase(square) in phrases().whole or _is_note_to_self(square)
    said = phrase(rounded)
    return said in _SHORT_FORMS or (" " in said and said in phrases().whole)


def _is_note_to_self(written: str) -> bool:
    said = phrase(written)
    if not said:
        return False  # […]
    if said in phrases().bracketed or said in phrases().draft or not said.strip("?x"):
        return True
    return said.startswith(_openings())


@cache
def _openings() -> tuple[str, ...]:
    return tuple(f"{one.strip()} " for one in phrases().bracket_openings)


def _at_ends(text: str) -> Iterator[tuple[int, int]]:
    found = _AFTER_COLON.search(text[-_LONGEST:])
    said = phrase(found["said"]) if found else ""
    if found and " " in said and said in phrases().whole:
        offset = max(0, len(text) - _LONGEST)
        yield offset + found.start("said"), offset + found.end("said")
    draft = _DRAFT.match(text[:_LONGEST])
    if draft and draft["said"].isupper() and phrase(draft["said"]) in phrases().draft:
        yield 0, draft.end("said")


RULES: tuple[Rule, ...] = (
    PassageRule(
        id="placeholder",
        title="Placeholders: [name], TBC, lorem ipsum, XXX",
        group=Group.LEFTOVERS,
        level=Level.BLOCKS,
        find=_placeholders,
    ),
)
