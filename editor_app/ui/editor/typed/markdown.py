"""Markdown as it was just typed: what begins a block, which words are marked; without Qt."""

import re
from dataclasses import dataclass
from enum import StrEnum

from editor_app.body.tree import NO_MARKS, Mark, Marks

REACH = 400
CLOSING = frozenset("*_~`^)]")
"""The characters that marked words can end with."""

_HEAD = re.compile(r"(#{2,4}) ")
_NUMBER = re.compile(r"(\d{1,9})[.)] ")
_RULES = frozenset({"---", "***", "___"})
_FENCE = re.compile(r"::: ?([a-z][a-z-]*)(?: +(\S.*))?")


class Start(StrEnum):
    """What the beginning of a line can make of it."""

    CROSS_HEAD = "cross-head"
    BULLETS = "bullets"
    NUMBERS = "numbers"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"


@dataclass(frozen=True, slots=True)
class BlockStart:
    """What a line begins: ``number`` is the level of a cross-head or the first of a list."""

    start: Start
    number: int = 1


def block_start(line: str) -> BlockStart | None:
    """Return what a line that reads so up to the caret begins, if a space has just ended it."""
    if line in {"- ", "* "}:
        return BlockStart(Start.BULLETS)
    if line == "> ":
        return BlockStart(Start.QUOTE)
    if line == "-- ":
        return BlockStart(Start.ATTRIBUTION)
    if found := _HEAD.fullmatch(line):
        return BlockStart(Start.CROSS_HEAD, len(found.group(1)))
    if found := _NUMBER.fullmatch(line):
        return BlockStart(Start.NUMBERS, int(found.group(1)))
    return None


def is_separator(line: str) -> bool:
    """Whether a whole line is one that Markdown has for a separator."""
    return line in _RULES


@dataclass(frozen=True, slots=True)
class Container:
    """What a line opens: the container's name and what stands behind it."""

    name: str
    rest: str = ""


def container_of(line: str) -> Container | None:
    """Return what a whole line opens, such as a fact box, if it opens anything."""
    found = _FENCE.fullmatch(line)
    return Container(found[1], found[2] or "") if found else None


# ---------------------------------------------------------------- marked words


@dataclass(frozen=True, slots=True)
class MarkedWords:
    """Words before the caret between signs that mark them: all three as they were typed.

    ``address`` is where a link leads; ``is_note`` says that the words are a footnote.
    """

    opener: str
    words: str
    closer: str
    marks: Marks = NO_MARKS
    address: str = ""
    is_note: bool = False


def _between(sign: str, *, inside: str) -> re.Pattern[str]:
    """Return the pattern of words between two signs that stand at the borders of words."""
    edge = re.escape(sign[0])
    return re.compile(
        rf"(?<![\w{edge}\\])(?P<opener>{re.escape(sign)})"
        rf"(?P<words>[^\s{inside}](?:[^{inside}]*[^\s{inside}])?)(?P<closer>{re.escape(sign)})$"
    )


def _raised(sign: str) -> re.Pattern[str]:
    """Return the pattern of a few letters between two signs right after a word."""
    edge = re.escape(sign)
    return re.compile(
        rf"(?<=[\w)])(?P<opener>{edge})(?P<words>[\w+\u2212-]{{1,8}})(?P<closer>{edge})$"
    )


_SIGNS: tuple[tuple[re.Pattern[str], Marks], ...] = (
    (_between("***", inside="*"), frozenset({Mark.STRONG, Mark.EMPHASIS})),
    (_between("**", inside="*"), frozenset({Mark.STRONG})),
    (_between("*", inside="*"), frozenset({Mark.EMPHASIS})),
    (_between("__", inside="_"), frozenset({Mark.STRONG})),
    (_between("_", inside="_"), frozenset({Mark.EMPHASIS})),
    (_between("~~", inside="~"), frozenset({Mark.STRIKE})),
    (_between("`", inside="`"), frozenset({Mark.CODE})),
    (_raised("^"), frozenset({Mark.SUPERSCRIPT})),
    (_raised("~"), frozenset({Mark.SUBSCRIPT})),
)
_LINK = re.compile(
    r"(?<![!\\^])(?P<opener>\[)(?P<words>[^\s\[\]](?:[^\[\]]*[^\s\[\]])?)"
    r"(?P<closer>\]\((?P<address>(?:[^\s()]|\([^\s()]*\))+)\))$"
)
_NOTE = re.compile(
    r"(?<!\\)(?P<opener>\^\[)(?P<words>[^\s\[\]][^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)(?P<closer>\])$"
)
_ADDRESS = re.compile(r"(?:://|\bwww\.)\S*$", re.IGNORECASE)
_UNMARKED = frozenset("\u2028\ufffc")


def marked_words(text: str, after: str) -> MarkedWords | None:
    """Return the words whose marks the last letter of a text has completed.

    ``after`` is the letter after the caret. Nothing is marked within a word.
    """
    if text[-1:] not in CLOSING or after.isalnum():
        return None
    near = text[-REACH:]
    for pattern, marks in _SIGNS:
        if found := pattern.search(near):
            is_in_address = _ADDRESS.search(near[: found.start()])
            return None if is_in_address else _marked(found, marks=marks)
    if found := _LINK.search(near):
        return _marked(found, address=found["address"])
    if found := _NOTE.search(near):
        return _marked(found, is_note=True)
    return None


def _marked(
    found: re.Match[str], *, marks: Marks = NO_MARKS, address: str = "", is_note: bool = False
) -> MarkedWords | None:
    opener, words, closer = found["opener"], found["words"], found["closer"]
    if _UNMARKED & set(words):
        return None
    return MarkedWords(opener, words, closer, marks, address, is_note)
