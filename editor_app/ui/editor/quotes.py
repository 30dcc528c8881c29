"""Quotations: putting lines into one, taking them out."""

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.lines import (
    covered,
    figure_lines,
    fresh_number,
    innermost,
    is_boxed,
    is_in_gallery,
    line_kind,
    line_path,
    one_step,
    set_line,
)
from editor_app.ui.editor.mending import mend
from editor_app.ui.editor.paths import Path, token
from editor_app.ui.editor.styles import prose_kind


def is_quoted(block: QTextBlock) -> bool:
    """Whether a line stands in a quotation."""
    return innermost(line_path(block), "q") >= 0


def toggle_quote(cursor: QTextCursor) -> None:
    """Put the selected lines into a quotation, or take them out of it."""
    blocks = [block for block in _whole_figures(covered(cursor)) if can_be_quoted(block)]
    with one_step(cursor):
        if all(is_quoted(block) for block in blocks):
            for block in blocks:
                unquote(block)
            mend(cursor)
            return
        blocks = [block for block in blocks if not _is_left_behind(block, blocks)]
        paths = [line_path(block) for block in blocks]
        size = _common(paths)
        name = token("q", fresh_number(cursor.document()))
        for block, path in zip(blocks, paths, strict=True):
            if line_path(block) == path:
                at = max(size, 1) if is_boxed(path) else size
                set_line(block, path=(*path[:at], name, *path[at:]))


def unquote(block: QTextBlock) -> None:
    """Take a line out of its innermost quotation."""
    path = line_path(block)
    index = innermost(path, "q")
    if index >= 0:
        set_line(block, path=path[:index] + path[index + 1 :])
        if line_kind(block) is Kind.ATTRIBUTION:
            set_line(block, kind=prose_kind(block))


def can_be_quoted(block: QTextBlock) -> bool:
    """Whether a line can stand in a quotation."""
    kind = line_kind(block)
    if is_in_gallery(line_path(block)):
        return False
    return not kind.is_pull_part and kind not in {Kind.BOX_TITLE, Kind.CARD}


def _is_left_behind(block: QTextBlock, chosen: list[QTextBlock]) -> bool:
    """Whether a line says who said what is not chosen."""
    return line_kind(block) is Kind.ATTRIBUTION and block.previous() not in chosen


def _whole_figures(blocks: list[QTextBlock]) -> list[QTextBlock]:
    found: dict[int, QTextBlock] = {}
    for block in blocks:
        for line in figure_lines(block) or [block]:
            found[line.blockNumber()] = line
    return [found[number] for number in sorted(found)]


def _common(paths: list[Path]) -> int:
    """Return how much of the paths is shared, without cutting a list from its items."""
    shared: Path = paths[0]
    for path in paths[1:]:
        size = 0
        while size < min(len(shared), len(path)) and shared[size] == path[size]:
            size += 1
        shared = shared[:size]
    while shared and shared[-1][0] in "uof":
        shared = shared[:-1]
    return len(shared)
