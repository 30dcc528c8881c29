"""What the window of the house style does when a page is changed: it is kept at once."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from editor_app.editing.house_changes import HouseChanges, HousePage
from editor_app.editing.list_changes import save_entry
from editor_app.model.house import House
from editor_app.model.lists import Donor, Entry, ListKind
from editor_app.ui.house.beside import PageBeside
from editor_app.ui.house.form import HouseForm
from editor_app.ui.house.needs import NeedsPage
from editor_app.ui.house.sharing import HouseSharing
from editor_app.ui.house.tables import TermTables
from editor_app.ui.house.terms import TermsPage
from editor_app.ui.house.window import HouseWindow
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk, attempt

_PAUSE = 250  # milliseconds after the last key


class HouseAtWork(QObject):
    """Keeps what the pages say.

    ``changed`` is called after the house is another, ``lists_changed`` after a list is;
    ``show_lists`` opens the window of lists.
    """

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        *,
        changed: Callable[[], None],
        lists_changed: Callable[[], None],
        show_lists: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._beside: PageBeside | None = None
        self._changed, self._lists_changed = changed, lists_changed
        self._show_lists = show_lists
        self._changes = HouseChanges(desk.library.house)
        self._due: tuple[HousePage, str, House] | None = None
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self.keep_now)
        self.shown = HouseWindow(desk.look.icons, window)
        self.shown.page_made.connect(self._on_page_made)
        self.shown.page_shown.connect(self._on_page_shown)
        self.shown.undo_requested.connect(self._on_undo)
        self.shown.reset_requested.connect(self._on_reset)
        self.shown.finished.connect(self.keep_now)
        HouseSharing(self.shown, desk, house=self._kept_house, take_over=self._take_over)
        window.call_after_closing(self._stop)

    def show(self) -> None:
        """Open the window, or bring it forward."""
        self.read()
        self.shown.start()
        self.shown.show()
        self.shown.raise_()
        self.shown.activateWindow()

    def read(self) -> None:
        """Show what the library has by now."""
        house = attempt(self.shown.notices, self._changes.read)
        if house is not None:
            self.shown.show_house(house)
        self._show_state()

    # ------------------------------------------------------------ pages

    @Slot(object)
    def _on_page_made(self, form: HouseForm) -> None:
        form.edited.connect(partial(self._on_edited, form))
        if isinstance(form, TermsPage):
            TermTables(form, self._desk, self.shown.notices, self._take)
        if isinstance(form, NeedsPage):
            form.lists_requested.connect(self._show_lists)
            form.donor_ticked.connect(self._on_donor)

    @Slot(object)
    def _on_page_shown(self, page: HousePage) -> None:
        self.keep_now()
        form = self.shown.form(page)
        if isinstance(form, NeedsPage):
            donors = attempt(
                self.shown.notices, partial(self._desk.library.lists.all, ListKind.DONOR)
            )
            form.show_donors(donors or ())
        if page is HousePage.LOOK:
            self._beside = self._beside or PageBeside(self._window, self._desk, self.shown)
            self._beside.show()
        self._show_state()

    def _on_edited(self, form: HouseForm, field: str) -> None:
        """Keep a change at once; one that is typed, when the typing pauses."""
        house = form.house(self._changes.house)
        if self._due is not None and self._due[:2] != (form.page, field):
            self._keep()
        self._due = (form.page, field, house)
        if field:
            self._soon.start()
        else:
            self.keep_now()

    @Slot()
    def keep_now(self) -> None:
        """Keep what was typed, without waiting."""
        self._soon.stop()
        if self._keep():
            self._tell()

    def _stop(self) -> None:
        """Keep what was typed a moment ago, because the window closes."""
        self._soon.stop()
        self._keep()

    def _keep(self) -> bool:
        """Keep what is due; return whether that was anything new."""
        if self._due is None:
            return False
        (page, field, house), self._due = self._due, None
        keep = partial(self._changes.change, page, house, field=field)
        return bool(attempt(self.shown.notices, keep))

    def _take(self, page: HousePage, house: House) -> None:
        """Keep a page of a house that came from elsewhere."""
        self.keep_now()
        attempt(self.shown.notices, partial(self._changes.change, page, house))
        self._tell()

    def _kept_house(self) -> House:
        """Return the house with what was typed a moment ago."""
        self.keep_now()
        return self._changes.house

    def _take_over(self, house: House) -> House | None:
        """Keep another house whole; return what was there before, None where that failed."""
        self.keep_now()
        before = attempt(self.shown.notices, partial(self._changes.take_over, house))
        self._tell()
        return before

    @Slot(object)
    def _on_undo(self, page: HousePage) -> None:
        self.keep_now()
        attempt(self.shown.notices, partial(self._changes.undo, page))
        self._tell()

    @Slot(object)
    def _on_reset(self, page: HousePage) -> None:
        self.keep_now()
        attempt(self.shown.notices, partial(self._changes.reset, page))
        self._tell()

    def _tell(self) -> None:
        self.shown.show_house(self._changes.house)
        self._show_state()
        self._changed()
        if self._beside is not None:
            self._beside.refresh()

    def _show_state(self) -> None:
        page = self.shown.page
        self.shown.show_state(
            can_undo=self._changes.can_undo(page), is_reset=self._changes.is_reset(page)
        )

    @Slot(object, bool)
    def _on_donor(self, entry: Entry, is_mandatory: bool) -> None:  # noqa: FBT001 - a signal's
        if not isinstance(entry.record, Donor):
            return
        record = replace(entry.record, is_mandatory=is_mandatory)
        attempt(self.shown.notices, partial(save_entry, self._desk.library, entry, record))
        self._on_page_shown(self.shown.page)
        self._lists_changed()
