"""The real page of the open item, or of a sample, beside the settings of its look."""

from PySide6.QtCore import QObject, Slot

from editor_app.body import read_markdown
from editor_app.editing.changes import Change, ChangeKind
from editor_app.editing.draft import Draft
from editor_app.intake.sample import sample_items
from editor_app.ui.house.window import HouseWindow
from editor_app.ui.preview.pane import PreviewPane
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk
from editor_app.ui.wiring_preview import PreviewUpdater


class PageBeside(QObject):
    """Follows the item on the desk while the page can be seen; made when it is first."""

    def __init__(self, window: MainWindow, desk: Desk, shown: HouseWindow) -> None:
        super().__init__(shown)
        self._window, self._desk = window, desk
        self.pane = PreviewPane(desk.background, shown)
        self.pane.setObjectName("housePreview")
        self._updater = PreviewUpdater(desk.library, self.pane, desk.background, self)
        shown.put_beside(self.pane)
        desk.session.subscribe(self._hear)
        window.call_after_closing(self._updater.stop)
        window.call_after_closing(self.pane.close_engine)

    def show(self) -> None:
        """Show the page as it is now."""
        draft = self._desk.session.draft or self._sample()
        self._updater.hear(Change(kind=ChangeKind.OPENED, draft=draft))
        self._updater.show_now()
        if self._window.panes.preview.is_started:
            self.pane.start()

    @Slot()
    def refresh(self) -> None:
        """Show the page in another look."""
        if self.pane.isVisible():
            self._updater.refresh()

    def _hear(self, change: Change) -> None:
        if self.pane.isVisible() and change.draft is not None:
            self._updater.hear(change)

    def _sample(self) -> Draft:
        item = next(sample_items(1, now=self._desk.clock()))
        return Draft(item=item, body=read_markdown(item.body))
