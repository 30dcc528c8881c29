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

from editor_app.body.tree import (
    NO_MARKS,
    Abbreviation,
    Alignment,
    Card,
    Content,
    Direction,
    Footnote,
    Image,
    Language,
    Link,
    Mark,
    Marks,
    RawInline,
    Setting,
    Table,
)
from editor_app.ui.editor import spacing
from editor_app.ui.editor.as_json import (
    card_as_json,
    card_from_json,
    words_as_json,
    words_from_json,
)
from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.paths import Path, passage_language

_USER = QTextFormat.Property.UserProperty.value
KIND = _USER + 1
PATH = _USER + 2
SOURCE = _USER + 3
ALIGNMENTS = _USER + 4
TABLE_CAPTION = _USER + 5
HEADER_COLUMN = _USER + 6
MARKS = _USER + 11
HREF = _USER + 12
TITLE = _USER + 13
RAW = _USER + 14
SRC = _USER + 15
ALT = _USER + 16
IMAGE_TITLE = _USER + 17
LANGUAGE = _USER + 18
DIRECTION = _USER + 19
EXPANSION = _USER + 20
NOTE = _USER + 21
CARD = _USER + 22
SETTING = _USER + 23
IS_DECORATIVE = _USER + 24

_OBJECTS = QTextFormat.ObjectTypes.UserObject.value
PHOTO_OBJECT = _OBJECTS + 1
IMAGE_OBJECT = _OBJECTS + 2
RAW_OBJECT = _OBJECTS + 3
FOOTNOTE_OBJECT = _OBJECTS + 4
CARD_OBJECT = _OBJECTS + 5

Placed = Image | RawInline | Footnote | Card
"""What one object character can stand for."""

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
    _show_marks(shape, marks)
    for mark in marks:
        if not isinstance(mark, Mark):
            _put_mark(shape, mark)
    return shape


def _show_marks(shape: QTextCharFormat, marks: Marks) -> None:
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


def _put_mark(shape: QTextCharFormat, mark: Link | Language | Abbreviation) -> None:
    match mark:
        case Link():
            shape.setAnchor(True)
            put(shape, HREF, mark.href)
            put(shape, TITLE, mark.title)
        case Language():
            put(shape, LANGUAGE, mark.tag)
            put(shape, DIRECTION, mark.direction)
        case Abbreviation():
            shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            put(shape, EXPANSION, mark.expansion)


def object_format(node: Placed, *, is_photo: bool = False) -> QTextCharFormat:
    """Return the format of the one character that stands for something that is not text."""
    if isinstance(node, Card):
        shape = QTextCharFormat()
        shape.setObjectType(CARD_OBJECT)
        put(shape, CARD, card_as_json(node))
        return shape
    shape = QTextCharFormat(mark_format(node.marks))
    match node:
        case RawInline():
            shape.setObjectType(RAW_OBJECT)
            put(shape, RAW, node.source)
        case Footnote():
            shape.setObjectType(FOOTNOTE_OBJECT)
            put(shape, NOTE, words_as_json(node.content))
        case Image():
            shape.setObjectType(PHOTO_OBJECT if is_photo else IMAGE_OBJECT)
            put(shape, SRC, node.src)
            put(shape, ALT, node.alt)
            put(shape, IMAGE_TITLE, node.title)
    return shape


def photo_format(
    image: Image, setting: Setting = Setting.NONE, *, is_decorative: bool = False
) -> QTextCharFormat:
    """Return the format of the one character that stands for a figure's photo."""
    shape = object_format(image, is_photo=True)
    put(shape, SETTING, setting)
    shape.setProperty(IS_DECORATIVE, is_decorative)
    return shape


def setting_of(shape: QTextCharFormat) -> tuple[Setting, bool]:
    """Return how the figure of a photo with this format is set, and whether it is decorative."""
    return Setting(stored(shape, SETTING)), shape.boolProperty(IS_DECORATIVE)


def put(shape: QTextFormat, name: int, words: str) -> None:
    """Store words in a format; never an empty string, which PySide stores as an empty list."""
    shape.setProperty(name, f"={words}")


def stored(shape: QTextFormat, name: int) -> str:
    """Return the words that `put` stored, or an empty string."""
    return shape.stringProperty(name)[1:]


def marks_of(shape: QTextCharFormat) -> Marks:
    """Return the marks that a format stands for."""
    names = shape.stringProperty(MARKS)
    marks: set[Mark | Link | Language | Abbreviation] = set()
    if names:
        marks.update(Mark(name) for name in names.split(" "))
    if shape.hasProperty(HREF):
        marks.add(Link(stored(shape, HREF), stored(shape, TITLE)))
    if shape.hasProperty(LANGUAGE):
        marks.add(Language(stored(shape, LANGUAGE), Direction(stored(shape, DIRECTION))))
    if shape.hasProperty(EXPANSION):
        marks.add(Abbreviation(stored(shape, EXPANSION)))
    return frozenset(marks)


def object_of(shape: QTextCharFormat) -> Placed | None:
    """Return what the object character of this format stands for, if it is one of ours."""
    if shape.hasProperty(RAW):
        return RawInline(stored(shape, RAW), marks_of(shape))
    if shape.hasProperty(NOTE):
        return Footnote(words_from_json(stored(shape, NOTE)), marks_of(shape))
    if shape.hasProperty(CARD):
        return card_from_json(stored(shape, CARD))
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
    above, below = spacing.above_and_below(kind, path)
    shape.setTopMargin(above)
    shape.setBottomMargin(below)
    if beside := spacing.inset(path, kind):
        shape.setLeftMargin(beside)
        shape.setRightMargin(beside)
    if kind is Kind.PHOTO:
        shape.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    else:
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        shape.setLineHeight(spacing.line_height(kind), proportional)
    if kind is Kind.SOURCE:
        shape.setNonBreakableLines(False)
    if path and path[0][0] == "l":
        _lay_out_from_its_side(shape, path[0])


def _lay_out_from_its_side(shape: QTextBlockFormat, passage: str) -> None:
    _language, direction = passage_language(passage)
    sides = {
        Direction.LEFT_TO_RIGHT: Qt.LayoutDirection.LeftToRight,
        Direction.RIGHT_TO_LEFT: Qt.LayoutDirection.RightToLeft,
    }
    if direction in sides:
        shape.setLayoutDirection(sides[direction])


def kind_of(shape: QTextBlockFormat) -> Kind:
    """Return what a line with this format is."""
    name = shape.stringProperty(KIND)
    return Kind(name) if name else Kind.PARAGRAPH


def path_of(shape: QTextFormat) -> Path:
    """Return the containers that a line or table with this format stands in."""
    path = shape.stringProperty(PATH)
    return tuple(path.split("/")) if path else ()


# ---------------------------------------------------------------- tables


def table_format(table: Table, path: Path) -> QTextTableFormat:
    """Return the format of a table; its first row is always the head."""
    shape = QTextTableFormat()
    put(shape, ALIGNMENTS, ",".join(table.alignments))
    put_table_details(shape, table.caption, has_header_column=table.has_header_column)
    place_table(shape, path)
    shape.setHeaderRowCount(1)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setBorder(0)
    shape.setCellPadding(7)
    shape.setCellSpacing(0)
    return shape


def place_table(shape: QTextTableFormat, path: Path) -> None:
    """Put the containers that a table stands in into its format."""
    if path:
        shape.setProperty(PATH, "/".join(path))
    else:
        shape.clearProperty(PATH)
    shape.setLeftMargin(spacing.table_indent(path))
    shape.setRightMargin(spacing.inset(path))


def put_table_details(
    shape: QTextTableFormat, caption: Content, *, has_header_column: bool
) -> None:
    """Put the caption of a table, and whether its first column heads the rows, into its format."""
    put(shape, TABLE_CAPTION, words_as_json(caption))
    shape.setProperty(HEADER_COLUMN, has_header_column)
    above, below = spacing.table_above_and_below(has_caption=bool(caption))
    shape.setTopMargin(above)
    shape.setBottomMargin(below)  # Qt leaves out the margin of the line below


def table_details_of(shape: QTextTableFormat) -> tuple[Content, bool]:
    """Return the caption of a table, and whether its first column heads the rows."""
    caption = stored(shape, TABLE_CAPTION)
    return words_from_json(caption) if caption else (), shape.boolProperty(HEADER_COLUMN)


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
