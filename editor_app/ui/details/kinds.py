"""The kinds of records an item has, and how each is written in a small form."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import Any

from editor_app.model.item import ChangeNote, Contact, Project, Publication, RelatedLink
from editor_app.model.lists import ListKind
from editor_app.ui.details.records import Kind, Part
from editor_app.ui.fields.date_field import day_words

_KILO = 1000


def _number(text: str) -> int:
    return int(text.strip() or 0)


def _number_text(number: int) -> str:
    return str(number) if number else ""


def _kilobytes(text: str) -> int:
    return round(float(text.strip().replace(",", ".") or 0) * _KILO)


def _kilobytes_text(size: int) -> str:
    return f"{size / _KILO:g}" if size else ""


def _day_text(day: date | None) -> str:
    return day_words(day) if day else ""


def _day(text: str) -> date:
    from editor_app.wording.dates import read_date  # noqa: PLC0415 - see `DateField`

    found = read_date(text, "en-GB")
    if found is None or found.day is None:
        raise ValueError(text)
    return found.day


def _maker(kind: type[Any]) -> Callable[[dict[str, Any]], Any | None]:
    """Return what makes a record of one kind, or None while it says nothing."""
    defaults = {field.name for field in fields(kind)}

    def make(values: dict[str, Any]) -> Any | None:
        known = {name: value for name, value in values.items() if name in defaults}
        if None in known.values() or not any(known.values()):
            return None
        return kind(**known)

    return make


def _change_note(values: dict[str, Any]) -> ChangeNote | None:
    day, text = values["day"], values["text"]
    return ChangeNote(day=day, text=text) if isinstance(day, date) and text else None


CONTACT = Kind(
    name="contact",
    parts=(
        Part(field="name", label="Name", is_wide=False, offers=ListKind.CONTACT),
        Part(field="role", label="Role", is_wide=False),
        Part(field="email", label="E-mail", is_wide=False),
        Part(field="phone", label="Phone", is_wide=False),
    ),
    make=_maker(Contact),
    list_kind=ListKind.CONTACT,
)
PROJECT = Kind(
    name="project",
    parts=(
        Part(field="title", label="Title of the project", offers=ListKind.PROJECT),
        Part(field="donor", label="Who pays for it", offers=ListKind.DONOR),
        Part(field="statement", label="What the donor asks to be said"),
        Part(field="disclaimer", label="Disclaimer"),
    ),
    make=_maker(Project),
    list_kind=ListKind.PROJECT,
    tied_to="donor",
)
PUBLICATION = Kind(
    name="publication",
    parts=(
        Part(field="title", label="Title", offers=ListKind.PUBLICATION),
        Part(field="address", label="Web address"),
        Part(field="kind", label="Kind, e.g. PDF", is_wide=False),
        Part(field="language", label="Language, e.g. en", is_wide=False),
        Part(
            field="size",
            label="Size in kB",
            write=_kilobytes_text,
            read=_kilobytes,
            is_wide=False,
        ),
        Part(field="pages", label="Pages", write=_number_text, read=_number, is_wide=False),
    ),
    make=_maker(Publication),
    list_kind=ListKind.PUBLICATION,
    tied_to="title",
)
RELATED = Kind(
    name="link",
    parts=(
        Part(field="text", label="Words of the link"),
        Part(field="address", label="Web address"),
    ),
    make=_maker(RelatedLink),
)
CHANGE_NOTE = Kind(
    name="change note",
    parts=(
        Part(
            field="day",
            label="Day, e.g. 2 March 2026",
            write=_day_text,
            read=_day,
        ),
        Part(field="text", label="What was changed, for the public"),
    ),
    make=_change_note,
)
