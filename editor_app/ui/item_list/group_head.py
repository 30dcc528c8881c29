"""The head over the rows that says which month, or letter, the uppermost of them belongs to."""

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget

from editor_app.ui.item_list.row_shape import group_of
from editor_app.ui.item_list.view import ItemListView
from editor_app.ui.paged_rows import Role


class GroupHead(QLabel):
    """Stays over the rows while they are scrolled under it; hidden where there are no groups."""

    def __init__(self, view: ItemListView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("groupHead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._view = view
        self._is_on = False
        view.verticalScrollBar().valueChanged.connect(self.show_group)
        view.verticalScrollBar().rangeChanged.connect(self.show_group)
        self.hide()

    def turn(self, *, is_on: bool) -> None:
        """Show groups, or show none any more."""
        self._is_on = is_on
        self.show_group()

    @Slot()
    def show_group(self) -> None:
        """Say which group the uppermost row belongs to."""
        index = self._view.indexAt(QPoint(self._view.viewport().width() // 2, 1))
        row = index.data(Role.SUMMARY) if self._is_on and index.isValid() else None
        words = group_of(row, self._view.query.sort) if row is not None else ""
        self.setText(words)
        self.setAccessibleName(f"Group: {words}")
        self.setVisible(bool(words))
