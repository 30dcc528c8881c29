"""The list as an archive: what it can be narrowed to, and where a search hits."""

import json
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtGui import QAction

from editor_app.editing.changes import Change, ChangeKind
from editor_app.editing.finding import Hit
from editor_app.editing.narrowing import Choice, choices
from editor_app.errors import EditorError
from editor_app.store.query import Field, ItemQuery
from editor_app.store.query_offers import Offers, offers
from editor_app.store.search_places import hits_in
from editor_app.ui.editor.finding.find_replace import FindReplace
from editor_app.ui.editor.finding.list_hits import ListHits
from editor_app.ui.editor.source.view import SourceView
from editor_app.ui.item_list.excerpts import RowExcerpts
from editor_app.ui.item_list.filter_button import Chosen
from editor_app.ui.item_list.row_shape import RowShape
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk
from editor_app.ui.wiring_finding import surfaces_of
from editor_app.ui.wiring_plan import connect_plan
from editor_app.ui.wiring_saved import connect_saved_searches

_HISTORY, _ROWS = "searches", "rows"  # in the window's memory


def connect_archive(window: MainWindow, desk: Desk) -> None:
    """Let menus and fields of the list know what the library has."""
    items = window.panes.items
    items.filters.use(partial(_ask_choices, desk))
    excerpts = RowExcerpts(desk.background, desk.library.items.excerpts, hits_in, parent=items)
    excerpts.arrived.connect(items.view.viewport().update)
    items.delegate.excerpts = excerpts
    _connect_search(window, desk)
    _connect_shape(window, desk)
    connect_plan(window, desk)
    connect_saved_searches(window, desk)


def _connect_search(window: MainWindow, desk: Desk) -> None:
    """Let the search field know the values of the library, and what was searched before."""
    search, known = window.panes.items.search, _KnownValues()
    search.use(known.offers)
    search.focused.connect(partial(_look_up, desk, known))
    desk.session.subscribe(known.on_change)
    desk.background.call_before_closing(known.end)
    search.show_history(read_history(desk.memory.text(_HISTORY)))
    search.history_edited.connect(
        lambda searches: desk.memory.keep_text(_HISTORY, json.dumps(searches))
    )


def _connect_shape(window: MainWindow, desk: Desk) -> None:
    """Let the rows be compact and in groups, as they were the last time."""
    items, words = window.panes.items, desk.memory.text(_ROWS).split()
    compact, grouped = QAction("Compact rows", items), QAction("Group by month", items)
    for action, name in ((compact, "compact"), (grouped, "grouped")):
        action.setObjectName(f"rows-{name}")
        action.setCheckable(True)
        action.setChecked(name in words)

    def show(_is_on: object = None) -> None:
        shape = RowShape(is_compact=compact.isChecked(), is_grouped=grouped.isChecked())
        items.show_shape(shape)
        names = [one.objectName().removeprefix("rows-") for one in (compact, grouped)]
        is_on = (compact.isChecked(), grouped.isChecked())
        kept = [name for name, on in zip(names, is_on, strict=True) if on]
        desk.memory.keep_text(_ROWS, " ".join(kept))

    compact.triggered.connect(show)
    grouped.triggered.connect(show)
    items.filters.add_actions([compact, grouped])
    if words:
        show()


class _KnownValues:
    """The values that are offered for the fields of a query, as they were last looked up."""

    def __init__(self) -> None:
        self._values: Mapping[Field, Sequence[str]] = {}
        self._is_over = False
        self._is_due = True  # to be looked up, which takes long in a large library

    def take_due(self) -> bool:
        """Return whether they are to be looked up; they are not any more then."""
        is_due, self._is_due = self._is_due, False
        return is_due and not self._is_over

    def end(self) -> None:
        """Look nothing up any more: the window closes."""
        self._is_over = True

    def on_change(self, change: Change) -> None:
        """Look them up again when the field is used next, as an item was saved."""
        if change.kind in {ChangeKind.SAVED, ChangeKind.COPIED}:
            self._is_due = True

    def put(self, values: Mapping[Field, Sequence[str]]) -> None:
        self._values = values

    def offers(self, text: str, caret: int) -> Offers:
        return offers(text, caret, self._values)


def _look_up(desk: Desk, known: _KnownValues) -> None:
    if known.take_due():
        desk.background.run(
            desk.library.items.known_values, then=known.put, failed=lambda _error: None
        )


def read_history(text: str) -> list[str]:
    """Return the searches that were remembered; none of what is no such list."""
    try:
        found = json.loads(text or "[]")
    except ValueError:
        return []
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def _ask_choices(desk: Desk, query: ItemQuery, field: Field, then: Chosen) -> None:
    def count() -> Sequence[Choice]:
        return choices(desk.library.items, query, field)

    def fail(_error: EditorError) -> None:
        then(())

    desk.background.run(count, then=then, failed=fail)


def connect_hits(window: MainWindow, desk: Desk, source: SourceView, finding: FindReplace) -> None:
    """Mark in the open item what the list is searched for."""
    hits = ListHits(
        lambda: surfaces_of(window, source), lambda: finding.is_open, parent=window.panes.editor
    )
    window.panes.items.query_shown.connect(partial(_show_hits, hits))
    finding.toggled.connect(lambda _is_open: hits.mark_soon())
    source.shown_changed.connect(lambda _shown: hits.mark_soon())
    desk.look.changed.connect(hits.mark_soon)


class _SearchedWords:
    """Finds the words of a search of the list in a line."""

    def __init__(self, search: str) -> None:
        self._search = search

    def hits(self, text: str, /) -> list[Hit]:
        """Return the hits in a line, in the units that Qt counts in."""
        found = hits_in(text, self._search)
        return [Hit(_units(text[:start]), _units(text[:end])) for start, end in found]


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _show_hits(hits: ListHits, query: ItemQuery) -> None:
    search = query.search.strip()
    hits.show(_SearchedWords(search) if search else None)
