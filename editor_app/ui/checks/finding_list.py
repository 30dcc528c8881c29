"""The list of findings under the keyboard and the mouse."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from editor_app.body.tree import Body
from editor_app.checks.leaving import Judged
from editor_app.ui.checks.delegate import FindingDelegate
from editor_app.ui.checks.model import CheckModel, CheckRow
from editor_app.ui.look.look import Look

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class FindingList(QListView):
    """Rows of findings, of which one may be chosen.

    Signals:
        chosen_changed: Another finding is chosen, or none.
        visit_requested: The user wants to go to the place of the chosen finding.
    """

    chosen_changed = Signal()
    visit_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findingList")
        self.setAccessibleName("What the checks found")
        self.findings = CheckModel(self)
        self.setModel(self.findings)
        self.setItemDelegate(FindingDelegate(look, self))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self._chosen: CheckRow | None = None
        self._is_showing = False
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        look.changed.connect(self.viewport().update)

    @property
    def chosen(self) -> CheckRow | None:
        """The finding that is chosen."""
        return self._chosen

    def show_findings(self, judged: Judged, body: Body, *, goes_on: bool = False) -> None:
        """Show what was found; the same finding stays chosen, or where it goes on the next one."""
        before, number = self._chosen, self.currentIndex().row()
        self._is_showing = True
        try:
            self.findings.show(judged, body)
            wanted = self.findings.number_like(before)
            if goes_on and wanted < 0 and number >= 0:
                wanted = self.findings.next_finding(number)
            self._choose(wanted)
        finally:
            self._is_showing = False

    def choose_first(self) -> None:
        """Choose the worst finding."""
        self._choose(self.findings.next_finding(0))

    def clear_findings(self) -> None:
        """Show nothing."""
        self.findings.clear()
        self._set_chosen(None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self._chosen is not None:
            self.visit_requested.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep Enter from the actions of the text."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_asked and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            event.accept()
            return True
        return super().event(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed = self.indexAt(event.position().toPoint())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and self._chosen is not None and pressed == self.currentIndex():
            self.visit_requested.emit()

    def _choose(self, number: int) -> None:
        index = self.findings.index(number) if number >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        self._set_chosen(self.findings.row(number))

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not self._is_showing:
            row = self.findings.row(current.row())
            self._set_chosen(row if row is not None and row.finding is not None else None)

    def _set_chosen(self, row: CheckRow | None) -> None:
        if row != self._chosen:
            self._chosen = row
            self.chosen_changed.emit()
