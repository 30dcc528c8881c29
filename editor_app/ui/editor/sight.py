"""What has to be in sight while the caret stands somewhere."""

from typing import TYPE_CHECKING

from editor_app.ui.editor.drawing.places import line_rect
from editor_app.ui.editor.lines import table_of, thing_lines

if TYPE_CHECKING:
    from editor_app.ui.editor.body_editor import BodyEditor

Stretch = tuple[float, float]
"""The top and the bottom of something, in the document's coordinates."""


def caret_line(editor: "BodyEditor") -> Stretch:
    """Return where the caret is."""
    rect = editor.cursorRect().translated(editor.offset().toPoint())
    return rect.top(), rect.bottom()


def caret_thing(editor: "BodyEditor") -> Stretch:
    """Return where the caret is, or the whole thing that its line is a fixed part of."""
    top, bottom = caret_line(editor)
    block = editor.textCursor().block()
    leaf = editor.tracker().line_at(block.blockNumber())
    if leaf is not None and leaf.kind.is_prose and not leaf.path:
        rect = line_rect(block)
        return min(top, rect.top()), max(bottom, rect.bottom())
    if (table := table_of(block)) is not None:
        rect = editor.document().documentLayout().frameBoundingRect(table)
        return min(top, rect.top()), max(bottom, rect.bottom())
    lines = thing_lines(block)
    return min(top, line_rect(lines[0]).top()), max(bottom, line_rect(lines[-1]).bottom())
