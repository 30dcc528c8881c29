"""An item as columns of the database and back, with the checksum that proves it unharmed."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from editor_app.model.fields import (
    canonical_bytes,
    canonical_bytes_of,
    checksum,
    from_fields,
    to_fields,
)
from editor_app.model.item import NewsItem
from editor_app.model.moments import read_moment
from editor_app.store.errors import DamagedItemError

_LISTS = (
    "countries",
    "contacts",
    "projects",
    "publications",
    "related",
    "change_notes",
    "boilerplates",
)
_LEAD = ("src", "is_decorative", "alt", "caption", "credit")
_ORDER_LENGTH = 80
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_OPENING_SIGNS = "\u00ab\u201c\u201e\u201d\u2018\u2019\"'\u00bf\u00a1 "  # quotes, inverted ? and !
_SURROGATE = re.compile("[\ud800-\udfff]")
_PHOTO = re.compile(r"media/[0-9a-f]{2}/[0-9a-f]{64}\.[a-z0-9]{1,5}")


def moment_text(moment: datetime) -> str:
    """Return a moment of the program's own clock as text that sorts by time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def kept_moment(stored: object) -> datetime:
    """Return a stored moment of the program's own clock; `LONG_AGO` where it cannot be read."""
    try:
        return read_moment(str(stored))
    except (ValueError, OverflowError):
        return LONG_AGO


def is_moment(stored: object) -> bool:
    """Return whether a stored moment is as `moment_text` writes it."""
    return moment_text(kept_moment(stored)) == stored


def columns_of(item: NewsItem, fields: Mapping[str, Any], words: bytes) -> dict[str, Any]:
    """Return the columns of a saved item, all but its tags, which have a table of their own.

    Its place among the others is not among them. ``fields`` are the item's as plain values,
    ``words`` its canonical bytes.
    """
    from editor_app.store.marks import (  # noqa: PLC0415 - a first look reads, and needs none
        marks_of,
        written_marks,
    )

    columns = dict(fields)
    del columns["tags"]
    lead = columns.pop("lead_figure")
    columns |= {f"lead_{name}": lead[name] for name in _LEAD}
    columns["lead_is_decorative"] = int(lead["is_decorative"])
    columns |= {name: _json(columns[name]) if columns[name] else "[]" for name in _LISTS}
    modified = moment_text(item.modified_at) if item.modified_at else ""
    columns["created_at"] = moment_text(item.created_at) if item.created_at else modified
    columns["modified_at"] = modified
    columns["sha256"] = hashlib.sha256(words).hexdigest()
    columns["is_trashed"] = int(item.is_trashed)
    columns["marks"] = written_marks(marks_of(item))
    columns["headline_order"] = sortable(item.headline)
    return columns


def item_of(row: Mapping[Any, Any], tags: Sequence[str]) -> NewsItem:
    """Return the item that a row holds.

    Raises:
        DamagedItemError: the row does not hold the words that were saved.
    """
    fields: dict[str, Any] = dict(row)
    try:
        fields |= {name: [] if row[name] == "[]" else json.loads(row[name]) for name in _LISTS}
        fields["lead_figure"] = {name: fields[f"lead_{name}"] for name in _LEAD}
        fields["lead_figure"]["is_decorative"] = bool(row["lead_is_decorative"])
        fields["tags"] = list(tags)
        item = from_fields(fields)
        # Mostly the row says word for word what was saved; what only reads alike is as good.
        is_whole = _sha256(fields) == row["sha256"] or checksum(item) == row["sha256"]
    except (ValueError, TypeError) as error:
        raise DamagedItemError(row["id"], row["headline"]) from error
    if not is_whole:
        raise DamagedItemError(row["id"], row["headline"])
    return item


def storable(item: NewsItem) -> NewsItem:
    """Return item without the half characters (lone surrogates) that no file can hold."""
    try:
        canonical_bytes(item)
    except UnicodeEncodeError:
        return from_fields(without_halves(to_fields(item)))
    return item


def photos_in(item: NewsItem) -> frozenset[str]:
    """Return the paths of the library's photos that item shows."""
    named = {
        item.lead_figure.src,
        *(project.emblem for project in item.projects),
        *(publication.cover for publication in item.publications),
    }
    return frozenset(_PHOTO.findall(item.body)) | named - {""}


def sortable(text: str) -> str:
    """Return text as a list is sorted by it: without case, accents and leading signs."""
    plain = unicodedata.normalize("NFKD", text[: 2 * _ORDER_LENGTH]).casefold()
    kept = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return kept.lstrip(_OPENING_SIGNS).replace("\0", "")[:_ORDER_LENGTH]


def _sha256(fields: Mapping[str, Any]) -> str:
    return hashlib.sha256(canonical_bytes_of(fields)).hexdigest()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def without_halves(value: Any) -> Any:
    """Return a plain value with whole characters for the half ones that no file can hold."""
    if isinstance(value, str):
        paired = value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return _SURROGATE.sub("\ufffd", paired)
    if isinstance(value, list):
        return [without_halves(one) for one in value]
    if isinstance(value, dict):
        return {name: without_halves(one) for name, one in value.items()}
    return value
