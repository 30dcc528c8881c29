"""Bullets and numbers: making a list, nesting an item, lifting it out again."""

from collections.abc import Sequence

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.lines import (
    covered,
    following,
    fresh_number,
    innermost,
    line_kind,
    line_path,
    one_step,
    set_line,
    standing_in,
)
from editor_app.ui.editor.paths import Path, list_start, number_of, token


def item_path(block: QTextBlock) -> Path:
    """Return the path of the list item that a line stands in, or an empty path."""
    path = line_path(block)
    return path[: innermost(path, "i") + 1]


def list_letter(block: QTextBlock) -> str:
    """Return ``u`` or ``o`` for a line in a list, an empty string for others."""
    item = item_path(block)
    return item[-2][0] if len(item) > 1 else ""


def toggle_list(cursor: QTextCursor, *, is_numbered: bool) -> None:
    """Make the selected lines a list, change the kind of their list, or make them paragraphs."""
    letter = "o" if is_numbered else "u"
    blocks = [block for block in covered(cursor) if _can_be_item(block)]
    letters = {list_letter(block) for block in blocks}
    with one_step(cursor):
        if letters == {letter}:
            for block in _first_lines(blocks):
                _lift_out(block)
        elif "" in letters:
            _make_items([b for b in blocks if not list_letter(b)], letter)
        else:
            for block in blocks:
                if list_letter(block) != letter:
                    _change_letter(block, letter)


def _can_be_item(block: QTextBlock) -> bool:
    kind = line_kind(block)
    return kind.is_prose or bool(kind.level)


def _make_items(blocks: Sequence[QTextBlock], letter: str) -> None:
    if not blocks:
        return
    number = fresh_number(blocks[0].document())
    name, parent = "", None
    last = -2
    for block in blocks:
        path = line_path(block)
        if path != parent or block.blockNumber() != last + 1:
            name = _list_beside(block, path, letter) or token(letter, number)
            parent = path
        last = block.blockNumber()
        set_line(block, kind=Kind.TIGHT, path=(*path, name, token("i", number + 1)))
        number += 2


def _list_beside(block: QTextBlock, parent: Path, letter: str) -> str:
    """Return the name of the list of this kind right above or below a line, if there is one."""
    size = len(parent)
    for beside in (block.previous(), block.next()):
        path = line_path(beside) if beside.isValid() else ()
        if path[:size] == parent and len(path) > size and path[size][0] == letter:
            return path[size]
    return ""


def _change_letter(block: QTextBlock, letter: str) -> None:
    path = item_path(block)
    old = path[:-1]
    number = number_of(old[-1])
    name = token(letter, number, list_start(old[-1]))
    for each in standing_in(block, old):
        full = line_path(each)
        set_line(each, path=(*old[:-1], name, *full[len(old) :]))


# ---------------------------------------------------------------- deeper and back


def nest(cursor: QTextCursor) -> bool:
    """Move the selected items one level deeper; return whether anything could be moved."""
    items = _items(cursor)
    moved = False
    with one_step(cursor):
        for block in items:
            moved = _nest(block) or moved
    return moved


def _items(cursor: QTextCursor) -> list[QTextBlock]:
    """Return the first lines of the selected items, without those inside another of them."""
    return _first_lines([block for block in covered(cursor) if item_path(block)])


def _first_lines(blocks: Sequence[QTextBlock]) -> list[QTextBlock]:
    firsts: list[QTextBlock] = []
    seen: list[Path] = []
    for block in blocks:
        item = item_path(block)
        if any(item[: len(path)] == path for path in seen):
            continue
        seen.append(item)
        firsts.append(standing_in(block, item)[0])
    return firsts


def _nest(block: QTextBlock) -> bool:
    item = item_path(block)
    lines = standing_in(block, item)
    above = lines[0].previous()
    above_path = line_path(above) if above.isValid() else ()
    size = len(item)
    if len(above_path) < size or above_path[: size - 1] != item[:-1]:
        return False
    host = above_path[:size]
    letter = item[-2][0]
    deeper = above_path[size : size + 1]
    if deeper and deeper[0][0] == letter:
        name = deeper[0]
    else:
        name = token(letter, fresh_number(block.document()))
    for line in lines:
        set_line(line, path=(*host, name, item[-1], *line_path(line)[size:]))
    return True


def unnest(cursor: QTextCursor) -> bool:
    """Move the selected items one level up, or out of the list; return whether there were any."""
    items = _items(cursor)
    with one_step(cursor):
        for block in items:
            lift(block)
    return bool(items)


def lift(block: QTextBlock) -> None:
    """Move the item of a line one level up; at the top level it becomes a paragraph."""
    item = item_path(block)
    outer = item[:-2]
    if innermost(outer, "i") != len(outer) - 1 or not outer:
        _lift_out(block)
        return
    lines = standing_in(block, item)
    host = outer[:-1]
    for line in lines:
        set_line(line, path=(*host, item[-1], *line_path(line)[len(item) :]))
    for line in following(lines[-1].next(), outer):
        set_line(line, path=(*host, item[-1], *line_path(line)[len(outer) :]))


def _lift_out(block: QTextBlock) -> None:
    """Take the item of a line out of its list, whatever the list stands in."""
    item = item_path(block)
    outer = item[:-2]
    for line in standing_in(block, item):
        path = (*outer, *line_path(line)[len(item) :])
        is_bare = line_kind(line) is Kind.TIGHT and path == outer
        set_line(line, kind=Kind.PARAGRAPH if is_bare else None, path=path)


def begin_item(block: QTextBlock, old_item: Path) -> None:
    """Make a line, and what belongs to it below, a new item of the list that old_item is in."""
    number = fresh_number(block.document())
    fresh = (*old_item[:-1], token("i", number))
    for line in following(block, old_item):
        set_line(line, path=(*fresh, *line_path(line)[len(old_item) :]))
