"""What a page takes from the house's lists, and what it prints of an item's copies of them."""

from dataclasses import replace

import pytest

from editor_app.model.house_lists import HouseLists
from editor_app.model.item import Boilerplate, Project, Publication
from editor_app.model.lists import Donor, Entry, EntryId, Label, ListedProject, ListKind, Said
from editor_app.render.listed_parts import small_photos


def said(**words):
    return tuple(Said(language=language, text=text) for language, text in words.items())


def lists_of(*records):
    kinds = {Donor: ListKind.DONOR, ListedProject: ListKind.PROJECT}
    return HouseLists(
        Entry(id=EntryId(number), kind=kinds.get(type(record), kind), record=record)
        for number, (kind, record) in enumerate(records)
    )


LISTS = lists_of(
    (ListKind.SECTION, Label(name="Project News", labels=said(fr="Nouvelles des projets"))),
    (ListKind.TAG, Label(name="Bridges", labels=said(fr="Ponts"))),
    (ListKind.PROJECT, ListedProject(name="Bridges", labels=said(fr="Les ponts"))),
    (
        ListKind.DONOR,
        Donor(
            name="the Danube Fund",
            labels=said(fr="le Fonds du Danube"),
            statements=said(en="Paid by the Danube.", fr="Payé par le Danube."),
            disclaimers=said(en="Not the words of the Danube."),
        ),
    ),
)


def test_labels_are_those_of_the_language_of_the_item(page_of, item):
    page = page_of(replace(item, language="fr"), lists=LISTS).html
    assert '<p class="section">Nouvelles des projets</p>' in page
    assert "<bdi>Ponts</bdi>" in page
    assert "<bdi>Les ponts</bdi>" in page
    assert "le Fonds du Danube" in page
    assert 'content="Nouvelles des projets"' in page
    assert '"articleSection": "Nouvelles des projets"' in page


def test_without_a_label_the_item_s_own_words_are_printed(page_of, item):
    page = page_of(replace(item, language="es"), lists=LISTS).html
    assert '<p class="section">Project News</p>' in page
    assert "<bdi>Bridges</bdi>" in page


def test_lists_that_say_nothing_leave_the_page_as_it_is(page_of, item):
    named = lists_of((ListKind.TAG, Label(name="BRIDGES")), (ListKind.DONOR, Donor(name="Other")))
    assert page_of(item, lists=named).html == page_of(item).html


def test_the_item_s_own_statement_comes_before_that_of_the_list(page_of, item):
    page = page_of(replace(item, language="fr"), lists=LISTS).html
    assert "Nobody else paid." in page
    assert "Payé par le Danube." not in page


def test_a_statement_that_the_item_lacks_is_that_of_the_donor(page_of, item):
    bare = replace(
        item, language="fr-BE", projects=(Project(title="Bridges", donor="The Danube Fund"),)
    )
    page = page_of(bare, lists=LISTS).html
    assert '<p class="lines">Payé par le Danube.</p>' in page
    assert "Not the words" not in page


def test_mandatory_words_are_said_in_another_language_rather_than_not_at_all(page_of, item):
    donor = Donor(
        name="D", statements=said(ar="بتمويل"), disclaimers=said(en="Not us."), is_mandatory=True
    )
    bare = replace(item, language="de", projects=(Project(title="", donor="D"),))
    page = page_of(bare, lists=lists_of((ListKind.DONOR, donor))).html
    assert '<p class="lines" lang="ar" dir="rtl">بتمويل</p>' in page
    assert '<p class="lines" lang="en" dir="ltr">Not us.</p>' in page


def test_a_statement_copied_in_another_language_says_which_that_is(page_of, item):
    copied = Project(title="", donor="the Danube Fund", statement="Payé par le Danube.")
    page = page_of(replace(item, language="de", projects=(copied,)), lists=LISTS).html
    assert '<p class="lines" lang="fr" dir="ltr">Payé par le Danube.</p>' in page


def test_a_boilerplate_stands_under_the_text_in_its_own_language(page_of, item):
    about = Boilerplate(
        name="About", heading="About <us>", text="We are & stay.\n\nStill.", language="en-GB"
    )
    french = replace(about, heading="Qui sommes-nous", text="Nous.", language="fr")
    page = page_of(replace(item, boilerplates=(about, french, Boilerplate(name="empty")))).html
    assert "About &lt;us&gt;" in page
    assert '<p class="lines">We are &amp; stay.</p>\n<p class="lines">Still.</p>' in page
    assert '<section class="boilerplate" lang="fr" dir="ltr"' in page
    assert page.count('class="boilerplate"') == 2


def test_covers_and_emblems_are_small_pictures_of_the_library(page_of, item):
    src = "media/bb/b.jpg"
    shown = replace(
        item,
        projects=(Project(title="P", emblem=src, emblem_alt="A “star”"),),
        publications=(Publication(title="All", cover=src),),
    )
    page = page_of(shown).html
    assert '<div class="cover"><picture>' in page
    assert 'sizes="7rem"' in page
    assert "A “star”" in page
    assert [(one.src, one.alt) for one in small_photos(shown)] == [(src, ""), (src, "A “star”")]


@pytest.mark.parametrize("src", ["media/zz/gone.jpg", "https://example.org/a.jpg", ""])
def test_a_picture_that_is_not_in_the_library_is_not_shown(page_of, item, src):
    shown = replace(item, projects=(Project(title="P", donor="", emblem=src),))
    assert 'class="emblem"' not in page_of(shown).html
