"""New photos: by drop, paste and dialog, with progress, duplicates and refusals named."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeySequence,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget

from editor_app.body.tree import Gallery
from editor_app.ui.messages import Report
from editor_app.ui.photos.drop_zone import DropZone
from tests.builders import a_photo, an_item
from tests.ui.photos.browsing import WORDS, Browsing, add_items, add_photos

COPY = Qt.DropAction.CopyAction
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(folder, qtbot, open_window):
    """Return a window on a library with one item and no photo."""
    add_items(folder, an_item(headline="Ferries", body="One.\n"))
    made = open_window()
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def browsing(qtbot, window):
    return Browsing(qtbot, window)


@pytest.fixture
def files(tmp_path):
    """Return three photos, one of them twice, and two files that are none."""
    folder = tmp_path / "from the camera"
    (folder / "second card").mkdir(parents=True)
    for name, colour in (("a.jpg", "teal"), ("b.jpg", "navy"), ("second card/c.jpg", "olive")):
        (folder / name).write_bytes(a_photo(colour=colour))
    (folder / "a again.jpg").write_bytes(a_photo(colour="teal"))
    (folder / "broken.jpg").write_bytes(a_photo()[:120])
    (folder / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (folder / "notes.txt").write_text("no photo")
    (folder / ".hidden.jpg").write_bytes(a_photo(colour="peru"))
    return folder


def dragged(*paths):
    words = QMimeData()
    words.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return words


def drag(widget, words):
    """Drag something onto a widget, without letting it go; return whether it may be dropped."""
    event = QDragEnterEvent(QPoint(20, 20), COPY, words, LEFT, NONE)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def drop(widget, words):
    drag(widget, words)
    QApplication.sendEvent(widget, QDropEvent(QPointF(20, 20), COPY, words, LEFT, NONE))


def offered(notices, words):
    """Return the button of the notice that is shown now."""
    found = [button for button in notices.findChildren(QPushButton) if button.isVisible()]
    return next(button for button in found if button.text() == words)


def test_a_folder_that_is_dropped_brings_its_photos_and_names_what_did_not_come(browsing, files):
    drop(browsing.dialog, dragged(files, files / "logo.svg"))
    browsing.wait_for("added to the library.")
    assert browsing.said() == (
        "3 photos were added to the library. “a.jpg” was in the library already."
        " “broken.jpg” and “logo.svg” were not taken."
    )
    assert sorted(browsing.names()) == ["a again.jpg", "b.jpg", "c.jpg"]
    assert sorted(browsing.chosen()) == ["a again.jpg", "b.jpg", "c.jpg"]
    browsing.qtbot.mouseClick(offered(browsing.parts.notices, "What was refused…"), LEFT)
    (report,) = browsing.dialog.findChildren(Report)
    lines = report.text.toPlainText().split("\n\n")
    assert lines[0].startswith("“broken.jpg” is damaged or not complete.")
    assert lines[1].startswith("“logo.svg” is an SVG drawing")
    report.close()


def test_where_something_can_be_dropped_is_shown_while_it_is_dragged(browsing, files):
    zone = browsing.parts.zone
    assert drag(browsing.dialog, dragged(files / "a.jpg"))
    assert zone.isVisible()
    assert zone.geometry().contains(browsing.parts.stage.geometry().center())
    QApplication.sendEvent(browsing.dialog, QDragLeaveEvent())
    assert not zone.isVisible()
    words = QMimeData()
    words.setText("words")
    assert not drag(browsing.dialog, words)
    assert not zone.isVisible()


def test_the_list_says_what_becomes_of_files_while_they_are_dragged(window, files):
    zone, _ = window.findChildren(DropZone)
    drag(window, dragged(files / "a.jpg"))
    assert zone.isVisible()
    assert zone.size() == window.panes.items.size()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not zone.isVisible()


def test_the_text_says_that_photos_can_be_dropped_there(window, files):
    _, zone = window.findChildren(DropZone)
    drag(window.panes.editor.body.viewport(), dragged(files / "a.jpg"))
    assert zone.isVisible()
    assert zone.size() == window.panes.editor.parts.size()
    QApplication.sendEvent(window.panes.editor.body.viewport(), QDragLeaveEvent())
    assert not zone.isVisible()
    drag(window.panes.editor.body.viewport(), dragged(files / "notes.txt"))
    assert not zone.isVisible()


def test_photos_dropped_on_the_window_go_into_the_library_and_can_go_on_into_the_text(
    qtbot, window, files
):
    (files / "broken.jpg").unlink()
    drop(window, dragged(files / "a.jpg", files / "b.jpg", files / "notes.txt"))
    qtbot.waitUntil(lambda: window.panes.items.model.rowCount() == 2, timeout=20_000)
    browsing = Browsing(qtbot, window)
    qtbot.waitUntil(lambda: browsing.names() == ["b.jpg", "a.jpg"])
    browsing.dialog.close()
    drop(window, dragged(files / "b.jpg"))
    qtbot.waitUntil(lambda: "already" in window.notices.words.text())
    qtbot.mouseClick(offered(window.notices, "Put into the text"), LEFT)
    form = window.findChild(QWidget, "photoForm")
    qtbot.waitUntil(form.isVisible)
    form.reject()


def test_new_photos_can_be_gone_to_from_the_window(qtbot, window, files):
    drop(window, dragged(files / "b.jpg"))
    qtbot.waitUntil(lambda: "added" in window.notices.words.text())
    qtbot.mouseClick(offered(window.notices, "Show in Photos"), LEFT)
    browser = window.findChild(QWidget, "photoBrowser")
    qtbot.waitUntil(browser.isVisible)
    assert len(browser.grid.chosen_srcs()) == 1


def test_a_folder_without_photos_says_so(qtbot, window, tmp_path):
    (tmp_path / "empty").mkdir()
    drop(window, dragged(tmp_path / "empty"))
    qtbot.waitUntil(lambda: "There was no photo" in window.notices.words.text())


@pytest.mark.parametrize("kind", ["picture", "file", "nothing"])
def test_what_is_on_the_clipboard_is_pasted(browsing, files, kind):
    words = QMimeData()
    if kind == "picture":
        image = QImage(40, 30, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.red)
        words.setImageData(image)
    elif kind == "file":
        words.setUrls([QUrl.fromLocalFile(str(files / "a.jpg"))])
    else:
        words.setText("words")
    QGuiApplication.clipboard().setMimeData(words)
    place = browsing.parts.search if kind == "picture" else browsing.grid
    QTest.keySequence(place, QKeySequence.StandardKey.Paste)
    browsing.wait_for("photo")
    said = {"nothing": "There is no photo on the clipboard."}
    assert browsing.said() == said.get(kind, "1 photo was added to the library.")
    assert browsing.names() == {"picture": ["Pasted picture"], "file": ["a.jpg"]}.get(kind, [])


def test_a_photo_is_pasted_into_the_list(qtbot, window, files):
    words = QMimeData()
    words.setUrls([QUrl.fromLocalFile(str(files / "a.jpg"))])
    QGuiApplication.clipboard().setMimeData(words)
    QTest.keySequence(window.panes.items.view, QKeySequence.StandardKey.Paste)
    qtbot.waitUntil(lambda: "1 photo was added" in window.notices.words.text())


def test_several_files_are_chosen_at_once(browsing, files):
    browsing.click("photosAdd")
    dialog = browsing.dialog.findChild(QFileDialog, "addPhotoFiles")
    dialog.filesSelected.emit([str(files / "a.jpg"), str(files / "b.jpg")])
    browsing.wait_for("2 photos were added")
    dialog.close()


def test_many_photos_can_be_stopped_and_those_that_are_in_stay(browsing, tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:02d}.jpg").write_bytes(a_photo(width=300 + number))
    browsing.dialog.received.emit([folder])
    work = browsing.parts.work
    browsing.qtbot.waitUntil(lambda: work.isVisible() and work.bar.value() > 1, timeout=20_000)
    assert work.words.text().startswith("Adding photo ")
    assert work.bar.maximum() == 60
    browsing.qtbot.mouseClick(work.cancel, LEFT)
    browsing.wait_for("Stopped.")
    assert not work.isVisible()
    assert 1 < len(browsing.names()) < 60


# ---------------------------------------------------------------- chosen from the library


@pytest.fixture
def writing(folder, qtbot, open_window):
    """Return a window on an item without photos, and a library with two, one with its words."""
    add_photos(folder, 2, words=[WORDS])
    add_items(folder, an_item(headline="Ferries", body="One.\n"))
    window = open_window()
    with qtbot.waitExposed(window):
        window.show()
    return window


def picking(qtbot, window, act):
    """Do what opens the browser to choose from; return it."""
    act()
    browser = window.findChild(QWidget, "photoBrowser")
    qtbot.waitUntil(browser.isVisible)
    assert browser.windowTitle() in {"Choose a photo", "Choose photos"}
    browser.parts.search.setText("nowak")
    browser.grid.enter()
    return browser


def test_the_lead_photo_is_chosen_from_the_library_with_its_words(qtbot, writing):
    button = writing.findChild(QPushButton, "leadPhotoFromLibrary")
    browser = picking(qtbot, writing, button.click)
    assert browser.parts.pick.text() == "Use as lead photo"
    src = browser.grid.chosen_srcs()[0]
    QTest.keyClick(browser.grid, Qt.Key.Key_Return)
    assert not browser.isVisible()
    photo = writing.panes.editor.header.photo
    lines = (photo.alt, photo.caption, photo.credit)
    assert [line.text() for line in lines] == ["Boats", "Boats at noon", "Photo: A. Nowak"]
    assert Browsing(qtbot, writing).dialog.model.summary(0).src == src


def test_a_photo_for_the_text_is_chosen_from_the_library_with_its_words(qtbot, writing):
    body = writing.panes.editor.body
    body.setFocus()
    named = writing.findChild(object, "insertLibraryPhoto")
    browser = picking(qtbot, writing, named.trigger)
    qtbot.mouseClick(browser.parts.pick, LEFT)
    (figure,) = (block for block in body.body().blocks if hasattr(block, "credit"))
    assert (figure.alt, figure.caption[0].text) == ("Boats", "Boats at noon")


def test_choosing_can_be_given_up(qtbot, writing):
    button = writing.findChild(QPushButton, "leadPhotoFromLibrary")
    browser = picking(qtbot, writing, button.click)
    assert browser.parts.close_button.text() == "Cancel"
    QTest.keyClick(browser.grid, Qt.Key.Key_Escape)
    assert not browser.isVisible()
    assert button.isVisible(), "there is no lead photo yet"
    writing.actions_.photos.trigger()
    assert browser.windowTitle() == "Photos"
    assert not browser.parts.pick.isVisible()


def test_without_an_open_item_a_photo_can_be_looked_at_but_not_used(qtbot, writing):
    writing.actions_.trash.trigger()
    browsing = Browsing(qtbot, writing)
    browsing.choose("photo-000.jpg")
    assert not browsing.button("photoAsLeadButton").isEnabled()
    assert not browsing.button("photoIntoTextButton").isEnabled()
    assert browsing.button("photoDetailsButton").isEnabled()


def test_several_photos_become_a_gallery_of_the_open_text(qtbot, writing):
    browsing = Browsing(qtbot, writing)
    browsing.choose("photo-000.jpg")
    assert not browsing.button("photosAsGalleryButton").isEnabled()
    browsing.choose("photo-000.jpg", "photo-001.jpg")
    browsing.click("photosAsGalleryButton")
    blocks = writing.panes.editor.body.body().blocks
    (gallery,) = (block for block in blocks if isinstance(block, Gallery))
    assert sorted(figure.alt for figure in gallery.figures) == ["", "Boats"]
    assert "missing from 1 of 2 photos" in browsing.said()
