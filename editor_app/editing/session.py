"""The one item on the desk, and everything that can be done with it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from editor_app.body.tree import Body
from editor_app.editing.changes import Change, ChangeKind
from editor_app.editing.draft import Draft, blank_draft
from editor_app.editing.errors import NothingOpenError, PhotoFileError
from editor_app.editing.saving import Snapshot, as_copy, merged, save_snapshot
from editor_app.editing.slug import is_settled, slug_of
from editor_app.editing.status import with_status
from editor_app.media.decoding import read_photo
from editor_app.media.photo import Photo
from editor_app.media.photo_record import PhotoRecord
from editor_app.model.identity import ItemId, new_item_id
from editor_app.model.item import NewsItem
from editor_app.model.photo_words import PhotoWords, differing
from editor_app.model.status import Status
from editor_app.store.errors import PhotoWordsDamagedError
from editor_app.store.library import Library

Listener = Callable[[Change], None]


class EditingSession:
    """One item being edited.

    The draft is always whole and never waits for the library. Words leave it only for the
    library: another item is opened, or this one closed, after the words were saved, and an error
    on that way leaves everything as it is.
    """

    def __init__(self, library: Library, *, clock: Callable[[], datetime]) -> None:
        self._library = library
        self._clock = clock
        self._listeners: list[Listener] = []
        self._before_leaving: list[Callable[[], None]] = []
        self._draft: Draft | None = None
        self._kept: Draft | None = None  # what the library holds, as a draft
        self._has_own_slug = False
        self._is_respelled = False  # the text is what the library holds, but not to the letter
        self._saved_at: datetime | None = None

    # ------------------------------------------------------------ what lies on the desk

    @property
    def draft(self) -> Draft | None:
        """The item on the desk, if any."""
        return self._draft

    @property
    def library(self) -> Library:
        """The library the item belongs to."""
        return self._library

    @property
    def is_dirty(self) -> bool:
        """Whether there are words that the library does not have."""
        if self._draft is None or (self._draft == self._kept and not self._is_respelled):
            return False
        return self._draft.item.version > 0 or self._draft.has_words

    @property
    def saved_at(self) -> datetime | None:
        """When the words were last saved since the item was opened."""
        return self._saved_at

    @property
    def has_own_slug(self) -> bool:
        """Whether the slug stays when the headline changes."""
        return self._has_own_slug

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call listener after every change; return what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def call_before_leaving(self, save: Callable[[], None]) -> None:
        """Call save before the item leaves the desk; what it raises keeps the item there."""
        self._before_leaving.append(save)

    # ------------------------------------------------------------ coming and going

    def open(self, item_id: ItemId) -> Draft:
        """Save the item on the desk, then put another one there.

        Raises:
            StoreError: the one cannot be saved, or the other cannot be read.
        """
        self.leave()
        return self._put_on_desk(Draft.of(self._library.items.get(item_id)))

    def take_up(self, draft: Draft) -> Draft:
        """Put an item on the empty desk that was just read from the library."""
        return self._put_on_desk(draft)

    def create(self, *, section: str = "", language: str = "en-GB") -> Draft:
        """Put a new item on the desk; the library gets it with its first words."""
        self.leave()
        now = self._clock()
        item_id = new_item_id(now)
        draft = blank_draft(item_id, section=section, language=language, today=now.date())
        return self._put_on_desk(draft)

    def duplicate(self, item_id: ItemId) -> Draft:
        """Save a copy of an item as a draft of its own, and put that on the desk.

        Raises:
            StoreError: the item cannot be read, or the copy cannot be saved.
        """
        self.leave()
        item = as_copy(self._library.items.get(item_id), now=self._clock())
        headline = f"{item.headline} (copy)" if item.headline else ""
        draft = Draft.of(replace(item, headline=headline))
        saved = save_snapshot(self._library, Snapshot(draft=draft, has_own_slug=False))
        return self._put_on_desk(replace(draft, item=saved))

    def trash(self, item_id: ItemId) -> None:
        """Put an item into the trash, off the desk if it lies there.

        Raises:
            StoreError: its last words cannot be saved, or it cannot be moved.
        """
        if self._draft is None or self._draft.item.id != item_id:
            self._library.items.trash(item_id)
            return
        self.leave()
        if self._draft.item.version > 0:
            self._library.items.trash(item_id)
        self._clear_desk()

    def restore(self, item_id: ItemId) -> Draft:
        """Take an item out of the trash and put it on the desk.

        Raises:
            StoreError: the item on the desk cannot be saved, or the other cannot be moved.
        """
        self.leave()
        return self._put_on_desk(Draft.of(self._library.items.restore(item_id)))

    def close(self) -> None:
        """Save the item and clear the desk.

        Raises:
            StoreError: the item cannot be saved; it stays.
        """
        self.leave()
        if self._draft is not None:
            self._clear_desk()

    def leave(self) -> None:
        """Make sure that the library has all words, before something else happens.

        Raises:
            StoreError: it cannot be written.
        """
        for save in self._before_leaving:
            save()
        self.save()

    # ------------------------------------------------------------ editing

    def edit(self, **fields: Any) -> None:
        """Set fields of the item; those that are set to what they are do nothing."""
        draft = self._open_draft()
        if "slug" in fields:
            language = fields.get("language", draft.item.language)
            fields["slug"] = slug_of(fields["slug"], language=language)
        changed = {name for name, value in fields.items() if getattr(draft.item, name) != value}
        if not changed:
            return
        item = replace(draft.item, **fields)
        if "slug" in changed:
            self._has_own_slug = bool(item.slug)
        if not self._has_own_slug and changed & {"headline", "language", "slug"}:
            item = replace(item, slug=slug_of(item.headline, language=item.language))
        if item.slug != draft.item.slug:
            changed.add("slug")
        self._draft = replace(draft, item=item)
        self._tell(ChangeKind.FIELDS, frozenset(changed))

    def edit_body(self, body: Body) -> None:
        """Set the text of the item; the same text does nothing."""
        draft = self._open_draft()
        if body == draft.body:
            return
        self._draft = replace(draft, body=body)
        self._tell(ChangeKind.BODY)

    def respell_body(self, body: Body) -> None:
        """Set the same text in other Markdown, to be saved to the letter."""
        draft = self._open_draft()
        self._draft = replace(draft, body=body)
        self._is_respelled = True
        self._tell(ChangeKind.BODY)

    def replace_words(self, item: NewsItem) -> None:
        """Set all words from outside (an older version); the item stays the one it is."""
        draft = self._open_draft()
        now = draft.item
        words = replace(
            item,
            id=now.id,
            version=now.version,
            created_at=now.created_at,
            modified_at=now.modified_at,
            trashed_at=now.trashed_at,
        )
        self._draft = Draft.of(words)
        self._has_own_slug = self._is_slug_settled(words)
        self._tell(ChangeKind.REPLACED)

    def read_again(self) -> None:
        """Show the item as the library has it by now: it was changed there, not on the desk.

        To the text that is one step that Undo takes back, as a change of this item alone. An item
        that went into the trash or out of it is put on the desk anew.

        Raises:
            StoreError: the item cannot be read.
        """
        now = self._open_draft().item
        if now.version == 0:
            return
        item = self._library.items.get(now.id)
        if item.version == now.version:
            return
        draft = Draft.of(item)
        if item.is_trashed != now.is_trashed:
            self._put_on_desk(draft)
            return
        self._draft = self._kept = draft
        self._has_own_slug = self._is_slug_settled(item)
        self._is_respelled = False
        self._saved_at = self._clock()
        self._tell(ChangeKind.REPLACED)
        self._tell(ChangeKind.SAVED)

    def set_status(self, to: Status) -> None:
        """Change the status of the item.

        Raises:
            StatusRefusedError: something is missing, or there is no such step.
        """
        draft = self._open_draft()
        item = with_status(draft.item, draft.body, to=to, now=self._clock())
        self._has_own_slug = self._has_own_slug or (item.status.is_finished and bool(item.slug))
        self.edit(
            status=item.status,
            first_published_at=item.first_published_at,
            published_at=item.published_at,
            updated_at=item.updated_at,
        )

    def add_photo(self, photo: bytes | Path, *, name: str = "") -> Photo:
        """Take a photo into the library; nothing of the item changes yet.

        Raises:
            PhotoFileError: the file cannot be read.
            PhotoRefusedError: it is not a photo that can be shown.
            StoreError: the library cannot be written.
        """
        if isinstance(photo, bytes):
            return self._library.photos.add(photo, name=name)
        try:
            data = read_photo(photo)
        except OSError as error:
            raise PhotoFileError(photo.name, error.strerror or "") from error
        return self._library.photos.add(data, name=name or photo.name)

    def save_photo_words(self, src: str, words: PhotoWords) -> PhotoRecord:
        """Save what is known of a photo, for every item that shows it; Undo does not take it back.

        Raises:
            PhotoMissingError: the library has no such photo.
            StoreError: the library cannot be written.
        """
        try:
            before = self._library.photos.record(src)
        except PhotoWordsDamagedError:
            before = None
        record = self._library.photos.save_words(src, words)
        changed = differing(PhotoWords() if before is None else before.typed, words)
        change = Change(kind=ChangeKind.PHOTO, draft=self._draft, fields=changed, photo=src)
        self._announce(change)
        return record

    # ------------------------------------------------------------ saving

    def save(self) -> None:
        """Save the words now, in this thread, if there are any to save.

        Raises:
            SaveConflictError: a newer version was saved in the meantime.
            StoreError: the library cannot be written.
        """
        if (snapshot := self.snapshot()) is not None:
            self.accept(snapshot, save_snapshot(self._library, snapshot))

    def snapshot(self) -> Snapshot | None:
        """Return what has to be saved, or None if the library has every word."""
        if self._draft is None or not self.is_dirty:
            return None
        return Snapshot(draft=self._draft, has_own_slug=self._has_own_slug)

    def accept(self, snapshot: Snapshot, saved: NewsItem) -> None:
        """Take note that snapshot is in the library as saved."""
        draft = self._draft
        if draft is None or draft.item.id != snapshot.draft.item.id:
            return
        self._kept = replace(snapshot.draft, item=saved)
        if draft.body is snapshot.draft.body:
            self._is_respelled = False
        self._draft = merged(draft, snapshot=snapshot.draft, saved=saved)
        self._saved_at = self._clock()
        self._tell(ChangeKind.SAVED)

    def keep_as_copy(self) -> Draft:
        """Save the words as a new item, and go on with that one.

        For words that cannot be saved over the item they came from. Nothing is shown anew: text,
        caret and undo stay.

        Raises:
            StoreError: the library cannot be written.
        """
        draft = self._open_draft()
        now = self._clock()
        note = f"Kept as a copy on {now:%Y-%m-%d %H:%M}: the item was changed elsewhere."
        item = as_copy(draft.item, now=now)
        notes = f"{item.internal_notes}\n\n{note}".strip()
        copy = replace(draft, item=replace(item, internal_notes=notes))
        saved = save_snapshot(self._library, Snapshot(draft=copy, has_own_slug=False))
        self._kept = self._draft = replace(copy, item=saved)
        self._is_respelled = False
        self._has_own_slug = False
        self._saved_at = now
        self._tell(ChangeKind.COPIED)
        return self._draft

    # ------------------------------------------------------------ inside

    def _open_draft(self) -> Draft:
        if self._draft is None:
            raise NothingOpenError
        return self._draft

    def _put_on_desk(self, draft: Draft) -> Draft:
        self._draft = self._kept = draft
        self._has_own_slug = self._is_slug_settled(draft.item)
        self._is_respelled = False
        self._saved_at = None
        self._tell(ChangeKind.OPENED)
        return draft

    def _clear_desk(self) -> None:
        self._draft = self._kept = None
        self._is_respelled = False
        self._saved_at = None
        self._tell(ChangeKind.CLOSED)

    def _is_slug_settled(self, item: NewsItem) -> bool:
        """Whether the world knows the slug, or somebody chose it."""
        return is_settled(
            item, was_exported=lambda: self._library.exports.last(item.id) is not None
        )

    def _tell(self, kind: ChangeKind, fields: frozenset[str] = frozenset()) -> None:
        self._announce(Change(kind=kind, draft=self._draft, fields=fields))

    def _announce(self, change: Change) -> None:
        for listener in tuple(self._listeners):
            listener(change)
