"""Rules about the headings inside a text: people who listen to a page walk along them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from editor_app.body.tree import Block, CrossHead, Mark, Paragraph, Text
from editor_app.checks.counting import words_in
from editor_app.checks.finding import (
    Change,
    Fix,
    Found,
    Level,
    PutBlocks,
    at,
    remove,
    reword,
)
from editor_app.checks.passage import OBJECT, Kind, Passage, PlacedPassage
from editor_app.checks.rule import Context, Examined, Group, ItemRule, PassageRule, Rule

_FIRST, _LAST = 2, 4  # the levels that the editor offers
_END = re.compile(r"\s*[:.\uff1a\u3002\u06d4]\s*$")
_KEPT_END = re.compile(r"(?:\.\.|\u2026|\d\.|\b\w\.|\b(?:Inc|Ltd|Co|Corp|etc|vs|bzw|usw)\.)\s*$")
_SENTENCE_END = (".", "!", "?", "\u2026", "\u061f", "\u06d4", "\u3002", ";", ",", "\u060c")
_LONGEST_HEADING = 80
_TAIL = 12
_NO_HEADING = re.compile(
    r"\s*(?:[-\u2013\u2014#*]*\s*)?(?:ends?|fin|ende|конец|انتهى)\b.{0,5}", re.I
)


def _levels(examined: Examined) -> Iterator[Found]:
    before = 1  # the headline
    for placed in _cross_heads(examined):
        level = placed.passage.level
        if placed.passage.containers or not placed.passage.text.strip():
            continue
        wanted = min(max(level, _FIRST), max(before + 1, _FIRST))
        if level != wanted:
            words = "is as high as the headline" if level < _FIRST else "skips a level"
            fix = _with_level(examined, placed, wanted)
            yield Found(f"“{placed.passage.text.strip()[:60]}” {words}.", placed.place, fix)
        before = wanted


def _with_level(examined: Examined, placed: PlacedPassage, level: int) -> Fix | None:
    block = _block(examined, placed)
    if not isinstance(block, CrossHead):
        return None
    change = Change(placed.place, PutBlocks((replace(block, level=level),)))
    return Fix(f"Make it a heading of level {level}", (change,))


def _empty(examined: Examined) -> Iterator[Found]:
    for placed in _cross_heads(examined):
        if not placed.passage.text.strip():
            fix = remove("Remove it", placed.place)
            yield Found("This cross-head has no words.", placed.place, fix)


def _end(passage: Passage, _context: Context) -> Iterator[Found]:
    if passage.kind is not Kind.CROSS_HEAD:
        return
    tail = passage.text[-_TAIL:]
    found = _END.search(tail)
    if found is None or _KEPT_END.search(tail) or not passage.text.strip(" .:"):
        return
    start = len(passage.text) - len(tail) + found.start()
    sign = found[0].strip()
    fix = reword(f"Take the “{sign}” away", start, len(passage.text), "")
    yield Found(f"This cross-head ends with “{sign}”.", at(start, len(passage.text)), fix)


def _bold(examined: Examined) -> Iterator[Found]:
    level = _FIRST
    passages = examined.in_body
    for number, placed in enumerate(passages):
        passage = placed.passage
        if passage.kind is Kind.CROSS_HEAD and not passage.containers:
            level = min(max(passage.level, _FIRST), _LAST)
        elif _is_bold_heading(passage) and _has_text_after(passages, number):
            words = passage.text.strip()[:60]
            fix = _as_cross_head(examined, placed, level)
            yield Found(f"“{words}” looks like a cross-head and is none.", placed.place, fix)


def _is_bold_heading(passage: Passage) -> bool:
    text = passage.text.strip()
    if passage.kind is not Kind.PARAGRAPH or passage.containers or not text:
        return False
    if len(text) > _LONGEST_HEADING or "\n" in text or OBJECT in text or passage.links:
        return False
    if text.endswith(_SENTENCE_END) or _NO_HEADING.fullmatch(text):
        return False
    lead = len(passage.text) - len(passage.text.lstrip())
    return any(
        span.mark is Mark.STRONG and span.start <= lead and span.end >= lead + len(text)
        for span in passage.spans
    )


def _has_text_after(passages: Sequence[PlacedPassage], number: int) -> bool:
    after = passages[number + 1 : number + 2]
    return bool(after) and after[0].passage.kind in {Kind.PARAGRAPH, Kind.CAPTION, Kind.CELL}


def _as_cross_head(examined: Examined, placed: PlacedPassage, level: int) -> Fix | None:
    block = _block(examined, placed)
    if not isinstance(block, Paragraph):
        return None
    content = tuple(
        replace(one, marks=one.marks - {Mark.STRONG}) if isinstance(one, Text) else one
        for one in block.content
    )
    return Fix(
        "Make it a cross-head",
        (Change(placed.place, PutBlocks((CrossHead(level, content),))),),
    )


def _long_stretch(examined: Examined) -> Iterator[Found]:
    limit = examined.style.limits.words_without_cross_head
    words, start = 0, None
    for placed in (*examined.in_body, None):
        if placed is None or placed.passage.kind is Kind.CROSS_HEAD:
            if start is not None and words > limit:
                message = f"{words:,} words without a cross-head; readers look for one sooner."
                yield Found(message, start)
            words, start = 0, None
        elif placed.passage.kind is Kind.PARAGRAPH:
            words += words_in(placed.passage.text)
            start = start or placed.place


def _cross_heads(examined: Examined) -> Iterator[PlacedPassage]:
    return (one for one in examined.in_body if one.passage.kind is Kind.CROSS_HEAD)


def _block(examined: Examined, placed: PlacedPassage) -> Block | None:
    """Return the block of the body itself that a passage is of; None where it lies inside one."""
    way = placed.place.block
    return examined.body.blocks[way[0]] if len(way) == 1 else None


RULES: tuple[Rule, ...] = (
    ItemRule(
        id="cross-head-level",
        title="Cross-heads that skip a level",
        group=Group.STRUCTURE,
        level=Level.WARNS,
        find=_levels,
    ),
    ItemRule(
        id="cross-head-empty",
        title="Cross-head without words",
        group=Group.STRUCTURE,
        level=Level.WARNS,
        find=_empty,
    ),
    PassageRule(
        id="cross-head-end",
        title="Full stop or colon at the end of a cross-head",
        group=Group.STRUCTURE,
        level=Level.WARNS,
        find=_end,
    ),
    ItemRule(
        id="cross-head-bold",
        title="Bold paragraph in place of a cross-head",
        group=Group.STRUCTURE,
        level=Level.WARNS,
        find=_bold,
    ),
    ItemRule(
        id="cross-head-wanted",
        title="Many words without a cross-head",
        group=Group.STRUCTURE,
        level=Level.HINTS,
        find=_long_stretch,
    ),
)
