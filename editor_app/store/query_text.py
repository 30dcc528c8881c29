"""The text of a query and the query itself: ``flood status:ready -tag:rivers from:2015-09``.

A field is a name of `Field`, a colon and a value, which stands in double quotes where it has
spaces; a minus sign before it turns it round. Everything else is words and phrases, and stays as
it was typed. Nothing is ever an error: what is not understood is searched as words.
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from editor_app.model.status import Status
from editor_app.store.query import Field, Filter, ItemQuery, Lack

TRASH, ARCHIVE, EXPORT, ANY = "trash", "archive", "export", "any"
_LONGEST = 2_000  # letters of a query that are looked at; nobody types as many
_LONGEST_VALUE = 200
PART = re.compile(
    r'(?P<minus>-?)(?P<name>[A-Za-z]+):(?:"(?P<quoted>[^"]*)"?|(?P<bare>[^\s"]*))'
    r'|-?"[^"]*"?|[^\s"]+'
)
"""One piece of a query: a field with its value, a phrase, or what stands between two spaces."""

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_PLAIN_VALUE = re.compile(r'[^\s"]+')
_OTHER_NAMES = {"language": Field.LANGUAGE, "kind": Field.TYPE}
_SINGLE = frozenset({Field.SECTION, Field.LANGUAGE, Field.STATUS, Field.TYPE, Field.IN})
NAMES = {field.value: field for field in Field} | _OTHER_NAMES
CHOICES: dict[Field, tuple[str, ...]] = {
    Field.STATUS: tuple(Status),
    Field.MISSING: tuple(Lack),
    Field.CHANGED: (EXPORT,),
    Field.PLANNED: (ANY,),
    Field.IN: (TRASH, ARCHIVE),
}
"""The fields that take one of a few values."""


def read_query(text: str) -> ItemQuery:
    """Return what a text asks for, in the usual order and from the first page."""
    words: list[str] = []
    found: list[Filter] = []
    for piece in PART.finditer(text[:_LONGEST]):
        understood = _filters_of(piece)
        if understood is None:
            words.append(piece.group())
        else:
            found += understood
    return _gathered(" ".join(words).strip(), found)


def write_query(query: ItemQuery) -> str:
    """Return the text that `read_query` makes the same query of, but for its order and page."""
    parts = [_written(one) for one in filters_of(query)]
    words = query.search.strip()
    if words.count('"') % 2:  # a phrase that is not closed yet would take in all behind it
        parts.append(words)
    elif words:
        parts.insert(0, words)
    return " ".join(parts)


def filters_of(query: ItemQuery) -> list[Filter]:
    """Return everything a query is narrowed by, as conditions of one kind, in a fixed order."""
    found = [
        Filter(field=Field.STATUS, value=status) for status in Status if status in query.statuses
    ]
    if query.section:
        found.insert(0, Filter(field=Field.SECTION, value=query.section))
    if query.language:
        found.append(Filter(field=Field.LANGUAGE, value=query.language))
    found += sorted(query.filters)
    if query.is_trashed:
        found.append(Filter(field=Field.IN, value=TRASH))
    return found


def with_filters(query: ItemQuery, filters: Iterable[Filter]) -> ItemQuery:
    """Return the query for the same words that is narrowed by filters, from its first page."""
    narrowed = _gathered(query.search, list(filters))
    return ItemQuery(
        search=query.search,
        statuses=narrowed.statuses,
        section=narrowed.section,
        language=narrowed.language,
        is_trashed=narrowed.is_trashed,
        filters=narrowed.filters,
        sort=query.sort,
        limit=query.limit,
    )


def retyped(query: ItemQuery, *, before: ItemQuery, now: ItemQuery) -> ItemQuery:
    """Return a query of which a part was typed before, with what is typed now in its place.

    Of a section, language, status or type only what was typed last holds.
    """
    typed = {one.field for one in filters_of(now) if not one.is_excluded}
    kept = [
        one
        for one in filters_of(query)
        if one not in filters_of(before) and not (one.field in typed and one.field in _SINGLE)
    ]
    return with_filters(replace(query, search=now.search), [*kept, *filters_of(now)])


def first_day(value: str) -> date | None:
    """Return the first day of a day, month or year; None where the value is none of these."""
    return _day(value, is_last=False)


def last_day(value: str) -> date | None:
    """Return the last day of a day, month or year; None where the value is none of these."""
    return _day(value, is_last=True)


def _filters_of(piece: re.Match[str]) -> list[Filter] | None:
    """Return what a piece narrows by, or None where it is words."""
    field = NAMES.get((piece["name"] or "").lower())
    if field is None:
        return None
    value = piece["quoted"] if piece["quoted"] is not None else piece["bare"]
    values = _values(field, " ".join(value.split())[:_LONGEST_VALUE])
    if values is None:
        return None
    is_excluded = bool(piece["minus"])
    return [Filter(field=field, value=one, is_excluded=is_excluded) for one in values]


def _values(field: Field, typed: str) -> list[str] | None:
    """Return what a value stands for: nothing yet where it is empty, None for no sense."""
    if field is Field.PLANNED and not typed:
        return [ANY]
    if not typed:
        return []
    if field in CHOICES:
        return _chosen(CHOICES[field], typed) or None
    if field in {Field.FROM, Field.TO}:
        return [_padded(typed)] if first_day(typed) else None
    return [typed]


def _chosen(choices: tuple[str, ...], typed: str) -> list[str]:
    """Return the choice that is meant; a beginning will do where it is the beginning of one."""
    wanted = typed.lower().replace("-", " ").replace("_", " ")
    if wanted in choices:
        return [wanted]
    found = [
        choice for choice in choices if choice.startswith(wanted) or choice.endswith(f" {wanted}")
    ]
    return found if len(found) == 1 else []


def _padded(day: str) -> str:
    return "-".join(part.zfill(2) for part in day.split("-"))


def _day(value: str, *, is_last: bool) -> date | None:
    parts = _DAY.fullmatch(value)
    if parts is None:
        return None
    year, month, day = (int(part) if part else 0 for part in parts.groups())
    month = month if parts[2] else (12 if is_last else 1)
    try:
        if not parts[3]:
            day = monthrange(year, month)[1] if is_last else 1
        return date(year, month, day)
    except ValueError:
        return None


def _gathered(words: str, found: list[Filter]) -> ItemQuery:
    """Return the query for words and conditions, each condition in its place."""
    asked = {one for one in found if not one.is_excluded}
    names = {field: [one.value for one in asked if one.field is field] for field in Field}
    section, language = (
        names[field][0] if len(names[field]) == 1 else ""
        for field in (Field.SECTION, Field.LANGUAGE)
    )
    placed = {
        one
        for one in found
        if (one in asked and one.field is Field.STATUS)
        or (one in asked and one.field is Field.SECTION and section)
        or (one in asked and one.field is Field.LANGUAGE and language)
        or (one.field is Field.IN and one.value == TRASH)
    }
    return ItemQuery(
        search=words,
        statuses=frozenset(Status(name) for name in names[Field.STATUS]),
        section=section,
        language=language,
        is_trashed=TRASH in names[Field.IN],
        filters=frozenset(found) - placed,
    )


def _written(one: Filter) -> str:
    value = one.value if _PLAIN_VALUE.fullmatch(one.value) else f'"{one.value}"'
    return f"{'-' if one.is_excluded else ''}{one.field}:{value}"
