"""The commands that need nothing but the caret or the selection, by the names of their actions."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtGui import QTextCursor

from editor_app.body.tree import Alignment, Link
from editor_app.ui.editor import figures, tables
from editor_app.ui.editor.blocks import can_unwrap, duplicate_unit, own_path, remove_unit, unwrap
from editor_app.ui.editor.commands.entries import COLUMN_SIDES, FIGURE_SETTINGS, HEAD_LEVELS
from editor_app.ui.editor.containers import (
    add_attribution,
    insert_pull_quote,
    is_in_box,
    make_fact_box,
    unwrap_box,
)
from editor_app.ui.editor.deletion import delete_selection
from editor_app.ui.editor.formats import mark_format
from editor_app.ui.editor.insertion import insert_separator
from editor_app.ui.editor.keys import make_ready_to_type
from editor_app.ui.editor.lines import line_path, one_step
from editor_app.ui.editor.lists import toggle_list
from editor_app.ui.editor.marks import select_said, set_link, typing_marks
from editor_app.ui.editor.moving import move_block
from editor_app.ui.editor.quotes import toggle_quote
from editor_app.ui.editor.styles import set_cross_head, set_paragraph
from editor_app.ui.editor.table_details import set_table_details, table_details

Command = Callable[[QTextCursor], object]
"""Do something to the text; what returns False could do nothing there."""

_NEXT_SIDE = {
    Alignment.NONE: Alignment.CENTRE,
    Alignment.CENTRE: Alignment.RIGHT,
    Alignment.RIGHT: Alignment.LEFT,
    Alignment.LEFT: Alignment.NONE,
}


def text_commands() -> Mapping[str, Command]:
    """Return what each of these actions does to the text."""
    return {
        "bulletList": partial(toggle_list, is_numbered=False),
        "numberedList": partial(toggle_list, is_numbered=True),
        "quote": toggle_quote,
        "paragraph": set_paragraph,
        **{name: partial(set_cross_head, level=level) for name, level in HEAD_LEVELS.items()},
        "unlink": _unlink,
        "attribution": add_attribution,
        "factBox": _toggle_box,
        "pullQuote": insert_pull_quote,
        "moveBlockUp": partial(move_block, up=True),
        "moveBlockDown": partial(move_block, up=False),
        "duplicateBlock": lambda cursor: duplicate_unit(cursor, own_path(cursor.block())),
        "removeBlock": lambda cursor: remove_unit(cursor, own_path(cursor.block())),
        "unwrapBlock": _unwrap_innermost,
        "insertTable": tables.insert_table,
        "insertSeparator": insert_separator,
        "nonBreakingSpace": partial(_insert_sign, sign="\N{NO-BREAK SPACE}"),
        "nonBreakingHyphen": partial(_insert_sign, sign="\N{NON-BREAKING HYPHEN}"),
        **{
            name: partial(figures.set_setting, setting=setting)
            for name, setting in FIGURE_SETTINGS.items()
        },
        "figureDecorative": figures.toggle_decorative,
        **_table_commands(),
    }


def _table_commands() -> Mapping[str, Command]:
    return {
        "rowAbove": partial(tables.add_row, below=False),
        "rowBelow": partial(tables.add_row, below=True),
        "moveRowUp": partial(tables.move_row, by=-1),
        "moveRowDown": partial(tables.move_row, by=1),
        "deleteRow": tables.delete_row,
        "columnBefore": partial(tables.add_column, after=False),
        "columnAfter": partial(tables.add_column, after=True),
        "moveColumnLeft": partial(tables.move_column, by=-1),
        "moveColumnRight": partial(tables.move_column, by=1),
        "alignColumn": _turn_column,
        **{name: partial(_set_column, side=side) for name, side in COLUMN_SIDES.items()},
        "deleteColumn": tables.delete_column,
        "deleteTable": tables.delete_table,
        "headerColumn": _toggle_header_column,
    }


def _unlink(cursor: QTextCursor) -> None:
    """Take away the link at the caret, or those in the selection; the words stay."""
    words = QTextCursor(cursor)
    select_said(words, Link)
    set_link(words, None)


def _toggle_box(cursor: QTextCursor) -> bool:
    return unwrap_box(cursor) if is_in_box(cursor) else make_fact_box(cursor)


def _unwrap_innermost(cursor: QTextCursor) -> None:
    path = line_path(cursor.block())
    if can_unwrap(path):
        unwrap(cursor, path)


def _toggle_header_column(cursor: QTextCursor) -> None:
    if (held := table_details(cursor)) is not None:
        caption, has_header_column = held
        set_table_details(cursor, caption, has_header_column=not has_header_column)


def _turn_column(cursor: QTextCursor) -> None:
    tables.align_column(cursor, _NEXT_SIDE[tables.column_alignment(cursor)])


def _set_column(cursor: QTextCursor, *, side: Alignment) -> None:
    """Set the caret's column to a side, or as the text where it is set there already."""
    is_there = tables.column_alignment(cursor) is side
    tables.align_column(cursor, Alignment.NONE if is_there else side)


def _insert_sign(cursor: QTextCursor, *, sign: str) -> None:
    """Type a sign that keyboards have no key for, as any other letter is typed."""
    with one_step(cursor):
        delete_selection(cursor)
        if make_ready_to_type(cursor):
            cursor.insertText(sign, mark_format(typing_marks(cursor)))
