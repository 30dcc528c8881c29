"""Both sides at random: whatever is typed on either, they say the same, and nothing is lost."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor_app.background.threads import Background
from editor_app.body import read_markdown, write_markdown
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.look import light_look
from editor_app.ui.editor.source.pane import SourcePane
from editor_app.ui.editor.source.view import Shown, SourceView

TEXT = (
    "First *paragraph* of __all__ with [a link][x].\n\n\n## Head\n\n"
    "* one\n* two\n\n> said\n>\n> -- Somebody\n\n| a | b |\n| - | -: |\n| 1 | 2 |\n\n"
    "<div>kept &amp; locked</div>\n\n::: fact-box About\nIts words.\n:::\n\n[x]: https://e.org\n"
)
PIECES = (
    *("word ", "\n\n", "**b**", "*", "_", "[", "](", "x](https://e.org)", "\n> q\n", "\n- i\n"),
    *("\n## h\n", "|", "\n:::\n", "\n::: fact-box T\n", "<b>", "</div>", "`", "&amp;", "&#", "\\"),
    *(
        "\u00a0",
        "🎉",
        "نص",
        "e\u0301",
        "    ",
        "\n\n[x]: https://f.org\n\n",
        "^[a note]",
        "~",
        "---",
    ),
)
KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Tab)


class Both:
    """A rich text and its Markdown side by side, and what the session was handed."""

    def __init__(self, qtbot):
        self.editor = BodyEditor()
        self.background = Background()
        self.pane = SourcePane(light_look())
        self.kept = None
        self.view = SourceView(self.editor, self.pane, self.background, keep=self.keep)
        self.editor.body_edited.connect(self.keep)
        for widget in (self.editor, self.pane):
            qtbot.addWidget(widget)
            widget.resize(500, 400)
        self.editor.show()

    def keep(self, body):
        self.kept = body

    def open(self, text, shown):
        body = read_markdown(text)
        self.kept = body
        self.editor.show_body(body, language="en")
        self.view.show(shown)

    def type_markdown(self, chance):
        self.pane.field.go_to(chance.randrange(len(self.pane.field.markdown()) + 1))
        for _ in range(chance.randrange(3)):
            QTest.keyClick(self.pane.field, Qt.Key.Key_Delete)
        self.pane.field.insertPlainText(chance.choice(PIECES))

    def type_rich(self, chance):
        document = self.editor.document()
        self.editor.set_caret(chance.randrange(document.characterCount()))
        if chance.random() < 0.5:
            QTest.keyClicks(self.editor, chance.choice(("x", "yz ", "- ", "**q** ")))
        else:
            QTest.keyClick(self.editor, chance.choice(KEYS))


@pytest.fixture
def both(qtbot):
    made = Both(qtbot)
    yield made
    made.view.put_away()
    made.background.close()


@pytest.mark.parametrize("seed", range(30))
def test_typing_on_either_side_at_random_keeps_both_the_same(both, seed):
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    both.open(TEXT, Shown.BESIDE)
    for _ in range(12):
        if chance.random() < 0.6:
            both.type_markdown(chance)
            typed = both.pane.field.markdown()
            both.view.flush()
            read = read_markdown(typed)
            assert both.editor.body().blocks == read.blocks
            assert write_markdown(both.kept) == typed
        else:
            both.type_rich(chance)
            both.view._rewrite()
            assert read_markdown(both.pane.field.markdown()).blocks == both.editor.body().blocks
    while both.editor.document().isUndoAvailable():
        both.editor.undo()
    assert both.editor.body() == read_markdown(TEXT)


@pytest.mark.parametrize("seed", range(30))
def test_what_is_typed_instead_is_kept_to_the_letter_and_one_step(both, seed):
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    both.open(TEXT, Shown.INSTEAD)
    for _ in range(10):
        both.type_markdown(chance)
        both.view.flush()
        assert write_markdown(both.kept) == both.pane.field.markdown()
    typed = both.pane.field.markdown()
    both.view.show(Shown.NOT)
    assert both.editor.body().blocks == read_markdown(typed).blocks
    assert write_markdown(both.kept) == typed
    both.editor.undo()
    assert both.editor.body() == read_markdown(TEXT)
