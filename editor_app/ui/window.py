"""The main window: three panes between a bar above and a bar below."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QSplitter,
    QTabBar,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from editor_app.ui.checks.pane import ChecksPane
from editor_app.ui.history.pane import HistoryPane
from editor_app.ui.item_list.pane import ListPane
from editor_app.ui.look.look import Look
from editor_app.ui.messages import Notices
from editor_app.ui.preview.pane import PreviewPane
from editor_app.ui.status_bar import StatusBar
from editor_app.ui.window_actions import WindowActions
from editor_app.ui.window_editor_pane import EditorPane
from editor_app.ui.window_top_bar import TopBar

if TYPE_CHECKING:
    from editor_app.ui.details.pane import DetailsPane

_PAINTED = 30  # milliseconds; whoever waits for the window lets it be painted first
_SMALLEST = QSize(1280, 680)  # what the three panes are made for
_TITLE_BAR = 40  # pixels that the frame takes of the screen
_FIRST_WIDTHS = (316, 655, 469)
_LIST, _EDITOR, _SIDE = 0, 1, 2
_CHECKS, _DETAILS = 1, 2


@dataclass(slots=True, kw_only=True)
class Panes:
    """What the window is put together from; the details come when the item can be written in."""

    items: ListPane
    editor: EditorPane
    preview: PreviewPane
    checks: ChecksPane
    history: HistoryPane
    details: "DetailsPane" = field(init=False)


class MainWindow(QMainWindow):
    """Holds the panes, and reports what happens to the window as a whole.

    Signals:
        left: The window is no longer the active one.
        files_dropped: Files were dropped on the window; carries their addresses.
    """

    left = Signal()
    files_dropped = Signal(list)

    def __init__(self, panes: Panes, actions: WindowActions, look: Look) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("Standfirst")
        self.setAcceptDrops(True)
        self._look = look
        self._before_closing: list[Callable[[], bool]] = []
        self._after_closing: list[Callable[[], None]] = []
        self._is_closed = False
        self._was_shown = False
        self._when_shown: list[Callable[[], None]] = []
        self.panes, self.actions_ = panes, actions
        actions.setParent(self)
        self.top = TopBar(look, self)
        self.notices = Notices(look.icons, self)
        self.status = StatusBar(self)
        self.tabs = self._make_tabs()
        self.splitter = self._make_splitter()
        self._lay_out()
        self.show_look()
        look.changed.connect(self.show_look)
        room = self.screen().availableSize() - QSize(0, _TITLE_BAR)
        self.resize(QSize(1440, 900).boundedTo(room.expandedTo(_SMALLEST)))

    def call_before_closing(self, ask: Callable[[], bool]) -> None:
        """Call ask before the window closes; it stays open when that returns False."""
        self._before_closing.append(ask)

    def call_after_closing(self, end: Callable[[], None]) -> None:
        """Call end once when the window has closed, the newest first."""
        self._after_closing.insert(0, end)

    def call_when_shown(self, begin: Callable[[], None]) -> None:
        """Call begin once when the window is on the screen, or soon if it is and stays open."""
        if self._was_shown:
            self._call_soon(begin)
        else:
            self._when_shown.append(begin)

    def take_details(self, pane: "DetailsPane") -> None:
        """Put the fields that are not always in sight where their tab is."""
        self.panes.details = pane
        self.tabs.removeTab(_DETAILS)
        self.tabs.insertTab(_DETAILS, pane, "Details")

    def show_check_count(self, number: int, *, level: str) -> None:
        """Show on the tab how much was found, in the colour of the worst; nothing for nothing."""
        bar = self.tabs.tabBar()
        badge = QLabel(f"{number:,}", bar) if number else None
        if badge is not None:
            badge.setObjectName("checkBadge")
            badge.setProperty("level", level)
            badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        place = QTabBar.ButtonPosition.RightSide
        before = bar.tabButton(_CHECKS, place)
        bar.setTabButton(_CHECKS, place, badge)
        if before is not None:
            before.deleteLater()
        self.tabs.setTabToolTip(_CHECKS, f"{number:,} found" if number else "Nothing missing")

    def show_look(self) -> None:
        """Wear the colours of the moment."""
        self.setStyleSheet(self._look.style_sheet())

    def come_forward(self) -> None:
        """Show the window before all others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def close_without_asking(self) -> None:
        """Close the window, whatever is lost by it."""
        self._before_closing.clear()
        self.close()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not all(ask() for ask in self._before_closing):
            event.ignore()
            return
        event.accept()
        if not self._is_closed:
            self._is_closed = True
            for end in self._after_closing:
                end()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._was_shown:
            return
        self._was_shown = True
        for begin in self._when_shown:
            self._call_soon(begin)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.left.emit()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(address.isLocalFile() for address in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = [one.toLocalFile() for one in event.mimeData().urls() if one.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def _call_soon(self, begin: Callable[[], None]) -> None:
        def call() -> None:
            if not self._is_closed:
                begin()

        QTimer.singleShot(_PAINTED, self, call)

    def _make_tabs(self) -> QTabWidget:
        tabs = QTabWidget(self)
        tabs.setObjectName("sideTabs")
        tabs.setAccessibleName("Preview, checks, details and history")
        tabs.setDocumentMode(True)
        tabs.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        tabs.tabBar().setDrawBase(False)
        tabs.tabBar().setExpanding(False)
        tabs.tabBar().setAccessibleName("Side pane")
        tabs.addTab(self.panes.preview, "Preview")
        tabs.addTab(self.panes.checks, "Checks")
        tabs.addTab(QWidget(tabs), "Details")
        tabs.addTab(self.panes.history, "History")
        return tabs

    def _make_splitter(self) -> QSplitter:
        side = QWidget(self)
        side.setObjectName("sidePane")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.addWidget(self.tabs)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setObjectName("panes")
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        for pane, least in ((self.panes.items, 220), (self.panes.editor, 420), (side, 300)):
            pane.setMinimumWidth(least)
            splitter.addWidget(pane)
        splitter.setStretchFactor(_EDITOR, 3)
        splitter.setStretchFactor(_SIDE, 2)
        splitter.setStretchFactor(_LIST, 0)
        splitter.setSizes(list(_FIRST_WIDTHS))
        return splitter

    def _lay_out(self) -> None:
        whole = QWidget(self)
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addWidget(self.notices)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(whole)
