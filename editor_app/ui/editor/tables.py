"""Tables: making one, walking its cells, adding and deleting rows and columns."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor, QTextTable

from editor_app.body.tree import Alignment, Content, Table
from editor_app.ui.editor.deletion import remove_table
from editor_app.ui.editor.document import write_content
from editor_app.ui.editor.formats import (
    ALIGNMENTS,
    alignments_of,
    cell_format,
    plain_format,
    put,
)
from editor_app.ui.editor.insertion import insert_block
from editor_app.ui.editor.leaves import Kind, Leaf
from editor_app.ui.editor.lines import one_step
from editor_app.ui.editor.reader import Reader

_Place = tuple[int, int]


def insert_table(cursor: QTextCursor, *, rows: int = 3, columns: int = 3) -> None:
    """Put an empty table where the caret is, and the caret into its first cell."""
    empty = ((),) * columns
    held = Table((Alignment.NONE,) * columns, empty, (empty,) * (rows - 1))
    insert_block(cursor, [Leaf(Kind.TABLE, table=held)])
    table = _table_above(cursor)
    if table is not None:
        cursor.setPosition(table.firstPosition())


def _table_above(cursor: QTextCursor) -> QTextTable | None:
    above = QTextCursor(cursor.block().previous())
    return above.currentTable()


def next_cell(cursor: QTextCursor) -> None:
    """Go to the next cell; after the last one a new row is added."""
    table = cursor.currentTable()
    cell = table.cellAt(cursor)
    row, column = cell.row(), cell.column() + 1
    if column == table.columns():
        row, column = row + 1, 0
    if row == table.rows():
        add_row(cursor, below=True)
    _select_cell(cursor, table, row, column)


def previous_cell(cursor: QTextCursor) -> None:
    """Go to the cell before; from the first one nowhere."""
    table = cursor.currentTable()
    cell = table.cellAt(cursor)
    row, column = cell.row(), cell.column() - 1
    if column < 0:
        row, column = row - 1, table.columns() - 1
    if row >= 0:
        _select_cell(cursor, table, row, column)


def _select_cell(cursor: QTextCursor, table: QTextTable, row: int, column: int) -> None:
    cell = table.cellAt(row, column)
    cursor.setPosition(cell.firstPosition())
    cursor.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)


def add_row(cursor: QTextCursor, *, below: bool) -> None:
    """Add a row under or over the caret's; nothing can go over the head."""
    table = cursor.currentTable()
    row = table.cellAt(cursor).row()
    at = row + 1 if below or row == 0 else row
    with one_step(cursor):
        if at == table.rows():
            table.appendRows(1)
        else:
            table.insertRows(at, 1)
        _dress_cells(table)


def add_column(cursor: QTextCursor, *, after: bool) -> None:
    """Add a column after or before the caret's."""
    table = cursor.currentTable()
    column = table.cellAt(cursor).column()
    at = column + 1 if after else column
    named = list(alignments_of(table.format().toTableFormat(), table.columns()))
    named.insert(at, Alignment.NONE)
    with one_step(cursor):
        if at == table.columns():
            table.appendColumns(1)
        else:
            table.insertColumns(at, 1)
        _align(table, tuple(named))


def can_move_row(cursor: QTextCursor, *, by: int) -> bool:
    """Whether there is a row that the caret's can change places with."""
    table = cursor.currentTable()
    return 0 <= table.cellAt(cursor).row() + by < table.rows()


def move_row(cursor: QTextCursor, *, by: int) -> None:
    """Let the caret's row change places with the one above or below; the caret goes along.

    A row that comes to the top is the head from then on.
    """
    if not can_move_row(cursor, by=by):
        return
    table = cursor.currentTable()
    cell = table.cellAt(cursor)
    row, column = cell.row(), cell.column()
    with one_step(cursor):
        _swap(table, [((row, at), (row + by, at)) for at in range(table.columns())])
        _dress_cells(table, even_same=True)
    cursor.setPosition(table.cellAt(row + by, column).lastPosition())


def can_move_column(cursor: QTextCursor, *, by: int) -> bool:
    """Whether there is a column that the caret's can change places with."""
    table = cursor.currentTable()
    return 0 <= table.cellAt(cursor).column() + by < table.columns()


def move_column(cursor: QTextCursor, *, by: int) -> None:
    """Let the caret's column change places with the one beside it; the caret goes along."""
    if not can_move_column(cursor, by=by):
        return
    table = cursor.currentTable()
    cell = table.cellAt(cursor)
    row, column = cell.row(), cell.column()
    named = list(alignments_of(table.format().toTableFormat(), table.columns()))
    named[column], named[column + by] = named[column + by], named[column]
    with one_step(cursor):
        _swap(table, [((at, column), (at, column + by)) for at in range(table.rows())])
        _align(table, tuple(named))
    cursor.setPosition(table.cellAt(row, column + by).lastPosition())


def _swap(table: QTextTable, pairs: list[tuple[_Place, _Place]]) -> None:
    """Let cells change their words, pair by pair."""
    reader = Reader(table.firstCursorPosition().document())
    held = reader.table(table).table
    if held is None:
        return
    rows = (held.head, *held.rows)
    for one, other in pairs:
        _write_cell(table, one, rows[other[0]][other[1]])
        _write_cell(table, other, rows[one[0]][one[1]])


def _write_cell(table: QTextTable, place: _Place, content: Content) -> None:
    cell = table.cellAt(*place)
    inside = cell.firstCursorPosition()
    inside.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
    inside.removeSelectedText()
    inside.setBlockCharFormat(plain_format())
    write_content(inside, content)


def delete_row(cursor: QTextCursor) -> None:
    """Delete the caret's row, or the whole table with its last one."""
    table = cursor.currentTable()
    with one_step(cursor):
        if table.rows() == 1:
            delete_table(cursor)
        else:
            table.removeRows(table.cellAt(cursor).row(), 1)
            _dress_cells(table, even_same=True)


def delete_column(cursor: QTextCursor) -> None:
    """Delete the caret's column, or the whole table with its last one."""
    table = cursor.currentTable()
    column = table.cellAt(cursor).column()
    named = list(alignments_of(table.format().toTableFormat(), table.columns()))
    del named[column]
    with one_step(cursor):
        if table.columns() == 1:
            delete_table(cursor)
        else:
            table.removeColumns(column, 1)
            _align(table, tuple(named))


def delete_table(cursor: QTextCursor) -> None:
    """Delete the whole table."""
    table = cursor.currentTable()
    before = table.firstPosition() - 1
    remove_table(table)
    cursor.setPosition(before)


def align_column(cursor: QTextCursor, alignment: Alignment) -> None:
    """Set the caret's column to a side, in one undo step."""
    table = cursor.currentTable()
    named = list(alignments_of(table.format().toTableFormat(), table.columns()))
    named[table.cellAt(cursor).column()] = alignment
    with one_step(cursor):
        _align(table, tuple(named))


def align_columns(cursor: QTextCursor, alignments: Sequence[Alignment]) -> None:
    """Set all columns of the caret's table, in one undo step."""
    table = cursor.currentTable()
    with one_step(cursor):
        _align(table, tuple(alignments))


def column_alignment(cursor: QTextCursor) -> Alignment:
    """Return to which side the caret's column is set."""
    table = cursor.currentTable()
    named = alignments_of(table.format().toTableFormat(), table.columns())
    return named[table.cellAt(cursor).column()]


def _align(table: QTextTable, named: tuple[Alignment, ...]) -> None:
    shape = table.format().toTableFormat()
    put(shape, ALIGNMENTS, ",".join(named))
    table.setFormat(shape)
    _dress_cells(table)


def _dress_cells(table: QTextTable, *, even_same: bool = False) -> None:
    """Give every line of every cell the format of its column.

    With ``even_same`` lines that have it already are written as well, so that they are coloured
    anew: another row may have become the head.
    """
    named = alignments_of(table.format().toTableFormat(), table.columns())
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            block = cell.firstCursorPosition().block()
            while block.isValid() and block.position() <= cell.lastPosition():
                if even_same or block.blockFormat() != cell_format(named[column]):
                    QTextCursor(block).setBlockFormat(cell_format(named[column]))
                block = block.next()
