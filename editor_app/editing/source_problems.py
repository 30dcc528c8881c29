"""What is wrong in Markdown as it is typed: nothing of it is lost, but it is not what was meant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from editor_app.body.tree import Body, Source

_FENCE = re.compile(r"^(```+|~~~+)")
_OPENING = re.compile(r"^:::+[ \t]*(?P<name>[\w-]+)")
_CLOSING = re.compile(r"^:::+[ \t]*$")
_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]]+\]:")
_NAMES = frozenset({"pull-quote", "fact-box", "gallery", "lang", "publication", "embed", "contact"})
_SHORT_LINE = 2000  # letters; a longer line is no line of a table that somebody typed
_MOST = 50


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence about a line, counted from 1."""

    line: int
    words: str


def problems_in(text: str, body: Body) -> list[Problem]:
    """Return what is wrong in a text that was read as body, the first line first."""
    found = {problem.line: problem for problem in _locked(body)}
    found |= {problem.line: problem for problem in (*_tables(text), *_boxes(text))}
    return [found[line] for line in sorted(found)][:_MOST]


def _locked(body: Body) -> Iterator[Problem]:
    """Yield the blocks that are kept as they were typed."""
    line = 1
    for kept in body.kept:
        for block in kept.blocks:
            if isinstance(block, Source) and (words := _reason(block.markdown)):
                blank = len(kept.markdown) - len(kept.markdown.lstrip("\n"))
                yield Problem(line + blank, words)
        line += kept.markdown.count("\n")


def _reason(source: str) -> str:
    """Return why a block is locked; nothing where that is what its writer wanted."""
    start = source.lstrip()
    if start.startswith("<!--") or _DEFINITION.match(source):
        return ""
    if start.startswith("<"):
        return "This HTML is kept as it is, as a locked block."
    if _FENCE.match(start):
        return "This code is kept as it is, as a locked block."
    return "This cannot be shown as rich text. It is kept as it is, as a locked block."


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not code, with their numbers."""
    fence = ""
    for number, line in enumerate(text.split("\n"), start=1):
        found = _FENCE.match(line)
        if found and not fence:
            fence = found[1]
        elif fence and line.rstrip() and not line.rstrip().strip(fence[0]):
            fence = "" if len(line.rstrip()) >= len(fence) else fence
        elif not fence:
            yield number, line


def _boxes(text: str) -> Iterator[Problem]:
    """Yield what is wrong with the lines that open and close boxes."""
    open_boxes: list[tuple[int, str]] = []
    for number, line in _lines(text):
        if opening := _OPENING.match(line):
            open_boxes.append((number, opening["name"]))
            if opening["name"] not in _NAMES:
                yield Problem(number, f"There is no block called “{opening['name']}”.")
        elif _CLOSING.match(line):
            if not open_boxes:
                yield Problem(number, "This “:::” closes nothing.")
            else:
                open_boxes.pop()
    for number, name in open_boxes:
        yield Problem(number, f"“::: {name}” is not closed: it needs a line “:::” at its end.")


def _tables(text: str) -> Iterator[Problem]:
    """Yield the tables whose lines do not agree."""
    columns = 0
    for (number, line), (_, below) in pairwise((*_lines(text), (0, ""))):
        if max(len(line), len(below)) > _SHORT_LINE or not line.lstrip().startswith("|"):
            columns = 0
            continue
        cells = _cells(line)
        if not columns and _RULE.match(below):
            columns = cells
            if _cells(below) != cells:
                words = f"{_cells(below)} under a head of {cells}: this is no table yet."
                yield Problem(number + 1, f"The line under the head has {words}")
        elif not columns and not _RULE.match(line):
            yield Problem(number, "A table needs a line such as “| --- | --- |” under its head.")
            columns = cells
        elif columns and cells > columns:
            words = f"{cells} cells, but the table has {columns} columns."
            yield Problem(number, f"This row has {words}")


def _cells(line: str) -> int:
    """Return how many cells a line of a table has."""
    inner = line.strip().replace("\\|", "").strip("|")
    return inner.count("|") + 1
