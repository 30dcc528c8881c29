"""How far lines stand apart and how far they are set in, in pixels at 100 %."""

from editor_app.body.tree import Setting
from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.paths import Path

STEP = 12
"""Pixels of one step of indentation; a list or a quote takes two."""

SET_IN = "quop"
"""The containers whose lines are set in, by the letters of their names."""

HANG = 24
"""Pixels on both sides of the column that boxes, locked blocks and marks may hang out into."""

_WORDS = {Kind.CAPTION, Kind.CREDIT}
_ABOVE_AND_BELOW = {
    Kind.TIGHT: (0, 4),
    Kind.PHOTO: (14, 0),
    Kind.CAPTION: (8, 0),
    Kind.CREDIT: (0, 28),
    Kind.SEPARATOR: (14, 14),
    Kind.SOURCE: (24, 24),
    Kind.ATTRIBUTION: (0, 14),
    Kind.PULL_TEXT: (24, 6),
    Kind.SPEAKER: (0, 0),
    Kind.ROLE: (0, 24),
    Kind.BOX_TITLE: (36, 6),
    Kind.GALLERY_TITLE: (36, 0),
    Kind.CARD: (12, 12),
}
_HEAD = (20, 5)
_PLAIN = (16, 16)


BOX_HANG = 18
"""Pixels that a figure as wide as the page hangs out on both sides."""

BOX_INSIDE = 16
"""Pixels between the words of a fact box and its sides, which are those of the column."""

_LOOSE_ITEM = (8, 8)


def hangs_out(path: Path, setting: Setting) -> bool:
    """Whether a figure is shown wider than the column."""
    return setting is Setting.FULL and len(path) == 1


def steps(kind: Kind, path: Path) -> int:
    """Return by how many steps a line is set in on the side where it begins."""
    inside = 2 * sum(name[0] in SET_IN for name in path)
    if kind in _WORDS:
        return inside + 1
    return inside + 2 if kind is Kind.ATTRIBUTION else inside


def inset(path: Path) -> int:
    """Return by how many pixels a line is set in on both sides."""
    return BOX_INSIDE if any(name[0] in "bg" for name in path) else 0


def above_and_below(kind: Kind, path: Path) -> tuple[int, int]:
    """Return how many pixels a line keeps free above and below; the larger of two counts.

    Some items of a list can be loose because of what stands under them, and others not: they are
    not to look like two lists.
    """
    if kind is Kind.PARAGRAPH and path and path[-1][0] == "i":
        return _LOOSE_ITEM
    return _HEAD if kind.level else _ABOVE_AND_BELOW.get(kind, _PLAIN)


def line_height(kind: Kind) -> int:
    """Return the height of a line of text, in percent of the font's own."""
    if kind.is_prose:
        return 122
    return 108 if kind is Kind.PULL_TEXT else 112


def table_indent(path: Path) -> int:
    """Return how many pixels a table is set in."""
    return STEP * steps(Kind.TABLE, path) + inset(path)


def table_above_and_below(*, has_caption: bool) -> tuple[int, int]:
    """Return how many pixels a table keeps free above, where its caption stands, and below."""
    return (38 if has_caption else 12), 18
