"""How far lines stand apart and how far they are set in, in pixels at 100 %."""

from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.paths import Path

STEP = 12
"""Pixels of one step of indentation; a list, a quote or a passage takes two."""

BOX_PADDING = 18
"""Pixels that the lines of a fact box keep from both of its sides."""

_WORDS = {"caption", "credit"}
_ABOVE_AND_BELOW = {
    "t": (0, 4),
    "photo": (14, 0),
    "caption": (8, 0),
    "credit": (0, 28),
    "rule": (14, 14),
    "source": (24, 24),
    "attribution": (0, 14),
    "pull": (24, 6),
    "speaker": (0, 0),
    "role": (0, 24),
    "box-title": (28, 6),
    "card": (12, 12),
}
_HEAD = (20, 5)
_PLAIN = (12, 12)


def steps(kind: Kind, path: Path) -> int:
    """Return by how many steps a line is set in on the side where it begins."""
    inside = 2 * sum(name[0] in "quopl" for name in path)
    if kind in _WORDS:
        return inside + 1
    return inside + 2 if kind == "attribution" else inside


def padding(kind: Kind, path: Path) -> int:
    """Return how many pixels a line keeps free at both sides."""
    inside = BOX_PADDING * sum(name[0] == "b" for name in path)
    return inside + STEP if kind is Kind.SOURCE else inside


def above_and_below(kind: Kind) -> tuple[int, int]:
    """Return how many pixels a line keeps free above and below; the larger of two counts."""
    return _HEAD if kind.level else _ABOVE_AND_BELOW.get(kind, _PLAIN)


def line_height(kind: Kind) -> int:
    """Return the height of a line of text, in percent of the font's own."""
    if kind.is_prose:
        return 122
    return 108 if kind == "pull" else 112


def table_sides(path: Path) -> tuple[int, int]:
    """Return how many pixels a table keeps free on the left and on the right."""
    sides = padding(Kind.TABLE, path)
    return STEP * steps(Kind.TABLE, path) + sides, sides


def table_above_and_below(*, has_caption: bool) -> tuple[int, int]:
    """Return how many pixels a table keeps free above, where its caption stands, and below."""
    return (38 if has_caption else 12), 18
