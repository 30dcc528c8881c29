"""A find bar over an editor to type in, with a field over it as an item has them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget

from editor_app.body.tree import Body
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.finding.bar import FindBar
from editor_app.ui.editor.finding.find_replace import FindReplace
from editor_app.ui.editor.finding.surfaces import BodySurface, PlainSurface
from editor_app.ui.look.icons import Icons
from editor_app.ui.look.tokens import LIGHT


def fill(field, words):
    """Type words into a field, in place of what is selected there."""
    if not words:
        QTest.keyClick(field, Qt.Key.Key_Delete)
    for letter in words:
        if letter.isascii():
            QTest.keyClicks(field, letter)
        else:  # QTest knows no key for it
            field.insert(letter)


class Seeker:
    """Somebody who looks for words with the keyboard."""

    def __init__(self, qtbot):
        self.qtbot = qtbot
        self.whole = QWidget()
        self.headline = QPlainTextEdit(self.whole)
        self.editor = BodyEditor(parent=self.whole)
        self.bar = FindBar(Icons(lambda: LIGHT), parent=self.whole)
        self.language = "en"
        self.finding = FindReplace(
            self.bar, language=lambda: self.language, reveal=lambda _editor: None, parent=self.whole
        )
        layout = QVBoxLayout(self.whole)
        for part in (self.bar, self.headline, self.editor):
            layout.addWidget(part)
        self.headline.setFixedHeight(60)
        self.finding.use([PlainSurface(self.headline), BodySurface(self.editor)])
        self.whole.resize(700, 600)

    def open(self, *blocks, headline=""):
        self.headline.setPlainText(headline)
        self.editor.show_body(Body(blocks), language=self.language)
        self.editor.setFocus()
        return self

    def find(self, words, *switches, replace=None):
        self.finding.open(with_replace=replace is not None)
        for name in switches:
            self.bar.switches[name].click()
        self.bar.words.selectAll()
        fill(self.bar.words, words)
        if replace is not None:
            self.bar.replacement.selectAll()
            fill(self.bar.replacement, replace)
        return self.wait()

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)
        return self.wait()

    def wait(self):
        """Let a search come to its end, which is at once where nothing else runs."""
        self.qtbot.waitUntil(lambda: "+" not in self.bar.count.text())
        return self

    @property
    def count(self):
        self.wait()
        return self.bar.count.text()

    @property
    def selected(self):
        return self.editor.textCursor().selectedText()

    @property
    def place(self):
        return self.editor.textCursor().selectionStart()

    @property
    def blocks(self):
        return self.editor.body().blocks


@pytest.fixture
def seeker(qtbot):
    made = Seeker(qtbot)
    qtbot.addWidget(made.whole)
    with qtbot.waitExposed(made.whole):
        made.whole.show()
    made.whole.activateWindow()
    qtbot.waitUntil(made.whole.isActiveWindow)
    return made
