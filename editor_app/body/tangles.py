"""How much work HTML from outside may cause in the gate; what would cost more is shown, not read.

An HTML parser looks through all that is open for many a tag, and opens formatting anew in each
block that follows until its end tag is found: 400,000 characters can keep it busy for minutes, or
grow to gigabytes. Both are estimated here, in time linear in the text, and never too low: an end
tag counts only where it closes what was opened last, in HTML in which no tag can be hidden.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

_MOST_SEARCHES = 30_000_000  # open elements times tags: a quarter of a second
_MOST_REOPENED = 200_000  # open formatting times tags: half a second

_TAG = re.compile(r'<(/?)([a-zA-Z][a-zA-Z0-9]*+)(?:\s++[\w:-]++(?:="[^"<>]*+")?+)*+\s*+/?>')
_START = re.compile(r"<([a-zA-Z][^\s/>]*+)")
_HIDING = re.compile(
    r"<(?:iframe|noembed|noframes|noscript|plaintext|script|style|template|textarea|title|xmp)\b",
    re.IGNORECASE,
)
_ENDED_BY_THE_NEXT = frozenset(
    ["br", "dd", "dt", "hr", "img", "li", "p", "tbody", "td", "tfoot", "th", "thead", "tr", "wbr"]
)
_FORMATTING = frozenset(
    [
        "a",
        "b",
        "big",
        "code",
        "em",
        "font",
        "i",
        "nobr",
        "s",
        "small",
        "strike",
        "strong",
        "tt",
        "u",
    ]
)


def is_too_tangled(html: str) -> bool:
    """Return whether html must not be given to the gate's parser."""
    tags = html.count("<")
    if tags * tags <= _MOST_REOPENED:
        return False
    found = list(_TAG.finditer(html))
    if len(found) == tags and _HIDING.search(html) is None:
        most = _open_at_once((bool(tag[1]), tag[2].lower()) for tag in found)
    else:
        most = _open_at_once((False, name.lower()) for name in _START.findall(html))
    return most.formatting * tags > _MOST_REOPENED or most.elements * tags > _MOST_SEARCHES


class _Open(NamedTuple):
    """How many elements are open at one time at the most, and how many of formatting."""

    elements: int
    formatting: int


def _open_at_once(tags: Iterable[tuple[bool, str]]) -> _Open:
    """Return how much tags, each with whether it is an end tag, leave open."""
    names: list[str] = []
    elements = formatting = formatting_now = 0
    for is_end, name in tags:
        if name in _ENDED_BY_THE_NEXT:
            continue
        if not is_end:
            names.append(name)
            formatting_now += name in _FORMATTING
        elif names and names[-1] == name:
            names.pop()
            formatting_now -= name in _FORMATTING
        elements = max(elements, len(names))
        formatting = max(formatting, formatting_now)
    return _Open(elements, formatting)
