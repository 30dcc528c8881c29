"""Another text is shown: where the caret is, who hears of it, and how much of it is laid out."""

from PySide6.QtTest import QTest

from tests.ui.editor.build import paragraph, quote

LONG = [paragraph(f"{number} {'word ' * 60}") for number in range(500)]


def test_the_caret_stands_at_its_start_with_nothing_selected(typist):
    typist.open(*LONG).line(300)
    typist.open(quote(paragraph("First")), *LONG)
    cursor = typist.editor.textCursor()
    assert (cursor.position(), cursor.anchor()) == (0, 0)
    QTest.keyClicks(typist.editor, "A")
    assert typist.editor.body().blocks[0] == quote(paragraph("AFirst"))


def test_the_commands_follow_it_at_once(typist):
    typist.open(paragraph("Words"), *LONG)
    assert not typist.actions.named("quote").isChecked()
    typist.open(quote(paragraph("First")), *LONG)
    assert typist.actions.named("quote").isChecked()
    assert not typist.actions.named("undo").isEnabled()


def test_only_what_shows_of_a_long_text_is_laid_out_at_once(typist):
    typist.editor.resize(600, 600)
    typist.editor.show()
    typist.open(*LONG)
    document = typist.editor.document()
    assert document.firstBlock().layout().lineCount() > 0
    assert document.lastBlock().layout().lineCount() == 0


def test_a_long_text_is_laid_out_to_its_end_when_there_is_time(typist, qtbot):
    typist.editor.resize(600, 600)
    typist.editor.show()
    typist.open(*LONG)
    last = typist.editor.document().lastBlock()
    qtbot.waitUntil(lambda: last.layout().lineCount() > 0)
    typist.go("499 word")
    assert typist.editor.textCursor().block() == last


def test_who_hears_of_the_caret_hears_that_it_is_at_the_start(typist):
    typist.open(*LONG).line(300)
    heard = []
    typist.editor.cursorPositionChanged.connect(
        lambda: heard.append(typist.editor.textCursor().position())
    )
    typist.open(paragraph("Another"))
    assert heard == [0]
