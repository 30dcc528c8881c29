"""A whole press text pasted into the headline or the standfirst."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from editor_app.body.tree import ListBlock
from editor_app.ui.wiring_field_pasting import paragraphs_of

CTRL = Qt.KeyboardModifier.ControlModifier
PRESS = "Flood hits Leeds\n\nWater rose in the\nnight.\n\nHelpers came.\n"
NO_BLANK_LINES = f"Flood hits Leeds\r\n{'Water rose in the night. ' * 4}\r\nHelpers came.\r\n"


@pytest.fixture
def shown(filled, an_item, open_window, qtbot):
    """Return a function that opens a window on an item and pastes into one of its fields."""

    def build(**fields):
        filled(an_item(section="News", **fields))
        made = open_window()
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        return made

    return build


@pytest.fixture
def paste(qtbot):
    def act(field, text, html=""):
        data = QMimeData()
        data.setText(text)
        if html:
            data.setHtml(html)
        QGuiApplication.clipboard().setMimeData(data)
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        qtbot.keyClick(field, Qt.Key.Key_V, CTRL)

    yield act
    QGuiApplication.clipboard().clear()


def button(window):
    return next(b for b in window.notices.findChildren(QPushButton) if not b.isHidden())


@pytest.mark.parametrize("name", ["headline", "standfirst"])
def test_the_rest_of_a_text_goes_into_the_empty_text(qtbot, shown, paste, name):
    window = shown(body="")
    field, body = getattr(window.panes.editor.header, name), window.panes.editor.body
    paste(field, PRESS)
    assert field.text() == "Flood hits Leeds"
    assert body.toPlainText() == "Water rose in the night.\nHelpers came."
    assert field.hasFocus()
    assert window.notices.words.text() == (
        f"The first paragraph went into the {name}, the other 2 into the text."
    )
    qtbot.mouseClick(button(window), Qt.MouseButton.LeftButton)
    assert field.text() == ""
    assert body.toPlainText() == ""


def test_lines_without_blank_ones_between_are_paragraphs(shown, paste):
    window = shown(body="")
    paste(window.panes.editor.header.headline, NO_BLANK_LINES)
    assert window.panes.editor.header.headline.text() == "Flood hits Leeds"
    assert len(window.panes.editor.body.body().blocks) == 2


def test_the_rest_comes_with_its_lists(shown, paste):
    window = shown(body="")
    html = "<h1>Flood hits Leeds</h1><p>It brought:</p><ul><li>rain</li><li>wind</li></ul>"
    paste(
        window.panes.editor.header.headline, "Flood hits Leeds\n\nIt brought:\n\nrain\n\nwind", html
    )
    assert window.panes.editor.header.headline.text() == "Flood hits Leeds"
    assert isinstance(window.panes.editor.body.body().blocks[1], ListBlock)


def test_a_text_that_is_there_is_left_alone_and_the_rest_is_offered(qtbot, shown, paste):
    window = shown(body="It rained.")
    header, body = window.panes.editor.header, window.panes.editor.body
    paste(header.headline, PRESS)
    assert header.headline.text() == "Flood hits Leeds"
    assert body.toPlainText() == "It rained."
    assert "the other 2 were not" in window.notices.words.text()
    body.set_caret(len("It rained."))
    qtbot.mouseClick(button(window), Qt.MouseButton.LeftButton)
    assert "Helpers came." in body.toPlainText()
    assert body.toPlainText().startswith("It rained.")


def test_undo_is_offered_no_more_when_the_words_have_changed(qtbot, shown, paste):
    window = shown(body="")
    paste(window.panes.editor.header.headline, PRESS)
    qtbot.keyClicks(window.panes.editor.header.headline, "!")
    assert not [b for b in window.notices.findChildren(QPushButton) if not b.isHidden()]


def test_nothing_is_offered_any_more_when_another_item_is_opened(shown, paste):
    window = shown(body="It rained.")
    paste(window.panes.editor.header.headline, PRESS)
    window.actions_.new.trigger()
    assert not window.notices.isVisible()


def test_one_line_is_pasted_as_it_is(shown, paste):
    window = shown(body="")
    paste(window.panes.editor.header.headline, "Flood\nhits\nLeeds\n")
    assert window.panes.editor.header.headline.text() == "Flood hits Leeds"
    assert not window.notices.isVisible()


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("", []),
        ("\n One \n", ["One"]),
        ("One\ntwo", ["One two"]),
        ("One\n \ntwo\nthree", ["One", "two three"]),
        ("One\u2029two", ["One", "two"]),
        (f"One\n{'x' * 70}", ["One", "x" * 70]),
    ],
)
def test_paragraphs_are_told_from_broken_lines(text, paragraphs):
    assert paragraphs_of(text, most=65) == paragraphs
