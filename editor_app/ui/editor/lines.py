"""The lines of an open document as the editing commands see and change them."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextTable

from editor_app.ui.editor.formats import SOURCE, kind_of, line_format, path_of, place_table, stored
from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.paths import Path, number_of
from editor_app.ui.editor.reader import blocks_of

_BEGINNING_OF_CELL = "\ufdd0"
_TITLES = {Kind.BOX_TITLE, Kind.GALLERY_TITLE}


@contextmanager
def one_step(cursor: QTextCursor) -> Iterator[QTextCursor]:
    """Make everything done inside one undo step."""
    cursor.beginEditBlock()
    try:
        yield cursor
    finally:
        cursor.endEditBlock()


def table_at(cursor: QTextCursor) -> QTextTable | None:
    """Return the table that the caret is in, if any; Qt's own call hides that there may be none."""
    return cursor.currentTable()


def table_of(block: QTextBlock) -> QTextTable | None:
    """Return the table that a line is a part of, if any.

    Qt itself knows a table only when the step that has put it in has ended.
    """
    if not block.isValid():
        return None  # PySide crashes otherwise
    table = table_at(QTextCursor(block))
    document = block.document()
    if table is None and document.characterAt(block.position() - 1) == _BEGINNING_OF_CELL:
        found = document.object(block.charFormat().objectIndex())
        return found if isinstance(found, QTextTable) else None
    return table


def line_kind(block: QTextBlock) -> Kind:
    """Return what a line is; a line in a table cell is a table."""
    return Kind.TABLE if table_of(block) is not None else kind_of(block.blockFormat())


def line_path(block: QTextBlock) -> Path:
    """Return the containers that a line, or the table it is in, stands in."""
    table = table_of(block)
    return path_of(block.blockFormat() if table is None else table.format())


def set_line(block: QTextBlock, *, kind: Kind | None = None, path: Path | None = None) -> None:
    """Change what a line is or what it stands in; a line of a table moves the whole table."""
    table = table_of(block)
    if table is not None:
        if path is not None:
            _move_table(table, path)
        return
    shape = block.blockFormat()
    new_kind = kind_of(shape) if kind is None else kind
    new_path = path_of(shape) if path is None else path
    fresh = line_format(new_kind, new_path, stored(shape, SOURCE))
    if fresh != shape:
        QTextCursor(block).setBlockFormat(fresh)


def _move_table(table: QTextTable, path: Path) -> None:
    if path_of(table.format()) == path:
        return
    shape = table.format().toTableFormat()
    place_table(shape, path)
    table.setFormat(shape)


def covered(cursor: QTextCursor) -> list[QTextBlock]:
    """Return the lines that a selection touches, or the line of the caret."""
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    end = cursor.selectionEnd()
    last = document.findBlock(end)
    if last != block and end == last.position():
        last = last.previous()
    found = [block]
    while block != last and block.next().isValid():
        block = block.next()
        found.append(block)
    return found


def standing_in(block: QTextBlock, prefix: Path) -> list[QTextBlock]:
    """Return the lines round a line, and the line itself, that stand in the same container."""
    size = len(prefix)
    first = block
    while first.previous().isValid() and line_path(first.previous())[:size] == prefix:
        first = first.previous()
    return following(first, prefix)


def following(block: QTextBlock, prefix: Path) -> list[QTextBlock]:
    """Return the lines from a line on that stand in a container, without a gap."""
    size = len(prefix)
    found = []
    while block.isValid() and line_path(block)[:size] == prefix:
        found.append(block)
        block = block.next()
    return found


def fresh_number(document: QTextDocument) -> int:
    """Return a number that no container of the document has."""
    highest = 0
    seen: set[Path] = set()
    for block in blocks_of(document):
        path = path_of(block.blockFormat())
        if path and path not in seen:
            seen.add(path)
            highest = max(highest, *map(number_of, path))
    for frame in document.rootFrame().childFrames():
        for name in path_of(frame.frameFormat()):
            highest = max(highest, number_of(name))
    return highest + 1


def innermost(path: Path, letters: str) -> int:
    """Return where in a path the innermost container of these letters is, or -1."""
    return max((i for i, name in enumerate(path) if name[0] in letters), default=-1)


def is_boxed(path: Path) -> bool:
    """Whether a path leads into a box, a gallery or a passage, which stand at the top of a text."""
    return bool(path) and path[0][0] in "bplg"


def is_in_gallery(path: Path) -> bool:
    """Whether a path leads into a gallery."""
    return bool(path) and path[0][0] == "g"


def thing_lines(block: QTextBlock) -> list[QTextBlock]:
    """Return the lines of the one thing a line is a fixed part of: a figure, a pull quote, a box.

    A line that is not a part of anything, or the attribution of a quote, stands for itself.
    """
    path = line_path(block)
    if path and (path[-1][0] in "fp" or line_kind(block) in _TITLES):
        return standing_in(block, path)
    return [block]


def lines_beside(block: QTextBlock) -> list[QTextBlock]:
    """Return the lines that a paragraph comes before or after: those of the thing, or gallery."""
    path = line_path(block)
    return standing_in(block, path[:1]) if is_in_gallery(path) else thing_lines(block)


def path_beside(block: QTextBlock) -> Path:
    """Return the path of a line that comes before or after what a line is a fixed part of."""
    path = line_path(block)
    if not path:
        return path
    if is_in_gallery(path):
        return ()
    is_end_of_something = line_kind(block) in {Kind.BOX_TITLE, Kind.ATTRIBUTION}
    return path[:-1] if path[-1][0] in "fp" or is_end_of_something else path


def figure_lines(block: QTextBlock) -> list[QTextBlock]:
    """Return all lines of the figure that a line belongs to, or none."""
    path = line_path(block)
    if not path or path[-1][0] != "f":
        return []
    return standing_in(block, path)


def is_at_start(cursor: QTextCursor) -> bool:
    """Whether the caret is before the first letter of its line."""
    return cursor.position() == cursor.block().position()


def is_at_end(cursor: QTextCursor) -> bool:
    """Whether the caret is after the last letter of its line."""
    return cursor.position() == cursor.block().position() + cursor.block().length() - 1


def is_empty(block: QTextBlock) -> bool:
    """Whether a line holds nothing."""
    return block.length() <= 1
