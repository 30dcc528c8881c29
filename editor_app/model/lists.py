"""The managed lists of a house: what each entry says, and by which names an item finds it."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NewType

from editor_app.model.item import Boilerplate, Contact, Publication

EntryId = NewType("EntryId", int)
_HALF = re.compile("[\ud800-\udfff]")  # half a character, as a broken clipboard gives it


class ListKind(StrEnum):
    """A managed list; the value is its name in the library and in files."""

    SECTION = "section"
    TAG = "tag"
    CONTACT = "contact"
    PROJECT = "project"
    DONOR = "donor"
    BOILERPLATE = "boilerplate"
    PUBLICATION = "publication"


ORDERED = frozenset({ListKind.SECTION, ListKind.CONTACT, ListKind.BOILERPLATE})
"""The lists whose order people choose; the others go by the alphabet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words in one language, which is a BCP 47 tag."""

    language: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A section, or a tag: ``labels`` are what pages in other languages call it."""

    name: str
    labels: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Donor:
    """Who pays for projects, and what has to be said of it.

    ``is_mandatory`` says that an item with this donor must not go out without the statement.
    ``emblem`` is a photo of the library.
    """

    name: str
    labels: tuple[Said, ...] = ()
    statements: tuple[Said, ...] = ()
    disclaimers: tuple[Said, ...] = ()
    is_mandatory: bool = False
    emblem: str = ""
    emblem_alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedProject:
    """A project of the house; ``donor`` is the name of an entry in the list of donors."""

    name: str
    labels: tuple[Said, ...] = ()
    donor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoilerplateText:
    """One version of a boilerplate in one language; versions count from 1 in each language."""

    language: str
    version: int
    heading: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedBoilerplate:
    """A text that stands under many items, such as *About us*, with all its versions."""

    name: str
    texts: tuple[BoilerplateText, ...] = ()

    def newest(self, language: str) -> BoilerplateText | None:
        """Return the newest version in a language; its region does not matter where it is lone."""
        same = [one for one in self.texts if one.language == language]
        same = same or [one for one in self.texts if _main(one.language) == _main(language)]
        return max(same, key=lambda one: one.version, default=None)

    def languages(self) -> tuple[str, ...]:
        """Return the languages it is written in, in the order they came."""
        return tuple(dict.fromkeys(one.language for one in self.texts))

    def with_text(self, language: str, *, heading: str, text: str) -> "ListedBoilerplate":
        """Return it with words in a language: a new version where they are not the newest."""
        same = [one for one in self.texts if one.language == language]
        newest = max(same, key=lambda one: one.version, default=None)
        if newest is not None and (newest.heading, newest.text) == (heading, text):
            return self
        if newest is None and not heading.strip() and not text.strip():
            return self
        version = newest.version + 1 if newest else 1
        words = BoilerplateText(language=language, version=version, heading=heading, text=text)
        return replace(self, texts=(*self.texts, words))

    def for_item(self, language: str) -> Boilerplate | None:
        """Return the newest words for an item in a language, or None where there are none."""
        newest = self.newest(language)
        if newest is None or not newest.text.strip():
            return None
        return Boilerplate(
            name=self.name,
            heading=newest.heading or self.name,
            text=newest.text,
            language=newest.language,
            version=newest.version,
        )


Record = Label | Contact | ListedProject | Donor | ListedBoilerplate | Publication

RECORDS: dict[ListKind, type[Record]] = {
    ListKind.SECTION: Label,
    ListKind.TAG: Label,
    ListKind.CONTACT: Contact,
    ListKind.PROJECT: ListedProject,
    ListKind.DONOR: Donor,
    ListKind.BOILERPLATE: ListedBoilerplate,
    ListKind.PUBLICATION: Publication,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a list.

    ``former`` are the names it had: an item that still carries one of them is found by it. A
    retired entry stays on the items that have it, and is no longer offered.
    """

    id: EntryId
    kind: ListKind
    record: Record
    former: tuple[str, ...] = ()
    is_retired: bool = False

    @property
    def name(self) -> str:
        """What it is called."""
        return name_of(self.record)

    def carried_names(self) -> tuple[str, ...]:
        """Return the names under which items may carry it: its own, and those it had."""
        return (self.name, *self.former)

    def names(self) -> tuple[str, ...]:
        """Return every name it can be found by: its own, its labels, those it had."""
        labels = (one.text for one in labels_of(self.record))
        return tuple(dict.fromkeys([self.name, *labels, *self.former]))


def name_of(record: Record) -> str:
    """Return what a record is called."""
    return record.title if isinstance(record, Publication) else record.name


def with_name(record: Record, name: str) -> Record:
    """Return a record under another name."""
    if isinstance(record, Publication):
        return replace(record, title=name)
    return replace(record, name=name)


def labels_of(record: Record) -> tuple[Said, ...]:
    """Return what other languages call a record."""
    return record.labels if isinstance(record, Label | Donor | ListedProject) else ()


def tidy_name(name: str) -> str:
    """Return a name on one line, without doubled blanks and what no file can hold."""
    return " ".join(_HALF.sub("\ufffd", name.replace("\0", "")).split())


def name_key(name: str) -> str:
    """Return what two names share that mean the same: case and width of letters do not matter."""
    plain = unicodedata.normalize("NFKC", tidy_name(name)).casefold()
    return " ".join(unicodedata.normalize("NFKC", plain).split())


def in_language(said: Iterable[Said], language: str) -> Said | None:
    """Return the words in a language, or in another of its regions; None where there are none."""
    present = [one for one in said if one.text.strip()]
    exact = (one for one in present if one.language == language)
    close = (one for one in present if _main(one.language) == _main(language))
    return next(exact, None) or next(close, None)


def best_said(said: Sequence[Said], *languages: str) -> Said | None:
    """Return the words in the first of some languages that has any, or else those that come first.

    For what must be said in some language rather than in none.
    """
    for language in languages:
        if (found := in_language(said, language)) is not None:
            return found
    return next((one for one in said if one.text.strip()), None)


def merged_record(kept: Record, others: Iterable[Record]) -> Record:
    """Return a record with what it lacks taken from others that are merged into it.

    Labels, statements and disclaimers in languages that it has no words in are taken; so are the
    versions of boilerplates in languages that it is not written in, and fields that are empty.
    """
    for other in others:
        if type(other) is type(kept):
            kept = _with_what_lacks(kept, other)
    return kept


def _with_what_lacks(kept: Record, other: Record) -> Record:
    taken: dict[str, object] = {}
    for field in kept.__dataclass_fields__:
        own, foreign = getattr(kept, field), getattr(other, field)
        if isinstance(own, tuple):
            present = {one.language for one in own}
            taken[field] = (*own, *(one for one in foreign if one.language not in present))
        elif isinstance(own, bool):
            taken[field] = own or foreign
        elif not own:
            taken[field] = foreign
    return replace(kept, **taken)  # type: ignore[arg-type]  # each value is of the field it is for


def _main(language: str) -> str:
    return language.split("-", maxsplit=1)[0].casefold()
