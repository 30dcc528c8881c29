"""Rules about the moment before which an item must not go out."""

import re
from collections.abc import Iterator
from itertools import islice

from editor_app.checks.finding import Found, Level, Place, at
from editor_app.checks.passage import Passage
from editor_app.checks.rule import Context, Examined, Group, ItemRule, PassageRule, Rule

# The word for it in the languages of the house, then a time soon after.
_WORD = re.compile(
    r"\b(?:embargo(?:ed)?|sous embargo|sperrfrist|embargado|эмбарго|حظر النشر)\b", re.IGNORECASE
)
_TIME = re.compile(
    r"(?<![\d.])(?:[01]?\d|2[0-3])(?:[:.h]|\s?h\s?)[0-5]\d(?![\d.])"
    r"|(?<!\d)\d{1,2}\s?[ap]\.?m\b",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"(?-i:\b(?:[A-Z]{2,4}T|UTC|GMT|MEZ|MESZ|Z|\u041c\u0421\u041a)\b)|[+-]\d{2}:?\d{2}"
    r"|\b(?:local|time|heure|hora|ortszeit|zeit|время|времени)\b|بتوقيت",
    re.IGNORECASE,
)
_NEAR = 90
_MOST_LOOKED_AT = 20


def _running(examined: Examined) -> Iterator[Found]:
    until = examined.item.embargo_until
    if until is None or until <= examined.now:
        return
    zone = getattr(until.tzinfo, "key", "") or until.strftime("UTC%z").removesuffix("+0000")
    message = f"The item is under embargo until {until:%Y-%m-%d %H:%M} ({zone})."
    yield Found(message, Place("embargo_until"), subject=until.isoformat())


def _without_zone(passage: Passage, _context: Context) -> Iterator[Found]:
    for word in islice(_WORD.finditer(passage.text), _MOST_LOOKED_AT):
        after = passage.text[word.end() : word.end() + _NEAR]
        time = _TIME.search(after)
        if time and not _ZONE.search(after):
            end = word.end() + time.end()
            yield Found("The embargo names a time without its zone.", at(word.start(), end))


RULES: tuple[Rule, ...] = (
    ItemRule(
        id="embargo-running",
        title="Embargo that has not ended",
        group=Group.DATES,
        level=Level.BLOCKS,
        find=_running,
    ),
    PassageRule(
        id="embargo-zone",
        title="Embargo without a time zone",
        group=Group.DATES,
        level=Level.BLOCKS,
        find=_without_zone,
    ),
)
