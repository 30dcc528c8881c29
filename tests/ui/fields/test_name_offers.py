"""Names offered while one is typed, in the real window, by real keys."""

import pytest
from PySide6.QtCore import Qt

from editor_app.model.item import Contact, Publication
from editor_app.model.lists import Label, ListedBoilerplate, ListKind, Said
from editor_app.store.library import Library
from editor_app.ui.details.pane import Group


@pytest.fixture
def lists(folder, an_item, now):
    """Fill the lists of the library, and put one item into it."""
    about = ListedBoilerplate(name="About us").with_text("en-GB", heading="Us", text="We are two.")
    with Library.open(folder, clock=lambda: now) as library:
        arabic = (Said(language="ar", text="هجرة"),)
        library.lists.add(ListKind.TAG, Label(name="Migration", labels=arabic))
        library.lists.add_names(ListKind.TAG, ["Éducation", "work"])
        library.lists.add(ListKind.CONTACT, Contact(name="Ana Novak", phone="123"))
        library.lists.add(ListKind.BOILERPLATE, about)
        library.lists.add(ListKind.PUBLICATION, Publication(title="Ten years", pages=3))
        old = library.lists.add(ListKind.TAG, Label(name="old"))
        library.lists.retire([old.id])
        item = library.items.save(an_item(headline="One", section="News"), over=0)
        return item.id


@pytest.fixture
def desk(qtbot, lists, window):
    """Return the window with the item open and its details in sight."""
    window.panes.items.item_chosen.emit(lists)
    window.tabs.setCurrentWidget(window.panes.details)
    for group in window.panes.details.findChildren(Group):
        group.fold(is_open=True)
    window.activateWindow()
    return window


def typed(qtbot, line, words):
    line.setFocus()
    line.end(False)  # noqa: FBT003 - Qt's own
    qtbot.keyClicks(line, words)
    popup = line.completer().popup()
    return [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())]


def take(qtbot, line, row=0):
    popup = line.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    for _ in range(row + 1):
        qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)


def field(window, name):
    return window.panes.details.findChild(object, name)


def test_a_tag_is_found_without_accents_and_joined_to_those_before(qtbot, desk):
    tags = desk.panes.editor.header.tags
    assert typed(qtbot, tags, "#border, educ") == ["Éducation", "Add “educ” to the tags"]
    take(qtbot, tags)
    qtbot.waitUntil(lambda: tags.text().endswith("Éducation"))
    assert typed(qtbot, tags, ", migr")[0] == "Migration"
    take(qtbot, tags)
    qtbot.waitUntil(lambda: tags.text().endswith("Migration"))
    qtbot.keyClick(tags, Qt.Key.Key_Return)
    assert tags.text() == "#border  #Éducation  #Migration"


def test_a_retired_tag_is_not_offered(qtbot, desk):
    assert typed(qtbot, desk.panes.editor.header.tags, "ol") == ["Add “ol” to the tags"]


def test_a_new_section_is_added_to_the_list_where_that_is_wanted(qtbot, desk):
    section = desk.panes.editor.header.section
    line = section.lineEdit()
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Blog")
    take(qtbot, line)
    qtbot.waitUntil(lambda: section.findText("Blog") >= 0)
    assert section.currentText() == "Blog"


def test_a_picked_contact_is_filled_in(qtbot, desk):
    contacts = field(desk, "contactsField")
    contacts.add.click()
    card = contacts.cards[0]
    assert typed(qtbot, card.lines["name"], "nov") == ["Ana Novak"]
    take(qtbot, card.lines["name"])
    qtbot.waitUntil(lambda: card.lines["phone"].text() == "123")
    assert card.add.isHidden()


def test_a_new_contact_is_added_to_the_list_at_a_click(qtbot, desk):
    contacts = field(desk, "contactsField")
    contacts.add.click()
    card = contacts.cards[0]
    qtbot.keyClicks(card.lines["name"], "Ben")
    assert not card.add.isHidden()
    card.add.click()
    assert card.add.isHidden()
    contacts.add.click()
    assert typed(qtbot, contacts.cards[1].lines["name"], "be") == ["Ben"]


def test_a_country_is_found_by_its_name_in_the_language_of_the_item(qtbot, desk):
    countries = field(desk, "countriesField")
    countries.show_language("fr")
    assert typed(qtbot, countries.line, "autrich") == ["Austria  ·  Autriche"]
    take(qtbot, countries.line)
    qtbot.waitUntil(lambda: countries.line.text() == "")
    assert countries._codes == ("AT",)


def test_a_boilerplate_is_picked_and_its_newer_words_are_offered(qtbot, desk):
    boilerplates = field(desk, "boilerplatesField")
    assert typed(qtbot, boilerplates.line, "abo") == ["About us"]
    take(qtbot, boilerplates.line)
    qtbot.waitUntil(lambda: len(boilerplates.cards) == 1)
    assert boilerplates.cards[0].renew.isHidden()
    desk.actions_.lists.trigger()
    lists = desk.findChild(object, "listsWindow")
    lists.kinds.setCurrentRow(5)
    lists.entries.view.setCurrentIndex(lists.entries.table.index(0, 0))
    area = lists.form.parts["texts"].rows[0].area
    area.setFocus()
    qtbot.keyClicks(area, "Now three. ")
    lists.save.click()
    lists.close()
    assert not boilerplates.cards[0].renew.isHidden()
    boilerplates.cards[0].renew.click()
    assert boilerplates.cards[0].renew.isHidden()
    assert boilerplates._shown[0].version == 2


def test_a_cover_stays_with_its_publication_while_other_fields_are_written(qtbot, desk):
    publications = field(desk, "publicationsField")
    publications.show_records((Publication(title="Ten years", cover="media/x"),))
    card = publications.cards[0]
    qtbot.keyClicks(card.lines["pages"], "12")
    assert card.record() == Publication(title="Ten years", pages=12, cover="media/x")
    qtbot.keyClicks(card.lines["title"], "Other ")
    assert card.record().cover == ""


def test_a_long_name_and_odd_signs_break_nothing(qtbot, desk):
    tags = desk.panes.editor.header.tags
    tags.setFocus()
    tags.insert("ß" * 10_000 + "\u202e%s&<b>")
    tags.textEdited.emit(tags.text())
    assert len(typed(qtbot, tags, "x")[-1]) < 100
