"""Brings pages into the browser: loads the first, patches those after it."""

import time

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWebEngineCore import QWebEngineLoadingInfo, QWebEnginePage, QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from editor_app.background.threads import Background
from editor_app.render.page import Page
from editor_app.ui.preview.engine import Engine
from editor_app.ui.preview.patches import (
    Pictures,
    adopt_script,
    follow_script,
    patch_script,
    reveal_script,
)

_OURS = 0.8  # seconds after a script in which the page may still move because of it
_LEFT_ALONE = 4.0  # seconds that the page stays where the user has scrolled it
_PATIENCE = 700  # milliseconds after which a page that does not come is asked for again
_TRIES = 4  # times a page is loaded: one that was there before may end a load by its own navigation
_OUR_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value


class Presenter(QObject):
    """Shows one page after another; one script is under way at a time, and the newest page wins.

    Signals:
        page_shown: The newest page stands there.
        page_failed: It could not be loaded, or its process died; carries a sentence.
        link_clicked: The user clicked a link that leads out; carries its address.
    """

    page_shown = Signal()
    page_failed = Signal(str)
    link_clicked = Signal(str)

    def __init__(self, background: Background | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.engine = Engine(background, parent)
        self._wanted: Page | None = None
        self._loading: Page | None = None  # on its way as a whole
        self._shown: Page | None = None  # what stands there, or will when the script is done
        self._is_other_item = False
        self._pictures: Pictures | None = None
        self._is_busy = False
        self._is_adopting = False  # the script under way is the first after a load
        self._tries = 0  # how often the page may still be loaded
        self._round = 0  # tells answers of this page's scripts from those of the page before
        self._place = ""
        self._to_reveal = -1
        self._to_follow = -1
        self._moves_until = 0.0
        self._scrolled_at = -_LEFT_ALONE
        page = self.engine.page
        page.scrollPositionChanged.connect(self._on_scrolled)
        page.loadingChanged.connect(self._on_loading_changed)
        page.renderProcessTerminated.connect(self._on_process_ended)
        page.link_clicked.connect(self.link_clicked)
        page.was_stopped.connect(self._on_page_stopped)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._load_again)
        self.view.setAccessibleName("The page as readers will see it")

    @property
    def view(self) -> QWebEngineView:
        """The widget with the page."""
        return self.engine.view

    def load(self, page: Page, *, pictures: Pictures) -> None:
        """Load page as a whole."""
        self._tries = _TRIES
        self._load(page, pictures)

    def _load(self, page: Page, pictures: Pictures) -> None:
        self._tries -= 1
        self._round += 1
        self._wanted = self._loading = page
        self._shown = None
        self._is_busy = True
        self._is_other_item = False
        self._place = f"/{self._round}/"
        self._serve_pictures(pictures)
        self.engine.server.serve(page, place=self._place)
        self.engine.page.go(self._place)

    def show_page(self, page: Page, *, pictures: Pictures, is_other_item: bool) -> None:
        """Patch page into what stands there, now or when the script under way is done."""
        if self._shown is None and self._loading is None:
            self.load(page, pictures=pictures)
            return
        self._serve_pictures(pictures)
        self._wanted = page
        self._is_other_item = self._is_other_item or is_other_item
        self._patch()

    def forget(self) -> None:
        """Let the page go: the next one is loaded."""
        self._round += 1
        self._wanted = self._loading = self._shown = None
        self._is_busy = False

    def reveal(self, block_index: int) -> None:
        """Scroll to a block when the newest page stands there."""
        self._to_reveal = block_index
        if not self._is_busy and self._shown is not None:
            self._reveal()

    def follow(self, block_index: int) -> None:
        """Bring a block that is being written into sight, unless the user has just scrolled."""
        self._to_follow = block_index
        if not self._is_busy and self._shown is not None:
            self._follow()

    def show_zoom(self, zoom: float) -> None:
        """Scale the page."""
        if abs(self.view.zoomFactor() - zoom) > 0.001:  # noqa: PLR2004  # no visible difference
            self.view.setZoomFactor(zoom)

    def close(self) -> None:
        """End the browser."""
        self.forget()
        self.engine.close()

    # ------------------------------------------------------------ what happens

    @Slot(QWebEngineLoadingInfo)
    def _on_loading_changed(self, info: QWebEngineLoadingInfo) -> None:
        status, page = info.status(), self._loading
        is_over = status != QWebEngineLoadingInfo.LoadStatus.LoadStartedStatus
        if page is None or not is_over or info.url().path() != self._place:
            return  # or a navigation that the page tried and that was refused
        self._loading = None
        if status != QWebEngineLoadingInfo.LoadStatus.LoadSucceededStatus:
            if self._tries > 0 and self._pictures is not None:
                # a navigation that the page before tried, and that was refused, can end this load
                self._load(page, self._pictures)
            else:
                self._fail("The page could not be loaded into the preview.")
            return
        self._shown = page
        self._is_adopting = True
        self._run(adopt_script(page))

    @Slot()
    def _on_page_stopped(self) -> None:
        """Wait a while for the page under way: Chromium may have let it go without a word."""
        if self._loading is not None:
            self._patience.start()

    @Slot()
    def _load_again(self) -> None:
        if self._loading is not None and self._tries > 0 and self._pictures is not None:
            self._load(self._loading, self._pictures)

    @Slot()
    def _on_scrolled(self) -> None:
        """Notice when the user scrolls: what our own scripts move, they move at once."""
        now = time.monotonic()
        if not self._is_busy and now > self._moves_until:
            self._scrolled_at = now

    @Slot(QWebEnginePage.RenderProcessTerminationStatus, int)
    def _on_process_ended(
        self, status: QWebEnginePage.RenderProcessTerminationStatus, _code: int
    ) -> None:
        if status != QWebEnginePage.RenderProcessTerminationStatus.NormalTerminationStatus:
            self._fail("The preview stopped unexpectedly. Your text is safe.")

    def _fail(self, words: str) -> None:
        self.forget()
        self.page_failed.emit(words)

    # ------------------------------------------------------------ inside

    def _serve_pictures(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self.engine.server.serve_pictures(pictures)

    def _patch(self) -> None:
        if self._is_busy or self._shown is None or self._wanted is None:
            return
        if self._wanted == self._shown and not self._is_other_item:
            self._shown = self._wanted
            self.page_shown.emit()
            return
        script = patch_script(self._shown, self._wanted, is_other_item=self._is_other_item)
        self._is_other_item = False
        self._shown = self._wanted
        self._run(script)

    def _run(self, script: str) -> None:
        self._is_busy = True
        this_round = self._round

        def come_home(answer: object) -> None:
            if this_round == self._round:
                self._on_script_done(is_done=answer is True)

        self.engine.page.runJavaScript(script, _OUR_WORLD, come_home)

    def _on_script_done(self, *, is_done: bool) -> None:
        self._is_busy = False
        self._moves_until = time.monotonic() + _OURS
        if not is_done:
            self._go_on_without_patches()
            return
        self._is_adopting = False
        if self._wanted is not self._shown:
            self._patch()
            return
        if self._to_reveal >= 0:
            self._reveal()
        if self._to_follow >= 0:
            self._follow()
        self.page_shown.emit()

    def _go_on_without_patches(self) -> None:
        """Load what cannot be patched in: a page of another make, or without a place for text."""
        was_just_loaded = self._is_adopting
        self._is_adopting = False
        if self._wanted is None or self._pictures is None:
            return
        if was_just_loaded and self._wanted is self._shown:
            self._shown = None
            self.page_shown.emit()
        else:
            self.load(self._wanted, pictures=self._pictures)

    def _reveal(self) -> None:
        script = reveal_script(self._to_reveal)
        self._to_reveal = -1
        self.engine.page.runJavaScript(script, _OUR_WORLD)

    def _follow(self) -> None:
        index, self._to_follow = self._to_follow, -1
        now = time.monotonic()
        if now - self._scrolled_at > _LEFT_ALONE:
            self._moves_until = now + _OURS
            self.engine.page.runJavaScript(follow_script(index), _OUR_WORLD)
