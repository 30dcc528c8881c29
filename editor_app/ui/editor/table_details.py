"""What a table says besides its cells: its caption, and whether its first column heads the rows."""

from PySide6.QtGui import QTextCursor

from editor_app.body.normal import normalised_content
from editor_app.body.tree import Content
from editor_app.ui.editor.formats import put_table_details, table_details_of
from editor_app.ui.editor.insertion import without_breaks
from editor_app.ui.editor.lines import one_step, table_at


def table_details(cursor: QTextCursor) -> tuple[Content, bool] | None:
    """Return the caption of the caret's table and whether it has a header column."""
    table = table_at(cursor)
    return None if table is None else table_details_of(table.format().toTableFormat())


def set_table_details(cursor: QTextCursor, caption: Content, *, has_header_column: bool) -> bool:
    """Give the caret's table a caption and a header column, or take them; one undo step."""
    table = table_at(cursor)
    if table is None:
        return False
    words = normalised_content(without_breaks(caption))
    with one_step(cursor):
        shape = table.format().toTableFormat()
        put_table_details(shape, words, has_header_column=has_header_column)
        table.setFormat(shape)
    return True
