"""Whole blocks and containers: selected, doubled, taken out, taken apart, turned into others."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.body.tree import Block, Inline, Paragraph, PullQuote, Quote, Text
from editor_app.ui.editor.containers import clear_passage, unwrap_box
from editor_app.ui.editor.deletion import drop_line, select_line
from editor_app.ui.editor.document import dress, write_leaves
from editor_app.ui.editor.galleries import dissolve_gallery, take_out_of_gallery
from editor_app.ui.editor.gathering import from_leaves
from editor_app.ui.editor.leaves import Kind, Leaf, to_leaves
from editor_app.ui.editor.lines import (
    fresh_number,
    is_in_gallery,
    line_kind,
    line_path,
    one_step,
    set_line,
    standing_in,
)
from editor_app.ui.editor.lists import lift
from editor_app.ui.editor.mending import mend
from editor_app.ui.editor.patch import clear_lines
from editor_app.ui.editor.paths import Path, renumbered
from editor_app.ui.editor.quotes import unquote
from editor_app.ui.editor.units import (
    Unit,
    container_unit,
    leaves_of,
    line_unit,
    starts_of,
    with_empty_lines,
)


def unit_of(block: QTextBlock, path: Path = ()) -> Unit:
    """Return the container of a path that a line stands in, or the line itself.

    A photo, a speaker or a title does not stand for itself.
    """
    kind = line_kind(block)
    path = path or (own_path(block) if kind.is_part or kind.is_figure_part else ())
    return container_unit(block, path) if path else line_unit(block)


def own_path(block: QTextBlock) -> Path:
    """Return what is meant by the block at a line: its photo, pull quote or item, or the line."""
    path = line_path(block)
    if not path or line_kind(block) is Kind.TABLE:
        return ()
    if path[-1][0] in "fp":
        return path
    is_first_in_item = path[-1][0] == "i" and standing_in(block, path)[0] == block
    is_title = line_kind(block) in {Kind.BOX_TITLE, Kind.GALLERY_TITLE}
    return path if is_first_in_item or is_title else ()


def select_unit(cursor: QTextCursor, path: Path = ()) -> None:
    """Select a container round the caret, or the caret's line or table."""
    document = cursor.document()
    if not path and line_kind(cursor.block()).is_part:
        select_line(cursor, cursor.block())
        return
    unit = unit_of(cursor.block(), path)
    last = document.findBlockByNumber(unit.last)
    cursor.setPosition(document.findBlockByNumber(unit.first).position())
    cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)


def remove_unit(cursor: QTextCursor, path: Path = ()) -> None:
    """Take a container round the caret out of the text, or the caret's line or table."""
    document = cursor.document()
    unit = unit_of(cursor.block(), path)
    host = unit.parent[:-1] if unit.parent and unit.parent[-1][0] in "uo" else unit.parent
    with one_step(cursor):
        first, last = with_empty_lines(document, unit)
        clear_lines(cursor, first, last - first + 1)
        dress(cursor, Leaf(Kind.PARAGRAPH, host))
        drop_line(cursor, cursor.block())
        mend(cursor)


def duplicate_unit(cursor: QTextCursor, path: Path = ()) -> None:
    """Put a copy of a container, a line or a table right after it, and the caret into the copy."""
    document = cursor.document()
    block = cursor.block()
    if line_kind(block) is Kind.ATTRIBUTION:
        path = path or line_path(block)
    unit = unit_of(block, path)
    leaves = leaves_of(document, unit)
    if not leaves:  # the empty line beside a table
        return
    copies = _renamed(leaves, len(unit.parent), fresh_number(document))
    _write_over(cursor, unit, [*leaves, *copies], at=len(leaves))


def _renamed(leaves: Sequence[Leaf], size: int, number: int) -> list[Leaf]:
    """Return lines whose containers, from a depth on, have names of their own."""
    known: dict[str, str] = {}

    def name(old: str) -> str:
        return known.setdefault(old, renumbered(old, number + len(known)))

    return [
        replace(leaf, path=(*leaf.path[:size], *map(name, leaf.path[size:]))) for leaf in leaves
    ]


def _write_over(cursor: QTextCursor, unit: Unit, leaves: Sequence[Leaf], *, at: int = 0) -> None:
    """Write lines in place of a unit, and put the caret into one of them."""
    document = cursor.document()
    with one_step(cursor):
        first, last = with_empty_lines(document, unit)
        clear_lines(cursor, first, last - first + 1)
        number = cursor.blockNumber()
        write_leaves(cursor, leaves)
    starts = list(starts_of(document.findBlockByNumber(number), leaves))
    cursor.setPosition(starts[at])


# ---------------------------------------------------------------- taking apart


def can_unwrap(path: Path) -> bool:
    """Whether a container can be taken away and leave what is in it."""
    return bool(path) and (path[-1][0] not in "fp" or is_in_gallery(path))


def unwrap(cursor: QTextCursor, path: Path) -> None:
    """Take a container round the caret away; what is in it stays."""
    match path[-1][0]:
        case "b":
            unwrap_box(cursor)
        case "l":
            clear_passage(cursor)
        case "g":
            dissolve_gallery(cursor)
        case "f":
            take_out_of_gallery(cursor)
        case "i":
            with one_step(cursor):
                lift(standing_in(cursor.block(), path)[0])
        case _:
            with one_step(cursor):
                for line in standing_in(cursor.block(), path):
                    _take_out(line, path)
                mend(cursor)


def _take_out(line: QTextBlock, path: Path) -> None:
    size = len(path)
    old = line_path(line)
    if old[:size] != path:  # a table has moved with its first cell
        return
    if path[-1][0] == "q":
        if old == path and line_kind(line) is Kind.ATTRIBUTION:
            unquote(line)
        else:
            set_line(line, path=(*path[:-1], *old[size:]))
        return
    rest = old[size + 1 :]
    is_bare = not rest and line_kind(line) is Kind.TIGHT
    set_line(line, kind=Kind.PARAGRAPH if is_bare else None, path=(*path[:-1], *rest))


# ---------------------------------------------------------------- turning into another


def turned(block: Block) -> Block | None:
    """Return a quote as a pull quote or the other way round, or None where it cannot be either."""
    match block:
        case PullQuote(content, speaker, role):
            said = (*speaker, Text(", "), *role) if speaker and role else speaker or role
            return Quote((Paragraph(content),) if content else (), said)
        case Quote(blocks, attribution) if all(isinstance(each, Paragraph) for each in blocks):
            words: list[Inline] = []
            for each in blocks:
                if isinstance(each, Paragraph):
                    words += [Text(" "), *each.content] if words else each.content
            return PullQuote(tuple(words), attribution)
        case _:
            return None


def turning(cursor: QTextCursor, path: Path) -> Block | None:
    """Return what a quote or a pull quote round the caret can be turned into."""
    if len(path) != 1 or path[0][0] not in "qp":
        return None
    blocks = from_leaves(leaves_of(cursor.document(), unit_of(cursor.block(), path)))
    return turned(blocks[0]) if len(blocks) == 1 else None


def turn(cursor: QTextCursor, path: Path) -> bool:
    """Turn a quote round the caret into a pull quote, or a pull quote into a quote."""
    block = turning(cursor, path)
    if block is None:
        return False
    number = fresh_number(cursor.document())
    unit = unit_of(cursor.block(), path)
    _write_over(cursor, unit, to_leaves((block,), first_number=number))
    return True
