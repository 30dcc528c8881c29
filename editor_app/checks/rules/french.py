"""The rule of French about spaces that do not break: before marks, inside guillemets, in numbers.

Sources: see `editor_app.wording.punctuation`; for numbers and signs the Lexique des règles
typographiques en usage à l'Imprimerie nationale, "Nombres" and "Symboles".
"""

# ruff: noqa: RUF001 - marks that look alike are what this is about

import re
from collections.abc import Iterator
from functools import lru_cache

from editor_app.checks.finding import Found, Level
from editor_app.checks.passage import Passage
from editor_app.checks.rule import Examined, Group, ItemRule
from editor_app.checks.words_shown import Edit, mended_everywhere, words_shown
from editor_app.wording.dates import primary
from editor_app.wording.punctuation import NO_BREAK, THIN, Punctuation, punctuation_of

_FIXED = frozenset((NO_BREAK, THIN))
_MARK = re.compile(r"(?<=[\w)\]}»”’%°€$….\"'])(?P<space>[ \u00a0\u202f]?)(?P<mark>[;:!?])")
_CLOSING = re.compile(r"(?<=[^\s\ufffc«])(?P<space>[ \u00a0\u202f]?)»")
_OPENING = re.compile(r"«(?P<space>[ \u00a0\u202f]?)(?=[^\s\ufffc»])")
_BEFORE_SIGN = re.compile(r"(?<=\d)[ ]?(?=[%‰€](?!\w))")
_BEFORE_UNIT = re.compile(r"(?<=\d)[ ](?=(?:km|kg|ha|cm|mm|m²|°C|CHF|EUR|USD)(?!\w))")
_GROUPED = re.compile(r"(?<![\d.,])(?<!\d[ ])\d{1,3}(?:[ ]\d{3})+(?![ ]?\d)")
_ENTITY = re.compile(r"&#?\w{2,8}\Z")


def _spaces(examined: Examined) -> Iterator[Found]:
    message = "French spaces are missing or can break the line."
    label = "Set the French spaces"
    yield from mended_everywhere(examined.telling(_spaces_in), message, label)


@lru_cache(maxsize=1024)
def _spaces_in(passage: Passage) -> tuple[Edit, ...]:
    if primary(passage.language) != "fr":
        return ()
    text = words_shown(passage)
    rules = punctuation_of(passage.language)
    edits = sorted(
        {
            *_before_marks(text, rules),
            *_inside_guillemets(text, rules),
            *_in_numbers(text),
        }
    )
    return tuple(_apart(edits))


def _apart(edits: list[Edit]) -> Iterator[Edit]:
    """Yield edits without those that begin inside the one before."""
    done = -1
    for edit in edits:
        if edit.start >= done:
            yield edit
            done = edit.end


def _before_marks(text: str, rules: Punctuation) -> Iterator[Edit]:
    for found in _MARK.finditer(text):
        space, mark = found["space"], found["mark"]
        wanted = rules.spaces.get(mark, "")
        if space in _FIXED or space == wanted or _is_no_mark(text, found):
            continue
        yield Edit(found.start(), found.end(), wanted + mark)


def _is_no_mark(text: str, found: re.Match[str]) -> bool:
    """Whether a sign is none of punctuation: in an hour, a smiley, an address, HTML code."""
    mark, space = found["mark"], found["space"]
    after = text[found.end() : found.end() + 1]
    if mark == ";" and _ENTITY.search(text, max(0, found.start() - 10), found.start()):
        return True
    if space:
        return mark in ":;" and after in {")", "-", "("}
    return after.isalnum() or after in {"/", ")", "-", "\ufffc"}


def _inside_guillemets(text: str, rules: Punctuation) -> Iterator[Edit]:
    wanted = rules.double.space if rules.double is not None else NO_BREAK
    for found in _OPENING.finditer(text):
        if found["space"] not in _FIXED:
            yield Edit(found.start(), found.end(), "«" + wanted)
    for found in _CLOSING.finditer(text):
        if found["space"] not in _FIXED:
            yield Edit(found.start(), found.end(), wanted + "»")


def _in_numbers(text: str) -> Iterator[Edit]:
    for found in _BEFORE_SIGN.finditer(text):
        yield Edit(found.start(), found.end() + 1, NO_BREAK + text[found.end()])
    for found in _BEFORE_UNIT.finditer(text):
        yield Edit(*found.span(), NO_BREAK)
    for found in _GROUPED.finditer(text):
        for place in range(*found.span()):
            if text[place] == " ":
                yield Edit(place, place + 1, THIN)


RULES = (
    ItemRule(
        id="french-spaces",
        title="French spaces before marks and inside guillemets",
        group=Group.TYPOGRAPHY,
        level=Level.HINTS,
        find=_spaces,
    ),
)
"""The rule about French spaces."""
