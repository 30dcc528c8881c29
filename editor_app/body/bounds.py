"""How much work a stretch of Markdown may cause; what would cost more is shown, not parsed.

Python-Markdown's inline patterns look ahead: an opening bracket, parenthesis or backtick without
its partner makes it walk to the end of the paragraph, once per pattern, so that 5,000 ``[`` in
one paragraph take eight seconds. Nested quotes and lists are read by recursion. Both are
estimated here, in time linear in the text, before a parser sees it.
"""

import re
from collections.abc import Iterator
from itertools import islice

MOST_PARSED = 1_000_000
"""Characters of one text that are parsed; 150,000 words are not a news item."""

MOST_RENDERED = 400_000
"""Characters of one source block that are parsed to show it; a longer one is shown as typed."""

MOST_NESTED = 12
"""Containers (quotes, lists, boxes) inside one another that the tree holds."""

_NEVER_COSTLY = 60  # characters
_NEVER_COSTLY_BUT_DEEP = 1_200  # characters: the limits on what is not nested are further off
_MOST_PREFIX = 16  # markers and indents before the text of one line; a little above MOST_NESTED
_MOST_STEPS = 1_500_000  # characters walked in vain: about half a second at worst
_MOST_COPIES = 60_000_000  # characters copied: each pattern that matches copies its paragraph
_MOST_RESTS = 10_000_000  # characters put back: what follows each heading or rule is read again
_MOST_MARKS = 1_200  # emphasis marks in one paragraph: unpaired ones are compared with each other
_MOST_SPANS = 150  # spans inside one another: the parser goes into them by recursion
_MOST_LINE = 20_000  # characters in a line that looks like a definition: its pattern is quadratic

_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_PREFIX = re.compile(r"(?:[ \t]|>|[*+-](?=[ \t]|$)|[0-9]+\.(?=[ \t]|$))+")
_PREFIX_MARK = re.compile(r">|[*+-]|[0-9]+\.")
_RAW_ELEMENT = re.compile(r"<(p|h[1-6]|[uo]l|blockquote|table|figure)>")
_BRACKETS = re.compile(r"[\[\]]")
_HIDING = re.compile(r"[`<\\]")
_PARENTHESES = re.compile(r"[()]")
_TICKS = re.compile(r"`+")
_PATTERN_STARTS = re.compile(r"[\\\[\]`<&*_~^!]")
_STRUCTURE = re.compile(r"^ {0,3}(?:#|=+ *$|[-*_][-*_ ]*$)", re.MULTILINE)
_EMPHASIS = re.compile(r"([*_~^])\1*+")
_DEFINITION = re.compile(r"^ {0,3}\[[^\[\]]*\]:.*$", re.MULTILINE)


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each stretch of text between blank lines starts and ends."""
    start = 0
    for gap in _BLANK_LINES.finditer(text):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def is_too_costly(stretch: str) -> bool:
    """Return whether stretch, a text without blank lines, must not be given to the parser."""
    if len(stretch) < _NEVER_COSTLY or _is_raw_html(stretch):
        return False
    if _is_too_deep(stretch) or _spans_nest_too_deep(stretch):
        return True
    if len(stretch) < _NEVER_COSTLY_BUT_DEEP:
        return False
    return (
        _copies(stretch) > _MOST_COPIES
        or _rests(stretch) > _MOST_RESTS
        or _has_too_many_marks(stretch)
        or _vain_steps(stretch) > _MOST_STEPS
        or any(len(line.group()) > _MOST_LINE for line in _DEFINITION.finditer(stretch))
    )


def _is_raw_html(stretch: str) -> bool:
    """Return whether stretch is one element of raw HTML from end to end: nothing parses it."""
    opening = _RAW_ELEMENT.match(stretch)
    if opening is None:
        return False
    depth = 0
    for tag in re.finditer(rf"<(/?){opening[1]}\b[^<>]*>", stretch):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end() == len(stretch.rstrip())
    return False


def _is_too_deep(stretch: str) -> bool:
    return any(_depth(line) > _MOST_PREFIX for line in stretch.split("\n"))


def _depth(line: str) -> int:
    prefix = _PREFIX.match(line)
    if prefix is None:
        return 0
    marks = sum(1 for _ in _PREFIX_MARK.finditer(prefix.group()))
    if not marks:
        return 0
    return marks + len(prefix.group().expandtabs(4).replace(">", "")) // 4


def _spans_nest_too_deep(stretch: str) -> bool:
    """Return whether more spans may stand inside one another than can be gone into.

    Where a bracket can be hidden from the parser, all of them are taken to do so.
    """
    if stretch.count("]{") <= _MOST_SPANS:
        return False
    if _HIDING.search(stretch) is not None:
        return True
    depth = 0
    for bracket in _BRACKETS.finditer(stretch):
        depth = depth + 1 if bracket.group() == "[" else max(0, depth - 1)
        if depth > _MOST_SPANS:
            return True
    return False


def _copies(stretch: str) -> int:
    return len(stretch) * sum(1 for _ in _PATTERN_STARTS.finditer(stretch))


def _rests(stretch: str) -> int:
    return len(stretch) * sum(1 for _ in _STRUCTURE.finditer(stretch))


def _has_too_many_marks(stretch: str) -> bool:
    return next(islice(_EMPHASIS.finditer(stretch), _MOST_MARKS, None), None) is not None


def _vain_steps(stretch: str) -> int:
    """Return how many characters are walked in search of partners, or a number over the limit."""
    openings = stretch.count("[")
    if openings * len(stretch) > _MOST_STEPS:
        steps = _walk(stretch, "[", _BRACKETS) + _walk(stretch, "](", _PARENTHESES)
        if steps > _MOST_STEPS:
            return steps
    if stretch.count("]{") * len(stretch) > _MOST_STEPS:
        steps = _walk(stretch[::-1], "{]", _BRACKETS)
        if steps > _MOST_STEPS:
            return steps
    if stretch.count("`") * len(stretch) > _MOST_STEPS:
        return _walk_ticks(stretch)
    return 0


def _walk(stretch: str, opening: str, partners: re.Pattern[str]) -> int:
    steps, start = 0, stretch.find(opening)
    while start >= 0 and steps <= _MOST_STEPS:
        start += len(opening) - 1
        steps += _partner(stretch, start, partners) - start
        start = stretch.find(opening, start + 1)
    return steps


def _partner(stretch: str, start: int, partners: re.Pattern[str]) -> int:
    depth, opening = 0, stretch[start]
    for partner in partners.finditer(stretch, start):
        depth += 1 if partner.group() == opening else -1
        if not depth:
            return partner.end()
    return len(stretch)


def _walk_ticks(stretch: str) -> int:
    steps, seen = 0, dict[int, int]()
    for ticks in reversed(list(_TICKS.finditer(stretch))):
        length = len(ticks.group())
        steps += seen.get(length, len(stretch)) - ticks.start()
        seen[length] = ticks.start()
    return steps
