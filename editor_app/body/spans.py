"""Flat inline content as nested spans, the way HTML and Markdown have to write it."""

from dataclasses import dataclass

from editor_app.body.marks import AnyMark, rank
from editor_app.body.tree import NO_MARKS, Content, Inline, Mark, Marks


@dataclass(frozen=True, slots=True)
class Span:
    """A mark around more spans, or one piece of content."""

    mark: AnyMark | None = None
    inside: tuple["Span", ...] = ()
    piece: Inline | None = None


def spans(content: Content) -> tuple[Span, ...]:
    """Return content as spans: the mark that reaches furthest stands outermost, code innermost."""
    if not any(piece.marks for piece in content):
        return tuple(Span(piece=piece) for piece in content)
    return _spans(content, NO_MARKS)


def _spans(content: Content, active: Marks) -> tuple[Span, ...]:
    result: list[Span] = []
    index = 0
    while index < len(content):
        marks = content[index].marks - active
        if marks:
            mark, end = _widest(content, index, marks)
            inside = _spans(content[index:end], active | {mark})
            result.append(Span(mark, inside))
            index = end
        else:
            result.append(Span(piece=content[index]))
            index += 1
    return tuple(result)


def _widest(content: Content, start: int, marks: Marks) -> tuple[AnyMark, int]:
    def order(mark: AnyMark) -> tuple[bool, int, int]:
        return (mark is not Mark.CODE, _reach(content, start, mark), -rank(mark))

    widest = max(marks, key=order)
    return widest, _reach(content, start, widest)


def _reach(content: Content, start: int, mark: AnyMark) -> int:
    end = start
    while end < len(content) and mark in content[end].marks:
        end += 1
    return end
