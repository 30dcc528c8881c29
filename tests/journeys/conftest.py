"""A real window on a real library, driven by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from editor_app.app import build
from editor_app.ui.preview.scheme import register_scheme

register_scheme()  # before any test makes the application


class Desk:
    """What a person does at the window."""

    def __init__(self, qtbot, window):
        self.qtbot, self.window = qtbot, window

    def find(self, name, kind=QWidget):
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def control(self, key, *, shift=False, alt=False):
        modifiers = Qt.KeyboardModifier.ControlModifier
        if shift:
            modifiers |= Qt.KeyboardModifier.ShiftModifier
        if alt:
            modifiers |= Qt.KeyboardModifier.AltModifier
        self.press(key, modifiers)

    def type(self, text):
        for number, line in enumerate(text.split("\n")):
            if number:
                self.press(Qt.Key.Key_Return)
            QTest.keyClicks(QApplication.focusWidget(), line)

    def go_to(self, field):
        """Give a field the focus, by its name or itself."""
        field = self.find(field) if isinstance(field, str) else field
        field.setFocus()
        self.qtbot.waitUntil(lambda: self.is_in(field))

    def is_in(self, field):
        focus = QApplication.focusWidget()
        return focus is field or field.isAncestorOf(focus)

    def dialog(self, name):
        def is_up():
            return any(d.isVisible() for d in self.window.findChildren(QDialog, name))

        self.qtbot.waitUntil(is_up)
        (dialog,) = (d for d in self.window.findChildren(QDialog, name) if d.isVisible())
        dialog.activateWindow()
        self.qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    def agree(self, dialog):
        """Press a dialog's default button with the Return key and go back to the window."""
        with self.qtbot.waitSignal(dialog.accepted):
            self.press(Qt.Key.Key_Return)
        self.come_back()

    def come_back(self):
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def page(self):
        """Return the words of the page in the preview."""
        answers = []
        page = self.window.panes.preview._presenter.engine.page
        page.runJavaScript("document.body.innerText", 1, answers.append)
        self.qtbot.waitUntil(lambda: len(answers) == 1, timeout=20000)
        return answers[0]

    def close(self):
        self.window.close()


@pytest.fixture
def sit_down(qtbot, tmp_path):
    """Return a function that opens a window on a library and waits until it can be used."""
    windows = []

    def open_window(folder):
        window = build(folder, settings=tmp_path / "window.ini")
        windows.append(window)
        with qtbot.waitSignal(window.panes.preview.page_shown, timeout=30000):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return Desk(qtbot, window)

    yield open_window
    for window in windows:
        window.close()
        window.deleteLater()
    QApplication.processEvents()
