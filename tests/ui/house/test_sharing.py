"""A house style taken over from a file: looked at first, and taken back as one."""

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog

from editor_app.editing.house_changes import HousePage
from editor_app.export.house_file import house_as_zip, write_house
from editor_app.intake.house_file import house_in
from editor_app.model.house import House
from editor_app.model.house_style import HouseStyle, RuleLevel, Term
from editor_app.ui.messages import Report

STYLE = HouseStyle(
    levels=(RuleLevel(rule="date-missing", level="blocks"),),
    terms=(Term(language="en", forms=("cheap",), suggestion="affordable"),),
)
OTHER = House(organisation="River Council", style=STYLE)


@pytest.fixture
def choose(qtbot, house):
    """Return a function that presses a button and gives its file dialog a file."""

    def press(button, name, file):
        button.click()
        dialog = house.findChild(QFileDialog, name)
        dialog.fileSelected.emit(str(file))
        dialog.close()

    return press


def bring_in(qtbot, house, choose, file):
    choose(house.bring_in, "importHouse", file)
    qtbot.waitUntil(lambda: house.findChild(Report) is not None or house.notices.isVisible())
    return house.findChild(QDialog, "report")


def test_what_a_file_changes_is_shown_taken_over_and_taken_back(qtbot, house, choose, tmp_path):
    file = tmp_path / "house.zip"
    write_house(OTHER, file)
    sheet = bring_in(qtbot, house, choose, file)
    assert sheet.text.toPlainText().splitlines() == [
        "Name of the organisation: “Organisation name” → “River Council”",
        "Levels of checks: 0 → 1",
        "Words not used here: 0 → 1",
    ]
    sheet.findChild(object, "reportChoice").click()
    name = house.form(HousePage.ORGANISATION).parts["organisation"].line
    assert name.text() == "River Council"
    assert house.undo.isEnabled()
    house.notices.findChild(object, "choice-0").click()
    assert name.text() == ""
    assert "as it was before" in house.notices.words.text()


def test_what_is_written_is_what_was_typed(qtbot, house, choose, write, tmp_path):
    write(house.form(HousePage.ORGANISATION).parts["organisation"].line, "River Council")
    file = tmp_path / "house.zip"
    choose(house.write_out, "exportHouse", file)
    qtbot.waitUntil(file.exists)
    qtbot.waitUntil(house.notices.isVisible)
    assert house_in(file.read_bytes(), House()).house == House(organisation="River Council")


def test_a_file_that_is_no_house_is_refused_in_a_notice(qtbot, house, choose, tmp_path, kept):
    file = tmp_path / "house.zip"
    file.write_bytes(house_as_zip(OTHER)[:200])
    assert bring_in(qtbot, house, choose, file) is None
    assert "no house style" in house.notices.words.text()
    assert kept() == House()
