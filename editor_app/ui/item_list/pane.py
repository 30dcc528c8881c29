"""The list pane: search, chips and rows, over one query to the library."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor_app.errors import EditorError
from editor_app.model.identity import ItemId
from editor_app.store.query import ItemQuery
from editor_app.store.query_text import filters_of, read_query, retyped, with_filters, write_query
from editor_app.ui.item_list.chosen_bar import ChosenBar
from editor_app.ui.item_list.delegate import RowDelegate
from editor_app.ui.item_list.filter_button import FilterButton
from editor_app.ui.item_list.filter_chips import FilterChips
from editor_app.ui.item_list.filters import StatusChips
from editor_app.ui.item_list.group_head import GroupHead
from editor_app.ui.item_list.model import ItemListModel, RowSource
from editor_app.ui.item_list.nothing import NothingShown
from editor_app.ui.item_list.row_shape import RowShape
from editor_app.ui.item_list.search_field import SearchField
from editor_app.ui.item_list.thumbnails import Thumbnails
from editor_app.ui.item_list.view import ItemListView
from editor_app.ui.look.look import Look
from editor_app.ui.paged_rows import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What the pane asks the library."""

    rows: RowSource
    count: Callable[[ItemQuery], int]
    why_nothing: Callable[[ItemQuery], str]


class ListPane(QWidget):
    """Finds items and lets one be chosen.

    Signals:
        item_chosen: The user went to another row; carries its `ItemId`.
        new_requested: The user asked for a new item where there is none.
        query_shown: The list answers another query; carries it.
        read_failed: The library could not be read; carries the `EditorError`.
    """

    item_chosen = Signal(str)
    new_requested = Signal()
    query_shown = Signal(object)
    read_failed = Signal(object)

    def __init__(
        self, shelf: Shelf, thumbnails: Thumbnails, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("listPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shelf = shelf
        self._open_id: ItemId | None = None
        self._instead: QWidget | None = None
        self._trashed = 0
        self._typed = ItemQuery()  # what the search field says
        self.thumbnails = thumbnails
        self.model = ItemListModel(shelf.rows, self)
        self.delegate = RowDelegate(look, thumbnails, parent=self)
        self.view = ItemListView(self.model, self.delegate, self)
        self.search = SearchField(look.icons, self)
        self.chips = StatusChips(self)
        self.filter_chips = FilterChips(self)
        self.filters = FilterButton(look.icons, self)
        self.group_head = GroupHead(self.view, self)
        self.chosen_bar = ChosenBar(look.icons, self)
        self.nothing = NothingShown(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.nothing)
        self._lay_out()
        self._connect()
        thumbnails.arrived.connect(self.view.viewport().update)
        look.changed.connect(self.view.viewport().update)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_search_changed)
        self.search.list_requested.connect(self._enter_list)
        self.chips.query_edited.connect(self.show_query)
        for part in (self.filters, self.filter_chips, self.nothing):
            part.query_edited.connect(self.show_query)
        self.nothing.clear_requested.connect(self._on_clear_requested)
        self.nothing.new_requested.connect(self.new_requested)
        self.view.item_chosen.connect(self.item_chosen)
        self.view.chosen.changed.connect(self._on_chosen_changed)
        self.chosen_bar.ended.connect(self.view.end_choosing)

    @property
    def query(self) -> ItemQuery:
        """What is shown."""
        return self.model.query

    @Slot(object)
    def show_query(self, query: ItemQuery) -> None:
        """Show the items that answer query."""
        if self.view.chosen.are_many and query != self.model.query:
            self.view.end_choosing()
        before = self.model.query.search
        self.delegate.show_search(query.search)
        self.delegate.sort = query.sort
        try:
            self.model.show(query)
            self._show_counts(is_typing=query.search != before)
        except EditorError as error:
            self.delegate.show_search(before)
            self.read_failed.emit(error)
            return
        self.chips.show_query(query)
        self.filters.show_query(query)
        self._show_in_words(query)
        self.filter_chips.show_query(query, typed=filters_of(self._typed))
        self.view.scrollToTop()
        self._show_rows_or_words()
        self.group_head.show_group()
        self.query_shown.emit(query)

    @Slot()
    def refresh(self) -> None:
        """Read again what is shown, because items changed; the place in the list stays."""
        try:
            self.model.refresh()
            self._show_counts()
        except EditorError as error:
            self.read_failed.emit(error)
            return
        self._show_rows_or_words()

    def show_shape(self, shape: RowShape) -> None:
        """Show the rows in another shape; the open one, or else the uppermost, stays in sight."""
        at = self.view.currentIndex()
        self.delegate.shape = shape
        self.view.doItemsLayout()
        self.group_head.turn(is_on=shape.is_grouped)
        if at.isValid():
            self.view.scrollTo(at)

    def show_instead(self, part: QWidget | None) -> None:
        """Show a part in the place of the rows, or the rows again."""
        self._instead = part
        if part is not None:
            self._stack.addWidget(part)
        self._show_rows_or_words()

    def put_over_rows(self, part: QWidget) -> None:
        """Put a part between what narrows the list and its rows."""
        self._column.insertWidget(self._column.indexOf(self.chosen_bar), part)

    def show_open(self, item_id: ItemId | None) -> None:
        """Mark the row of the open item."""
        self._open_id = item_id
        self.view.show_open(item_id)

    def neighbour_of(self, item_id: ItemId) -> ItemId | None:
        """Return the item to open when one goes away: the next row, or the one before."""
        row = self.model.row_of(item_id)
        others = [self.model.index(other, 0) for other in (row + 1, row - 1)] if row >= 0 else []
        rows = (one.data(Role.SUMMARY) for one in others if one.isValid())
        return next((one.id for one in rows if one is not None), None)

    @Slot()
    def _enter_list(self) -> None:
        """Go from the search field to the rows, onto the first if none is open."""
        if not self.model.rowCount():
            return
        self.view.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0, 0))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.search, 1)
        row.addWidget(self.filters)
        head = QVBoxLayout()
        head.setContentsMargins(12, 10, 12, 11)
        head.setSpacing(8)
        head.addLayout(row)
        head.addWidget(self.chips)
        head.addWidget(self.filter_chips)
        rule = QFrame(self)
        rule.setObjectName("filterRule")
        rule.setFixedHeight(1)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 1, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(rule)
        layout.addWidget(self.chosen_bar)
        layout.addWidget(self.group_head)
        layout.addWidget(self._stack, 1)

    def _show_counts(self, *, is_typing: bool = False) -> None:
        if not is_typing:  # nothing comes into the trash by that
            self._trashed = self._shelf.count(ItemQuery(is_trashed=True))
        opening, query = self.model.opening, self.model.query
        if query.is_trashed:
            everything = replace(query, statuses=frozenset(), is_trashed=False)
            opening = self._shelf.rows.opening(everything)
        self.chips.show_counts(opening, trashed=self._trashed)

    def _show_rows_or_words(self) -> None:
        if self._instead is not None:
            self._stack.setCurrentWidget(self._instead)
            return
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.view)
            return
        query = self.model.query
        try:
            why = self._shelf.why_nothing(query) if query.is_narrowed else ""
        except EditorError:
            why = ""
        self.nothing.show_query(query, why=why)
        self._stack.setCurrentWidget(self.nothing)

    @Slot(str)
    def _on_search_changed(self, text: str) -> None:
        typed = read_query(text)
        if typed != self._typed:
            before, self._typed = self._typed, typed
            self.show_query(retyped(self.model.query, before=before, now=typed))

    def _show_in_words(self, query: ItemQuery) -> None:
        """Let the search field say what it said, where that still holds; chips say the rest."""
        before = filters_of(self._typed)
        kept = [one for one in filters_of(query) if one in before]
        typed = with_filters(ItemQuery(search=query.search), kept)
        if typed != self._typed:
            self._typed = typed
            self.search.setText(write_query(typed))

    @Slot()
    def _on_chosen_changed(self) -> None:
        self.chosen_bar.show_count(self.view.chosen.count)

    @Slot()
    def _on_clear_requested(self) -> None:
        self.show_query(ItemQuery(sort=self.model.query.sort))
