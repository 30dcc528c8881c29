# ruff: noqa: RUF001 - the signs of other scripts are what this is about

import pytest

from editor_app.model.house_lists import HouseLists
from editor_app.model.house_style import HouseStyle, Need
from editor_app.model.item import Boilerplate, Contact, Project
from editor_app.model.lists import (
    BoilerplateText,
    Donor,
    Entry,
    EntryId,
    ListedBoilerplate,
    ListedProject,
    ListKind,
    Said,
)
from tests.checks.rules.looking_at_items import Library, look


def lists(*records):
    kinds = {
        Donor: ListKind.DONOR,
        ListedProject: ListKind.PROJECT,
        ListedBoilerplate: ListKind.BOILERPLATE,
    }
    entries = (
        Entry(id=EntryId(number), kind=kinds[type(record)], record=record)
        for number, record in enumerate(records)
    )
    return {"lists": HouseLists(entries)}


def test_a_press_release_names_somebody_to_ask():
    assert look("need-missing", content_type="press release").places() == ["contacts"]
    assert not look("need-missing", content_type="project news").findings()
    contact = (Contact(name="Ann Lee"),)
    assert not look("need-missing", content_type="Press release", contacts=contact).findings()
    card = "::: contact\nname: Ann Lee\n:::\n"
    assert not look("need-missing", card, content_type="press release").findings()


def test_a_house_says_what_its_items_need():
    need = Need(content_type="project news", fields=("byline", "boilerplates"))
    known = {"style": HouseStyle(needs=(need,))}
    assert look("need-missing", known=known).places() == ["byline", "boilerplates"]


@pytest.mark.parametrize(
    ("mail", "phone", "count"),
    [
        ("press@example.org", "+43 1 234", 0),
        ("ann.lee@gmail.com", "", 1),
        ("ann@MAIL.RU", "+7 495 (private)", 2),
    ],
)
def test_a_contact_is_not_reached_at_home(mail, phone, count):
    contact = Contact(name="Ann Lee", email=mail, phone=phone)
    assert len(look("contact-private", contacts=(contact,)).findings()) == count


@pytest.mark.parametrize(("mail", "is_found"), [("a@b", True), ("a b@c.org", True), ("", False)])
def test_a_contact_has_a_mail_address_that_is_one(mail, is_found):
    contact = Contact(name="Ann Lee", email=mail)
    assert bool(look("contact-mail", contacts=(contact,)).findings()) is is_found


EU = Donor(
    name="River Fund",
    statements=(Said(language="en-GB", text="Paid for by the River Fund."),),
    is_mandatory=True,
    emblem="media/ab/emblem.png",
)
PROJECT = Project(title="Boats", donor="River Fund", emblem="media/ab/emblem.png")


def test_a_donor_has_the_statement_it_asks_for():
    wordless = Donor(name="River Fund", is_mandatory=True)
    (finding,) = look(
        "donor-statement-missing", known=lists(wordless), projects=(PROJECT,)
    ).findings()
    assert finding.level == "blocks"
    assert not look("donor-statement-missing", known=lists(EU), projects=(PROJECT,)).findings()


def test_a_donor_that_only_the_list_names_is_put_in():
    known = lists(EU, ListedProject(name="Boats", donor="River Fund"))
    found = look("donor-statement-missing", known=known, projects=(Project(title="Boats"),))
    assert found.mended().projects[0].donor == "River Fund"


def test_a_statement_is_in_the_language_of_the_item_and_in_the_words_of_the_donor():
    known = lists(EU)
    assert look(
        "donor-statement-language", known=known, projects=(PROJECT,), language="fr"
    ).findings()
    assert not look("donor-statement-language", known=known, projects=(PROJECT,)).findings()
    own = Project(title="Boats", donor="River Fund", statement="Thanks to the River Fund.")
    assert look("donor-statement-other", known=known, projects=(own,)).places() == [
        "projects[0].statement"
    ]
    same = Project(title="Boats", donor="River Fund", statement="Paid for by the River Fund.")
    assert not look("donor-statement-other", known=known, projects=(same,)).findings()


def test_the_emblem_goes_with_the_statement():
    bare = Project(title="Boats", donor="River Fund")
    assert look("donor-emblem-missing", known=lists(EU), projects=(bare,)).findings()
    assert not look("donor-emblem-missing", known=lists(EU), projects=(PROJECT,)).findings()


def test_it_is_the_union_that_funds():
    found = look("donor-commission", "The boats are funded by the European Commission.\n")
    assert found.mended().body == "The boats are funded by the European Union.\n"
    assert not look("donor-commission", "The European Commission met in May.").findings()


ABOUT = ListedBoilerplate(
    name="About us",
    texts=(
        BoilerplateText(language="en-GB", version=1, heading="About", text="We row."),
        BoilerplateText(language="en-GB", version=2, heading="About", text="We sail."),
        BoilerplateText(language="fr", version=1, heading="À propos", text="Nous naviguons."),
    ),
)


def test_an_old_text_about_the_house_is_replaced():
    old = Boilerplate(name="About us", text="We row.", language="en-GB", version=1)
    found = look("boilerplate-old", known=lists(ABOUT), boilerplates=(old,))
    assert found.mended().boilerplates[0].text == "We sail."
    assert not look("boilerplate-old", boilerplates=(old,)).findings()


def test_a_text_about_the_house_is_in_the_language_of_the_item():
    english = Boilerplate(name="About us", text="We sail.", language="en-GB", version=2)
    rule, fields = "boilerplate-language", {"boilerplates": (english,)}
    found = look(rule, known=lists(ABOUT), language="fr", **fields)
    assert found.mended().boilerplates[0].text == "Nous naviguons."
    assert not look(rule, known=lists(ABOUT), language="en-US", **fields).findings()
    (finding,) = look(rule, known=lists(ABOUT), language="de", **fields).findings()
    assert finding.fix is None


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("In Libya it rained. Libya is dry. Niger too.", "en-GB", ("LY",)),
        ("Michael Jordan came. Michael Jordan went.", "en-GB", ()),
        ("La Libye, la Libye. Une Réunion, une Réunion.", "fr", ("LY",)),
        ("В Ливии дождь. Ливия сухая. В Турцию, из Турции.", "ru", ("LY", "TR")),
        ("في ليبيا وليبيا وللعراق والعراق", "ar", ("LY", "IQ")),
        ("Aus Österreich, nach Österreich.", "de", ("AT",)),
        ("Once in Libya.", "en-GB", ()),
    ],
)
def test_a_country_that_the_text_names_twice_is_added(text, language, codes):
    found = look("country-missing", text, language=language)
    assert found.mended().countries == codes


def test_a_country_in_the_headline_counts_at_once():
    found = look("country-missing", headline="A ferry for Libya", countries=("MT",))
    assert found.mended().countries == ("MT", "LY")
    assert not look("country-missing", headline="For Libya", countries=("LY",)).findings()


def test_an_item_has_topics():
    assert look("topics-missing").findings()
    assert not look("topics-missing", tags=("boats",)).findings()


@pytest.mark.parametrize(
    ("rule", "slug", "is_found"),
    [
        ("slug-long", "x" * 61, True),
        ("slug-long", "x" * 60, False),
        ("slug-signs", "two_ferries", True),
        ("slug-signs", "zwei-fähren", True),
        ("slug-signs", "two-ferries-2", False),
        ("slug-signs", "", False),
    ],
)
def test_a_slug_is_short_and_plain(rule, slug, is_found):
    assert bool(look(rule, slug=slug).findings()) is is_found


def test_a_slug_that_the_world_knows_is_kept():
    known = {"others": Library(published_slug="two-ferries")}
    found = look("slug-changed", known=known, slug="three-ferries")
    assert found.mended().slug == "two-ferries"
    assert not look("slug-changed", known=known, slug="two-ferries").findings()


def test_a_slug_is_taken_once():
    other = look("slug-again", slug="two-ferries").item
    known = {"others": Library((other,))}
    assert look("slug-again", known=known, slug="two-ferries").findings()
    assert not look("slug-again", known=known, slug="").findings()
