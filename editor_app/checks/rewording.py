"""Words of the body with something else in one place of them; their marks stay."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from editor_app.body.tree import (
    NO_MARKS,
    Break,
    Content,
    Footnote,
    Image,
    Inline,
    Language,
    Link,
    Marks,
    RawInline,
    Text,
)


def reworded(content: Content, start: int, end: int, text: str) -> Content:
    """Return content with text in place of some characters; objects among them stay behind it.

    The new words carry the marks of the first ones that they replace, or those of the words before
    where they replace none. A newline is a break.
    """
    before, inside, after = _cut(content, start, end)
    kept = tuple(one for one in inside if isinstance(one, Image | RawInline | Footnote))
    return (*before, *_pieces(text, _marks_for(before, inside, after)), *kept, *after)


def readdressed(content: Content, start: int, end: int, address: str) -> Content:
    """Return content whose links, between two places, lead to another address, or nowhere."""

    def lead(marks: Marks) -> Marks:
        links = {mark for mark in marks if isinstance(mark, Link)}
        others = {Link(address, link.title) for link in links} if address else set()
        return frozenset((marks - links) | others)

    return _remarked(content, start, end, lead)


def in_language(content: Content, start: int, end: int, tag: str) -> Content:
    """Return content whose words between two places are marked as being in a language."""

    def say(marks: Marks) -> Marks:
        return frozenset(
            {mark for mark in marks if not isinstance(mark, Language)} | {Language(tag)}
        )

    return _remarked(content, start, end, say)


def _remarked(content: Content, start: int, end: int, change: Callable[[Marks], Marks]) -> Content:
    before, inside, after = _cut(content, start, end)
    return (*before, *(replace(one, marks=change(one.marks)) for one in inside), *after)


def _cut(content: Content, start: int, end: int) -> tuple[Content, Content, Content]:
    """Return the pieces before, between and after two places."""
    parts: tuple[list[Inline], list[Inline], list[Inline]] = ([], [], [])
    at = 0
    for piece in content:
        length = len(piece.text) if isinstance(piece, Text) else 1
        for number, (low, high) in enumerate(((0, start), (start, end), (end, at + length))):
            first, last = max(low, at) - at, min(high, at + length) - at
            if first < last:
                parts[number].append(_part(piece, first, last))
        at += length
    return tuple(parts[0]), tuple(parts[1]), tuple(parts[2])


def _part(piece: Inline, first: int, last: int) -> Inline:
    return replace(piece, text=piece.text[first:last]) if isinstance(piece, Text) else piece


def _marks_for(before: Content, inside: Content, after: Content) -> Marks:
    near = inside or before[-1:] or after[:1]
    return next((one.marks for one in near if isinstance(one, Text)), NO_MARKS)


def _pieces(text: str, marks: Marks) -> Iterator[Inline]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield Break(marks)
        if line:
            yield Text(line, marks)
