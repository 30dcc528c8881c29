"""What one of two versions says and the other does not: a list that leads to both places."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor_app.checks.finding import Place
from editor_app.checks.version_differences import Difference
from editor_app.ui.checks.places import Stretch, stretch_of
from editor_app.ui.editor.body_editor import BodyEditor

_MOST_ROWS = 5  # that are seen at once
_WORDS_SHOWN = 60
_UNDERLINE = QTextCharFormat.UnderlineStyle.DashUnderline


@dataclass(frozen=True, slots=True)
class Row:
    """A difference, and whether the version that is written says it."""

    difference: Difference
    is_here: bool


class Differences(QWidget):
    """Lists the differences between two versions.

    Signals:
        chosen: The user wants to see one in both versions; carries the `Row`.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("versionDifferences")
        self._rows: list[Row] = []
        self.title = QLabel(self)
        self.title.setProperty("look", "warning")
        self.list = QListWidget(self)
        self.list.setObjectName("differenceList")
        self.list.setAccessibleName("What only one of the versions says")
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addWidget(self.list)
        self.list.itemActivated.connect(self._on_activated)
        self.list.itemClicked.connect(self._on_activated)
        self.hide()

    @property
    def rows(self) -> list[Row]:
        """What is listed."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """List differences; the widget hides where there are none."""
        if list(rows) == self._rows:
            return
        self._rows = list(rows)
        at = self.list.currentRow()
        self.list.clear()
        for row in self._rows:
            self.list.addItem(QListWidgetItem(_said(row)))
        self.list.setCurrentRow(min(at, len(self._rows) - 1))
        number = len(self._rows)
        self.title.setText(f"In one version only: {number:,}")
        height = max(self.list.sizeHintForRow(0), 1) * min(number, _MOST_ROWS)
        self.list.setFixedHeight(height + 2 * self.list.frameWidth())
        self.setVisible(bool(self._rows))

    @Slot(QListWidgetItem)
    def _on_activated(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self._rows[self.list.row(item)])


class PlaceMarks(QObject):
    """A dashed line under places of a text; the places are looked up anew when they are shown."""

    def __init__(self, editor: BodyEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._stretches: list[Stretch] = []
        editor.hooks.layers.append(self._layer)

    def show(self, places: Sequence[Place]) -> None:
        """Mark these places, and no others."""
        before = self._stretches
        found = (stretch_of(self._editor, place) for place in places if place.is_in_body)
        self._stretches = [one for one in found if one is not None]
        document = self._editor.document()
        for stretch in {*before, *self._stretches}:
            number = max(0, document.findBlock(stretch.start).blockNumber())
            self._editor.refresh_layers(number, number)

    def _layer(self, block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
        first, last = block.position(), block.position() + block.length() - 1
        shape = QTextCharFormat()
        shape.setUnderlineStyle(_UNDERLINE)
        shape.setUnderlineColor(QColor(self._editor.look().warning))
        return [
            (one.start - first, min(one.end, last) - one.start, shape)
            for one in self._stretches
            if first <= one.start < min(one.end, last)
        ]


def _said(row: Row) -> str:
    words = " ".join(row.difference.words.split())
    if len(words) > _WORDS_SHOWN:
        words = f"{words[:_WORDS_SHOWN]}…"
    where = "not in the version beside" if row.is_here else "not in your text"
    return f"The {row.difference.what} “\u2068{words}\u2069” is {where}"
