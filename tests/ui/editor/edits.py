"""Steps of an edit, as somebody with a keyboard and the commands takes them, drawn at random."""

from functools import partial

from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from editor_app.body.normal import normalised
from editor_app.body.read import read_markdown
from editor_app.body.tree import (
    Abbreviation,
    Card,
    CardKind,
    Direction,
    Figure,
    Language,
    Link,
    Setting,
    Text,
)
from editor_app.body.write import write_markdown
from editor_app.ui.editor import (
    blocks,
    cards,
    containers,
    figures,
    footnotes,
    galleries,
    table_details,
    tables,
)
from editor_app.ui.editor.document import read
from editor_app.ui.editor.lines import line_path
from editor_app.ui.editor.marks import set_link, set_said
from editor_app.ui.editor.moving import move_block
from tests.ui.editor.shapes import flaws

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
KEYS = [
    (Qt.Key.Key_Return, NONE),
    (Qt.Key.Key_Return, SHIFT),
    (Qt.Key.Key_Backspace, NONE),
    (Qt.Key.Key_Delete, NONE),
    (Qt.Key.Key_Backspace, CTRL),
    (Qt.Key.Key_Delete, CTRL),
    (Qt.Key.Key_Tab, NONE),
    (Qt.Key.Key_Backtab, SHIFT),
]
ENDS = [Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Down]
ACTIONS = (
    *("bold", "italic", "strike", "superscript", "inlineCode", "clearFormatting"),
    *("bulletList", "numberedList", "bulletList", "numberedList", "quote", "quote"),
    *("paragraph", "crossHead", "crossHead3", "insertSeparator", "insertTable"),
    *("rowAbove", "rowBelow", "columnBefore", "columnAfter", "alignColumn"),
    *("deleteRow", "deleteColumn", "deleteTable", "undo", "undo", "redo"),
)
_WORDS = (Text("note "), Text("words"))


def _change_card(cursor):
    placed = cards.card_at(cursor.block())
    if placed is not None:
        cards.change_card(cursor, placed, Card(CardKind.CONTACT, ("Ann", "", "", "a@b.org", "")))


def _change_footnote(cursor, content):
    notes = footnotes.footnotes_of(cursor.document())
    if notes:
        footnotes.change_footnote(cursor, notes[-1], content)


def _on_container(cursor, command, *, depth):
    """Do something with a container round the caret: the outermost one, or the innermost."""
    path = line_path(cursor.block())
    if path:
        command(cursor, path[:1] if depth == "outer" else path)


def _unwrap(cursor, path):
    if blocks.can_unwrap(path):
        blocks.unwrap(cursor, path)


def _in_table(cursor, command):
    if cursor.currentTable() is not None:
        command(cursor)


FIGURES = (
    Figure("media/a.jpg", "alt", "", (Text("Caption"),), ()),
    Figure("media/b.jpg", "", "", (), (Text("Credit"),), Setting.RIGHT, is_decorative=True),
)
CALLS = {
    **{
        f"{name} {depth}": partial(_on_container, command=command, depth=depth)
        for name, command in {
            "double": blocks.duplicate_unit,
            "remove": blocks.remove_unit,
            "unwrap": _unwrap,
            "turn": blocks.turn,
            "move": lambda cursor, path: move_block(cursor, up=True, whole=path),
        }.items()
        for depth in ("outer", "inner")
    },
    "double": blocks.duplicate_unit,
    "remove": blocks.remove_unit,
    **{
        f"{command.__name__} {by}": partial(_in_table, command=partial(command, by=by))
        for command in (tables.move_row, tables.move_column)
        for by in (-1, 1)
    },
    "set": partial(figures.set_setting, setting=Setting.LEFT),
    "decorative": figures.toggle_decorative,
    "fact box": containers.make_fact_box,
    "gallery": partial(galleries.insert_gallery, figures=FIGURES),
    "gallery of chosen": galleries.make_gallery,
    "into gallery": partial(galleries.add_photos, figures=FIGURES[:1]),
    "out of gallery": galleries.take_out_of_gallery,
    "no gallery": galleries.dissolve_gallery,
    "unwrap": containers.unwrap_box,
    "pull quote": containers.insert_pull_quote,
    "passage": partial(containers.set_passage, language="ar", direction=Direction.RIGHT_TO_LEFT),
    "other passage": partial(containers.set_passage, language="fr", direction=Direction.NONE),
    "no passage": containers.clear_passage,
    "attribution": containers.add_attribution,
    "said by": partial(containers.set_attribution, content=(Text("Maria"),)),
    "card": partial(cards.insert_card, card=Card(CardKind.EMBED, ("A film", "Them", ""))),
    "other card": _change_card,
    "footnote": partial(footnotes.insert_footnote, content=_WORDS),
    "other footnote": partial(_change_footnote, content=(Text("other"),)),
    "no footnote": partial(_change_footnote, content=()),
    "table details": partial(
        table_details.set_table_details, caption=(Text("Caption"),), has_header_column=True
    ),
    "no table details": partial(
        table_details.set_table_details, caption=(), has_header_column=False
    ),
    "up": partial(move_block, up=True),
    "down": partial(move_block, up=False),
    "link": partial(set_link, link=Link("https://example.org/")),
    "language": partial(set_said, kind=Language, mark=Language("fr")),
    "abbreviation": partial(
        set_said, kind=Abbreviation, mark=Abbreviation("International Labour Organization")
    ),
}
places = st.integers(0, 10_000)
_typed = st.sampled_from(["x", "ab ", " ", "é", "*", "1. ", "-- ", ": ", "::: ", "^[", "word"])
_steps = {
    "type": _typed,
    "key": st.sampled_from(KEYS),
    "walk": st.sampled_from(ENDS),
    "go": places,
    "select": st.tuples(places, st.integers(1, 60)),
    "do": st.sampled_from(ACTIONS),
    "call": st.sampled_from(sorted(CALLS)),
    "copy": places,
    "cut": places,
    "figure": st.sampled_from(FIGURES),
}
_OFTEN = ("type", "type", "key", "key", "key", "go", "select", "do", "do", "call", "call", "call")
steps = st.sampled_from([*_OFTEN, *_steps]).flatmap(
    lambda kind: st.tuples(st.just(kind), _steps[kind])
)


def take(writer, step):
    """Do one step of an edit."""
    kind, what = step
    editor = writer.editor
    if kind == "type":
        writer.type(what)
    elif kind == "key":
        writer.press(*what)
    elif kind == "walk":
        writer.press(what)
    elif kind == "do":
        writer.do(what)
    elif kind == "call":
        cursor = editor.textCursor()
        CALLS[what](cursor)
        editor.setTextCursor(cursor)
    elif kind == "figure":
        editor.insert_figure(what)
    elif kind in ("copy", "cut"):
        _carry(writer, what, is_cut=kind == "cut")
    else:
        _select(editor, *(what if kind == "select" else (what, 0)))


def _carry(writer, place, *, is_cut):
    editor = writer.editor
    data = editor.createMimeDataFromSelection()
    if is_cut and editor.textCursor().hasSelection():
        writer.press(Qt.Key.Key_Delete)
    _select(editor, place, 0)
    editor.insertFromMimeData(data)


def _select(editor, start, length):
    size = editor.document().characterCount()
    cursor = editor.textCursor()
    cursor.setPosition(start % size)
    cursor.setPosition(min(size - 1, start % size + length), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def edit(writer, body, todo):
    """Take steps from a body on, checking every state, and all the way back."""
    editor = writer.editor
    editor.show_body(body, language="en")
    assert editor.body() is body
    for step in todo:
        take(writer, step)
        found = editor.body()
        assert found.blocks == read(editor.document()).blocks, step
        assert found.blocks == normalised(found.blocks), step
        assert not flaws(editor.tracker().lines()), step
    final = editor.body()
    assert read_markdown(write_markdown(final)).blocks == final.blocks
    while editor.document().isUndoAvailable():
        editor.undo()
    assert read(editor.document()) == body
    assert editor.body() == body


def patch(writer, body, other):
    """Put another body into an open document: one step, which can be undone and done again."""
    editor = writer.editor
    editor.show_body(body, language="en")
    editor.apply_body(other)
    assert read(editor.document()) == other
    assert editor.body() == other
    editor.undo()
    assert read(editor.document()) == body
    assert editor.body() == body
    assert not editor.document().isUndoAvailable()
    editor.redo()
    assert read(editor.document()) == other
