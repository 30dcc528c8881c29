"""Photos on record, and the form of one as a person has it before them."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from editor_app.media.photo import inspect
from editor_app.media.photo_record import PhotoRecord
from editor_app.model.photo_words import FoundWord, Origin
from editor_app.ui.look.look import Look
from editor_app.ui.photos.form import PhotoForm, PhotoInQuestion
from editor_app.ui.photos.use import PhotoUseWords
from tests.builders import a_photo

NO_KEYS = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def look(qapp):
    made = Look(qapp)
    yield made
    made.let_go()


def found(field, value, origin=Origin.XMP, language=""):
    return FoundWord(field=field, value=value, origin=origin, language=language)


def a_record(width=1800, height=1200, **fields):
    """Return the record of a photo, naming only what matters."""
    usual = {"name": "quay.jpg", "added_at": datetime(2026, 3, 2, tzinfo=UTC)}
    return PhotoRecord(photo=inspect(a_photo(width, height)), **usual | fields)


class Sitting:
    """A form and what a person does in it."""

    def __init__(self, qtbot, form):
        self.qtbot, self.form = qtbot, form
        self.words, self.uses = [], []
        form.words_edited.connect(self.words.append)
        form.use_edited.connect(self.uses.append)

    def find(self, name, kind=QWidget):
        (part,) = self.form.findChildren(kind, name)
        return part

    def go_to(self, name):
        part = self.find(name)
        part.setFocus(Qt.FocusReason.TabFocusReason)
        self.qtbot.waitUntil(part.hasFocus)
        return part

    def press(self, key, modifiers=NO_KEYS, times=1):
        for _ in range(times):
            QTest.keyClick(self.form.focusWidget(), key, modifiers)

    def write(self, name, words):
        part = self.go_to(name)
        part.selectAll()
        self.press(Qt.Key.Key_Delete)
        for letter in words:  # QTest knows only those of a western keyboard
            key = QKeyEvent(QKeyEvent.Type.KeyPress, 0, NO_KEYS, letter)
            QApplication.sendEvent(part, key)

    def click(self, name):
        QTest.mouseClick(self.find(name), Qt.MouseButton.LeftButton)

    def save(self):
        (button,) = (one for one in self.form.buttons.buttons() if one.isDefault())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def drag(self, start, by):
        """Drag something on the photo by shares of its sides."""
        view = self.form.crop.view
        area = view.picture_area()
        end = start.toPoint()
        end.setX(end.x() + round(by[0] * area.width()))
        end.setY(end.y() + round(by[1] * area.height()))
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(view, left, NO_KEYS, start.toPoint())
        QTest.mouseMove(view, (start.toPoint() + end) / 2)
        QTest.mouseMove(view, end)
        QTest.mouseRelease(view, left, NO_KEYS, end)


@pytest.fixture
def sit_at(qtbot, look):
    """Return a function that opens the form of a photo."""

    def sit(record, use=None, language="en-GB"):
        shown = PhotoInQuestion(record=record, use=use, language=language)
        form = PhotoForm(shown, look, lambda: date(2026, 3, 2))
        qtbot.addWidget(form, before_close_func=lambda one: one.done(0))
        form.setStyleSheet(look.style_sheet())
        form.show_image(QImage(180, 120, QImage.Format.Format_RGB32))
        form.show()
        form.activateWindow()
        qtbot.waitUntil(form.isActiveWindow)
        return Sitting(qtbot, form)

    return sit


@pytest.fixture
def a_use():
    """Return a builder of the words of a photo in an item."""

    def build(**fields):
        usual = {"alt": "A quay", "caption": "On Monday.", "credit": "Lena Okafor"}
        return PhotoUseWords(**usual | fields)

    return build
