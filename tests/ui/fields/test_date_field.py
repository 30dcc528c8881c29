"""The date above the headline: typed as people write it, or chosen."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget

from editor_app.ui.fields.date_field import DateField
from editor_app.ui.look.look import Look, SchemeChoice

OLD = date(2026, 3, 2)
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def look(qapp):
    made = Look(qapp)
    yield made
    made.let_go()


@pytest.fixture
def holder(qtbot, look):
    made = QWidget()
    made.setStyleSheet(look.style_sheet())
    qtbot.addWidget(made)
    made.resize(400, 100)
    return made


@pytest.fixture
def field(qtbot, holder, look):
    made = DateField(look.icons, lambda: OLD, name="Date", parent=holder)
    other = QLineEdit(holder)
    other.move(200, 0)
    made.show_day(OLD)
    holder.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.fixture
def heard(field):
    days = []
    field.day_edited.connect(days.append)
    return days


def write(qtbot, field, text):
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(10, field.height() // 2))
    qtbot.keyClick(field, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    for letter in text:  # one by one: QTest knows the keys of Latin letters only
        QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter))


@pytest.mark.parametrize("text", ["15 September 2015", "15.09.2015", "2015-09-15", "15/9/15"])
@pytest.mark.parametrize("leave", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_date_is_typed_as_it_is_written(qtbot, field, heard, text, leave):
    write(qtbot, field, text)
    assert heard == []
    assert field.text() == text
    qtbot.keyClick(field, leave)
    assert heard == [date(2015, 9, 15)]
    assert field.text() == "15 September 2015"


def test_a_date_is_typed_in_the_language_of_the_item(qtbot, field, heard):
    field.show_language("pl")
    write(qtbot, field, "15 września 2015")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == [date(2015, 9, 15)]


@pytest.mark.parametrize("text", ["31 February 2015", "tomorrow week", "15", "15 September 0215"])
def test_what_is_no_date_is_marked_and_changes_nothing(qtbot, field, heard, text):
    write(qtbot, field, text)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert heard == []
    assert field.property("wrong")
    assert text in field.toolTip()
    field.show_day(OLD)
    assert field.text() == text, "what is to be put right stays"


def test_a_mark_goes_when_the_date_is_put_right(qtbot, field, heard):
    write(qtbot, field, "31 February 2015")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    write(qtbot, field, "28 February 2015")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == [date(2015, 2, 28)]
    assert not field.property("wrong")


def test_escape_brings_the_date_back(qtbot, field, heard):
    write(qtbot, field, "31 February 2015")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "2 March 2026"
    assert not field.property("wrong")
    assert heard == []


def test_an_empty_line_is_no_date(qtbot, field, heard):
    write(qtbot, field, "")
    assert heard == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == [None]
    assert field.placeholderText() == "No date"


def test_leaving_a_date_as_it_is_is_no_edit(qtbot, field, heard):
    write(qtbot, field, "2 Mar 2026")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == []
    assert field.text() == "2 March 2026"


def test_a_day_is_chosen_from_the_calendar_with_keys(qtbot, field, heard):
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field._popup.calendar
    days = calendar.findChild(QTableView)
    assert calendar.isVisible()
    qtbot.keyClick(days, Qt.Key.Key_Right)
    qtbot.keyClick(days, Qt.Key.Key_Return)
    assert heard == [date(2026, 3, 3)]
    assert not field._popup.isVisible()


@pytest.mark.parametrize("scheme", [SchemeChoice.LIGHT, SchemeChoice.DARK])
def test_the_calendar_is_calm_in_every_light(qtbot, field, holder, look, scheme):
    look.choose(scheme)
    holder.setStyleSheet(look.style_sheet())
    field.open_calendar()
    picture = field._popup.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    assert not [one for one in colours if is_red(QColor(one))]
    assert {look.tokens.text, look.tokens.faint} <= colours
    field._popup.hide()


def is_red(colour):
    return colour.hsvSaturation() > 150 and (colour.hsvHue() < 20 or colour.hsvHue() > 340)
