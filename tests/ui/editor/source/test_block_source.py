"""The Markdown of one block in its dialog."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from editor_app.body import read_markdown, write_markdown
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.source.block import BlockDialog, edit_block

TEXT = (
    "First __one__.\n\n* a\n* b\n\n<div>locked &amp; kept</div>\n\n"
    "| a | b |\n| - | - |\n| 1 | 2 |\n\nSee [here][x].\n\n[x]: https://e.org\n"
)


@pytest.fixture
def editor(qtbot):
    made = BodyEditor()
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    made.show_body(read_markdown(TEXT), language="en")
    return made


def opened(editor, words):
    """Open the dialog for the block that has some words."""
    found = editor.document().find(words)
    editor.set_caret(found.selectionStart())
    edit_block(editor)
    (dialog,) = (d for d in editor.findChildren(BlockDialog) if d.isVisible())
    return dialog


def accept(dialog):
    QTest.mouseClick(
        dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok),
        Qt.MouseButton.LeftButton,
    )


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("First", "First __one__."),
        ("b", "* a\n* b"),
        ("locked", "<div>locked &amp; kept</div>"),
        ("2", "| a | b |\n| - | - |\n| 1 | 2 |"),
        ("See", "See [here][x]."),
    ],
)
def test_a_block_is_shown_as_it_was_typed(editor, words, source):
    dialog = opened(editor, words)
    assert dialog.field.markdown() == source
    dialog.reject()


def test_a_locked_block_is_changed_in_one_undo_step(editor):
    dialog = opened(editor, "locked")
    dialog.field.selectAll()
    QTest.keyClicks(dialog.field, "<p>open</p>")
    accept(dialog)
    changed = TEXT.replace("<div>locked &amp; kept</div>", "<p>open</p>")
    assert write_markdown(editor.body()) == changed
    editor.undo()
    assert write_markdown(editor.body()) == TEXT
    assert not editor.document().isUndoAvailable()


def test_a_block_may_become_several_or_none(editor):
    dialog = opened(editor, "First")
    dialog.field.selectAll()
    QTest.keyClicks(dialog.field, "## Head")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.field, "Words *so*.")
    accept(dialog)
    assert write_markdown(editor.body()).startswith("## Head\nWords *so*.\n\n* a\n* b\n")
    dialog = opened(editor, "Head")
    dialog.field.selectAll()
    QTest.keyClick(dialog.field, Qt.Key.Key_Delete)
    accept(dialog)
    assert write_markdown(editor.body()).startswith("Words *so*.")


def test_what_is_cancelled_changes_nothing(editor, qtbot):
    dialog = opened(editor, "First")
    QTest.keyClicks(dialog.field, "More")
    with qtbot.assertNotEmitted(editor.body_edited):
        QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert write_markdown(editor.body()) == TEXT


def test_a_mistake_in_a_block_is_said(editor, qtbot):
    dialog = opened(editor, "First")
    dialog.field.selectAll()
    QTest.keyClicks(dialog.field, "::: fact-box About")
    qtbot.waitUntil(lambda: "not closed" in dialog.problem.text())
    dialog.reject()


def test_nothing_is_put_in_that_is_too_long(editor):
    dialog = opened(editor, "First")
    dialog.field.setPlainText("x" * 100_001)
    accept(dialog)
    assert dialog.isVisible()
    assert "too long" in dialog.problem.text()
    dialog.reject()


def test_a_block_that_comes_to_stand_right_after_a_table_goes_there(editor):
    dialog = opened(editor, "2")
    QTest.keyClick(dialog.field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    for _ in range(2):
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.field, "<p>new</p>")
    accept(dialog)
    assert write_markdown(editor.body()) == TEXT.replace("| 2 |\n", "| 2 |\n\n<p>new</p>\n")
    editor.undo()
    assert write_markdown(editor.body()) == TEXT


def test_a_definition_with_html_in_it_is_read_and_written(editor):
    text = "See [this][x] and [that].\n\n[x]: https://<b>e.org\n\nLast.\n"
    body = read_markdown(text)
    editor.show_body(body, language="en")
    QTest.keyClicks(editor, "New. ")
    assert write_markdown(editor.body()).endswith("[x]: https://<b>e.org\n\nLast.\n")
