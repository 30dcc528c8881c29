"""From a finding about another item to that item."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

WELL = (
    "The village of Oru opened its first deep well this week, after nine years in which people"
    " walked to the river, and a school of forty children now has water at noon as well."
)
SCHOOL = (
    "Teachers of the district say that most of the girls who had left came back within a month,"
    " and that two more classes are to be opened before the rains begin in the autumn."
)


@pytest.fixture
def opened(filled, an_item, open_window, qtbot):
    """Return a window on one of two items that nearly say the same."""
    filled(an_item(headline="A well for Oru", body=f"{WELL}\n\n{SCHOOL}\n"))
    (item,) = filled(an_item(headline="Water at last", body=f"{SCHOOL}\n\n{WELL}\n"))
    window = open_window()
    with qtbot.waitExposed(window):
        window.show()
    window.panes.items.item_chosen.emit(item.id)
    return window


def test_an_item_that_repeats_another_leads_to_it(opened, qtbot):
    opened.actions_.checks.trigger()

    def panel():
        return opened.findChild(QPushButton, "openOther")

    qtbot.waitUntil(lambda: panel() is not None)
    listed = panel().parentWidget()
    while listed.objectName() != "checksPanel":
        listed = listed.parentWidget()

    def row():
        found = [
            number
            for number in range(listed.list.model().rowCount())
            if "nearly repeats" in str(listed.list.model().index(number, 0).data())
        ]
        return found[0] if found else -1

    qtbot.waitUntil(lambda: row() >= 0)
    listed.list.setCurrentIndex(listed.list.model().index(row(), 0))
    assert not panel().isHidden()
    panel().setFocus()
    QTest.keyClick(panel(), Qt.Key.Key_Space)
    assert opened.panes.editor.header.headline.text() == "A well for Oru"
