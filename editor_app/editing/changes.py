"""What the session tells those who listen to it."""

from dataclasses import dataclass
from enum import StrEnum

from editor_app.editing.draft import Draft


class ChangeKind(StrEnum):
    """What happened on the desk."""

    OPENED = "opened"  # another item lies on the desk: show all of it
    FIELDS = "fields"  # fields of the item changed: see `Change.fields`
    BODY = "body"  # the text changed
    REPLACED = "replaced"  # fields and text were set from outside, the item is the same
    SAVED = "saved"  # the words are in the library
    COPIED = "copied"  # the words were kept as a new item: the draft has another id
    CLOSED = "closed"  # nothing lies on the desk
    PHOTO = "photo"  # fields of what is known of a photo were saved: see `Change.photo`


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One event on the desk, and the draft as it is after it; ``photo`` is a photo's path."""

    kind: ChangeKind
    draft: Draft | None
    fields: frozenset[str] = frozenset()
    photo: str = ""
