"""Putting a look on the widget that shows a text: fonts, colours, and how large everything is."""

from functools import cache

from PySide6.QtGui import QColor, QFont, QImage, QPalette
from PySide6.QtWidgets import QTextEdit

from editor_app.ui.editor.look import EditorLook
from editor_app.ui.editor.spacing import HANG

_INCH = 0.0254  # metres
_MEASURE = 72  # letters of a line that can be read well


def wear(widget: QTextEdit, look: EditorLook) -> None:
    """Put a look on a widget.

    The text is laid out as for a screen with more or fewer dots: Qt then scales fonts, indents and
    margins alike, and no format of the document changes.
    """
    font = QFont()
    font.setFamilies(list(look.serif))
    font.setPointSizeF(look.size)
    widget.setFont(font)
    document = widget.document()
    document.setDefaultFont(font)
    palette = widget.palette()
    for role, colour in (
        (QPalette.ColorRole.Base, look.background),
        (QPalette.ColorRole.Window, look.background),
        (QPalette.ColorRole.Text, look.text),
    ):
        palette.setColor(role, QColor(colour))
    widget.setPalette(palette)
    dots = round(widget.viewport().logicalDpiY() * look.zoom / _INCH)
    document.documentLayout().setPaintDevice(_device(dots))
    document.markContentsDirty(0, document.characterCount())


@cache
def _device(dots_per_metre: int) -> QImage:
    """Return something to measure text for; kept for good, as a layout asks it to its very end."""
    device = QImage(1, 1, QImage.Format.Format_Mono)
    device.setDotsPerMeterX(dots_per_metre)
    device.setDotsPerMeterY(dots_per_metre)
    return device


def margin(widget: QTextEdit, look: EditorLook) -> int:
    """Return how much a widget leaves free at both sides, so that its lines can be read."""
    measure = round(_MEASURE * widget.fontMetrics().averageCharWidth() * look.zoom)
    return max(0, (widget.width() - measure) // 2 - round(HANG * look.zoom))
