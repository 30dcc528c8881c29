"""What the words of a photo are written in: the licence that is found by typing, long words."""

import pytest
from PySide6.QtCore import Qt

from editor_app.model.photo_words import PhotoWords
from tests.ui.photos.conftest import a_record

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
BY_ND = "cc-by-nd-4.0"


def test_a_licence_is_written_over_the_one_that_is_shown(sit_at):
    sitting = sit_at(a_record())
    box = sitting.go_to("photoLicence")
    box.lineEdit().deselect()
    sitting.qtbot.keyClicks(box, "by-nd 4")
    assert box.currentText() == "by-nd 4"


def test_enter_takes_the_licence_that_is_offered_before_it_saves_the_form(sit_at):
    sitting = sit_at(a_record())
    box = sitting.go_to("photoLicence")
    sitting.qtbot.keyClicks(box, "by-nd 4")
    box.completer().popup().hide()
    sitting.press(Qt.Key.Key_Return)
    assert sitting.form.isVisible()
    sitting.save()
    assert sitting.words == [PhotoWords(licence=BY_ND)]


def test_enter_on_what_is_no_licence_shows_the_one_that_counts(sit_at):
    sitting = sit_at(a_record())
    box = sitting.go_to("photoLicence")
    sitting.qtbot.keyClicks(box, "nonsense")
    sitting.press(Qt.Key.Key_Return)
    assert sitting.form.isVisible()
    assert box.currentText() == "Not known"


def test_alt_text_in_arabic_stands_at_the_right(sit_at, a_use):
    sitting = sit_at(a_record(), a_use(alt="سلام"))
    area = sitting.find("altText")
    assert area.cursorRect().x() > area.viewport().width() / 2
    sitting.write("altText", "Peace")
    assert area.cursorRect().x() < area.viewport().width() / 2
