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

SMALL_PHOTO = (144, 108)
"""Pixels across and down that a photo of a gallery takes, beside its words."""

SMALL_PHOTO_EDGE = 10
"""Pixels between such a photo and the edges of its card."""

SMALL_PHOTO_LINE = 2
"""Pixels down that the line of such a photo takes: the rest is beside the lines of its words."""

BELOW_CREDIT = 80
"""Pixels that the card of such a photo goes on below its credit: so far the photo reaches."""

_BESIDE_PHOTO = 13  # steps: the photo and some room
_IN_GALLERY = {
    Kind.PHOTO: (12, 0),
    Kind.CAPTION: (9, 0),
    Kind.CREDIT: (0, BELOW_CREDIT + 22),
}

_LOOSE_ITEM = (8, 8)


def is_small(path: Path) -> bool:
    """Whether the figure of a path is shown small, as those of a gallery are."""
    return bool(path) and path[0][0] == "g"


def hangs_out(path: Path, setting: Setting) -> bool:
    """Whether a figure is shown wider than the column."""
    return setting is Setting.FULL and len(path) == 1


def steps(kind: Kind, path: Path) -> int:
    """Return by how many steps a line is set in on the side where it begins."""
    if kind in _WORDS and is_small(path):
        return _BESIDE_PHOTO
    inside = 2 * sum(name[0] in SET_IN for name in path)
    if kind in _WORDS:
        return inside + 1
    return inside + 2 if kind is Kind.ATTRIBUTION else inside


def inset(path: Path, kind: Kind = Kind.PARAGRAPH) -> int:
    """Return by how many pixels a line is set in on both sides."""
    if kind in _WORDS and is_small(path):
        return BOX_INSIDE + SMALL_PHOTO_EDGE
    return BOX_INSIDE if any(name[0] in "bg" for name in path) else 0


def above_and_below(kind: Kind, path: Path) -> tuple[int, int]:
    """Return how many pixels a line keeps free above and below; the larger of two counts.

    Some items of a list can be loose because of what stands under them, and others not: they are
    not to look like two lists.
    """
    if kind is Kind.PARAGRAPH and path and path[-1][0] == "i":
        return _LOOSE_ITEM
    if is_small(path) and kind in _IN_GALLERY:
        return _IN_GALLERY[kind]
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
