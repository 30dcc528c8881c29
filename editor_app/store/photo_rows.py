"""What is known of a photo as columns of the database and back, with the checksum of its words."""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from typing import Any

from editor_app.media.photo import Photo
from editor_app.media.photo_record import PhotoRecord
from editor_app.model.fields import read_record, record_fields
from editor_app.model.photo_words import TEXT_FIELDS, FoundWord, PhotoWords, with_found
from editor_app.store.errors import PhotoWordsDamagedError
from editor_app.store.rows import kept_moment

FACTS = ("sha256", "extension", "width", "height", "mime", "size")


def words_columns(typed: PhotoWords, name: str, found: tuple[FoundWord, ...]) -> dict[str, Any]:
    """Return the columns that hold what the user typed of a photo, and those made from it."""
    words = "" if typed == PhotoWords() else _json(record_fields(typed))
    shown = with_found(typed, found, "")
    licence = shown.known_licence
    everything = [name, *(getattr(typed, field) for field in TEXT_FIELDS)]
    everything += [word.value for word in found]
    return {
        "words": words,
        "words_sha256": _sha256(words) if words else "",
        "searched": folded("\n".join(filter(None, everything))),
        "lacks_words": int(not (shown.alt.strip() and shown.credit.strip())),
        "licence": licence.code if licence else shown.usage_terms.strip()[:80],
    }


def found_column(found: tuple[FoundWord, ...]) -> str:
    """Return what a photo's file says as it is stored."""
    return _json([record_fields(word) for word in found])


def record_of(row: Mapping[Any, Any]) -> PhotoRecord:
    """Return the record that a row of photos holds.

    Raises:
        PhotoWordsDamagedError: the words are not those that were saved.
    """
    return PhotoRecord(
        photo=Photo(**{field: row[field] for field in FACTS}),
        name=row["name"],
        added_at=kept_moment(row["added_at"]),
        changed_at=kept_moment(row["changed_at"]) if row["changed_at"] else None,
        trashed_at=kept_moment(row["trashed_at"]) if row["trashed_at"] else None,
        typed=typed_of(row),
        found=found_of(row),
        has_position=bool(row["has_position"]),
        is_animated=bool(row["is_animated"]),
    )


def typed_of(row: Mapping[Any, Any]) -> PhotoWords:
    """Return the words that a user typed of a photo.

    Raises:
        PhotoWordsDamagedError: they are not those that were saved.
    """
    if not row["words"] and not row["words_sha256"]:
        return PhotoWords()
    try:
        if _sha256(row["words"]) == row["words_sha256"]:
            return read_record(PhotoWords, json.loads(row["words"]))
    except ValueError as error:
        raise PhotoWordsDamagedError(row["src"], row["name"]) from error
    raise PhotoWordsDamagedError(row["src"], row["name"])


def found_of(row: Mapping[Any, Any]) -> tuple[FoundWord, ...]:
    """Return what a photo's file says; nothing where that cannot be read: the file still has it."""
    try:
        return tuple(read_record(FoundWord, fields) for fields in json.loads(row["found"]))
    except ValueError:
        return ()


def folded(text: str) -> str:
    """Return text as photos are searched: without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).replace("\0", "")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _sha256(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()
