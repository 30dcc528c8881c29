"""What an item takes from the managed lists when an entry is picked, in the item's language."""

from dataclasses import replace

from editor_app.model.house_lists import HouseLists
from editor_app.model.item import Boilerplate, Contact, NewsItem, Project, Publication
from editor_app.model.lists import (
    Donor,
    Entry,
    ListedBoilerplate,
    ListedProject,
    Said,
    best_said,
    in_language,
    name_key,
)

ItemRecord = Contact | Project | Publication | Boilerplate


def picked(entry: Entry, lists: HouseLists, *, language: str, house: str) -> ItemRecord | None:
    """Return the copy of an entry that an item in a language carries.

    ``house`` is the language of the house, in which is said what has no words in the item's. None
    is returned for what is no record in an item (a section, a tag), and for a boilerplate that has
    no words in the language.
    """
    record = entry.record
    if isinstance(record, ListedBoilerplate):
        return record.for_item(language)
    if isinstance(record, ListedProject):
        project = Project(title=record.name, donor=record.donor)
        return with_donor(project, lists.donor(record.donor), language=language, house=house)
    if isinstance(record, Donor):
        project = Project(title="", donor=record.name)
        return with_donor(project, record, language=language, house=house)
    return record if isinstance(record, Contact | Publication) else None


def with_donor(project: Project, donor: Donor | None, *, language: str, house: str) -> Project:
    """Return a project with all that its donor asks to be printed, in a language."""
    if donor is None:
        return project
    return replace(
        project,
        donor=donor.name,
        statement=said(donor.statements, language, house, needed=donor.is_mandatory),
        disclaimer=said(donor.disclaimers, language, house, needed=donor.is_mandatory),
        emblem=donor.emblem,
        emblem_alt=donor.emblem_alt,
    )


def said(words: tuple[Said, ...], language: str, house: str, *, needed: bool) -> str:
    """Return words in a language; what is needed is said in the house's language or any other."""
    if needed:
        found = best_said(words, language, house, "en")
    else:
        found = in_language(words, language) or in_language(words, house)
    return found.text if found else ""


def said_again(item: NewsItem, lists: HouseLists, *, house: str) -> NewsItem:
    """Return an item with what it has word for word from the lists said in its own language.

    Words that somebody changed in the item stay as they are. For an item that is to be written in
    another language than the one it was copied from.
    """
    return replace(
        item,
        projects=tuple(_project_again(one, lists, item.language, house) for one in item.projects),
        boilerplates=tuple(
            _boilerplate_again(one, lists, item.language) for one in item.boilerplates
        ),
    )


def newer_boilerplate(
    boilerplate: Boilerplate, lists: HouseLists, language: str
) -> Boilerplate | None:
    """Return what the list has in place of a boilerplate: newer words, or its item's language."""
    listed = lists.boilerplate(boilerplate.name)
    newest = listed.for_item(language) if listed is not None else None
    if newest is None:
        return None
    is_same = newest.language == boilerplate.language and newest.version <= boilerplate.version
    return None if is_same else newest


def outdated(item: NewsItem, lists: HouseLists) -> tuple[int, ...]:
    """Return which boilerplates of an item, by number, have newer words in its language."""
    numbered = enumerate(item.boilerplates)
    return tuple(
        number
        for number, one in numbered
        if newer_boilerplate(one, lists, item.language) is not None
    )


def _project_again(project: Project, lists: HouseLists, language: str, house: str) -> Project:
    donor = lists.donor(project.donor) if name_key(project.donor) else None
    if donor is None:
        return project
    again = with_donor(project, donor, language=language, house=house)
    own_statements = {one.text for one in donor.statements} | {""}
    own_disclaimers = {one.text for one in donor.disclaimers} | {""}
    return replace(
        project,
        statement=again.statement if project.statement in own_statements else project.statement,
        disclaimer=(
            again.disclaimer if project.disclaimer in own_disclaimers else project.disclaimer
        ),
    )


def _boilerplate_again(boilerplate: Boilerplate, lists: HouseLists, language: str) -> Boilerplate:
    return newer_boilerplate(boilerplate, lists, language) or boilerplate
