"""What a bulk change would do, item by item: those that stay first, then those that change."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from editor_app.editing.bulk import Preview

_COLUMNS = ("Item", "Now", "Then")
_MOST_REFUSED = 200
_NO_HEADLINE = "No headline"


class PreviewTable(QTableWidget):
    """Some hundred items with what they show now and then; to be read, not changed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, len(_COLUMNS), parent)
        self.setObjectName("bulkPreview")
        self.setAccessibleName("What will change")
        self.setHorizontalHeaderLabels(list(_COLUMNS))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            head.resizeSection(column, 170)

    def show_preview(self, preview: Preview) -> None:
        """Show what would be done."""
        refused = preview.refused[:_MOST_REFUSED]
        self.clearSpans()
        self.setRowCount(len(refused) + len(preview.examples))
        for row, one in enumerate(refused):
            self._show_row(row, one.headline, f"Stays as it is. {one.reason}", "")
            self.setSpan(row, 1, 1, 2)
        for row, example in enumerate(preview.examples, start=len(refused)):
            self._show_row(row, example.headline, example.before or "none", example.after or "none")

    def _show_row(self, row: int, headline: str, before: str, after: str) -> None:
        for column, words in enumerate((headline or _NO_HEADLINE, before, after)):
            cell = QTableWidgetItem(words)
            cell.setToolTip(words)
            self.setItem(row, column, cell)
