"""Putting lines into the text: what is pasted, a separator, a figure."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.body.cards import card_content
from editor_app.body.normal import normalised
from editor_app.body.tree import Break, Content, FactBox, Inline, Quote, Text
from editor_app.ui.editor.deletion import delete_selection
from editor_app.ui.editor.document import dress, write_content, write_leaves
from editor_app.ui.editor.formats import line_format, plain_format
from editor_app.ui.editor.gathering import from_leaves
from editor_app.ui.editor.leaves import Kind, Leaf, to_leaves
from editor_app.ui.editor.lines import (
    fresh_number,
    innermost,
    is_at_end,
    is_at_start,
    is_boxed,
    is_empty,
    is_in_gallery,
    line_kind,
    line_path,
    lines_beside,
    one_step,
    path_beside,
    standing_in,
    table_of,
    thing_lines,
)
from editor_app.ui.editor.lists import begin_item, item_path
from editor_app.ui.editor.mending import mend
from editor_app.ui.editor.paths import Path, number_of, renumbered


def paragraph_after(cursor: QTextCursor, block: QTextBlock) -> None:
    """Put the caret into a new empty paragraph after a line, or after what it is a part of."""
    open_line(cursor, lines_beside(block)[-1], Leaf(Kind.PARAGRAPH, path_beside(block)))


def open_line(cursor: QTextCursor, block: QTextBlock, leaf: Leaf) -> None:
    """Put the caret into a new empty line after a line, or after the table it is a part of."""
    table = table_of(block)
    if table is None:
        cursor.setPosition(block.position() + block.length() - 1)
        cursor.insertBlock(line_format(leaf.kind, leaf.path), plain_format())
        return
    cursor.setPosition(table.lastPosition() + 1)
    cursor.insertBlock(cursor.blockFormat(), cursor.blockCharFormat())
    cursor.setPosition(cursor.block().previous().position())
    dress(cursor, leaf)


def paragraph_before(cursor: QTextCursor, block: QTextBlock) -> None:
    """Put an empty paragraph before a line, or before what it is a part of; the caret stays."""
    first = lines_beside(block)[0]
    shape, source_words = first.blockFormat(), first.charFormat()
    path = path_beside(block)
    cursor.setPosition(first.position())
    cursor.insertBlock(shape, source_words)
    above = QTextCursor(cursor.block().previous())
    dress(above, Leaf(Kind.PARAGRAPH, path))


def insert_leaves(cursor: QTextCursor, leaves: Sequence[Leaf]) -> None:
    """Put lines in place of the selection: words into the line, blocks between lines."""
    if not leaves:
        return
    with one_step(cursor):
        for _ in insertion_steps(cursor, leaves):
            pass


def insertion_steps(
    cursor: QTextCursor, leaves: Sequence[Leaf], *, at_once: int = sys.maxsize
) -> Iterator[None]:
    """Put lines in place of the selection, about so many at once, yielding in between.

    The text can be read after each step. The steps are to be joined to one for undoing.
    """
    is_line = len(leaves) == 1 and leaves[0].kind.is_prose and not leaves[0].path
    delete_selection(cursor)
    if table_of(cursor.block()) is not None:
        write_content(cursor, in_one_line(leaves))
        return
    _step_aside(cursor, is_line=is_line, are_photos=are_photos(leaves))
    if not is_line:
        _leave_list(cursor, leaves)
        yield from _insert_blocks(cursor, leaves, at_once)
        mend(cursor)
    elif line_kind(cursor.block()).is_part:
        write_content(cursor, without_breaks(leaves[0].content))
    else:
        write_content(cursor, leaves[0].content)


def are_photos(leaves: Iterable[Leaf]) -> bool:
    """Whether lines are those of photos that stand in nothing else."""
    return all(leaf.kind.is_figure_part and len(leaf.path) == 1 for leaf in leaves)


def after_photo(cursor: QTextCursor) -> None:
    """Put the caret into an empty line after the photo of a gallery it is at, for another photo."""
    block = cursor.block()
    last = block if line_kind(block) is Kind.GALLERY_TITLE else thing_lines(block)[-1]
    open_line(cursor, last, Leaf(Kind.PARAGRAPH, line_path(block)[:1]))


def in_one_line(leaves: Iterable[Leaf]) -> Content:
    """Return the words of lines with breaks between them, as a table cell can hold them."""
    found: list[Inline] = []
    for leaf in leaves:
        words = _words(leaf)
        if found and words:
            found.append(Break())
        found.extend(words)
    return tuple(found)


def _words(leaf: Leaf) -> Content:
    if leaf.card is not None:
        return card_content(leaf.card)
    if leaf.table is None:
        return leaf.content
    cells = [cell for row in (leaf.table.head, *leaf.table.rows) for cell in row]
    return in_one_line(Leaf(Kind.PARAGRAPH, content=cell) for cell in (*cells, leaf.table.caption))


def without_breaks(content: Content) -> Content:
    """Return words as a line that holds no breaks has them."""
    return tuple(Text(" ", n.marks) if isinstance(n, Break) else n for n in content)


def _step_aside(cursor: QTextCursor, *, is_line: bool, are_photos: bool) -> None:
    """Leave a line that cannot take in what comes: words for one line, or whole lines."""
    kind = line_kind(cursor.block())
    if kind is Kind.BOX_TITLE and not is_line:
        _begin_box(cursor)
    elif are_photos and is_in_gallery(line_path(cursor.block())):
        after_photo(cursor)
    elif kind.is_whole or (kind.is_part and not is_line):
        paragraph_after(cursor, cursor.block())


def _leave_list(cursor: QTextCursor, leaves: Iterable[Leaf]) -> None:
    """Go below the list that ends at the caret when more comes than items and paragraphs."""
    block = cursor.block()
    path = line_path(block)
    outermost = next((i for i, name in enumerate(path) if name[0] in "uo"), -1)
    if outermost < 0 or not is_at_end(cursor) or not any(map(_is_no_item, leaves)):
        return
    outside = Leaf(Kind.PARAGRAPH, path[:outermost])
    if is_empty(block):
        dress(cursor, outside)
    else:
        open_line(cursor, block, outside)


def _is_no_item(leaf: Leaf) -> bool:
    return not leaf.kind.is_prose if not leaf.path else leaf.path[0][0] not in "uo"


def _begin_box(cursor: QTextCursor) -> None:
    """Put the caret into a new empty paragraph under the title of its box."""
    path = line_path(cursor.block())
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.insertBlock(line_format(Kind.PARAGRAPH, path), plain_format())


def _insert_blocks(cursor: QTextCursor, leaves: Sequence[Leaf], at_once: int) -> Iterator[None]:
    base = line_path(cursor.block())
    placed = _placed(cursor, base, fitted(leaves, base))
    if not placed:
        return
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
    yield from _write_parts(cursor, placed, base, at_once)
    if has_rest and placed[-1].kind.is_prose and cursor.block().next().isValid():
        _join_next(cursor)


def _write_parts(
    cursor: QTextCursor, placed: Sequence[Leaf], base: Path, at_once: int
) -> Iterator[None]:
    for part in _slices(placed, at_once):
        if part[0] is not placed[0]:
            yield
            is_under_table = table_of(cursor.block().previous()) is not None
            if not (is_under_table and is_empty(cursor.block())):
                cursor.insertBlock(line_format(Kind.PARAGRAPH, base), plain_format())
        write_leaves(cursor, part)


def _slices(leaves: Sequence[Leaf], at_once: int) -> Iterator[Sequence[Leaf]]:
    """Yield lines in parts of about so many, each of whole blocks or whole items of a list."""
    start = 0
    for index, leaf in enumerate(leaves):
        is_new = not leaf.path or leaf.path[:2] != leaves[index - 1].path[:2]
        if is_new and index - start >= at_once:
            yield leaves[start:index]
            start = index
    yield leaves[start:]


def fitted(leaves: Sequence[Leaf], base: Path) -> Sequence[Leaf]:
    """Return lines as they can stand in a container: a box cannot stand in a quote, say."""
    if not any(leaf.kind.is_part or leaf.card or is_boxed(leaf.path) for leaf in leaves):
        return leaves
    blocks = from_leaves(leaves)
    if not base:
        return to_leaves(blocks)
    around = (
        FactBox((Text("."),), blocks) if base[0][0] == "b" and len(base) == 1 else Quote(blocks)
    )
    match normalised((around,)):
        case (FactBox(blocks=inside) | Quote(blocks=inside),):
            return to_leaves(inside)
        case inside:
            return to_leaves(inside)


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
    """Put whole lines where the caret is and the caret into the line after them.

    What can only stand at the top of a text comes after the quote or the box that the caret is in.
    """
    with one_step(cursor):
        delete_selection(cursor)
        table = table_of(cursor.block())
        if table is not None:
            cursor.setPosition(table.lastPosition() + 1)
        if line_kind(cursor.block()) is Kind.BOX_TITLE:
            _begin_box(cursor)
        path = _host(path_beside(cursor.block()), leaves[0])
        _leave_container(cursor, path)
        _make_room(cursor)
        number = fresh_number(cursor.document())
        placed = [replace(leaf, path=(*path, *_own(leaf.path, number))) for leaf in leaves]
        write_leaves(cursor, placed)
        _go_below(cursor, path)
        mend(cursor)


def _host(path: Path, leaf: Leaf) -> Path:
    """Return the containers in which a block that is put in at a path can stand."""
    if is_boxed(leaf.path):
        return ()
    if leaf.kind is Kind.CARD:
        return path[:1] if path and path[0][0] == "b" else ()
    return tuple(name for name in path if name[0] in "qbl")


def _own(path: Path, number: int) -> Path:
    return tuple(renumbered(name, number + number_of(name)) for name in path)


def _leave_container(cursor: QTextCursor, host: Path) -> None:
    """Go to the end of the quote, box or passage that stands between the caret and the host."""
    path = line_path(cursor.block())
    deepest = next(
        (i for i, name in enumerate(path) if name[0] in "qbplg" and name not in host), -1
    )
    if deepest < 0:
        return
    last = standing_in(cursor.block(), path[: deepest + 1])[-1]
    open_line(cursor, last, Leaf(Kind.PARAGRAPH, path[:deepest]))


def _make_room(cursor: QTextCursor) -> None:
    """Put the caret into an empty line where it is, above its line or below it."""
    block = cursor.block()
    if len(thing_lines(block)) > 1 or line_kind(block).is_part or not is_at_start(cursor):
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
