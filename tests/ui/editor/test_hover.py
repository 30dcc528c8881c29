"""What words say under the mouse."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from editor_app.body.tree import Abbreviation, Footnote, Language, Link, Mark
from tests.ui.editor.build import paragraph, table, text


def hover(typist, words):
    typist.go(words)
    viewport = typist.editor.viewport()
    point = typist.editor.cursorRect().center() + QPoint(4, 0)
    event = QHelpEvent(QEvent.Type.ToolTip, point, viewport.mapToGlobal(point))
    QApplication.sendEvent(viewport, event)
    return QToolTip.text()


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        (Abbreviation("International Labour Organization"), "International Labour Organization"),
        (Language("fr"), "French"),
        (Link("https://example.org/a"), "https://example.org/a"),
    ],
)
def test_marked_words_say_what_they_stand_for(qtbot, typist, mark, said):
    typist.open(paragraph("Before ", text("marked", mark), " after"))
    assert hover(typist, "marked") == said
    hover(typist, "Before")
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_note_says_its_words(typist):
    note = Footnote((text("The "), text("note", Mark.STRONG), text(" itself")))
    typist.open(paragraph("A claim", note, " goes on"))
    typist.go("A claim", after=True)
    viewport = typist.editor.viewport()
    point = typist.editor.cursorRect().center() + QPoint(4, 0)
    event = QHelpEvent(QEvent.Type.ToolTip, point, viewport.mapToGlobal(point))
    QApplication.sendEvent(viewport, event)
    assert QToolTip.text() == "The note itself"


def test_a_table_from_the_right_says_where_its_first_column_will_stand(typist):
    typist.open(table(("الجزيرة", "الزيارات"), ("ألبا", "26")), language="ar")
    assert hover(typist, "26") == "On the page the first column stands at the right"
