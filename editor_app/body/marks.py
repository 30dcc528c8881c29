"""The order of marks: which one stands outside when two cover the same words."""

from editor_app.body.tree import Abbreviation, Language, Link, Mark, Marks

AnyMark = Mark | Link | Language | Abbreviation

_RANKS = {
    Mark.STRONG: 1,
    Mark.EMPHASIS: 2,
    Mark.STRIKE: 3,
    Mark.SUPERSCRIPT: 4,
    Mark.SUBSCRIPT: 5,
    Mark.CODE: 9,
}


def rank(mark: AnyMark) -> int:
    """Return how far inside a mark stands: links outermost, code innermost."""
    match mark:
        case Link():
            return -2
        case Language():
            return -1
        case Abbreviation():
            return 0
    return _RANKS[mark]


def link_of(marks: Marks) -> Link | None:
    """Return the link among marks."""
    return next((mark for mark in marks if isinstance(mark, Link)), None)


def is_bracketed(marks: Marks) -> bool:
    """Return whether words with marks stand in brackets in Markdown."""
    return any(not isinstance(mark, Mark) for mark in marks)


def joined_marks(inner: Marks, outer: Marks) -> Marks:
    """Return the marks of words that carry inner ones inside outer ones, one link and so on each.

    The inner ones stand nearer to the words, so of two of one kind they are meant.
    """
    if not inner or not outer:
        return inner | outer
    kinds = {type(mark) for mark in inner if not isinstance(mark, Mark)}
    return inner | {mark for mark in outer if type(mark) not in kinds}
