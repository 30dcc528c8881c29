"""What a line is: paragraph or cross-head."""

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.ui.editor.leaves import Kind, head_kind
from editor_app.ui.editor.lines import covered, innermost, line_kind, line_path, one_step, set_line


def set_cross_head(cursor: QTextCursor, level: int) -> None:
    """Make the selected lines cross-heads of a level, or paragraphs where they already are."""
    blocks = [block for block in covered(cursor) if can_be_head(block)]
    kind = head_kind(level)
    if blocks and all(line_kind(block) is kind for block in blocks):
        set_paragraph(cursor)
        return
    with one_step(cursor):
        for block in blocks:
            path = line_path(block)
            set_line(block, kind=kind, path=path[: innermost(path, "qblfpg") + 1])


def set_paragraph(cursor: QTextCursor) -> None:
    """Make the selected cross-heads paragraphs."""
    with one_step(cursor):
        for block in covered(cursor):
            if line_kind(block).level:
                set_line(block, kind=prose_kind(block))


def prose_kind(block: QTextBlock) -> Kind:
    """Return which kind of paragraph belongs where a line stands."""
    path = line_path(block)
    return Kind.TIGHT if path and innermost(path, "i") == len(path) - 1 else Kind.PARAGRAPH


def can_be_head(block: QTextBlock) -> bool:
    """Whether a line is one whose style can be chosen."""
    kind = line_kind(block)
    return kind.is_prose or bool(kind.level)
