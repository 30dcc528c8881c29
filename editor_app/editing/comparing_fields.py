"""The fields of two versions of an item, compared in words."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from editor_app.editing.comparing_words import Runs, State, compared, plain, whole
from editor_app.editing.languages import language
from editor_app.model.item import NewsItem
from editor_app.model.status import Status

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "status": "Status",
        "trashed_at": "In the trash",
        "language": "Language",
        "section": "Section",
        "headline": "Headline",
        "short_headline": "Short headline",
        "standfirst": "Standfirst",
        "summary": "Summary",
        "byline": "Byline",
        "dateline_place": "Dateline place",
        "display_date": "Date",
        "tags": "Tags",
        "countries": "Countries",
        "content_type": "Content type",
        "slug": "Web address",
        "embargo_until": "Embargo",
        "published_at": "Published",
        "updated_at": "Updated",
        "first_published_at": "First published",
        "archive_on": "Archive on",
        "publications": "Publications",
        "contacts": "Contacts",
        "projects": "Projects",
        "boilerplates": "Boilerplates",
        "related": "Related links",
        "notes_to_editors": "Notes to editors",
        "internal_notes": "Internal notes",
        "change_notes": "Change notes",
        "rights": "Rights",
        "translation_group": "Language versions",
        "translated_from": "Translated from",
        "translated_version": "Version translated from",
    }
)
"""The names of the fields, in the order in which they are compared."""

_AS_A_WHOLE = frozenset({"status", "language", "trashed_at", "slug", "content_type"})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that says something else, with what it said and what it says."""

    name: str
    old: str
    new: str
    runs: Runs

    @property
    def label(self) -> str:
        """What the field is called."""
        return LABELS[self.name]


def compared_fields(old: NewsItem, new: NewsItem) -> tuple[FieldChange, ...]:
    """Return the fields that say something else; text and photo above it are not among them."""
    return tuple(
        _change(name, words_of(getattr(old, name)), words_of(getattr(new, name)))
        for name in LABELS
        if getattr(old, name) != getattr(new, name)
    )


def words_of(value: Any) -> str:
    """Return what a field says, in words; a record of several is a line."""
    if value is None or value == 0:
        return ""
    if isinstance(value, datetime):
        return f"{value.day} {value:%B %Y, %H:%M} {value.tzname() or ''}".strip()
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, Status):
        return value.capitalize()
    if isinstance(value, tuple):
        is_of_words = all(isinstance(one, str) for one in value)
        return (", " if is_of_words else "\n").join(map(_record_words, value))
    return str(value)


def _record_words(record: Any) -> str:
    if isinstance(record, str):
        return record
    said = (words_of(getattr(record, each.name)) for each in fields(record))
    return ", ".join(words for words in said if words)


def _change(name: str, old: str, new: str) -> FieldChange:
    if name == "language":
        old, new = language(old).name, language(new).name
    before, after = plain(old), plain(new)
    if name in _AS_A_WHOLE:
        runs = (*whole(before, State.REMOVED), *whole(after, State.ADDED))
    else:
        runs = compared(before, after)
    return FieldChange(name, old, new, runs)
