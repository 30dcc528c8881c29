"""Marks beside what of a language version is not translated yet."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPen, QTextCursor, QTextDocument
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from editor_app.checks.finding import Place
from editor_app.ui.checks.places import stretch_of
from editor_app.ui.checks.runner import CheckedItem, CheckRunner
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.fields.header import ItemHeader

_RULE = "version-untranslated"
_WIDTH = 2.5  # pixels at 100 % of the line beside a paragraph
_BESIDE = 14  # and how far from the words it stands
_FIELDS = ("headline", "standfirst")
_WORDS = "Not translated yet"


class UntranslatedMarks(QObject):
    """Shows what the checks say is not translated: beside the text, and under the fields over it.

    A mark goes when the checks have seen that the words are others.
    """

    def __init__(self, header: ItemHeader, body: BodyEditor, runner: CheckRunner) -> None:
        super().__init__(runner)
        self._body = body
        self._cursors: list[QTextCursor] = []
        counts: Sequence[QWidget] = (header.headline_count, header.standfirst_count)
        self._fields = {"headline": header.headline, "standfirst": header.standfirst}
        self._labels = {
            name: FieldMark(header, count) for name, count in zip(_FIELDS, counts, strict=True)
        }
        body.hooks.overlays.append(self._paint)
        runner.checked.connect(self._on_checked)
        runner.cleared.connect(self._on_cleared)

    @property
    def lines(self) -> list[int]:
        """The numbers of the lines of the text that are marked."""
        return [cursor.blockNumber() for cursor in self._cursors]

    @Slot(object)
    def _on_checked(self, found: CheckedItem) -> None:
        left = found.judged.findings
        self._show([one.place for one in left if one.rule == _RULE])

    @Slot()
    def _on_cleared(self) -> None:
        self._show(())

    def _show(self, places: Iterable[Place]) -> None:
        places = tuple(places)
        fields = {place.field for place in places}
        for name, label in self._labels.items():
            label.show_mark(is_shown=name in fields)
            self._fields[name].setAccessibleDescription(_WORDS if name in fields else "")
        before = self.lines
        stretches = (stretch_of(self._body, place) for place in places if place.is_in_body)
        self._cursors = [one.cursor(self._body) for one in stretches if one is not None]
        if before or self._cursors:
            self._body.viewport().update()

    def _paint(self, painter: QPainter, document: QTextDocument, area: QRectF) -> None:
        if not self._cursors:
            return
        zoom, hang = self._body.look().zoom, self._body.hang()
        option = document.defaultTextOption()
        is_rtl = option.textDirection() == Qt.LayoutDirection.RightToLeft
        gap = _BESIDE * zoom
        x = document.textWidth() - hang + gap if is_rtl else hang - gap
        pen = QPen(QColor(self._body.look().warning), _WIDTH * zoom, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        layout = document.documentLayout()
        for cursor in self._cursors:
            place = layout.blockBoundingRect(cursor.block())
            if place.bottom() >= area.top() and place.top() <= area.bottom():
                painter.drawLine(round(x), round(place.top()), round(x), round(place.bottom()))


class FieldMark(QLabel):
    """The words under a field that is not translated, in the line of its counter."""

    def __init__(self, header: QWidget, count: QWidget) -> None:
        super().__init__(_WORDS, header)
        self._count = count
        self.setProperty("look", "warning")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        count.installEventFilter(self)

    def show_mark(self, *, is_shown: bool) -> None:
        """Show the words, or take them away."""
        self.setVisible(is_shown)
        self._place()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize}:
            self._place()
        return False

    def _place(self) -> None:
        size = self.sizeHint()
        middle = self._count.geometry().center().y()
        self.setGeometry(0, middle - size.height() // 2, size.width(), size.height())
