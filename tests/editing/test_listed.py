"""What an item takes from the managed lists."""

import pytest

from editor_app.editing.listed import newer_boilerplate, outdated, picked, said_again, with_donor
from editor_app.model.house_lists import HouseLists
from editor_app.model.identity import ItemId
from editor_app.model.item import Boilerplate, Contact, NewsItem, Project, Publication
from editor_app.model.lists import (
    Donor,
    Entry,
    EntryId,
    Label,
    ListedBoilerplate,
    ListedProject,
    ListKind,
    Said,
)


def said(**words):
    return tuple(Said(language=language, text=text) for language, text in words.items())


FUND = Donor(
    name="Fund",
    statements=said(en="Paid by the Fund.", fr="Payé par le Fonds."),
    disclaimers=said(en="Not the Fund's words."),
    emblem="media/x",
    emblem_alt="A star",
)
ABOUT = (
    ListedBoilerplate(name="About us")
    .with_text("en", heading="About us", text="We are two.")
    .with_text("fr", heading="Qui", text="Nous sommes deux.")
    .with_text("en", heading="About us", text="We are three.")
)
RECORDS = {
    ListKind.CONTACT: Contact(name="Ana", phone="1"),
    ListKind.PROJECT: ListedProject(name="Ways", donor="fund"),
    ListKind.DONOR: FUND,
    ListKind.BOILERPLATE: ABOUT,
    ListKind.PUBLICATION: Publication(title="Ten years", cover="media/y"),
    ListKind.TAG: Label(name="eu"),
}
ENTRIES = {
    kind: Entry(id=EntryId(number), kind=kind, record=record)
    for number, (kind, record) in enumerate(RECORDS.items())
}
LISTS = HouseLists(ENTRIES.values())


def pick(kind, language="en"):
    return picked(ENTRIES[kind], LISTS, language=language, house="en")


def test_people_and_publications_are_copied_as_they_are():
    assert pick(ListKind.CONTACT) == RECORDS[ListKind.CONTACT]
    assert pick(ListKind.PUBLICATION) == RECORDS[ListKind.PUBLICATION]
    assert pick(ListKind.TAG) is None


def test_a_project_brings_what_its_donor_asks_for_in_the_language_of_the_item():
    assert pick(ListKind.PROJECT, "fr-CH") == Project(
        title="Ways",
        donor="Fund",
        statement="Payé par le Fonds.",
        disclaimer="Not the Fund's words.",
        emblem="media/x",
        emblem_alt="A star",
    )


@pytest.mark.parametrize(("is_mandatory", "statement"), [(True, "Bezahlt."), (False, "")])
def test_only_what_must_be_said_is_said_in_a_language_that_is_neither(is_mandatory, statement):
    donor = Donor(name="D", statements=said(de="Bezahlt."), is_mandatory=is_mandatory)
    made = with_donor(Project(title="a"), donor, language="ar", house="fr")
    assert made.statement == statement


def test_a_boilerplate_is_picked_in_its_newest_version_of_the_language():
    assert pick(ListKind.BOILERPLATE, "en-GB") == Boilerplate(
        name="About us", heading="About us", text="We are three.", language="en", version=2
    )
    assert pick(ListKind.BOILERPLATE, "ar") is None


def test_an_older_version_and_another_language_are_told_from_the_newest():
    old = Boilerplate(name="about us", text="We are two.", language="en", version=1)
    now = newer_boilerplate(old, LISTS, "en")
    assert (now.version, now.text) == (2, "We are three.")
    assert newer_boilerplate(now, LISTS, "en") is None
    assert newer_boilerplate(now, LISTS, "fr").text == "Nous sommes deux."
    assert newer_boilerplate(now, LISTS, "ar") is None
    assert newer_boilerplate(Boilerplate(name="Other"), LISTS, "en") is None
    item = NewsItem(id=ItemId("a"), language="en", boilerplates=(now, old))
    assert outdated(item, LISTS) == (1,)


def test_words_of_the_lists_are_said_again_in_another_language_and_own_words_stay():
    item = NewsItem(
        id=ItemId("a"),
        language="fr",
        projects=(
            Project(title="a", donor="Fund", statement="Paid by the Fund.", disclaimer="My own."),
            Project(title="b", donor="Nobody", statement="Paid by the Fund."),
        ),
        boilerplates=(pick(ListKind.BOILERPLATE, "en"),),
    )
    again = said_again(item, LISTS, house="en")
    assert again.projects[0].statement == "Payé par le Fonds."
    assert again.projects[0].disclaimer == "My own."
    assert again.projects[1] == item.projects[1]
    assert again.boilerplates[0].text == "Nous sommes deux."
