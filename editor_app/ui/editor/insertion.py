"""Putting lines into the text: what is pasted, a separator, a figure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.body.tree import Break, Content, Inline
from editor_app.ui.editor.deletion import delete_selection
from editor_app.ui.editor.document import dress, write_content, write_leaves
from editor_app.ui.editor.formats import line_format, plain_format
from editor_app.ui.editor.leaves import Kind, Leaf
from editor_app.ui.editor.lines import (
    figure_lines,
    fresh_number,
    innermost,
    is_at_end,
    is_at_start,
    is_empty,
    line_kind,
    line_path,
    one_step,
    table_of,
    without_figure,
)
from editor_app.ui.editor.lists import begin_item, item_path
from editor_app.ui.editor.paths import Path, number_of, renumbered


def paragraph_after(cursor: QTextCursor, block: QTextBlock) -> None:
    """Put the caret into a new empty paragraph after a line, or after the figure it is part of."""
    lines = figure_lines(block) or [block]
    path = without_figure(line_path(lines[-1]))
    cursor.setPosition(lines[-1].position() + lines[-1].length() - 1)
    cursor.insertBlock(line_format(Kind.PARAGRAPH, path), plain_format())


def paragraph_before(cursor: QTextCursor, block: QTextBlock) -> None:
    """Put an empty paragraph before a line, or before the figure it is part of; the caret stays."""
    first = (figure_lines(block) or [block])[0]
    shape, source_words = first.blockFormat(), first.charFormat()
    path = without_figure(line_path(first))
    cursor.setPosition(first.position())
    cursor.insertBlock(shape, source_words)
    above = QTextCursor(cursor.block().previous())
    dress(above, Leaf(Kind.PARAGRAPH, path))


def insert_leaves(cursor: QTextCursor, leaves: Sequence[Leaf]) -> None:
    """Put lines in place of the selection: words into the line, blocks between lines."""
    if not leaves:
        return
    with one_step(cursor):
        delete_selection(cursor)
        if table_of(cursor.block()) is not None:
            write_content(cursor, in_one_line(leaves))
        elif len(leaves) == 1 and leaves[0].kind.is_prose and not leaves[0].path:
            _step_aside(cursor)
            write_content(cursor, leaves[0].content)
        else:
            _step_aside(cursor)
            _insert_blocks(cursor, leaves)


def in_one_line(leaves: Iterable[Leaf]) -> Content:
    """Return the words of lines with breaks between them, as a table cell can hold them."""
    found: list[Inline] = []
    for leaf in leaves:
        words = leaf.content if leaf.table is None else _cell_words(leaf)
        if found and words:
            found.append(Break())
        found.extend(words)
    return tuple(found)


def _cell_words(leaf: Leaf) -> tuple[Inline, ...]:
    if leaf.table is None:
        return ()
    cells = [cell for row in (leaf.table.head, *leaf.table.rows) for cell in row]
    return in_one_line(Leaf(Kind.PARAGRAPH, content=cell) for cell in cells)


def _step_aside(cursor: QTextCursor) -> None:
    """Leave a line that cannot take text in."""
    kind = line_kind(cursor.block())
    if kind in {Kind.SOURCE, Kind.SEPARATOR, Kind.PHOTO}:
        paragraph_after(cursor, cursor.block())


def _insert_blocks(cursor: QTextCursor, leaves: Sequence[Leaf]) -> None:
    block = cursor.block()
    if figure_lines(block):
        paragraph_after(cursor, block)
        block = cursor.block()
    base = line_path(block)
    placed = _placed(cursor, base, leaves)
    if not is_at_start(cursor) and placed[0].kind.is_prose and not leaves[0].path:
        write_content(cursor, placed[0].content)
        placed = placed[1:]
    has_rest = not is_at_end(cursor)
    if has_rest:
        _split_rest(cursor)
    if not placed:
        return
    if not is_empty(cursor.block()):
        cursor.insertBlock(line_format(Kind.PARAGRAPH, base), plain_format())
    write_leaves(cursor, placed)
    if has_rest and placed[-1].kind.is_prose and cursor.block().next().isValid():
        _join_next(cursor)


def _split_rest(cursor: QTextCursor) -> None:
    """Move what follows the caret into a line of its own; the caret stays above it."""
    old_item = item_path(cursor.block())
    cursor.insertBlock()
    if old_item:
        begin_item(cursor.block(), old_item)
    cursor.setPosition(cursor.block().position() - 1)


def _join_next(cursor: QTextCursor) -> None:
    shape = cursor.blockFormat()
    place = cursor.position()
    cursor.deleteChar()
    cursor.setBlockFormat(shape)
    cursor.setPosition(place)


def _placed(cursor: QTextCursor, base: Path, leaves: Sequence[Leaf]) -> list[Leaf]:
    """Return leaves with the paths they get where they are put, with names of their own."""
    number = fresh_number(cursor.document())
    known: dict[str, str] = {}

    def renamed(name: str) -> str:
        return known.setdefault(name, renumbered(name, number + len(known)))

    host = base[: innermost(base, "i") + 1]
    placed = []
    for index, leaf in enumerate(leaves):
        path = tuple(renamed(name) for name in leaf.path)
        kind = leaf.kind
        if host and path and path[0][0] in "uo":
            path = (*host[:-1], *path[1:])
        elif host and not path and kind.is_prose and (index or is_at_start(cursor)):
            item = renamed(f"i{-1 - index}")
            path, kind = (*host[:-1], item), Kind.TIGHT
        else:
            path = (*base, *path)
        placed.append(replace(leaf, kind=kind, path=path))
    return placed


def insert_separator(cursor: QTextCursor) -> None:
    """Put a separator after the caret's line, and an empty paragraph after it."""
    insert_block(cursor, [Leaf(Kind.SEPARATOR)])


def insert_block(cursor: QTextCursor, leaves: Sequence[Leaf]) -> None:
    """Put whole lines where the caret is and the caret into the line after them."""
    with one_step(cursor):
        delete_selection(cursor)
        table = table_of(cursor.block())
        if table is not None:
            cursor.setPosition(table.lastPosition() + 1)
        block = cursor.block()
        path = tuple(name for name in without_figure(line_path(block)) if name[0] == "q")
        _make_room(cursor)
        number = fresh_number(cursor.document())
        placed = [
            replace(
                leaf,
                path=(*path, *(renumbered(name, number + number_of(name)) for name in leaf.path)),
            )
            for leaf in leaves
        ]
        write_leaves(cursor, placed)
        _go_below(cursor, path)


def _make_room(cursor: QTextCursor) -> None:
    """Put the caret into an empty line where it is, above its line or below it."""
    block = cursor.block()
    if figure_lines(block) or not is_at_start(cursor):
        paragraph_after(cursor, block)
    elif not is_empty(block) or not line_kind(block).is_prose:
        paragraph_before(cursor, block)
        cursor.setPosition(cursor.block().previous().position())


def _go_below(cursor: QTextCursor, path: Path) -> None:
    """Put the caret into the line below, which is made where there is none for text."""
    below = cursor.block().next()
    if is_empty(cursor.block()) and line_kind(cursor.block()).is_prose:
        return
    if below.isValid() and line_kind(below).is_prose and line_path(below) == path:
        cursor.setPosition(below.position())
        return
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.insertBlock(line_format(Kind.PARAGRAPH, path), plain_format())
