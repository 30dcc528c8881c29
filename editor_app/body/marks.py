"""The order of marks: which one stands outside when two cover the same words."""

from editor_app.body.tree import Link, Mark, Marks

_RANKS = {
    Mark.STRONG: 1,
    Mark.EMPHASIS: 2,
    Mark.STRIKE: 3,
    Mark.SUPERSCRIPT: 4,
    Mark.SUBSCRIPT: 5,
    Mark.CODE: 9,
}


def rank(mark: Mark | Link) -> int:
    """Return how far inside a mark stands: links outermost, code innermost."""
    return 0 if isinstance(mark, Link) else _RANKS[mark]


def link_of(marks: Marks) -> Link | None:
    """Return the link among marks."""
    return next((mark for mark in marks if isinstance(mark, Link)), None)
