"""Edits reach the session, and the session's item reaches the panes."""

from editor_app.editing.changes import Change, ChangeKind
from editor_app.editing.draft import Draft
from editor_app.editing.status import possible_steps
from editor_app.errors import EditorError
from editor_app.store.query import ItemSummary
from editor_app.ui.field_keys import FieldKeys
from editor_app.ui.text_length import TextLength
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk, attempt

_OPENED = ChangeKind.OPENED
_EDITS = frozenset({ChangeKind.FIELDS, ChangeKind.BODY})


class ItemShown:
    """Keeps header, text and details as the item on the desk is."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        self._desk = desk
        self._panes = window.panes
        self._header, self._body = window.panes.editor.header, window.panes.editor.body

    def hear(self, change: Change) -> None:
        """Show a change."""
        draft = change.draft
        if draft is None:
            self._panes.editor.show_sheet(is_shown=False)
            self._panes.details.setEnabled(False)
            return
        self._panes.details.setEnabled(not draft.item.is_trashed)
        if change.kind is ChangeKind.OPENED:
            self._show_all(draft)
        elif change.kind is ChangeKind.REPLACED:
            self._body.set_language(draft.item.language)
            self._body.apply_body(draft.body)
        if change.kind is not ChangeKind.BODY:
            self._header.show_draft(draft)
            self._panes.details.show_item(draft.item)
        if "language" in change.fields:
            self._body.set_language(draft.item.language)

    def offer_sections(self) -> None:
        """Offer the sections of the house."""
        self._header.section.offer(self._desk.library.lists.sections_to_choose())

    def _show_all(self, draft: Draft) -> None:
        self.offer_sections()
        self._panes.details.show_versions(_versions(self._desk, draft))
        if self._panes.editor.shown is not draft:  # as the first is, and may be written in already
            caret = self._desk.memory.caret(draft.item.id)
            self._panes.editor.show_draft(draft, caret=caret)


def connect_editing(window: MainWindow, desk: Desk) -> None:
    """Let every field speak to the session and hear from it."""
    session, panes = desk.session, window.panes
    header, body = panes.editor.header, panes.editor.body
    shown = ItemShown(window, desk)

    def edit(name: str, value: object) -> None:
        attempt(window.notices, lambda: session.edit(**{name: value}))

    header.field_edited.connect(edit)
    panes.details.field_edited.connect(edit)
    body.body_edited.connect(session.edit_body)
    header.body_wanted.connect(body.setFocus)
    session.subscribe(shown.hear)
    session.subscribe(lambda change: window.status.end_hint() if change.kind in _EDITS else None)
    keys = FieldKeys(window, window.actions_)
    session.subscribe(lambda change: keys.join_fields() if change.kind is _OPENED else None)


def connect_state(window: MainWindow, desk: Desk) -> None:
    """Show the open item's status, length and place in the last export."""
    length = TextLength(window.status, lambda: desk.session.draft)

    def show_state(draft: Draft) -> None:
        item = draft.item
        window.top.show_status(item.status, is_trashed=item.is_trashed)
        possible = frozenset() if item.is_trashed else possible_steps(item.status)
        window.actions_.show_status(item.status, possible=possible)
        window.actions_.show_item(is_open=True, is_trashed=item.is_trashed)
        window.setWindowTitle(f"{item.headline or 'New item'} — Standfirst")

    def hear(change: Change) -> None:
        draft = change.draft
        if draft is None:
            length.cancel()
            window.status.clear()
            window.top.show_status(None)
            window.actions_.show_status(None, possible=frozenset())
            window.actions_.show_item(is_open=False, is_trashed=False)
            window.setWindowTitle("Standfirst")
            return
        if change.kind is not ChangeKind.BODY:
            show_state(draft)
        if change.kind is ChangeKind.BODY:
            length.show_soon()
        elif change.kind is not ChangeKind.FIELDS:
            length.show_now()
        if change.kind in {ChangeKind.OPENED, ChangeKind.SAVED, ChangeKind.PHOTO}:
            show_export_state(window, desk)

    desk.session.subscribe(hear)


def show_export_state(window: MainWindow, desk: Desk) -> None:
    """Show what the last export has to do with the open item."""
    if (draft := desk.session.draft) is not None:
        window.status.show_export_state(export_words(desk, draft))


def export_words(desk: Desk, draft: Draft) -> str:
    """Return what the last export has to do with the item."""
    try:
        record = desk.library.exports.last(draft.item.id)
        if record is None:
            return "Not exported yet"
        has_changed = desk.library.exports.is_behind(draft.item.id, draft.item.version)
    except EditorError:
        return ""
    day = f"{record.exported_at.day} {record.exported_at:%b}"
    return f"Changed since last export, {day}" if has_changed else f"Exported {day}"


def _versions(desk: Desk, draft: Draft) -> list[ItemSummary]:
    group = draft.item.translation_group
    return desk.library.items.translations(group) if group else []
