"""Entries of managed lists, found by name, label and the names they had."""

from editor_app.model.house_lists import NO_LISTS, HouseLists
from editor_app.model.item import Boilerplate, Contact
from editor_app.model.lists import (
    BoilerplateText,
    Donor,
    Entry,
    EntryId,
    Label,
    ListedBoilerplate,
    ListKind,
    Said,
    best_said,
    in_language,
    merged_record,
    name_key,
    tidy_name,
)


def an_entry(number, kind, record, *, former=(), is_retired=False):
    return Entry(id=EntryId(number), kind=kind, record=record, former=former, is_retired=is_retired)


def said(**words):
    return tuple(Said(language=language, text=text) for language, text in words.items())


def test_names_that_mean_the_same_share_a_key():
    assert name_key(" The\u00a0FUND ") == name_key("the fund")
    assert name_key("\uff26\uff35\uff2e\uff24") == name_key("fund")
    assert name_key("Résumé") != name_key("Resume")
    assert name_key("\0 ") == ""
    assert tidy_name(" a\n b\0 ") == "a b"


def test_words_are_found_in_the_language_then_in_another_of_its_regions():
    words = (
        Said(language="fr-CA", text="là-bas"),
        Said(language="fr", text="ici"),
        Said(language="de", text=" "),
    )
    assert in_language(words, "fr").text == "ici"
    assert in_language(words, "fr-CH").text == "là-bas"
    assert in_language(words, "de") is None
    assert best_said(words, "ar", "de", "fr").text == "ici"
    assert best_said(words, "ar").text == "là-bas"
    assert best_said((), "ar") is None


def test_an_entry_is_found_by_name_before_label_and_former_name():
    old = an_entry(1, ListKind.TAG, Label(name="EU", labels=said(fr="UE")), former=("Europe",))
    new = an_entry(2, ListKind.TAG, Label(name="europe"))
    lists = HouseLists([old, new])
    assert lists.find(ListKind.TAG, "ue") == old
    assert lists.find(ListKind.TAG, "Europe") == new
    assert lists.find(ListKind.SECTION, "EU") is None
    assert lists.label(ListKind.TAG, "eu", "fr-BE") == "UE"
    assert lists.label(ListKind.TAG, " eu", "ar") == "eu"
    assert lists.label(ListKind.TAG, " other ", "fr") == "other"


def test_the_right_kind_of_record_comes_from_each_list():
    lists = HouseLists(
        [
            an_entry(1, ListKind.CONTACT, Contact(name="Ana")),
            an_entry(2, ListKind.DONOR, Donor(name="Ana"), is_retired=True),
        ]
    )
    assert lists.contact("ana") == Contact(name="Ana")
    assert lists.donor("ana") == Donor(name="Ana")
    assert lists.project("ana") is None
    assert lists.boilerplate("ana") is None
    assert lists.publication("ana") is None
    assert lists.offered(ListKind.DONOR) == ()


def test_what_pages_take_from_the_lists_has_a_name_of_its_own():
    tag = an_entry(1, ListKind.TAG, Label(name="EU"))
    labelled = an_entry(1, ListKind.TAG, Label(name="EU", labels=said(fr="UE")))
    assert HouseLists([tag]).page_mark == NO_LISTS.page_mark
    assert HouseLists([labelled]).page_mark != NO_LISTS.page_mark
    contact = an_entry(2, ListKind.CONTACT, Contact(name="Ana"))
    assert HouseLists([labelled, contact]).page_mark == HouseLists([labelled]).page_mark


def test_each_change_of_a_boilerplate_is_a_version_of_its_language():
    about = ListedBoilerplate(name="About us")
    assert about.with_text("en", heading="", text=" ") == about
    about = about.with_text("en", heading="About us", text="We are two.")
    about = about.with_text("fr", heading="Qui sommes-nous", text="Nous sommes deux.")
    about = about.with_text("en", heading="About us", text="We are three.")
    assert about.with_text("en", heading="About us", text="We are three.") == about
    assert [(one.language, one.version) for one in about.texts] == [("en", 1), ("fr", 1), ("en", 2)]
    assert about.languages() == ("en", "fr")
    assert about.newest("en-GB").text == "We are three."
    assert about.for_item("fr") == Boilerplate(
        name="About us",
        heading="Qui sommes-nous",
        text="Nous sommes deux.",
        language="fr",
        version=1,
    )
    assert about.for_item("ar") is None


def test_a_merged_record_has_what_it_lacked():
    kept = Donor(name="Fund", statements=said(en="Paid."), emblem="")
    other = Donor(
        name="Old", statements=said(en="No.", fr="Payé."), is_mandatory=True, emblem="media/x"
    )
    merged = merged_record(kept, [Label(name="stranger"), other])
    assert merged == Donor(
        name="Fund", statements=said(en="Paid.", fr="Payé."), is_mandatory=True, emblem="media/x"
    )


def test_merged_boilerplates_keep_the_versions_of_the_one_that_stays():
    text = BoilerplateText(language="en", version=3, heading="", text="We.")
    other = BoilerplateText(language="en", version=4, heading="", text="They.")
    french = BoilerplateText(language="fr", version=1, heading="", text="Nous.")
    merged = merged_record(
        ListedBoilerplate(name="a", texts=(text,)),
        [ListedBoilerplate(name="b", texts=(other, french))],
    )
    assert merged.texts == (text, french)
