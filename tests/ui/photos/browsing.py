"""A window on a library with photos, and its Photos browser, as a person uses them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton

from editor_app.model.photo_words import PhotoWords
from editor_app.store.library import Library
from tests.builders import THEN, a_library, a_photo

COLOURS = ("teal", "maroon", "navy", "olive", "indigo", "tomato", "orchid", "peru")
WORDS = PhotoWords(alt="Boats", caption="Boats at noon", credit="Photo: A. Nowak", licence="agency")


def add_photos(folder, number, *, width=1400, words=None):
    """Add photos of one colour each to a library that is not open; return their paths."""
    with Library.open(folder, clock=lambda: THEN) as library:
        srcs = []
        for at in range(number):
            data = a_photo(width=width + at // len(COLOURS), colour=COLOURS[at % len(COLOURS)])
            srcs.append(library.photos.add(data, name=f"photo-{at:03d}.jpg").src)
        for src, typed in zip(srcs, words or (), strict=False):
            library.photos.save_words(src, typed)
        return srcs


def add_items(folder, *items):
    """Add items to a library that is not open."""
    a_library(folder, *items).close()


class Browsing:
    """What a person does at the Photos browser."""

    def __init__(self, qtbot, window):
        self.qtbot, self.window = qtbot, window
        window.actions_.photos.trigger()
        self.dialog = window.findChild(QDialog, "photoBrowser")
        qtbot.waitUntil(self.dialog.isVisible)
        self.parts, self.grid = self.dialog.parts, self.dialog.grid

    def names(self):
        """Return the names of the photos that are shown."""
        model = self.dialog.model
        return [model.data(model.index(row, 0)) for row in range(model.rowCount())]

    def choose(self, *names):
        """Choose photos with the mouse: the first, then others beside it."""
        modifiers = Qt.KeyboardModifier.NoModifier
        for name in names:
            index = self.dialog.model.index(self.names().index(name), 0)
            self.grid.scrollTo(index)
            place = self.grid.visualRect(index).center()
            button = Qt.MouseButton.LeftButton
            QTest.mouseClick(self.grid.viewport(), button, modifiers, place)
            modifiers = Qt.KeyboardModifier.ControlModifier

    def chosen(self):
        """Return the names of the photos that are chosen."""
        model = self.dialog.model
        rows = [model.row_of(src) for src in self.grid.chosen_srcs()]
        return [model.data(model.index(row, 0)) for row in rows]

    def button(self, name):
        """Return a button of the browser."""
        return self.dialog.findChild(QPushButton, name)

    def click(self, name):
        """Click a button of the browser."""
        self.qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def said(self):
        """Return the notice of the browser."""
        return self.parts.notices.words.text()

    def wait_for(self, words):
        """Wait until the browser says something."""
        self.qtbot.waitUntil(lambda: words in self.said(), timeout=20_000)

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        """Press a key where the keyboard is."""
        QTest.keyClick(self.dialog.focusWidget() or self.dialog, key, modifiers)
