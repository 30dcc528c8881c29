"""Named values from a file (a header, front matter) as fields of an item."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError

from editor_app.model.fields import from_fields
from editor_app.model.limits import SLUG
from editor_app.model.moments import read_moment
from editor_app.wording.dates import DateLine, primary, read_date_line
from editor_app.wording.language import DEFAULT
from editor_app.wording.vocabulary import LANGUAGES, field_names, folded, key

Value = Any  # text, or a list or mapping of values, as files have them

_TEXTS = frozenset(
    {
        *("headline", "short_headline", "standfirst", "summary", "dateline_place"),
        *("content_type", "rights"),
    }
)
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PHOTO_PARTS = {
    "src": ("src", "file", "path", "url", "image"),
    "photo_alt": ("alt", "alt text", "alternative"),
    "photo_caption": ("caption", "title", "legend"),
    "photo_credit": ("credit", "author", "photographer", "source"),
}
_NUMBERS = frozenset({"size", "pages", "version"})


class Findings:
    """What a file says about its item, gathered one value at a time.

    A value that no field can take is never dropped: it goes to the internal notes, word for word,
    and ``notes`` name it. The first value of a field stays; a second one is kept the same way.
    """

    def __init__(self, language: str = "") -> None:
        self.language = language or DEFAULT
        self.fields: dict[str, Any] = {}
        self.photo: dict[str, str] = {}
        self.notes: list[str] = []
        self.kept: list[str] = []

    def knows(self, name: str) -> bool:
        """Whether name is what files call one of the fields."""
        return key(name) in field_names()

    def put(self, name: str, value: Value) -> None:
        """Take in a value under the name the file gave it."""
        if _is_empty(value):
            return
        field = field_names().get(key(name), "")
        if field and self._fits(field, value):
            return
        self.keep(name, value)
        reason = "cannot be read" if field else "is no field of an item"
        self.notes.append(f"“{name}” {reason}; it was kept in the internal notes.")

    def keep(self, name: str, value: Value) -> None:
        """Add a value to the internal notes."""
        self.kept.append(f"{name}: {_as_text(value)}")

    def set(self, field: str, value: Any) -> bool:
        """Set a field unless it is set; return whether it now has that value."""
        return bool(self.fields.setdefault(field, value) == value)

    def take_date_line(self, found: DateLine, text: str) -> bool:
        """Take in a line that holds a date; return False where the item has its date already."""
        if "display_date" in self.fields or found.written.day is None:
            return False
        self.fields["display_date"] = found.written.day
        is_placed = not found.place or self.set("dateline_place", found.place)
        if found.written.remark:
            self.notes.append(found.written.remark)
        if found.time or found.written.remark or not is_placed:
            self.keep("Date line", text)
        return True

    def item_fields(self) -> dict[str, Any]:
        """Return the fields of the item, the kept values among them."""
        notes = [self.fields.get("internal_notes", ""), *self.kept]
        return {
            **self.fields,
            "language": self.fields.get("language", self.language),
            "internal_notes": "\n".join(one for one in notes if one),
        }

    def _fits(self, field: str, value: Value) -> bool:
        if field in _TEXTS:
            return isinstance(value, str) and self.set(field, _line(value))
        return self._readers()[field](field, value)

    def _readers(self) -> Mapping[str, Callable[[str, Value], bool]]:
        records = (*_RECORDS,)
        photo_words = ("photo_alt", "photo_caption", "photo_credit")
        return {
            "section": self._put_section,
            "byline": self._put_byline,
            "language": self._put_language,
            "tags": self._put_tags,
            "countries": self._put_countries,
            "slug": self._put_slug,
            "display_date": self._put_day,
            "archive_on": self._put_day,
            "embargo_until": self._put_moment,
            "internal_notes": self._put_notes,
            "notes_to_editors": self._put_long_text,
            "source": self._put_source,
            "status": self._put_status,
            "photo": self._put_photo,
            **dict.fromkeys(records, self._put_records),
            **dict.fromkeys(photo_words, self._put_photo_words),
        }

    def _put_section(self, field: str, value: Value) -> bool:
        first, *others = _texts(value) or [""]
        if not first or not self.set(field, first):
            return False
        return not others or self._put_tags("tags", others)

    def _put_byline(self, field: str, value: Value) -> bool:
        names = _texts(value)
        return bool(names) and self.set(field, ", ".join(names))

    def _put_language(self, field: str, value: Value) -> bool:
        if not isinstance(value, str) or not _TAG.fullmatch(value.strip()):
            return False
        self.language = value.strip().replace("_", "-")
        return self.set(field, self.language)

    def _put_tags(self, field: str, value: Value) -> bool:
        tags = _texts(value)
        if not isinstance(value, list):
            tags = _split(tags)
        known = self.fields.get(field, ())
        self.fields[field] = (*known, *(one for one in dict.fromkeys(tags) if one not in known))
        return bool(tags)

    def _put_countries(self, field: str, value: Value) -> bool:
        names = _texts(value)
        if not isinstance(value, list):
            names = _split(names)
        codes = [_country(one, self.language) for one in names]
        return bool(codes) and all(codes) and self.set(field, tuple(dict.fromkeys(codes)))

    def _put_slug(self, field: str, value: Value) -> bool:
        if not isinstance(value, str):
            return False
        slug = value.strip().strip("/")
        return bool(_SLUG.fullmatch(slug)) and len(slug) <= SLUG and self.set(field, slug)

    def _put_day(self, field: str, value: Value) -> bool:
        if not isinstance(value, str):
            return False
        day, remark, time = day_of(value, self.language)
        if day is None or not self.set(field, day):
            return False
        if remark:
            self.notes.append(remark)
        if time:
            self.keep(field.replace("_", " ").capitalize(), value.strip())
        return True

    def _put_moment(self, field: str, value: Value) -> bool:
        try:
            moment: datetime = read_moment(str(value).strip().replace(" ", "T", 1))
        except ValueError:
            return False
        return self.set(field, moment)

    def _put_notes(self, field: str, value: Value) -> bool:
        known = self.fields.get(field)
        self.fields[field] = f"{known}\n{_as_text(value)}" if known else _as_text(value)
        return True

    def _put_long_text(self, field: str, value: Value) -> bool:
        return isinstance(value, str) and self.set(field, value.strip())

    def _put_source(self, _field: str, value: Value) -> bool:
        self.keep("Source", value)
        return True

    def _put_status(self, _field: str, value: Value) -> bool:
        return isinstance(value, str) and value.strip().casefold() in {"draft", "true", "yes"}

    def _put_photo(self, _field: str, value: Value) -> bool:
        if isinstance(value, str):
            return self.photo.setdefault("src", value.strip()) == value.strip()
        if not isinstance(value, dict):
            return False
        for part, said in value.items():
            names = [ours for ours, theirs in _PHOTO_PARTS.items() if key(str(part)) in theirs]
            if not names or not isinstance(said, str):
                self.keep(f"photo {part}", said)
            else:
                self.photo.setdefault(names[0], _line(said))
        return True

    def _put_photo_words(self, field: str, value: Value) -> bool:
        return isinstance(value, str) and self.photo.setdefault(field, _line(value)) == _line(value)

    def _put_records(self, field: str, value: Value) -> bool:
        records = value if isinstance(value, list) else [value]
        plain = [_record(one, field) for one in records]
        if not all(plain):
            return False
        try:
            item = from_fields({"id": "", field: plain})
        except (ValueError, TypeError):
            return False
        return self.set(field, getattr(item, field))


def day_of(text: str, language: str) -> tuple[date | None, str, str]:
    """Return the day that text names, a remark on it, and the time of day it says beside it."""
    found = read_date_line(text.strip(), language)
    if found is None or found.place:
        try:
            moment = datetime.fromisoformat(text.strip())
        except ValueError:
            return None, "", ""
        return moment.date(), "", text.strip()
    return found.written.day, found.written.remark, found.time


def _record(value: Value, field: str) -> dict[str, Any] | None:
    """Return a value as a record of one of the structured fields, or None."""
    first = {"contacts": "name", "boilerplates": "name", "related": "text"}.get(field, "title")
    if isinstance(value, str):
        return {first: value.strip()} if field != "change_notes" else None
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        return None
    record: dict[str, Any] = {}
    for name, said in value.items():
        part = _PARTS.get(str(name), str(name))
        record[part] = int(said) if part in _NUMBERS and said.isdecimal() else said
    return record if _is_whole(record, field) else None


_PARTS = {"url": "address", "href": "address", "link": "address", "mail": "email", "date": "day"}
_RECORDS = {
    "contacts": {"name", "role", "email", "phone"},
    "projects": {"title", "donor", "statement", "disclaimer", "emblem", "emblem_alt"},
    "publications": {"title", "kind", "language", "address", "size", "pages", "cover"},
    "boilerplates": {"name", "heading", "text", "language", "version"},
    "related": {"text", "address"},
    "change_notes": {"day", "text"},
}


def _is_whole(record: dict[str, Any], field: str) -> bool:
    """Whether every part of a record has a place in the model: what has none must not be lost."""
    numbers = all(isinstance(record.get(one, 0), int) for one in _NUMBERS)
    return numbers and set(record) <= _RECORDS[field]


@cache
def _countries(language: str) -> dict[str, str]:
    codes: dict[str, str] = {}
    for name in (*LANGUAGES, language):
        try:
            territories = Locale.parse(name).territories
        except (ValueError, UnknownLocaleError):
            continue  # a language that Babel does not know names no countries
        for code, said in territories.items():
            if len(str(code)) == len("AT") and str(code).isalpha():
                codes[folded(said)] = str(code)
    return codes


def _country(text: str, language: str) -> str:
    """Return the ISO 3166-1 code of a country given by code or name; empty if there is none."""
    codes = _countries(primary(language))
    if text.upper() in codes.values():
        return text.upper()
    return codes.get(folded(text), "")


def _is_empty(value: Value) -> bool:
    return value is None or value in ("", [], {}) or (isinstance(value, str) and not value.strip())


def _line(text: str) -> str:
    return " ".join(text.split("\n")).strip()


def _texts(value: Value) -> list[str]:
    """Return a text, or the texts of a list; nothing where there is anything else in it."""
    values = value if isinstance(value, list) else [value]
    if not all(isinstance(one, str) for one in values):
        return []
    return [_line(one) for one in values if one.strip()]


def _split(texts: list[str]) -> list[str]:
    return [one.strip() for text in texts for one in re.split(r"[,;،؛]", text) if one.strip()]


def _as_text(value: Value) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{name}: {_as_text(one)}" for name, one in value.items())
    if isinstance(value, list):
        return ", ".join(_as_text(one) for one in value)
    return str(value).strip()
