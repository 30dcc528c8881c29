"""The tree of a body in a QTextDocument, and back."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor, QTextDocument

from editor_app.body.tree import Body, Break, Content, Image, Text
from editor_app.ui.editor.formats import (
    LINE,
    OBJECT,
    cell_format,
    line_format,
    mark_format,
    object_format,
    photo_format,
    plain_format,
    same_columns,
    table_format,
)
from editor_app.ui.editor.gathering import from_leaves
from editor_app.ui.editor.leaves import (
    INSIDE_TABLE,
    Kind,
    Leaf,
    Line,
    to_leaves,
)
from editor_app.ui.editor.reader import Reader, shown_source
from editor_app.ui.editor.spacing import HANG, STEP


def fill(document: QTextDocument, body: Body) -> list[Line]:
    """Make document hold body and nothing else, with nothing to undo; return its lines."""
    document.setUndoRedoEnabled(False)
    document.setIndentWidth(STEP)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    document.clear()  # in here, so that Qt sees a new text and lays out only what shows of it
    _set_sides(document)
    lines = write_leaves(cursor, to_leaves(body.blocks) or [Leaf(Kind.PARAGRAPH, ())])
    cursor.endEditBlock()
    document.setUndoRedoEnabled(True)
    document.setModified(False)
    return lines


def _set_sides(document: QTextDocument) -> None:
    """Leave room beside the column for what hangs out of it; it is no part of the text."""
    sheet = document.rootFrame()
    shape = sheet.frameFormat()
    shape.setLeftMargin(HANG)
    shape.setRightMargin(HANG)
    sheet.setFrameFormat(shape)


def read(document: QTextDocument) -> Body:
    """Return the body that document holds."""
    return Body(from_leaves(Reader(document).leaves()))


def write_leaves(cursor: QTextCursor, leaves: Sequence[Leaf]) -> list[Line]:
    """Write leaves at a cursor that stands in an empty line, which the first of them takes over.

    Return the lines they became. Qt needs a line before and after every table, and it hides an
    empty one there; an empty paragraph is no content.
    """
    lines: list[Line] = []
    is_fresh = False
    for leaf in leaves:
        if leaf.kind is Kind.TABLE:
            if not lines:
                dress(cursor, Leaf(Kind.PARAGRAPH, leaf.path))
                lines.append(Line(Leaf(Kind.PARAGRAPH, leaf.path)))
            elif not is_fresh and cursor.block().length() == 1:
                lines.append(_begin_line(cursor, Leaf(Kind.PARAGRAPH, leaf.path)))
            lines += write_table(cursor, leaf)
            is_fresh = True
            continue
        if not lines or (is_fresh and not _is_bare(leaf)):
            dress(cursor, leaf)
            lines[-1:] = [Line(leaf)]
        else:
            lines.append(_begin_line(cursor, leaf))
        is_fresh = False
        write_words(cursor, leaf)
    return lines


def _begin_line(cursor: QTextCursor, leaf: Leaf) -> Line:
    cursor.insertBlock(line_format(leaf.kind, leaf.path, leaf.source), plain_format())
    return Line(leaf)


def _is_bare(leaf: Leaf) -> bool:
    """Whether the line of a leaf is empty."""
    return not leaf.content and leaf.card is None and not leaf.source


def dress(cursor: QTextCursor, leaf: Leaf) -> None:
    """Give the cursor's line the format of a leaf."""
    cursor.setBlockFormat(line_format(leaf.kind, leaf.path, leaf.source))
    cursor.setBlockCharFormat(plain_format())


def write_words(cursor: QTextCursor, leaf: Leaf) -> None:
    """Write the words of a leaf into the cursor's line."""
    if leaf.kind is Kind.SOURCE:
        cursor.insertText(shown_source(leaf.source), plain_format())
    elif leaf.kind is Kind.PHOTO:
        _write_photo(cursor, leaf)
    elif leaf.card is not None:
        cursor.insertText(OBJECT, object_format(leaf.card))
    else:
        write_content(cursor, leaf.content)


def _write_photo(cursor: QTextCursor, leaf: Leaf) -> None:
    for node in leaf.content:
        if isinstance(node, Image):
            shape = photo_format(node, leaf.setting, is_decorative=leaf.is_decorative)
            cursor.insertText(OBJECT, shape)
        else:
            write_content(cursor, (node,))


def write_content(cursor: QTextCursor, content: Content) -> None:
    """Write inline content at the cursor."""
    for node in content:
        if isinstance(node, Text):
            cursor.insertText(node.text, mark_format(node.marks))
        elif isinstance(node, Break):
            cursor.insertText(LINE, mark_format(node.marks))
        else:
            cursor.insertText(OBJECT, object_format(node))


def write_table(cursor: QTextCursor, leaf: Leaf) -> list[Line]:
    """Write a table after the cursor's line; the cursor ends in the empty line after it.

    Return the lines of the table and that line.
    """
    held = leaf.table
    if held is None:
        return []
    rows = (held.head, *held.rows)
    table = cursor.insertTable(len(rows), same_columns(held), table_format(held, leaf.path))
    for row, cells in enumerate(rows):
        for column, content in enumerate(cells):
            inside = table.cellAt(row, column).firstCursorPosition()
            inside.setBlockFormat(cell_format(held.alignments[column]))
            write_content(inside, content)
    cursor.setPosition(table.lastPosition() + 1)
    after = Leaf(Kind.PARAGRAPH, leaf.path)
    dress(cursor, after)
    count = len(rows) * same_columns(held)
    return [Line(leaf), *[INSIDE_TABLE] * (count - 1), Line(after)]
