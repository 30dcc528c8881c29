"""The pane with the finished page beside the text."""

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from editor_app.background.threads import Background
from editor_app.errors import EditorError
from editor_app.ui.preview.browser import BrowserCopy
from editor_app.ui.preview.notice import Notice
from editor_app.ui.preview.patches import Pictures
from editor_app.ui.preview.width_switch import PreviewWidth, WidthSwitch

if TYPE_CHECKING:
    from editor_app.render.page import Page
    from editor_app.ui.preview.presenter import Presenter

_MARGIN = 14
_EDGE = 8  # between the card's rounded border and the page
_OWN_CHOICE = "QTWEBENGINE_DISABLE"
_SMALLEST_ZOOM = 0.25  # Chromium's own limit


class PreviewPane(QWidget):
    """Shows pages, each patched into the one before, at the width of a chosen screen.

    Nothing of Chromium is loaded before `start`; until then, and where it cannot be loaded, a
    notice stands in its place and the rest of the window goes on.

    Signals:
        page_shown: The newest page stands there, patched or loaded.
        page_failed: The page could not be loaded, or its process died; carries a sentence.
        link_clicked: The user clicked a link that leads out; carries its address.
        width_changed: The user chose another width; carries its name.
    """

    page_shown = Signal()
    page_failed = Signal(str)
    link_clicked = Signal(str)
    width_changed = Signal(str)

    def __init__(self, background: Background | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewPane")
        self.setAccessibleName("Preview of the page")
        self._background = background
        self._presenter: Presenter | None = None
        self._page: Page | None = None
        self._pictures: Pictures | None = None
        self._key = ""
        self._browser = BrowserCopy()
        self.switch = WidthSwitch(self)
        self.weight = QLabel(self)
        self.notice = Notice(self)
        self.card = QFrame(self)
        self.card.setObjectName("previewCard")
        self._card_layout = QVBoxLayout(self.card)
        self._card_layout.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.switch.width_chosen.connect(self._on_width_chosen)
        self.notice.reload_requested.connect(self.reload)
        self.notice.browser_requested.connect(self.open_in_browser)
        self.notice.show_words("The preview is starting.")

    # ------------------------------------------------------------ what the window calls

    @property
    def is_started(self) -> bool:
        """Whether the browser inside was started."""
        return self._presenter is not None

    def start(self) -> None:
        """Load Chromium and show the page; call it when the window is up."""
        if self._presenter is not None:
            return
        if problem := engine_problem():
            self._show_problem(problem)
            return
        try:
            from editor_app.ui.preview.presenter import Presenter  # noqa: PLC0415  # loads Chromium
        except ImportError as error:
            self._show_problem(f"The browser part of Qt cannot be loaded ({error}).")
            return
        presenter = Presenter(self._background, self.card)
        presenter.page_shown.connect(self._on_page_shown)
        presenter.page_failed.connect(self._on_page_failed)
        presenter.link_clicked.connect(self.link_clicked)
        self._card_layout.addWidget(presenter.view)
        self._presenter = presenter
        self._fit()
        if self._page is None:
            self.notice.show_words("No item is open.")
        else:
            self.reload()

    def show_page(self, page: "Page", *, pictures: Pictures, key: str = "") -> None:
        """Show page; what has changed is patched in, and the place in the page is kept.

        A page with another key (the item's id) is shown from its top.
        """
        is_other_item = self._page is None or key != self._key
        self._page, self._pictures, self._key = page, pictures, key
        if self._presenter is not None:
            self._presenter.show_page(page, pictures=pictures, is_other_item=is_other_item)

    def clear(self) -> None:
        """Show that there is no item."""
        self._page = None
        self.show_weight("", details="")
        if self._presenter is not None:
            self._presenter.forget()
            self._show_notice("No item is open.")

    def show_weight(self, words: str, *, details: str) -> None:
        """Show how much a reader loads for the page."""
        self.weight.setText(words)
        self.weight.setToolTip(details)
        self.weight.setAccessibleDescription(details)

    def reveal(self, block_index: int) -> None:
        """Scroll to a block of the text, as little as needed."""
        if self._presenter is not None:
            self._presenter.reveal(block_index)

    def follow(self, block_index: int) -> None:
        """Bring a block that is being written into sight, if it is not and nobody scrolls."""
        if self._presenter is not None:
            self._presenter.follow(block_index)

    def show_width(self, width: PreviewWidth) -> None:
        """Lay the page out for another screen."""
        self.switch.show_width(width)
        self._fit()

    @Slot()
    def reload(self) -> None:
        """Load the page anew."""
        if self._presenter is None:
            self.start()
        elif self._page is not None and self._pictures is not None:
            self._presenter.load(self._page, pictures=self._pictures)

    @Slot()
    def open_in_browser(self) -> None:
        """Open a copy of the page in the user's browser."""
        if self._page is None:
            return
        try:
            self._browser.open(self._page, self._pictures)
        except EditorError as error:
            self.notice.show_words(str(error), can_open=True)

    def close_engine(self) -> None:
        """End the browser inside; the window calls it when it closes."""
        self._browser.close()
        if self._presenter is not None:
            self._presenter.close()
            self._presenter = None

    # ------------------------------------------------------------ what happens

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole width of the page in sight."""
        super().resizeEvent(event)
        self._fit()

    @override
    def event(self, event: QEvent) -> bool:
        """Fit the page once the layout has its sizes."""
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return is_done

    @Slot()
    def _on_page_shown(self) -> None:
        self._stack.setCurrentWidget(self._card_ground)
        self._fit()
        self.page_shown.emit()

    @Slot(str)
    def _on_page_failed(self, words: str) -> None:
        self._show_problem(words)

    @Slot(object)
    def _on_width_chosen(self, width: PreviewWidth) -> None:
        self._fit()
        self.width_changed.emit(width.name)

    # ------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.addWidget(self.switch)
        bar.addStretch(1)
        bar.addWidget(self.weight)
        self.weight.setObjectName("pageWeight")
        self.weight.setAccessibleName("Weight of the page")
        self._card_ground = QWidget(self)
        ground = QHBoxLayout(self._card_ground)
        ground.setContentsMargins(0, 0, 0, 0)
        ground.addWidget(self.card, 0, Qt.AlignmentFlag.AlignHCenter)
        self._stack.addWidget(self.notice)
        self._stack.addWidget(self._card_ground)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN - 4, _MARGIN, _MARGIN)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)

    def _fit(self) -> None:
        """Scale the page so that the chosen width fits into the pane."""
        wanted = self.switch.width_chosen_now.value
        room = max(self._stack.width() - 2 * _EDGE, 50)
        zoom = max(min(room / wanted, 1.0), _SMALLEST_ZOOM)
        self.card.setFixedWidth(min(room, round(wanted * zoom)) + 2 * _EDGE)
        if self._presenter is not None:
            self._presenter.show_zoom(zoom)

    def _show_problem(self, words: str) -> None:
        self.notice.show_words(words, can_reload=True, can_open=self._page is not None)
        self._stack.setCurrentWidget(self.notice)
        self.page_failed.emit(words)

    def _show_notice(self, words: str) -> None:
        self.notice.show_words(words)
        self._stack.setCurrentWidget(self.notice)


def engine_problem() -> str:
    """Return, in words, why Chromium must not even be tried here; empty if it may.

    Chromium ends the whole process when the administrator starts it with its protection on. It is
    only asked here whether somebody took that off for themselves: the program never does.
    """
    is_root = sys.platform.startswith("linux") and os.geteuid() == 0
    flags = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "")
    if is_root and "sandbox" not in flags and not os.environ.get(f"{_OWN_CHOICE}_SANDBOX"):
        return (
            "The preview does not run for the administrator (root), as it would have to do "
            "without its protection. Start Standfirst as another user."
        )
    return ""
