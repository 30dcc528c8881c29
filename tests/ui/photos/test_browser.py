"""The Photos browser: what it shows, how it is searched, and where photos are used."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTextBrowser, QWidget

from editor_app.model.item import LeadFigure
from editor_app.store.photo_query import PhotoFilter, PhotoSort
from editor_app.ui.photos.browser_model import PAGE
from tests.builders import an_item
from tests.ui.photos.browsing import WORDS, Browsing, add_items, add_photos

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def browsing(qtbot, open_window):
    """Return a function that opens the browser on what the library holds."""

    def build():
        window = open_window()
        with qtbot.waitExposed(window):
            window.show()
        return Browsing(qtbot, window)

    return build


@pytest.fixture
def three(folder, browsing):
    """Return the browser on three photos: one in use, with words, one small."""
    src, *_ = add_photos(folder, 2, words=[WORDS])
    add_photos(folder, 1, width=600)
    add_items(folder, an_item(headline="Ferries", lead_figure=LeadFigure(src=src, alt="Boats")))
    return browsing()


def test_photos_are_shown_the_newest_first_with_what_they_lack(three):
    assert three.names() == ["photo-000.jpg", "photo-001.jpg", "photo-000.jpg"]
    spoken = [
        three.dialog.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(3)
    ]
    assert spoken[0].endswith("600 by 200 pixels. Not used. No alt text. No credit. Small")
    assert spoken[2] == "photo-000.jpg. Boats at noon. 1400 by 200 pixels. In 1 item"
    assert three.parts.status.text() == "3 photos"


def test_chips_count_and_choose(three):
    chips = three.parts.chips.chips
    assert [chip.text() for chip in chips.values()] == [
        *("All 3", "Missing words 2", "No licence 2", "Not used 2", "Small 1", "Trash"),
    ]
    three.qtbot.mouseClick(chips[PhotoFilter.SMALL], Qt.MouseButton.LeftButton)
    assert len(three.names()) == 1
    assert three.parts.status.text() == "1 photo"
    three.qtbot.mouseClick(chips[PhotoFilter.TRASHED], Qt.MouseButton.LeftButton)
    assert three.parts.nothing.text() == "The trash is empty."
    three.click("photosShowAll")
    assert len(three.names()) == 3


def test_searching_as_one_types_finds_words_and_names(three):
    three.qtbot.keyClicks(three.parts.search, "nowak")
    assert three.chosen() == []
    assert three.names() == ["photo-000.jpg"]
    three.qtbot.keyClicks(three.parts.search, "zzz")
    assert three.parts.nothing.text() == "No photo found for “nowakzzz”."
    three.qtbot.keyClick(three.parts.search, Qt.Key.Key_Escape)
    assert len(three.names()) == 3
    assert three.dialog.isVisible()


def test_photos_can_stand_in_the_order_of_their_names(three):
    three.parts.sort.setCurrentIndex(three.parts.sort.findData(PhotoSort.NAME.value))
    three.parts.sort.activated.emit(1)
    assert three.names() == ["photo-000.jpg", "photo-000.jpg", "photo-001.jpg"]


def test_the_chosen_photo_is_shown_with_its_words_and_uses(three):
    three.parts.search.setText("nowak")
    three.choose("photo-000.jpg")
    details = three.parts.details
    assert details.name.text().replace("\u200b", "") == "photo-000.jpg"
    assert details.facts.text().startswith("1,400 × 200 pixels · JPEG")  # noqa: RUF001 - as it is shown
    shown = [label.text() for label in details._words.findChildren(type(details.name))]
    assert shown == [
        *("Alt text", "Boats", "Caption", "Boats at noon"),
        *("Credit", "Photo: A. Nowak", "Licence", "Agency terms"),
    ]
    (use,) = details._uses.findChildren(QPushButton)
    assert use.accessibleName() == "\u2068Ferries\u2069, lead photo · draft"


def test_a_use_leads_to_the_item_and_the_photo_in_it(three):
    three.window.actions_.new.trigger()
    three.parts.search.setText("nowak")
    three.choose("photo-000.jpg")
    (use,) = three.parts.details._uses.findChildren(QPushButton)
    three.qtbot.mouseClick(use, Qt.MouseButton.LeftButton)
    assert three.window.panes.editor.header.headline.text() == "Ferries"


def test_a_use_in_the_text_puts_the_caret_to_the_photo(folder, browsing):
    (src,) = add_photos(folder, 1)
    body = f"One.\n\nTwo.\n\n![Boats]({src})\n: At noon\n\nThree.\n"
    add_items(folder, an_item(headline="Ferries", body=body))
    three = browsing()
    three.choose("photo-000.jpg")
    (use,) = three.parts.details._uses.findChildren(QPushButton)
    three.qtbot.mouseClick(use, Qt.MouseButton.LeftButton)
    body = three.window.panes.editor.body
    assert body.figure_at(body.textCursor().blockNumber()).figure.src == src


def test_several_photos_are_counted_with_their_size(three):
    three.parts.search.setFocus()
    three.press(Qt.Key.Key_Down)
    assert three.grid.hasFocus()
    three.press(Qt.Key.Key_A, CTRL)
    assert len(three.chosen()) == 3
    assert three.parts.details.name.text() == "3 photos chosen"
    assert "3 chosen (" in three.parts.status.text()
    assert not three.dialog.commands.lead.isEnabled()
    assert three.dialog.commands.insert.isEnabled()


def test_the_keyboard_goes_round_the_parts(three):
    three.choose("photo-001.jpg")
    three.dialog.activateWindow()
    three.qtbot.waitUntil(three.dialog.isActiveWindow)
    three.parts.search.setFocus()
    seen = []
    for _ in range(5):
        seen.append(three.dialog.focusWidget().objectName())
        three.parts.walk.go(is_forward=True)
    assert seen == ["photoSearch", "photos-all", "photoGrid", "photoAsLeadButton", "photosClose"]
    assert three.parts.search.hasFocus()


def test_a_page_after_the_other_is_read_when_it_is_wanted(folder, browsing, qtbot):
    add_photos(folder, PAGE + 20, width=8)
    long = browsing()
    assert len(long.names()) == PAGE
    long.grid.setFocus()
    QTest.keyClick(long.grid, Qt.Key.Key_End)
    assert len(long.names()) == PAGE + 20
    assert long.chosen() == ["photo-000.jpg"]


def test_everything_in_the_browser_that_takes_the_keyboard_has_a_name(three):
    three.choose("photo-001.jpg")
    takes = [
        widget
        for widget in three.dialog.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    named = [w for w in takes if w.accessibleName() or getattr(w, "text", str)()]
    inside = [w for w in takes if w not in named and w.parent().accessibleName()]
    assert {w.objectName() for w in takes} - {w.objectName() for w in named + inside} == set()


def test_words_edited_in_the_form_are_shown_at_once(three):
    three.parts.search.setText("001")
    three.choose("photo-001.jpg")
    src = three.grid.chosen_srcs()[0]
    three.window.panes.editor.body.setFocus()
    desk = three.window.panes.items.thumbnails
    with three.qtbot.waitSignal(desk.arrived):
        three.dialog.details_requested.emit(src)
        form = three.dialog.findChild(QWidget, "photoForm")
        form.words_edited.emit(WORDS)
    assert "Boats at noon" in three.dialog.model.index(0, 0).data(
        Qt.ItemDataRole.AccessibleTextRole
    )
    assert three.chosen() == ["photo-001.jpg"]
    form.reject()


def test_a_photo_that_is_put_in_is_counted_as_used_once_the_item_is_saved(three):
    three.choose("photo-001.jpg")
    three.click("photoAsLeadButton")
    assert three.said() == "This is the lead photo now."
    three.window.actions_.save.trigger()
    spoken = three.dialog.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "In 1 item" in spoken
    assert three.chosen() == ["photo-001.jpg"]
    (use,) = three.parts.details._uses.findChildren(QPushButton)
    assert "lead photo" in use.accessibleName()


def test_the_keys_of_the_browser_are_in_the_help(window):
    window.actions_.keys.trigger()
    sheet = window.findChild(QWidget, "helpSheet")
    words = sheet.findChild(QTextBrowser).toPlainText()
    assert "Ctrl+Shift+O" in words
    assert "Move what is chosen to the trash" in words.partition("In Photos")[2]
    sheet.close()


def test_the_keyboard_comes_back_to_the_photo_whose_form_was_open(three):
    three.choose("photo-001.jpg")
    three.grid.setFocus()
    three.press(Qt.Key.Key_Return)
    form = three.dialog.findChild(QWidget, "photoForm")
    three.qtbot.waitUntil(form.isVisible)
    form.reject()
    assert three.dialog.focusWidget() is three.grid
    assert three.chosen() == ["photo-001.jpg"]


def test_the_browser_goes_with_its_window(three):
    three.window.close()
    assert not three.dialog.isVisible()
