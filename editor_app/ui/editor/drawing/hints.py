"""What an empty line is for, written faintly where its words will stand."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextBlock

from editor_app.ui.editor.drawing.boxes import from_start
from editor_app.ui.editor.drawing.canvas import Canvas, baseline
from editor_app.ui.editor.drawing.places import is_from_right
from editor_app.ui.editor.leaves import Kind, Leaf
from editor_app.ui.editor.look import line_look
from editor_app.ui.editor.spacing import STEP

_HINTS = {
    Kind.CAPTION: "Caption: what the photo shows",
    Kind.CREDIT: "Photo: who made it",
    Kind.ATTRIBUTION: "Who said it",
    Kind.PULL_TEXT: "The sentence to set large",
    Kind.SPEAKER: "Who said it",
    Kind.ROLE: "Role or organisation",
    Kind.BOX_TITLE: "Title of the fact box",
    Kind.GALLERY_TITLE: "Title of the gallery, if it needs one",
}


def paint_hint(canvas: Canvas, block: QTextBlock, leaf: Leaf, *, start: str) -> None:
    """Write what an empty line is for; ``start`` is for the only line of an empty text."""
    words = _HINTS.get(leaf.kind, "")
    if canvas.document.blockCount() == 1 and leaf.kind.is_prose and not leaf.path:
        words = start
    if block.length() > 1 or not words or block.layout().preeditAreaText():
        return
    wanted = line_look(leaf.kind, is_in_box=any(name[0] == "b" for name in leaf.path))
    families = canvas.look.sans if wanted.family == "sans" else canvas.look.serif
    font = canvas.font(families, wanted.scale, is_bold=wanted.is_bold)
    font.setItalic(wanted.is_italic)
    begin = from_start(canvas, block, block.blockFormat().indent() * STEP)
    away = canvas.width_of(words, font) if is_from_right(block) else -1
    canvas.write(QPointF(begin - away, baseline(block)), words, font, canvas.look.faint)
