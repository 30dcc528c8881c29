"""Any stretch of a text can be deleted or typed over: nothing half is left, and undo leads back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from editor_app.ui.editor.document import read
from tests.ui.editor.build import (
    box,
    bullets,
    card,
    figure,
    paragraph,
    passage,
    pull_quote,
    quote,
    table,
)
from tests.ui.editor.shapes import flaws

TEXTS = {
    "figure": (paragraph("ab"), figure("C", "D"), paragraph("e")),
    "pull quote": (bullets("a"), pull_quote("bc", "d", "e"), paragraph("f")),
    "box": (paragraph("a"), box("bc", "d", bullets("e"), card()), paragraph("f")),
    "quote": (paragraph("a"), quote("b", "c", by="de"), paragraph("f")),
    "boxes": (box("a", "b"), box("c", table(("d",), ("e",)), "f")),
    "neighbours": (quote("a", by="b"), pull_quote("c"), figure("", "")),
    "photos": (pull_quote("a"), box("b", figure("", ""), figure("", "c"), "d")),
    "passage": (passage("a", "b", quote("c", by="d")), card(), box("", "e")),
}


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("typed", ["", "x"])
def test_any_selection_can_go(typist, name, typed):
    blocks = TEXTS[name]
    editor = typist.open(*blocks).editor
    size = editor.document().characterCount()
    for start in range(size - 1):
        for end in range(start + 1, size):
            _select(editor, start, end)
            if typed:
                typist.type(typed)
            else:
                typist.press(Qt.Key.Key_Delete)
            assert read(editor.document()).blocks == typist.blocks
            assert not flaws(editor.tracker().lines()), (start, end)
            while editor.document().isUndoAvailable():
                editor.undo()
            assert typist.blocks == blocks


def _select(editor, start, end):
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
