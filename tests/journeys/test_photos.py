"""From a folder of photos to a page with one of them, and the rest put away, by keyboard."""

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from editor_app.media.packet import PublishedWords, packet_of, with_packet
from editor_app.store.library import Library
from editor_app.store.photo_query import PhotoFilter, PhotoQuery
from editor_app.store.query import ItemQuery
from tests.builders import THEN, a_library, a_photo, an_item

SAID = PublishedWords(
    alt="Two ferries at a quay",
    caption="The quay at noon",
    credit="Photo: A. Nowak",
    language="en",
)
CTRL = Qt.KeyboardModifier.ControlModifier


def some_photos(folder):
    """Make a folder of three photos, of which one has words of its own."""
    folder.mkdir()
    for name, colour in (("harbour.jpg", "navy"), ("road.jpg", "olive")):
        (folder / name).write_bytes(a_photo(1400, 900, colour))
    ours = with_packet(a_photo(1400, 900, "teal"), packet_of(SAID))
    (folder / "quay.jpg").write_bytes(ours)
    return folder


def open_photos(desk):
    """Open the Photos browser with its keys."""
    desk.control(Qt.Key.Key_O, shift=True)
    return desk.dialog("photoBrowser")


def press(browser, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or browser, key, modifiers)


def paste_folder(desk, browser, folder):
    """Paste a folder that was copied in the system's own file browser."""
    words = QMimeData()
    words.setUrls([QUrl.fromLocalFile(str(folder))])
    QGuiApplication.clipboard().setMimeData(words)
    browser.parts.add.setFocus()
    press(browser, Qt.Key.Key_V, CTRL)
    said = browser.parts.notices.words
    desk.qtbot.waitUntil(lambda: "added to the library" in said.text(), timeout=20_000)


def use_the_one_with_words(desk, browser):
    """Find a photo by the words in its file and set it above the item."""
    browser.parts.search.setFocus()
    QTest.keyClicks(browser.parts.search, "nowak")
    press(browser, Qt.Key.Key_Down)
    assert browser.grid.hasFocus()
    assert len(browser.grid.chosen_srcs()) == 1
    press(browser, Qt.Key.Key_F6)
    assert browser.focusWidget().objectName() == "photoAsLeadButton"
    press(browser, Qt.Key.Key_Space)
    photo = desk.window.panes.editor.header.photo
    lines = (photo.alt, photo.caption, photo.credit)
    assert [line.text() for line in lines] == [SAID.alt, SAID.caption, SAID.credit]
    press(browser, Qt.Key.Key_F, CTRL)
    press(browser, Qt.Key.Key_Escape)
    assert browser.model.rowCount() == 3


def sweep_the_others(desk, browser):
    """Move what no item shows to the trash."""
    browser.findChild(QPushButton, "photosSweep").setFocus()
    press(browser, Qt.Key.Key_Space)
    question = browser.findChild(QDialog, "sweepQuestion")
    assert question.lead.text().startswith("2 photos (")
    with desk.qtbot.waitSignal(question.accepted):
        press(question, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: browser.model.rowCount() == 1)


def bring_them_back(desk, browser):
    """Take everything out of the trash."""
    chip = browser.parts.chips.chips[PhotoFilter.TRASHED]
    assert chip.text() == "Trash 2"
    desk.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    browser.grid.enter()
    press(browser, Qt.Key.Key_A, CTRL)
    browser.findChild(QPushButton, "photoRestoreButton").setFocus()
    press(browser, Qt.Key.Key_Space)
    assert browser.parts.notices.words.text() == "2 photos are out of the trash."


def test_photos_come_in_one_is_used_the_others_are_swept_and_all_of_it_is_kept(sit_down, tmp_path):
    library = tmp_path / "library"
    a_library(library, an_item(headline="Two ferries", slug="two-ferries")).close()
    desk = sit_down(library)
    browser = open_photos(desk)
    assert browser.parts.nothing.text().startswith("No photos yet.")
    paste_folder(desk, browser, some_photos(tmp_path / "from the camera"))
    assert browser.parts.notices.words.text() == "3 photos were added to the library."
    use_the_one_with_words(desk, browser)
    sweep_the_others(desk, browser)
    press(browser, Qt.Key.Key_Escape)
    desk.come_back()
    desk.close()

    with Library.open(library, clock=lambda: THEN) as kept:
        (item,) = kept.items.page(ItemQuery())
        assert kept.items.get(item.id).lead_figure.credit == SAID.credit
        assert kept.photo_shelf.count(PhotoQuery(filter=PhotoFilter.TRASHED)) == 2

    desk = sit_down(library)
    assert "The quay at noon" in desk.page()
    browser = open_photos(desk)
    assert browser.model.rowCount() == 1
    bring_them_back(desk, browser)
    browser.close()
    desk.come_back()
