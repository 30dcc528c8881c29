"""The strip of the lead photo: what it lacks, where its words are from, and the way to its form."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from editor_app.media.photo import inspect
from editor_app.media.photo_record import PhotoRecord
from editor_app.model.item import LeadFigure
from editor_app.model.photo_words import Crop, Focus, FoundWord, Origin, PhotoWords
from editor_app.ui.fields.lead_photo import LeadPhoto
from editor_app.ui.look.look import Look
from tests.builders import a_photo

CAPTION = FoundWord(field="caption", value="A quay.", origin=Origin.IPTC)


@pytest.fixture
def look(qapp):
    made = Look(qapp)
    yield made
    made.let_go()


@pytest.fixture
def shown(qtbot, look):
    """Return a function that shows a photo of a width in the strip."""

    def show(figure=None, *, width=1800, pictures=lambda _src: None, **fields):
        photo = inspect(a_photo(width, 1200))
        added = datetime(2026, 3, 2, tzinfo=UTC)
        record = PhotoRecord(photo=photo, added_at=added, **fields)
        strip = LeadPhoto(look, pictures)
        qtbot.addWidget(strip)
        strip.resize(570, 260)
        strip.show()
        words = {"alt": "A quay", "credit": "Lena Okafor"} if figure is None else figure
        strip.show_figure(LeadFigure(src=photo.src, **words))
        strip.show_record(record, "en-GB")
        return strip

    return show


def test_what_is_missing_is_marked_until_it_is_written(qtbot, shown):
    strip = shown({})
    assert strip.pill.text() == "ALT missing"
    assert strip.credit_pill.isVisible()
    assert not strip.size_pill.isVisible()
    qtbot.mouseClick(strip.credit_pill, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(strip.credit, "Lena")
    assert not strip.credit_pill.isVisible()


@pytest.mark.parametrize(
    ("width", "typed", "said"),
    [
        (1200, PhotoWords(), ""),
        (1199, PhotoWords(), "SIZE 1,199 px"),
        (1800, PhotoWords(crop=Crop(left=0, top=0, width=0.5, height=1)), "SIZE 900 px"),
    ],
)
def test_a_photo_that_is_shown_too_narrow_is_marked(shown, width, typed, said):
    strip = shown(width=width, typed=typed)
    assert strip.size_pill.isVisible() == bool(said)
    assert not said or strip.size_pill.text() == said


def test_words_that_came_with_the_photo_are_shown_as_such_until_they_are_others(qtbot, shown):
    strip = shown({"caption": "A quay.", "credit": "Lena"}, found=(CAPTION,))
    assert strip.caption.property("found")
    assert strip.caption.accessibleDescription() == "from the photo: IPTC"
    assert "IPTC" in strip.caption.toolTip()
    assert not strip.credit.property("found")
    qtbot.keyClicks(strip.caption, "Today: ")
    assert not strip.caption.property("found")
    assert strip.caption.toolTip() == "Caption"


def test_enter_a_double_click_the_button_and_the_menu_ask_for_the_form(qtbot, shown):
    strip = shown()
    left = Qt.MouseButton.LeftButton
    (entry,) = (one for one in strip.more.menu().actions() if one.text() == "Photo details…")
    for ask in (
        lambda: QTest.mouseDClick(strip.picture, left),
        lambda: QTest.keyClick(strip.picture, Qt.Key.Key_Return),
        lambda: QTest.mouseClick(strip.details, left),
        entry.trigger,
    ):
        with qtbot.waitSignal(strip.details_requested):
            ask()


def test_the_picture_can_be_reached_with_the_keyboard(qtbot, shown):
    strip = shown()
    strip.activateWindow()
    strip.picture.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(strip.picture.hasFocus)
    assert strip.picture.accessibleDescription() == "Enter opens its details"


@pytest.mark.parametrize(("words", "reached"), [({}, "alt"), ({"alt": "A quay"}, "picture")])
def test_a_photo_that_was_asked_for_is_gone_to_where_words_are_missing(qtbot, look, words, reached):
    strip = LeadPhoto(look, lambda _src: None)
    qtbot.addWidget(strip)
    strip.show()
    strip.from_library.setFocus()
    strip.show_figure(LeadFigure(src="media/ab/a.jpg", **words))
    assert strip.focusWidget() is getattr(strip, reached)


def test_a_photo_that_nobody_asked_for_here_leaves_the_keyboard_where_it_is(qtbot, look):
    holder = QWidget()
    qtbot.addWidget(holder)
    line, strip = QLineEdit(holder), LeadPhoto(look, lambda _src: None, holder)
    holder.show()
    line.setFocus()
    strip.show_figure(LeadFigure(src="media/ab/a.jpg"))
    assert holder.focusWidget() is line


def striped(_src):
    """Return an image that is red above and blue below."""
    image = QImage(600, 600, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    for y in range(300, 600):
        for x in range(600):
            image.setPixelColor(x, y, QColor("blue"))
    return image


def colour_in(strip):
    grabbed = strip.picture.grab().toImage()
    return grabbed.pixelColor(grabbed.width() // 2, grabbed.height() // 2).name()


@pytest.mark.parametrize(("y", "colour"), [(0.1, "#ff0000"), (0.9, "#0000ff")])
def test_the_strip_is_cut_round_the_focus_point(shown, y, colour):
    strip = shown(pictures=striped, typed=PhotoWords(focus=Focus(x=0.5, y=y)))
    assert colour_in(strip) == colour


def test_the_focus_point_is_one_of_the_whole_photo(shown):
    crop = Crop(left=0, top=0.5, width=1, height=0.5)
    strip = shown(pictures=striped, typed=PhotoWords(crop=crop, focus=Focus(x=0.5, y=0.55)))
    assert colour_in(strip) == "#ff0000"


def test_another_crop_asks_for_the_picture_again(shown):
    asked = []
    strip = shown(pictures=lambda src: asked.append(src) or striped(src))
    before = len(asked)
    crop = Crop(left=0, top=0, width=0.5, height=1)
    record = PhotoRecord(photo=inspect(a_photo(1800, 1200)), typed=PhotoWords(crop=crop))
    strip.show_record(record, "en-GB")
    assert len(asked) == before + 1
    strip.show_record(record, "fr")
    assert len(asked) == before + 1


def test_a_picture_that_cannot_be_shown_yet_is_asked_for_again_with_its_record(shown):
    answers = iter((None, striped("")))
    strip = shown(pictures=lambda _src: next(answers))
    assert strip.picture.has_image
