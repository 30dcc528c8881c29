"""Saved searches: kept in the library, shown over the list, counted on a thread."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

from editor_app.editing.changes import Change, ChangeKind
from editor_app.store.query import COUNTED, ItemQuery
from editor_app.store.query_text import filters_of
from editor_app.store.saved_searches import SavedSearch, SearchId
from editor_app.ui.archive.saved import SavedSearchesPane
from editor_app.ui.item_list.filter_words import filter_name
from editor_app.ui.messages import Choice
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk, attempt

_OPEN = "saved-searches"  # in the window's memory
_PAUSE = 1_500  # ms after a save: counts follow when nothing else is to be done
_LONGEST_NAME = 60  # letters of a name that is proposed


def connect_saved_searches(window: MainWindow, desk: Desk) -> None:
    """Show the saved searches over the list, and let them be kept."""
    items = window.panes.items
    pane = SavedSearchesPane(items)
    items.put_over_rows(pane)
    commands = _SavedSearches(window, desk, pane)
    items.query_shown.connect(pane.show_query)
    pane.search_chosen.connect(commands.show)
    pane.keep_requested.connect(commands.keep)
    # later: the row that was written into is made anew with the others
    pane.name_edited.connect(commands.rename, Qt.ConnectionType.QueuedConnection)
    pane.delete_requested.connect(commands.delete)
    pane.order_edited.connect(commands.put_in_order)
    pane.opened.connect(commands.remember_open)
    pane.show_open(is_open=desk.memory.text(_OPEN) != "closed")
    QWidget.setTabOrder(items.filters, pane.heading)
    QWidget.setTabOrder(pane.heading, pane.keep)
    QWidget.setTabOrder(pane.keep, pane.rows)
    desk.session.subscribe(commands.on_change)
    commands.show_all()


class _SavedSearches(QObject):
    """What is done with saved searches."""

    def __init__(self, window: MainWindow, desk: Desk, pane: SavedSearchesPane) -> None:
        super().__init__(pane)
        self._window, self._desk, self._pane = window, desk, pane
        self._searches: tuple[SavedSearch, ...] = ()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self.count)
        self._is_over = False
        desk.background.call_before_closing(self._stop)

    def show_all(self) -> None:
        """Show the searches as the library has them, and count what they find."""
        found = attempt(self._window.notices, self._desk.library.saved_searches.all)
        self._searches = found or ()
        self._pane.show_searches(self._searches)
        self.count()

    @Slot()
    def count(self) -> None:
        """Count what the searches find, on a thread, if anybody can see it."""
        searches = self._searches
        if self._is_over or not searches or not self._pane.heading.isChecked():
            return
        items = self._desk.library.items

        def work() -> Mapping[SearchId, int]:
            return {one.id: items.count(one.query, most=COUNTED) for one in searches}

        self._desk.background.run(work, then=self._pane.show_counts, failed=lambda _error: None)

    @Slot(object)
    def show(self, query: ItemQuery) -> None:
        """Show what a search finds, in the order that the list has."""
        items = self._window.panes.items
        items.show_query(replace(query, sort=items.query.sort))

    @Slot()
    def keep(self) -> None:
        """Keep what is shown under a name that the user can write over."""
        query = self._window.panes.items.query
        taken = {one.name for one in self._searches}
        name = _free_name(_proposed(query), taken)
        kept = attempt(
            self._window.notices, lambda: self._desk.library.saved_searches.add(name, query)
        )
        if kept is not None:
            self.show_all()
            self._pane.rename(kept.id)

    @Slot(int, str)
    def rename(self, search_id: int, name: str) -> None:
        """Give a search another name."""
        query = next((one.query for one in self._searches if one.id == search_id), None)
        if query is None:
            return
        self._do(
            lambda: self._desk.library.saved_searches.change(
                SearchId(search_id), name=name, query=query
            )
        )
        self._pane.rows.setFocus()  # the field that was written into is gone

    @Slot(int)
    def delete(self, search_id: int) -> None:
        """Delete a search; it can be taken back as long as that is said."""
        gone = next((one for one in self._searches if one.id == search_id), None)
        if gone is None:
            return
        order = tuple(one.id for one in self._searches)
        self._do(lambda: self._desk.library.saved_searches.delete(gone.id))
        back = Choice(words="Undo", act=partial(self._bring_back, gone, order))
        self._window.notices.show_notice(f"Deleted the saved search “{gone.name}”.", choices=[back])

    @Slot(object)
    def put_in_order(self, ids: tuple[SearchId, ...]) -> None:
        """Show the searches in another order from now on."""
        self._do(lambda: self._desk.library.saved_searches.put_in_order(ids))

    @Slot(bool)
    def remember_open(self, is_open: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Remember whether the searches are to be seen."""
        self._desk.memory.keep_text(_OPEN, "open" if is_open else "closed")
        self.count()

    def on_change(self, change: Change) -> None:
        """Count again some time after an item was saved."""
        if change.kind in {ChangeKind.SAVED, ChangeKind.COPIED} and not self._soon.isActive():
            self._soon.start()

    def _bring_back(self, gone: SavedSearch, order: tuple[SearchId, ...]) -> None:
        store = self._desk.library.saved_searches

        def again() -> None:
            kept = store.add(gone.name, gone.query)
            store.put_in_order([kept.id if one == gone.id else one for one in order])

        self._window.notices.clear()
        self._do(again)

    def _do(self, work: Callable[[], None]) -> None:
        """Do work and show what the library has then, also where it could not be done."""
        attempt(self._window.notices, work)
        self.show_all()

    def _stop(self) -> None:
        self._is_over = True


def _proposed(query: ItemQuery) -> str:
    """Return a name that says what a query asks for."""
    names = [query.search.strip(), *map(filter_name, filters_of(query))]
    plain = ", ".join(name for name in names if name).replace("\u2068", "").replace("\u2069", "")
    return plain[:_LONGEST_NAME].strip() or "Search"


def _free_name(name: str, taken: set[str]) -> str:
    """Return a name, or the name with a number where another search has it."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name} {number}"
    return free
