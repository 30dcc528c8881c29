"""Galleries in the window: chosen from the library, dropped, and offered for several photos."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton

from editor_app.body.tree import Figure, Gallery, Paragraph
from tests.builders import a_photo, an_item
from tests.ui.photos.browsing import WORDS, Browsing, add_items, add_photos
from tests.ui.photos.test_photo_intake import LEFT, dragged, drop


@pytest.fixture
def srcs(folder):
    """Return three photos of a library, the first with words of its own."""
    add_items(folder, an_item(headline="Ferries", body="One.\n\nTwo.\n", language="en"))
    return add_photos(folder, 3, words=[WORDS])


@pytest.fixture
def window(srcs, qtbot, open_window):
    made = open_window()
    with qtbot.waitExposed(made):
        made.show()
    body = made.panes.editor.body
    body.setFocus()
    body.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    return made


def body_of(window):
    return window.panes.editor.body


def kinds(window):
    return [type(block) for block in body_of(window).body().blocks]


def said(window):
    return window.notices.words.text()


def choice(window, words):
    buttons = window.notices.findChildren(QPushButton)
    return next(button for button in buttons if button.text() == words and button.isVisible())


class Picking(Browsing):
    """What a person does at the browser that was opened to choose photos."""

    def __init__(self, qtbot, window):
        self.qtbot, self.window = qtbot, window
        self.dialog = window.findChild(QDialog, "photoBrowser")
        qtbot.waitUntil(self.dialog.isVisible)
        self.parts, self.grid = self.dialog.parts, self.dialog.grid


def pick(qtbot, window, *names):
    """Ask for a gallery and choose photos of the library for it; return the button's words."""
    QTest.keyClick(body_of(window), Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier | ALT)
    picking = Picking(qtbot, window)
    picking.choose(*names)
    buttons = picking.dialog.findChildren(QPushButton)
    button = next(b for b in buttons if "allery" in b.text() and b.objectName() != BESIDE)
    words = button.text()
    qtbot.mouseClick(button, LEFT)
    return words


BESIDE = "photosAsGalleryButton"  # the browser's own, which is no answer to the question
ALT = Qt.KeyboardModifier.AltModifier


def test_photos_chosen_in_the_library_become_a_gallery_with_their_own_words(qtbot, window, srcs):
    assert "gallery" in pick(qtbot, window, "photo-000.jpg", "photo-001.jpg")
    first, gallery, _last = body_of(window).body().blocks
    assert isinstance(first, Paragraph)
    assert {figure.src for figure in gallery.figures} == set(srcs[:2])
    worded = next(figure for figure in gallery.figures if figure.src == srcs[0])
    assert (worded.alt, worded.credit[0].text) == (WORDS.alt, WORDS.credit)
    assert said(window) == (
        "The gallery is in the text. Alt text or credit is still missing from 1 of 2 photos."
    )
    body_of(window).undo()
    assert kinds(window) == [Paragraph, Paragraph]


def test_at_a_gallery_the_chosen_photos_join_it(qtbot, window, srcs):
    pick(qtbot, window, "photo-000.jpg", "photo-001.jpg")
    body = body_of(window)
    body.setTextCursor(QTextCursor(body.document().findBlockByNumber(1)))
    action = next(one for one in body.actions() if one.objectName() == "insertGallery")
    assert action.text() == "Add photos to the gallery…"
    assert "Add to the gallery" in pick(qtbot, window, "photo-002.jpg")
    gallery = body.body().blocks[1]
    assert gallery.figures[0].src == srcs[2]
    assert len(gallery.figures) == 3


def test_several_photos_dropped_into_the_text_can_be_made_a_gallery(qtbot, window, tmp_path):
    paths = []
    for number, colour in enumerate(("silver", "gold", "pink")):
        paths.append(tmp_path / f"{number}.jpg")
        paths[-1].write_bytes(a_photo(colour=colour))
    body = body_of(window)
    drop(body.viewport(), dragged(*paths))
    qtbot.waitUntil(lambda: kinds(window).count(Figure) == 3, timeout=20_000)
    assert kinds(window) == [Figure, Figure, Figure, Paragraph, Paragraph]
    assert said(window) == "The photos are in the text."
    qtbot.mouseClick(choice(window, "Make them a gallery"), LEFT)
    assert kinds(window) == [Gallery, Paragraph, Paragraph]
    body.undo()
    assert kinds(window) == [Figure, Figure, Figure, Paragraph, Paragraph]
    body.undo()
    assert kinds(window) == [Paragraph, Paragraph]


def test_photos_changed_meanwhile_are_not_made_a_gallery(qtbot, window, tmp_path):
    paths = [tmp_path / name for name in ("a.jpg", "b.jpg")]
    for path, colour in zip(paths, ("silver", "gold"), strict=True):
        path.write_bytes(a_photo(colour=colour))
    body_of(window).pictures_received.emit(paths)
    qtbot.waitUntil(lambda: kinds(window).count(Figure) == 2, timeout=20_000)
    offer = choice(window, "Make them a gallery")
    body = body_of(window)
    body.setTextCursor(QTextCursor(body.document().findBlockByNumber(1)))
    QTest.keyClick(body, Qt.Key.Key_Delete)
    QTest.keyClick(body, Qt.Key.Key_Delete)
    qtbot.mouseClick(offer, LEFT)
    assert Gallery not in kinds(window)


def test_the_form_of_a_photo_in_a_gallery_asks_for_no_place(qtbot, window):
    pick(qtbot, window, "photo-000.jpg")
    body_of(window).figure_opened.emit(2)
    form = window.findChild(QDialog, "photoForm")
    qtbot.waitUntil(form.isVisible)
    assert not form.findChild(object, "figureSetting").isVisible()
    form.reject()


def test_the_gallery_is_where_photos_are_put_in(window):
    offered = [action.objectName() for action in window.menuBar().actions()[2].menu().actions()]
    assert "insertGallery" in offered
