"""Marking hits where they can be seen; what is out of sight costs nothing."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit
from typing_extensions import override

from editor_app.ui.editor.finding.search import Place
from editor_app.ui.editor.finding.surfaces import Editor
from editor_app.ui.look.tokens import hit_colour

_MOST = 600  # marks at once: more are not told apart
_CURRENT_ON_LIGHT, _CURRENT_ON_DARK = "#f7b500", "#b98900"
_CURRENT_WORDS = "#16120a"
_BETWEEN = 128  # lightness that tells a light ground from a dark one


class Sight(QObject):
    """Tells when another part of some editors can be seen.

    Signals:
        moved: Something was scrolled or resized; sent once for many events.
    """

    moved = Signal()

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editors: list[Editor] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.moved)

    def watch(self, editors: Sequence[Editor]) -> None:
        """Watch these editors as well."""
        for editor in editors:
            if editor not in self._editors:
                self._editors.append(editor)
                editor.viewport().installEventFilter(self)
                editor.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @Slot()
    def _on_scrolled(self) -> None:
        self._soon.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._soon.start()
        return False


def mark(editor: Editor, places: Sequence[Place], current: Place | None) -> None:
    """Mark the hits of one editor that can be seen, and the current one in another colour."""
    if not places:
        if editor.extraSelections():
            editor.setExtraSelections([])
        return
    first, last = seen(editor)
    low = bisect_left(places, first, key=lambda place: place.found.end)
    high = bisect_right(places, last, key=lambda place: place.start)
    plain, chosen = _colours(editor)
    editor.setExtraSelections(
        [
            _selection(editor, place, chosen if place == current else plain)
            for place in places[low : min(high, low + _MOST)]
        ]
    )


def seen(editor: Editor) -> tuple[int, int]:
    """Return the first and the last position that can be seen."""
    area = editor.viewport().rect()
    first = editor.cursorForPosition(QPoint(area.left(), area.top()))
    last = editor.cursorForPosition(QPoint(area.right(), area.bottom()))
    block = last.block()
    return first.block().position(), block.position() + block.length()


def _colours(editor: Editor) -> tuple[QTextCharFormat, QTextCharFormat]:
    is_dark = editor.palette().color(QPalette.ColorRole.Text).lightness() > _BETWEEN
    plain, chosen = QTextCharFormat(), QTextCharFormat()
    plain.setBackground(QColor(hit_colour(is_dark=is_dark)))
    chosen.setBackground(QColor(_CURRENT_ON_DARK if is_dark else _CURRENT_ON_LIGHT))
    chosen.setForeground(QColor(_CURRENT_WORDS))
    return plain, chosen


def _selection(editor: Editor, place: Place, shape: QTextCharFormat) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    cursor = QTextCursor(editor.document())
    cursor.setPosition(place.start)
    cursor.setPosition(place.found.end, QTextCursor.MoveMode.KeepAnchor)
    selection.cursor = cursor
    selection.format = shape
    return selection
