"""A managed list as a table of plain texts, the way spreadsheets and files hold it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from editor_app.model.item import Contact, Publication
from editor_app.model.lists import (
    Donor,
    Entry,
    Label,
    ListedBoilerplate,
    ListedProject,
    Record,
    Said,
    name_of,
    tidy_name,
    with_name,
)

NAME, RETIRED = "name", "retired"
YES, NO = "yes", "no"
_YES_IN_FILES = frozenset({"yes", "y", "true", "1", "x", "oui", "ja", "sí", "да", "نعم"})
_PLAIN: Mapping[type[Record], tuple[str, ...]] = {
    Label: (),
    Contact: ("role", "email", "phone"),
    ListedProject: ("donor",),
    Donor: ("is_mandatory", "emblem", "emblem_alt"),
    ListedBoilerplate: (),
    Publication: ("kind", "language", "address", "size", "pages", "cover"),
}
_HEADINGS = {"is_mandatory": "mandatory", "emblem_alt": "emblem alt text", "size": "size in bytes"}
_SAID: Mapping[type[Record], tuple[tuple[str, str], ...]] = {
    Label: (("labels", "label"),),
    ListedProject: (("labels", "label"),),
    Donor: (("labels", "label"), ("statements", "statement"), ("disclaimers", "disclaimer")),
}
_IN_LANGUAGE = re.compile(r"(label|statement|disclaimer|heading|text) ([a-z]{2,3}(?:-[a-z0-9]+)*)")
_MOST_DIGITS = 15


class ToldEntry(NamedTuple):
    """What a row tells of an entry; ``is_retired`` is None where it says nothing of that."""

    record: Record
    is_retired: bool | None = None


def table_of(entries: Sequence[Entry]) -> tuple[list[str], list[list[str]]]:
    """Return the headings and the rows of a list: one row an entry, one column a language."""
    told = [_told(entry) for entry in entries]
    headings = list(dict.fromkeys(heading for row in told for heading in row))
    headings = sorted(headings, key=_place) or [NAME, RETIRED]
    return headings, [[row.get(heading, "") for heading in headings] for row in told]


def record_in(kind: type[Record], row: Mapping[str, str], before: Record | None) -> Record:
    """Return the record that a row tells of; what it does not tell stays as before.

    The keys of row are headings in lower case. A number that is none counts as not told.
    """
    made: Record = before if before is not None else _blank(kind, row.get(NAME, ""))
    if row.get(NAME, "").strip():
        made = with_name(made, tidy_name(row[NAME]))
    made = replace(made, **_plain_fields(kind, row))
    if isinstance(made, ListedBoilerplate):
        return _with_texts(made, row)
    fields: dict[str, Any] = {}
    for field, heading in _SAID.get(kind, ()):
        fields[field] = _said(getattr(made, field), heading, row)
    return replace(made, **fields) if fields else made


def is_told_retired(row: Mapping[str, str]) -> bool | None:
    """Return whether a row says that its entry is retired; None where it says nothing."""
    told = row.get(RETIRED, "").strip().casefold()
    return told in _YES_IN_FILES if told else None


def is_heading(kind: type[Record], heading: str) -> bool:
    """Return whether a heading, in lower case, means something in a list."""
    plain = {_heading(field) for field in _PLAIN[kind]} | {NAME, RETIRED}
    return heading in plain or heading in _PLAIN[kind] or bool(_IN_LANGUAGE.fullmatch(heading))


def _told(entry: Entry) -> dict[str, str]:
    record = entry.record
    told = {NAME: name_of(record)}
    for field in _PLAIN[type(record)]:
        told[_heading(field)] = _text(getattr(record, field))
    for field, heading in _SAID.get(type(record), ()):
        told |= {f"{heading} {one.language}": one.text for one in getattr(record, field)}
    if isinstance(record, ListedBoilerplate):
        for language in record.languages():
            if (newest := record.newest(language)) is not None:
                told |= {f"heading {language}": newest.heading, f"text {language}": newest.text}
    return told | {RETIRED: YES if entry.is_retired else NO}


def _place(heading: str) -> tuple[int, str]:
    """Return where a column stands: the name, plain fields, what is said in languages, the end."""
    if heading == NAME:
        return 0, ""
    if heading == RETIRED:
        return 9, ""
    found = _IN_LANGUAGE.fullmatch(heading.lower())
    if not found:
        return 1, ""
    return 2 + ("label", "heading", "text", "statement", "disclaimer").index(found[1]), found[2]


def _heading(field: str) -> str:
    return _HEADINGS.get(field, field)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return YES if value else NO
    return str(value) if value else ""


def _blank(kind: type[Record], name: str) -> Record:
    named: dict[str, Any] = {"title": name} if kind is Publication else {"name": name}
    return kind(**named)


def _plain_fields(kind: type[Record], row: Mapping[str, str]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for field in _PLAIN[kind]:
        told = row.get(_heading(field), row.get(field))
        if told is None:
            continue
        if field == "is_mandatory":
            fields[field] = told.strip().casefold() in _YES_IN_FILES
        elif field not in {"size", "pages"}:
            fields[field] = told.strip()
        elif (number := _number(told)) is not None:
            fields[field] = number
    return fields


def _number(told: str) -> int | None:
    digits = "".join(told.split())
    if not digits:
        return 0
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS
    return int(digits) if is_number else None


def _said(before: Iterable[Said], heading: str, row: Mapping[str, str]) -> tuple[Said, ...]:
    said = {one.language.lower(): one for one in before}
    for name, text in row.items():
        found = _IN_LANGUAGE.fullmatch(name)
        if not found or found[1] != heading:
            continue
        if text.strip():
            tag = said[found[2]].language if found[2] in said else _tag(found[2])
            said[found[2]] = Said(language=tag, text=text.strip())
        else:
            said.pop(found[2], None)
    return tuple(said.values())


def _with_texts(record: ListedBoilerplate, row: Mapping[str, str]) -> ListedBoilerplate:
    known = {tag.lower(): tag for tag in record.languages()}
    told = [found[2] for name in row if (found := _IN_LANGUAGE.fullmatch(name))]
    for tag in dict.fromkeys(told):
        language = known.get(tag, _tag(tag))
        newest = record.newest(language) if tag in known else None
        heading = row.get(f"heading {tag}", newest.heading if newest else "")
        text = row.get(f"text {tag}", newest.text if newest else "")
        record = record.with_text(language, heading=heading.strip(), text=text.strip())
    return record


def _tag(tag: str) -> str:
    """Return a language's tag as it is written: ``en-GB``, ``sr-Latn``."""
    main, *rest = tag.split("-")
    return "-".join([main, *(one.upper() if len(one) == 2 else one.title() for one in rest)])  # noqa: PLR2004
