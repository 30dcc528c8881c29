"""The list as an archive: what it can be narrowed to, with counts that a thread finds."""

from collections.abc import Sequence
from functools import partial

from editor_app.editing.narrowing import Choice, choices
from editor_app.errors import EditorError
from editor_app.store.query import Field, ItemQuery
from editor_app.ui.item_list.filter_button import Chosen
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk


def connect_archive(window: MainWindow, desk: Desk) -> None:
    """Let menus and fields of the list know what the library has."""
    window.panes.items.filters.use(partial(_ask_choices, desk))


def _ask_choices(desk: Desk, query: ItemQuery, field: Field, then: Chosen) -> None:
    def count() -> Sequence[Choice]:
        return choices(desk.library.items, query, field)

    def fail(_error: EditorError) -> None:
        then(())

    desk.background.run(count, then=then, failed=fail)
