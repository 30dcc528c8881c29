"""Many items at once: chosen in the list, changed in one step, and that taken back in one."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from editor_app.model.identity import ItemId
from editor_app.model.status import Status
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from editor_app.ui.bulk.actions import BulkKind
from editor_app.ui.fields.settled_line import settle_typing
from editor_app.ui.item_list.chosen import Chosen
from editor_app.ui.messages import Choice, Report, Tone
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk, attempt
from editor_app.ui.wiring_files import FileCommands
from editor_app.ui.wiring_items import ItemCommands

if TYPE_CHECKING:
    from editor_app.editing.bulk import BulkChange
    from editor_app.store.bulk import BulkOutcome, Refusal

# What is imported inside the commands would cost every start a part of its time.
_FEW = 20  # items that are changed without a backup before: undo and their versions are enough
Before = Callable[[Callable[[], None]], None]


class BulkCommands:
    """The commands on many items, over the list and the library."""

    def __init__(self, window: MainWindow, desk: Desk, items: ItemCommands, before: Before) -> None:
        self._window, self._desk, self._items, self._before = window, desk, items, before

    def change(self, kind: BulkKind, *, status: Status | None = None) -> None:
        """Ask what the chosen items are to have, show what that changes, and do it."""
        from editor_app.ui.bulk.dialog import BulkDialog, BulkDuties  # noqa: PLC0415 - see above

        chosen = self._chosen()
        if chosen is None or not self._is_left():
            return
        is_small = chosen.count <= _FEW
        library = self._desk.library
        duties = BulkDuties(
            library=library,
            background=self._desk.background,
            clock=self._desk.clock,
            chosen=partial(ids_of, library, chosen),
            before=_at_once if is_small else self._before,
        )
        sections = attempt(self._window.notices, self._sections) or ()
        dialog = BulkDialog(kind, duties, sections, self._window)
        if status is not None:
            dialog.value.choose(status)
        dialog.changed.connect(self.on_changed)
        dialog.open()

    def change_open_or_many(self, kind: BulkKind, status: Status | None = None) -> bool:
        """Take a command of the Item menu on, where many items are chosen."""
        if not self._window.panes.items.view.chosen.are_many:
            return False
        self.change(kind, status=status)
        return True

    def chosen_ids(self) -> Sequence[ItemId]:
        """Return the ids of what is chosen, or of the open item."""
        chosen = self._chosen()
        if chosen is None:
            return ()
        found = attempt(self._window.notices, partial(ids_of, self._desk.library, chosen))
        return found or ()

    def undo(self) -> None:
        """Take the last bulk change back."""
        from editor_app.editing.bulk import undo_last  # noqa: PLC0415 - see above
        from editor_app.ui.bulk.words import undoing_words  # noqa: PLC0415 - see above
        from editor_app.ui.bulk.work_dialog import WorkDialog  # noqa: PLC0415 - see above

        if not self._is_left():
            return
        record = attempt(self._window.notices, self._desk.library.bulk.last)
        if record is None:
            self._window.notices.show_notice("There is no bulk change to undo.")
            return
        words = undoing_words(record.items, record.what)
        steps = undo_last(self._desk.library)
        dialog = WorkDialog(words, steps, self._desk.background, self._window)
        dialog.done_all.connect(self._on_undone)
        dialog.failed.connect(self._window.notices.show_error)
        dialog.open()

    def replace(self) -> None:
        """Open the window that finds and replaces in many items."""
        from editor_app.ui.bulk.replace_dialog import (  # noqa: PLC0415 - see above
            ReplaceDialog,
            ReplaceDuties,
        )

        known = self._window.findChild(ReplaceDialog)
        if known is not None:
            known.activateWindow()
            return
        duties = ReplaceDuties(
            library=self._desk.library,
            background=self._desk.background,
            look=self._desk.look,
            searched=self._searched,
            leave=self._is_left,
            before=self._before_so_many,
        )
        dialog = ReplaceDialog(duties, self._window)
        dialog.item_requested.connect(self._items.open)
        dialog.changed.connect(self.on_changed)
        dialog.show()

    def _searched(self, is_in_list: bool) -> Callable[[], Sequence[ItemId]]:  # noqa: FBT001
        query = self._window.panes.items.query if is_in_list else ItemQuery()
        return lambda: self._desk.library.items.ids(query)

    def _before_so_many(self, number: int, work: Callable[[], None]) -> None:
        (self._before if number > _FEW else _at_once)(work)

    def on_changed(self, change: "BulkChange", outcome: "BulkOutcome") -> None:
        """Show that items were changed, and offer to take it back."""
        from editor_app.ui.bulk.words import outcome_words  # noqa: PLC0415 - see above

        self._show_anew()
        choices = [Choice(words="Undo", act=self.undo)] if outcome.changed else []
        self._tell(outcome_words(change.what, outcome), outcome.refused, choices)

    def _on_undone(self, outcome: "BulkOutcome") -> None:
        from editor_app.ui.bulk.words import undone_words  # noqa: PLC0415 - see above

        self._show_anew()
        self._tell(undone_words(outcome), outcome.refused, [])

    def _tell(self, words: str, refused: "Sequence[Refusal]", choices: list[Choice]) -> None:
        if refused:
            show = partial(self._report, words, refused)
            choices = [*choices, Choice(words="Which ones…", act=show)]
        tone = Tone.WARNING if refused else Tone.GOOD
        self._window.notices.show_notice(words, tone=tone, choices=choices)

    def _report(self, lead: str, refused: "Sequence[Refusal]") -> None:
        from editor_app.ui.bulk.words import refused_words  # noqa: PLC0415 - see above

        words = refused_words(refused)
        Report("What stayed as it was", lead=lead, words=words, parent=self._window).show()

    def _show_anew(self) -> None:
        """Let the desk and the list show what the library has now."""
        if self._desk.session.draft is not None:
            attempt(self._window.notices, self._desk.session.read_again)
        self._items.show_list_anew()

    def _chosen(self) -> Chosen | None:
        """Return what is chosen in the list, or the open item; None where there is neither."""
        chosen = self._window.panes.items.view.chosen.chosen()
        if chosen.count:
            return chosen
        draft = self._desk.session.draft
        return Chosen(ids=(draft.item.id,)) if draft is not None else None

    def _sections(self) -> Sequence[str]:
        return self._desk.library.lists.sections_to_choose()

    def _is_left(self) -> bool:
        """Make sure that the library has every word of the open item."""

        def leave() -> bool:
            settle_typing(self._window)
            self._desk.session.leave()
            return True

        return bool(attempt(self._window.notices, leave))


def ids_of(library: Library, chosen: Chosen) -> Sequence[ItemId]:
    """Return the ids of what is chosen; for any thread.

    Raises:
        LibraryError: the library cannot be read.
    """
    if chosen.query is None:
        return chosen.ids
    return chosen.among(library.items.ids(chosen.query))


def connect_bulk(
    window: MainWindow,
    desk: Desk,
    items: ItemCommands,
    files: FileCommands,
) -> BulkCommands:
    """Let many items be chosen and changed."""
    commands = BulkCommands(window, desk, items, files.before_many)
    bulk, pane = window.actions_.bulk, window.panes.items
    items.take_many = commands.change_open_or_many
    pane.view.set_many_actions(bulk.of_items)
    pane.chosen_bar.offer(bulk.of_items)
    bulk.change_requested.connect(commands.change)
    bulk.undo.triggered.connect(commands.undo)
    bulk.replace.triggered.connect(commands.replace)
    bulk.export.triggered.connect(lambda: files.export(commands.chosen_ids()))
    show = partial(_show_chosen, window)
    pane.view.chosen.changed.connect(show)
    show()
    return commands


def _show_chosen(window: MainWindow) -> None:
    pane = window.panes.items
    are_any = pane.view.chosen.count > 0
    window.actions_.bulk.show_chosen(are_any=are_any, are_trashed=pane.query.is_trashed)


def _at_once(work: Callable[[], None]) -> None:
    work()
