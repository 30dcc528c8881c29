"""Other words in place of hits, in plain text and in formatted text."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate

from editor_app.body.tree import Break, Content, Inline, Text
from editor_app.editing.finding import OBJECT, Hit

Edits = Sequence[tuple[Hit, str]]
"""Hits in order, none over another, each with the words that are to stand there."""

_BREAK = "\u2028"


def line_of(content: Content) -> str:
    """Return content as the line that is searched: breaks and objects are one character each."""
    return "".join(map(_letters, content))


def spliced(line: str, edits: Edits) -> str:
    """Return a line with other words in place of hits."""
    place = places_in(line)
    for hit, words in reversed(edits):
        line = line[: place(hit.start)] + words + line[place(hit.end) :]
    return line


def spliced_content(content: Content, edits: Edits) -> Content:
    """Return content with other words, which get the marks of the first letter they replace."""
    place = places_in(line_of(content))
    for hit, words in reversed(edits):
        content = _spliced_once(content, place(hit.start), place(hit.end), words)
    return content


def _spliced_once(content: Content, start: int, end: int, words: str) -> Content:
    found: list[Inline] = []
    at = 0
    for piece in content:
        length = len(_letters(piece))
        first, last = max(start - at, 0), min(end - at, length)
        is_hit = first < last
        new = words if is_hit and start >= at else ""
        at += length
        if not is_hit:
            found.append(piece)
        elif isinstance(piece, Text):
            text = piece.text[:first] + new + piece.text[last:]
            found += [replace(piece, text=text)] if text else []
        elif new:
            found.append(Text(new))
    return tuple(found)


def _letters(piece: Inline) -> str:
    match piece:
        case Text(text=text):
            return text
        case Break():
            return _BREAK
        case _:
            return OBJECT


def places_in(line: str) -> Callable[[int], int]:
    """Return what turns UTF-16 units of a line into places in it."""
    if line.isascii() or max(line, default="") <= "\uffff":
        return lambda unit: unit
    sums = (0, *accumulate(1 + (letter > "\uffff") for letter in line))
    found = {unit: place for place, unit in enumerate(sums)}
    return found.__getitem__
