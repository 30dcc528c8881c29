"""What the History tab shows: the versions above, and below what is different in one of them."""

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.store.history import Revision
from editor_app.ui.history.comparison_view import ComparisonView
from editor_app.ui.history.version_list import VersionList
from editor_app.ui.look.look import Look

_NAME = "Name this version…"
_COPY = "Open as a new item"


class Against(Enum):
    """What a version is compared with."""

    NOW = 0
    BEFORE = 1


class HistoryPanel(QWidget):
    """Shows the versions of an item, compares one, and offers what can be done with it.

    Signals:
        comparison_requested: Another version is to be compared, or with another.
        restore_requested: The words of the chosen version are to be the present ones.
        copy_requested: The chosen version is to be opened as an item of its own.
    """

    comparison_requested = Signal()
    restore_requested = Signal()
    copy_requested = Signal()

    def __init__(
        self, look: Look, picture: Callable[[str], QImage | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("historyPanel")
        self.list = VersionList(look, self)
        self.view = ComparisonView(look, picture, self)
        self.restore = self._button("Restore", "restoreVersion", "Restore this version")
        self.more = QToolButton(self)
        self._against = QButtonGroup(self)
        self.switch = self._make_switch()
        self._lay_out(look)
        self.setFocusProxy(self.list)
        self.list.version_chosen.connect(lambda _version: self.comparison_requested.emit())
        self.list.compare_requested.connect(self.view.setFocus)
        self.list.menu_requested.connect(self._on_menu_requested)
        self._against.idClicked.connect(lambda _id: self.comparison_requested.emit())
        self.restore.clicked.connect(self.restore_requested)
        self.offer(is_other=False)

    @property
    def against(self) -> Against:
        """What the chosen version is compared with."""
        return Against(self._against.checkedId())

    def show_versions(self, revisions: list[Revision], *, now: datetime) -> None:
        """Show the versions of the open item, newest first; the same one stays chosen."""
        self.list.versions.show(revisions, now=now)
        if revisions and not self.list.chosen:
            self.list.choose(revisions[0].version)

    def clear(self, words: str) -> None:
        """Show no versions, and say why."""
        self.list.forget()
        self.list.versions.clear()
        self.view.show_words(words)
        self.offer(is_other=False)

    def offer(self, *, is_other: bool) -> None:
        """Offer what can be done; only another version than the present one can be restored."""
        self.restore.setEnabled(is_other)
        self.more.setEnabled(bool(self.list.chosen))

    def _button(self, words: str, name: str, spoken: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setAccessibleName(spoken)
        button.setToolTip(spoken)
        return button

    def _make_switch(self) -> QFrame:
        frame = QFrame(self)
        frame.setObjectName("compareWith")
        frame.setAccessibleName("Compare with")
        row = QHBoxLayout(frame)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        tips = {
            Against.NOW: ("With now", "Compare with the present words"),
            Against.BEFORE: ("What changed", "Compare with the version before it"),
        }
        for against, (words, tip) in tips.items():
            button = QToolButton(frame)
            button.setText(words)
            button.setObjectName(f"compareWith{against.name.capitalize()}")
            button.setAccessibleName(tip)
            button.setToolTip(tip)
            button.setCheckable(True)
            button.setChecked(against is Against.NOW)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._against.addButton(button, against.value)
            row.addWidget(button)
        return frame

    def _lay_out(self, look: Look) -> None:
        self.more.setObjectName("versionMore")
        self.more.setIcon(look.icons("more"))
        self.more.setAccessibleName("More to do with this version")
        self.more.setToolTip("More")
        self.more.clicked.connect(self._on_more_clicked)
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 8, 12, 8)
        bar.addWidget(self.switch)
        bar.addStretch(1)
        bar.addWidget(self.restore)
        bar.addWidget(self.more)
        below = QWidget(self)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.view, 1)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.list)
        parts.addWidget(below)
        parts.setSizes([260, 380])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts)
        way = (self.list, *self._against.buttons(), self.restore, self.more, self.view)
        for widget, following in pairwise(way):
            QWidget.setTabOrder(widget, following)

    @Slot()
    def _on_more_clicked(self) -> None:
        self._on_menu_requested(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    @Slot(QPoint)
    def _on_menu_requested(self, place: QPoint) -> None:
        """Offer what can be done with the chosen version."""
        menu = QMenu(self)
        menu.setObjectName("versionMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        restore = menu.addAction("Restore this version")
        restore.setEnabled(self.restore.isEnabled())
        restore.triggered.connect(self.restore_requested)
        name = menu.addAction(_NAME)
        name.triggered.connect(lambda: self.list.begin_naming(self.list.chosen))
        menu.addAction(_COPY).triggered.connect(self.copy_requested)
        menu.popup(place)
