"""How the meaning of lines and words is kept in Qt's formats.

The properties named here are the truth: they are copied, undone and redone by Qt together with the
text. Everything else in a format is derived from them, and colours and fonts are not in the formats
at all (see `editor_app.ui.editor.colours`), so that another look never touches the text.
"""

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextLength,
    QTextTableFormat,
)

from editor_app.body.tree import NO_MARKS, Alignment, Image, Link, Mark, Marks, RawInline, Table
from editor_app.ui.editor import spacing
from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.paths import Path

_USER = QTextFormat.Property.UserProperty.value
KIND = _USER + 1
PATH = _USER + 2
SOURCE = _USER + 3
ALIGNMENTS = _USER + 4
MARKS = _USER + 11
HREF = _USER + 12
TITLE = _USER + 13
RAW = _USER + 14
SRC = _USER + 15
ALT = _USER + 16
IMAGE_TITLE = _USER + 17

_OBJECTS = QTextFormat.ObjectTypes.UserObject.value
PHOTO_OBJECT = _OBJECTS + 1
IMAGE_OBJECT = _OBJECTS + 2
RAW_OBJECT = _OBJECTS + 3

LINE = "\u2028"
OBJECT = "\ufffc"


# ---------------------------------------------------------------- words


@cache
def mark_format(marks: Marks) -> QTextCharFormat:
    """Return the format of words with these marks. Not to be changed: it is shared."""
    shape = QTextCharFormat()
    names = sorted(mark.value for mark in marks if isinstance(mark, Mark))
    if names:
        shape.setProperty(MARKS, " ".join(names))
    if Mark.STRONG in marks:
        shape.setFontWeight(QFont.Weight.Bold)
    if Mark.EMPHASIS in marks:
        shape.setFontItalic(True)
    if Mark.STRIKE in marks:
        shape.setFontStrikeOut(True)
    if Mark.SUPERSCRIPT in marks:
        shape.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    elif Mark.SUBSCRIPT in marks:
        shape.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
    _link_format(shape, marks)
    return shape


def _link_format(shape: QTextCharFormat, marks: Marks) -> None:
    for link in marks:
        if isinstance(link, Link):
            shape.setAnchor(True)
            put(shape, HREF, link.href)
            put(shape, TITLE, link.title)


def object_format(node: Image | RawInline, *, is_photo: bool = False) -> QTextCharFormat:
    """Return the format of the one character that stands for a picture or a piece of HTML."""
    shape = QTextCharFormat(mark_format(node.marks))
    if isinstance(node, RawInline):
        shape.setObjectType(RAW_OBJECT)
        put(shape, RAW, node.source)
        return shape
    shape.setObjectType(PHOTO_OBJECT if is_photo else IMAGE_OBJECT)
    put(shape, SRC, node.src)
    put(shape, ALT, node.alt)
    put(shape, IMAGE_TITLE, node.title)
    return shape


def put(shape: QTextFormat, name: int, words: str) -> None:
    """Store words in a format; never an empty string, which PySide stores as an empty list."""
    shape.setProperty(name, f"={words}")


def stored(shape: QTextFormat, name: int) -> str:
    """Return the words that `put` stored, or an empty string."""
    return shape.stringProperty(name)[1:]


def marks_of(shape: QTextCharFormat) -> Marks:
    """Return the marks that a format stands for."""
    names = shape.stringProperty(MARKS)
    marks: set[Mark | Link] = {Mark(name) for name in names.split(" ")} if names else set()
    if shape.hasProperty(HREF):
        marks.add(Link(stored(shape, HREF), stored(shape, TITLE)))
    return frozenset(marks)


def object_of(shape: QTextCharFormat) -> Image | RawInline | None:
    """Return what the object character of this format stands for, if it is one of ours."""
    if shape.hasProperty(RAW):
        return RawInline(stored(shape, RAW), marks_of(shape))
    if shape.hasProperty(SRC):
        alt, title = stored(shape, ALT), stored(shape, IMAGE_TITLE)
        return Image(stored(shape, SRC), alt, title, marks_of(shape))
    return None


def plain_format() -> QTextCharFormat:
    """Return the format of words without marks."""
    return mark_format(NO_MARKS)


# ---------------------------------------------------------------- lines


@cache
def line_format(kind: Kind, path: Path = (), source: str = "") -> QTextBlockFormat:
    """Return the format of a line. Not to be changed: it is shared."""
    shape = QTextBlockFormat()
    shape.setProperty(KIND, kind.value)
    if path:
        shape.setProperty(PATH, "/".join(path))
    if kind is Kind.SOURCE:
        put(shape, SOURCE, source)
    if kind.level:
        shape.setHeadingLevel(kind.level)
    quotes = sum(name[0] == "q" for name in path)
    if quotes:
        shape.setProperty(QTextFormat.Property.BlockQuoteLevel, quotes)
    _space_out(shape, kind, path)
    return shape


def _space_out(shape: QTextBlockFormat, kind: Kind, path: Path) -> None:
    shape.setIndent(spacing.steps(kind, path))
    above, below = spacing.above_and_below(kind)
    shape.setTopMargin(above)
    shape.setBottomMargin(below)
    if sides := spacing.padding(kind, path):
        shape.setLeftMargin(sides)
        shape.setRightMargin(sides)
    if kind is Kind.PHOTO:
        shape.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    else:
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        shape.setLineHeight(spacing.line_height(kind), proportional)
    if kind is Kind.SOURCE:
        shape.setNonBreakableLines(False)


def kind_of(shape: QTextBlockFormat) -> Kind:
    """Return what a line with this format is."""
    name = shape.stringProperty(KIND)
    return Kind(name) if name else Kind.PARAGRAPH


def path_of(shape: QTextFormat) -> Path:
    """Return the containers that a line or table with this format stands in."""
    path = shape.stringProperty(PATH)
    return tuple(path.split("/")) if path else ()


# ---------------------------------------------------------------- tables


def table_format(alignments: tuple[Alignment, ...], path: Path) -> QTextTableFormat:
    """Return the format of a table; its first row is always the head."""
    shape = QTextTableFormat()
    put(shape, ALIGNMENTS, ",".join(alignments))
    if path:
        shape.setProperty(PATH, "/".join(path))
    left, right = spacing.table_sides(path)
    shape.setLeftMargin(left)
    shape.setRightMargin(right)
    above, below = spacing.table_above_and_below(has_caption=False)
    shape.setTopMargin(above)
    shape.setBottomMargin(below)  # Qt leaves out the margin of the line below
    shape.setHeaderRowCount(1)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setBorder(0)
    shape.setCellPadding(7)
    shape.setCellSpacing(0)
    return shape


def alignments_of(shape: QTextTableFormat, columns: int) -> tuple[Alignment, ...]:
    """Return how the columns of a table are set."""
    named = [Alignment(name) for name in stored(shape, ALIGNMENTS).split(",")]
    return tuple((named + [Alignment.NONE] * columns)[:columns])


@cache
def cell_format(alignment: Alignment) -> QTextBlockFormat:
    """Return the format of a line in a table cell. Not to be changed: it is shared."""
    shape = QTextBlockFormat()
    shape.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    sides = {
        Alignment.LEFT: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute,
        Alignment.CENTRE: Qt.AlignmentFlag.AlignHCenter,
        Alignment.RIGHT: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute,
    }
    if alignment in sides:
        shape.setAlignment(sides[alignment])
    return shape


def same_columns(table: Table) -> int:
    """Return how many columns Qt needs for a table."""
    return max(1, len(table.alignments))
