"""What the real window is busy with when it is killed: somebody types in it, or closes it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from editor_app import app
from tests.faults.phases import Phase, word

_MODIFIER = Qt.KeyboardModifier.ControlModifier
_EVERY = 40  # milliseconds between two looks for the window


class Writer:
    """Waits for the window, then presses keys in it: words, new lines, bold, the headline."""

    def __init__(self, place, chance, application, *, words=0, then=lambda _window: None):
        self._place, self._chance, self._application = place, chance, application
        self._left, self._then = words, then
        self._typed, self._window = 0, None
        self._timer = QTimer(singleShot=True)
        self._timer.timeout.connect(self._turn)
        self._timer.start(_EVERY)

    def _turn(self):
        if self._window is None:
            self._find()
            self._timer.start(_EVERY)
            return
        self._type()
        if self._typed == self._left:
            self._then(self._window)
        else:
            self._timer.start(self._chance.choice((5, 20, 60, 120, 900)))

    def _find(self):
        for one in self._application.topLevelWidgets():
            if one.objectName() == "mainWindow" and one.panes.editor.body.isVisible():
                self._window = one
                body = one.panes.editor.body
                body.setFocus()
                QTest.keyClick(body, Qt.Key.Key_End, _MODIFIER)
                QTest.keyClick(body, Qt.Key.Key_Return)

    def _type(self):
        self._typed += 1
        body = self._window.panes.editor.body
        place = body
        if self._chance.random() < 0.1:
            place = self._window.panes.editor.header.headline
        elif self._chance.random() < 0.1:
            QTest.keyClick(body, Qt.Key.Key_Return)
        elif self._chance.random() < 0.1:
            QTest.keyClick(body, Qt.Key.Key_B, _MODIFIER)
        place.setFocus()
        QTest.keyClick(place, Qt.Key.Key_End, _MODIFIER)
        QTest.keyClicks(place, f" {word(self._typed)} ")
        self._place.note(word=self._typed)


def writing(place, chance, ready):
    """Type in the window from the moment it is there."""
    application = app.application()
    writer = Writer(place, chance, application)
    ready()
    app.run_window(place.library)
    del writer


def leaving(place, chance, ready):
    """Type some words in the window and close it."""
    application = app.application()

    def close(window):
        ready()
        window.close()

    writer = Writer(place, chance, application, words=chance.randint(3, 25), then=close)
    app.run_window(place.library)
    place.note(closed=True)
    del writer


PHASES = {
    "window": Phase(writing, latest=9.0, operations=120),
    "window closing": Phase(leaving, latest=0.6, operations=12),
}
