"""Typing in the window's text: the language of the item, and the switch in the menu."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor_app.body.tree import CrossHead, Text


def written(window, keys):
    """Type into an empty text and return what the item says then."""
    body = window.panes.editor.body
    body.selectAll()
    QTest.keyClick(body, Qt.Key.Key_Delete)
    QTest.keyClicks(body, keys)
    return body.body().blocks


@pytest.mark.parametrize(
    ("language", "expected"), [("en", "“So”…"), ("fr", "«\u202fSo\u202f»…"), ("de", "„So“…")]
)
def test_punctuation_is_set_in_the_language_of_the_item(
    open_window, filled, an_item, language, expected
):
    filled(an_item(headline="Flood", language=language))
    (block,) = written(open_window(), '"So"...')
    assert block.content == (Text(expected),)


def test_the_language_of_the_item_may_change(open_window, filled, an_item):
    filled(an_item(headline="Flood", language="en"))
    window = open_window()
    assert written(window, '"a"')[0].content == (Text("“a”"),)
    window.panes.editor.header.field_edited.emit("language", "de")
    assert written(window, '"a"')[0].content == (Text("„a“"),)


def test_markdown_is_converted_in_the_window(window):
    assert written(window, "## Head") == (CrossHead(2, (Text("Head"),)),)


def test_smart_punctuation_is_switched_in_the_menu_and_remembered(open_window):
    window = open_window()
    assert window.actions_.smart_punctuation.isChecked()
    window.actions_.smart_punctuation.trigger()
    assert written(window, '"a"...')[0].content == (Text('"a"...'),)
    window.close()

    again = open_window()
    assert not again.actions_.smart_punctuation.isChecked()
    assert written(again, '"a"')[0].content == (Text('"a"'),)
    again.actions_.smart_punctuation.trigger()
    assert written(again, '"a"')[0].content == (Text("“a”"),)
