"""The Details tab: every field can be written, and showing is not writing."""

import dataclasses
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt

from editor_app.model.identity import new_item_id
from editor_app.model.item import (
    ChangeNote,
    Contact,
    NewsItem,
    Project,
    Publication,
    RelatedLink,
)
from editor_app.ui.details.pane import DetailsPane, Group
from editor_app.ui.look.look import Look

NOW = datetime(2026, 3, 2, 14, 2, tzinfo=UTC)


@pytest.fixture
def full():
    return NewsItem(
        id=new_item_id(NOW),
        short_headline="Flood",
        summary="Water.",
        byline="Ann",
        dateline_place="VIENNA",
        slug="flood",
        rights="© us",
        notes_to_editors="Call.",
        internal_notes="Secret.",
        embargo_until=datetime(2026, 3, 3, 9, 0, tzinfo=ZoneInfo("Europe/Vienna")),
        archive_on=date(2027, 1, 1),
        countries=("AT", "GE"),
        contacts=(Contact(name="Ann", email="ann@example.org"),),
        projects=(Project(title="Bridges", donor="The Union"),),
        publications=(Publication(title="Paper", size=1_234_000, pages=12),),
        related=(RelatedLink(text="More", address="https://example.org"),),
        change_notes=(ChangeNote(day=date(2026, 3, 1), text="A name was wrong."),),
    )


@pytest.fixture
def pane(qtbot, qapp):
    look = Look(qapp)
    made = DetailsPane(look.icons, lambda: NOW)
    qtbot.addWidget(made)
    made.show()
    yield made
    look.let_go()


def heard_by(pane):
    """Return a dictionary that fills with what the pane says was edited."""
    heard = {}
    pane.field_edited.connect(heard.__setitem__)
    return heard


def type_into(qtbot, line, text):
    """Write something else into a line, and press Enter."""
    qtbot.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_showing_an_item_is_not_an_edit(pane, full):
    heard = heard_by(pane)
    pane.show_item(full)
    pane.show_item(NewsItem(id=full.id))
    assert heard == {}


def test_every_field_that_has_no_place_above_the_text_has_one_here(pane):
    elsewhere = {
        *("id", "language", "section", "headline", "standfirst", "display_date", "status", "body"),
        *("lead_figure", "tags", "created_at", "modified_at", "version", "trashed_at"),
        *("translation_group", "translated_from", "translated_version"),
    }
    fields = {field.name for field in dataclasses.fields(NewsItem)}
    assert set(pane.rows) == fields - elsewhere


def test_words_are_sent_as_they_are_typed(qtbot, pane, full):
    heard = heard_by(pane)
    pane.show_item(full)
    line = pane.findChild(object, "bylineField")
    qtbot.keyClick(line, Qt.Key.Key_End)
    qtbot.keyClicks(line, "!")
    assert heard == {"byline": "Ann!"}


def test_a_slug_is_sent_when_it_is_left(qtbot, pane, full):
    heard = heard_by(pane)
    pane.show_item(full)
    line = pane.findChild(object, "slugField")
    qtbot.keyClick(line, Qt.Key.Key_End)
    qtbot.keyClicks(line, "s")
    assert heard == {}
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert heard == {"slug": "floods"}


def test_a_record_is_sent_when_it_says_something(qtbot, pane, full):
    heard = heard_by(pane)
    pane.show_item(full)
    field = pane.findChild(object, "contactsField")
    field.add.click()
    assert heard == {}
    qtbot.keyClicks(field.cards[1].lines["name"], "Bo")
    assert heard["contacts"][1] == Contact(name="Bo")
    field.cards[0].remove.click()
    assert heard["contacts"] == (Contact(name="Bo"),)


def test_numbers_of_a_publication_are_read_in_kilobytes(qtbot, pane, full):
    heard = heard_by(pane)
    pane.show_item(full)
    card = pane.findChild(object, "publicationsField").cards[0]
    assert card.lines["size"].text() == "1234"
    card.lines["size"].clear()
    qtbot.keyClicks(card.lines["size"], "1.5")
    assert heard["publications"][0].size == 1500


def test_a_number_that_is_none_is_not_sent_as_one(qtbot, pane, full):
    heard = heard_by(pane)
    pane.show_item(full)
    card = pane.findChild(object, "publicationsField").cards[0]
    card.lines["pages"].clear()
    qtbot.keyClicks(card.lines["pages"], "x")
    assert all(one.pages in {0, 12} for one in heard.get("publications", ()))


def test_a_moment_keeps_its_zone(qtbot, pane, full):
    heard = heard_by(pane)
    pane.show_item(full)
    field = pane.findChild(object, "embargo_untilField")
    assert field.zone.currentText() == "Europe/Vienna"
    type_into(qtbot, field.day, "4.3.2026")
    type_into(qtbot, field.time, "10.30")
    assert heard["embargo_until"] == datetime(2026, 3, 4, 10, 30, tzinfo=ZoneInfo("Europe/Vienna"))
    assert (field.day.text(), field.time.text()) == ("4 March 2026", "10:30")


def test_a_moment_stays_where_what_is_typed_is_none(qtbot, pane, full):
    heard = heard_by(pane)
    pane.show_item(full)
    field = pane.findChild(object, "embargo_untilField")
    type_into(qtbot, field.time, "25:00")
    type_into(qtbot, field.day, "the day after")
    assert heard == {}
    assert field.time.property("wrong")
    assert field.day.property("wrong")
    pane.show_item(dataclasses.replace(full, id=new_item_id(NOW)))
    assert (field.day.text(), field.time.text()) == ("3 March 2026", "09:00")
    assert not field.day.property("wrong")


def test_a_moment_whose_day_is_emptied_is_cleared(qtbot, pane, full):
    heard = heard_by(pane)
    pane.show_item(full)
    type_into(qtbot, pane.findChild(object, "embargo_untilField").day, "")
    assert heard == {"embargo_until": None}


def test_a_day_is_typed_as_it_is_written(qtbot, pane, full):
    heard = heard_by(pane)
    pane.show_item(full)
    type_into(qtbot, pane.findChild(object, "archive_onField").edit, "15 September 2028")
    assert heard == {"archive_on": date(2028, 9, 15)}


def test_a_day_that_is_set_is_ready_to_be_typed_over(qtbot, pane, full):
    heard = heard_by(pane)
    pane.show_item(dataclasses.replace(full, archive_on=None))
    pane.activateWindow()
    field = pane.findChild(object, "archive_onField")
    next(group for group in pane.findChildren(Group) if group.isAncestorOf(field)).fold(
        is_open=True
    )
    qtbot.mouseClick(field.set, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(field.edit.hasFocus)
    qtbot.keyClicks(field.edit, "1 May 2027")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert heard == {"archive_on": date(2027, 5, 1)}
    qtbot.mouseClick(field.clear, Qt.MouseButton.LeftButton)
    assert heard == {"archive_on": None}
    assert field.set.hasFocus()


def test_the_day_of_a_change_note_is_typed_as_it_is_written(qtbot, pane, full):
    heard = heard_by(pane)
    pane.show_item(full)
    line = pane.findChild(object, "change_notesField").cards[0].lines["day"]
    assert line.text() == "1 March 2026"
    line.clear()
    qtbot.keyClicks(line, "15.9.2026")
    assert heard["change_notes"][0].day == date(2026, 9, 15)
    assert line.text() == "15.9.2026"


def test_a_kind_of_text_begins_with_a_capital_and_is_kept_as_it_was(qtbot, pane, full):
    heard = heard_by(pane)
    pane.show_item(full)
    combo = pane.findChild(object, "content_typeField")
    assert combo.currentText() == "Project news"
    type_into(qtbot, combo.lineEdit(), "press Release")
    assert heard["content_type"] == "press release"


def test_a_moment_can_be_set_and_cleared(pane, full):
    heard = heard_by(pane)
    pane.show_item(NewsItem(id=full.id))
    field = pane.findChild(object, "published_atField")
    field.set.click()
    assert heard["published_at"] == NOW
    field.clear.click()
    assert heard["published_at"] is None


def test_a_country_is_found_by_name_and_by_code(qtbot, pane, full):
    heard = heard_by(pane)
    pane.show_item(full)
    field = pane.findChild(object, "countriesField")
    qtbot.keyClicks(field.line, "Kenya")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert heard["countries"] == ("AT", "GE", "KE")
