"""What is checked and enabled follows the caret, and nobody is told when nothing has changed."""

import pytest
from PySide6.QtCore import Qt

from editor_app.body.tree import Link, Mark
from editor_app.ui.editor.commands.state import standing_at
from tests.ui.editor.build import (
    box,
    bullets,
    figure,
    head,
    note,
    paragraph,
    passage,
    quote,
    table,
    text,
)

ALL = (
    paragraph("Plain words"),
    paragraph(text("strong", Mark.STRONG), text(" then "), text("linked", Link("#a")), text(".")),
    paragraph(text("Noted"), note("a note"), text(" words")),
    head("Head"),
    bullets("one", "two"),
    quote(paragraph("Said"), by="Her"),
    figure(),
    table(("a", "b"), ("c", "d")),
    box("Title", paragraph("Boxed")),
    passage(paragraph("Dit")),
)


def shown(typist):
    """Return what the actions show, by the names of what may be checked or disabled."""
    standing = standing_at(typist.editor.textCursor())
    named = typist.actions.named
    return (
        {name: named(name).isChecked() for name in standing.checked},
        {name: named(name).isEnabled() for name in standing.enabled},
        named("blockDetails").text(),
        named("unwrapBlock").text(),
    )


def wanted(typist):
    standing = standing_at(typist.editor.textCursor())
    return standing.checked, standing.enabled, standing.details, standing.unwrap


@pytest.fixture
def told(typist):
    """Return a list that grows when the actions say that something has changed."""
    heard = []
    typist.actions.standing_changed.connect(lambda: heard.append(1))
    return heard


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down])
def test_it_is_right_wherever_the_caret_goes(typist, key):
    typist.open(*ALL)
    if key == Qt.Key.Key_Left:
        typist.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    for _ in range(typist.editor.document().characterCount()):
        typist.press(key)
        assert shown(typist) == wanted(typist)


def test_it_is_right_whatever_is_typed_or_selected(typist):
    typist.open(*ALL)
    for number in range(typist.editor.document().blockCount()):
        typist.line(number).type("x y")
        assert shown(typist) == wanted(typist)
        typist.press(Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier, times=2)
        assert shown(typist) == wanted(typist)


def test_letters_of_a_word_change_nothing(typist, told):
    typist.open(paragraph("Words")).line(0).type("a")
    told.clear()
    typist.type("bcdef")
    assert told == []


@pytest.mark.parametrize("name", ["bold", "undo"])
def test_the_letter_after_a_command_is_told_of(typist, told, name):
    typist.open(paragraph("Words")).line(0).type("ab").do(name)
    told.clear()
    typist.type("c")
    assert shown(typist) == wanted(typist)


def test_what_a_click_has_checked_is_put_right_when_nothing_came_of_it(typist):
    typist.open(paragraph("Words")).line(0).type("ab")
    typist.do("paragraph")
    assert shown(typist) == wanted(typist)


def test_a_text_that_is_locked_and_open_again_shows_both(typist):
    typist.open(paragraph("Words")).line(0).type("a")
    typist.editor.setReadOnly(True)
    assert not typist.actions.named("bold").isEnabled()
    typist.editor.setReadOnly(False)
    assert typist.actions.named("bold").isEnabled()
