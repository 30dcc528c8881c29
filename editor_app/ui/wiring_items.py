"""What is done with items as a whole: open, new, copy, trash, restore, status."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol

from editor_app.editing.changes import Change, ChangeKind
from editor_app.editing.draft import Draft
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.model.status import Status
from editor_app.store.query import ItemQuery, ItemSummary
from editor_app.ui.bulk.actions import BulkKind
from editor_app.ui.fields.settled_line import settle_typing
from editor_app.ui.paged_rows import RestOffer
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_archive import connect_archive
from editor_app.ui.wiring_desk import Desk, attempt

# A change of these may give the item another place in the list, or in its counts.
_PLACING = frozenset(
    {"section", "display_date", "language", "status", "lead_figure", "translated_version"}
)

_LANGUAGE = "new-item-language"


class TakeMany(Protocol):
    """Takes a command of the open item on, where many are chosen; returns whether it did."""

    def __call__(self, kind: BulkKind, status: Status | None = None) -> bool:
        """Take the command on."""


class ItemCommands:
    """The commands of the Item menu, over the session and the list."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        self._window, self._desk = window, desk
        self._newest: ItemId | None = None
        self.take_many: TakeMany = lambda _kind, _status=None: False

    def open(self, item_id: str) -> None:
        """Put an item on the desk."""
        if self._try(lambda: self._desk.session.open(ItemId(item_id))) is None:
            self._show_open()

    def new(self) -> None:
        """Put a new item on the desk, in the section of the open one if that is in its language.

        Its language is the one last chosen for a new item, or else that of the house.
        """
        draft = self._desk.session.draft
        self._show_drafts()

        def make() -> Draft:
            language = self._desk.memory.text(_LANGUAGE) or self._desk.library.house.get().language
            section = draft.item.section if draft and draft.item.language == language else ""
            return self._desk.session.create(section=section, language=language)

        if (made := self._try(make)) is not None:
            self._newest = made.item.id
            self._window.panes.editor.header.headline.setFocus()

    def keep_language(self, tag: str) -> None:
        """Begin new items in a language, if it was chosen for the newest of them."""
        draft = self._desk.session.draft
        if draft is not None and draft.item.id == self._newest:
            self._desk.memory.keep_text(_LANGUAGE, tag)

    def duplicate(self) -> None:
        """Make a copy of the open item."""
        draft = self._desk.session.draft
        if draft is None:
            return
        self._show_drafts()
        if self._try(lambda: self._desk.session.duplicate(draft.item.id)) is not None:
            self.show_list_anew()
            self._window.status.show_hint("This is the copy")

    def trash(self) -> None:
        """Move the open item to the trash and open its neighbour; or all that are chosen."""
        draft = self._desk.session.draft
        if draft is None or self.take_many(BulkKind.TRASH):
            return
        neighbour = self._window.panes.items.neighbour_of(draft.item.id)
        if not self._did(lambda: self._desk.session.trash(draft.item.id)):
            return
        self.show_list_anew()
        self._window.status.show_hint("Moved to the trash")
        if neighbour is not None:
            self.open(neighbour)

    def restore(self) -> None:
        """Take the open item out of the trash; or all that are chosen."""
        draft = self._desk.session.draft
        if draft is None or self.take_many(BulkKind.RESTORE):
            return
        if self._try(lambda: self._desk.session.restore(draft.item.id)) is not None:
            self._window.panes.items.show_query(ItemQuery())
            self._show_open()

    def set_status(self, status: Status) -> None:
        """Change the status of the open item; or of all that are chosen."""
        if not self.take_many(BulkKind.STATUS, status):
            self._did(lambda: self._desk.session.set_status(status))
        draft = self._desk.session.draft
        if draft is not None:  # the menu marked what was clicked, not what came of it
            self._window.actions_.statuses[draft.item.status].setChecked(True)
            self._did(self._desk.autosave.save_now)

    def step(self, by: int) -> None:
        """Open the next or the previous item of the list."""
        items = self._window.panes.items
        draft = self._desk.session.draft
        row = items.model.row_of(draft.item.id) if draft else -1
        if 0 <= row + by < items.model.rowCount():
            items.view.go_to(row + by)

    def show_list_anew(self) -> None:
        """Read the list and its counts again."""
        self._window.panes.items.refresh()
        self._show_open()
        self.show_counts()

    def show_counts(self) -> None:
        """Show how many items the library has and how many are to be exported."""
        library = self._desk.library
        total = attempt(self._window.notices, lambda: library.items.count(ItemQuery()))
        self._window.top.show_library(library.folder.name, items=total or 0)
        self._desk.background.run(
            library.items.count_to_export,
            then=self._window.top.show_export_count,
            failed=lambda _error: self._window.top.show_export_count(0),
        )

    def has_changed(self, item: NewsItem) -> bool:
        """Return whether an item says something else than at its last export."""

        def compare() -> bool:
            return self._desk.library.exports.is_behind(item.id, item.version)

        return attempt(self._window.notices, compare) is not False

    def _show_drafts(self) -> None:
        """Drop what would keep a new draft out of the list."""
        items = self._window.panes.items
        query = items.query
        statuses = query.statuses if Status.DRAFT in query.statuses else frozenset()
        open_to_drafts = ItemQuery(statuses=statuses, sort=query.sort)
        if query != open_to_drafts:
            items.show_query(open_to_drafts)

    def _show_open(self) -> None:
        draft = self._desk.session.draft
        self._window.panes.items.show_open(draft.item.id if draft else None)

    def _try(self, work: Callable[[], Draft]) -> Draft | None:
        settle_typing(self._window)
        return attempt(self._window.notices, work)

    def _did(self, work: Callable[[], None]) -> bool:
        def succeed() -> bool:
            settle_typing(self._window)
            work()
            return True

        return bool(attempt(self._window.notices, succeed))


def connect_items(window: MainWindow, desk: Desk) -> ItemCommands:
    """Let the list and the Item menu work."""
    commands = ItemCommands(window, desk)
    actions, items = window.actions_, window.panes.items
    items.item_chosen.connect(commands.open)
    items.new_requested.connect(commands.new)
    items.read_failed.connect(window.notices.show_error)
    RestOffer(items.model, window.notices)
    connect_archive(window, desk)
    window.panes.editor.invite.clicked.connect(commands.new)
    window.panes.editor.header.language.language_edited.connect(commands.keep_language)
    window.panes.details.item_requested.connect(commands.open)
    actions.new.triggered.connect(commands.new)
    actions.duplicate.triggered.connect(commands.duplicate)
    actions.trash.triggered.connect(commands.trash)
    actions.restore.triggered.connect(commands.restore)
    window.panes.editor.trash_bar.restore_requested.connect(commands.restore)
    actions.next_item.triggered.connect(lambda: commands.step(1))
    actions.previous_item.triggered.connect(lambda: commands.step(-1))
    for status, action in actions.statuses.items():
        action.triggered.connect(partial(_on_status, commands, status))
        window.top.status_menu.addAction(action)
    window.top.status_requested.connect(commands.set_status)
    desk.session.subscribe(partial(_show_in_list, window, commands, _ListDuties()))
    return commands


def _on_status(commands: ItemCommands, status: Status, _is_on: object = None) -> None:
    commands.set_status(status)


class _ListDuties:
    """What the list has to catch up with when the item was saved."""

    def __init__(self) -> None:
        self.is_due = False
        self.was_changed = False


def _show_in_list(
    window: MainWindow, commands: ItemCommands, duties: _ListDuties, change: Change
) -> None:
    """Keep the row of the open item as the item is."""
    items, draft = window.panes.items, change.draft
    if change.kind is ChangeKind.PHOTO:
        commands.show_list_anew()  # every item that shows the photo has changed with it
        return
    if change.kind in {ChangeKind.OPENED, ChangeKind.CLOSED} or draft is None:
        items.show_open(draft.item.id if draft else None)
        return
    row = items.model.row_of(draft.item.id)
    is_replaced = change.kind is ChangeKind.REPLACED
    if (is_replaced or change.kind is ChangeKind.FIELDS) and row >= 0:
        items.model.update(as_shown(items.model.summary(row), draft.item))
    is_placed_anew = is_replaced or bool(change.fields & _PLACING) or row < 0
    duties.is_due = duties.is_due or is_placed_anew
    if change.kind in {ChangeKind.SAVED, ChangeKind.COPIED}:
        if duties.is_due:
            duties.is_due = False
            commands.show_list_anew()
        elif row >= 0:
            _mark_saved(window, commands, row, draft.item)


def _mark_saved(window: MainWindow, commands: ItemCommands, row: int, item: NewsItem) -> None:
    summary = window.panes.items.model.summary(row)
    has_changed = summary.exported_at is not None and commands.has_changed(item)
    if has_changed != summary.is_changed_since_export and item.status.is_finished:
        commands.show_counts()
    window.panes.items.model.update(
        replace(summary, version=item.version, is_changed_since_export=has_changed)
    )


def as_shown(summary: ItemSummary, item: NewsItem) -> ItemSummary:
    """Return the row of an item as its fields are now."""
    return replace(
        summary,
        headline=item.headline,
        section=item.section,
        language=item.language,
        status=item.status,
        display_date=item.display_date,
        lead_src=item.lead_figure.src,
    )
