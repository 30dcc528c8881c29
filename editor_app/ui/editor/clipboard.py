"""Copying and pasting: the editor's own form inside the program, clean HTML and text outside."""

from dataclasses import replace

from PySide6.QtCore import QMimeData, QStringListModel
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextDocument

from editor_app.body.tree import Body, Break, Content, Inline, Text
from editor_app.ui.editor.as_json import DAMAGED, leaves_as_json, leaves_from_json
from editor_app.ui.editor.drawing.pictures import PictureSource, no_pictures
from editor_app.ui.editor.gathering import from_leaves
from editor_app.ui.editor.leaves import Kind, Leaf, to_leaves
from editor_app.ui.editor.lines import covered, is_in_gallery, line_kind, table_of
from editor_app.ui.editor.reader import Reader, Tables
from editor_app.ui.pasting.outgoing import html_out, text_out

_WHOLE_LINES = {Kind.SOURCE, Kind.SEPARATOR, Kind.TABLE, Kind.CARD}
MIME = "application/x-standfirst-lines+json"


def copied(cursor: QTextCursor) -> list[Leaf]:
    """Return the lines of a selection: words within one line as a plain paragraph."""
    if not cursor.hasSelection():
        return []
    document = cursor.document()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    tables = Tables(document)
    inside = tables.at(start)
    if inside is not None and inside is tables.at(end):
        return [Leaf(Kind.PARAGRAPH, content=_words(document, start, end))]
    reader = Reader(document)
    leaves: list[Leaf] = []
    blocks = covered(cursor)
    for block in blocks:
        table = table_of(block)
        if table is not None:
            if table.firstPosition() == block.position():
                leaves.append(reader.table(table))
            continue
        leaves.append(_part(reader, cursor, block.position()))
    if len(leaves) == 1 and leaves[0].kind not in _WHOLE_LINES:
        return [_one_line(leaves[0], is_whole=_is_whole(cursor))]
    return _with_whole_galleries(leaves)


def _with_whole_galleries(leaves: list[Leaf]) -> list[Leaf]:
    """Return lines with photos alone where the title of their gallery was not copied."""
    titled = {leaf.path for leaf in leaves if leaf.kind is Kind.GALLERY_TITLE}
    return [
        replace(leaf, path=leaf.path[1:])
        if is_in_gallery(leaf.path) and leaf.path[:1] not in titled
        else leaf
        for leaf in leaves
    ]


def _is_whole(cursor: QTextCursor) -> bool:
    block = cursor.document().findBlock(cursor.selectionStart())
    return cursor.selectionEnd() > block.position() + block.length() - 1


def _one_line(leaf: Leaf, *, is_whole: bool) -> Leaf:
    if is_whole and leaf.kind.level:
        return Leaf(leaf.kind, content=leaf.content)
    return Leaf(Kind.PARAGRAPH, content=leaf.content)


def _part(reader: Reader, cursor: QTextCursor, position: int) -> Leaf:
    block = cursor.document().findBlock(position)
    leaf = reader.leaf(block)
    start = max(cursor.selectionStart(), position)
    end = min(cursor.selectionEnd(), position + block.length() - 1)
    if line_kind(block) in {Kind.SOURCE, Kind.CARD}:
        return leaf
    return replace(leaf, content=_words(cursor.document(), start, end))


def _words(document: QTextDocument, start: int, end: int) -> Content:
    """Return the words between two positions, breaks for the line ends among them."""
    found: list[Inline] = []
    reader = Reader(document)
    block = document.findBlock(start)
    while block.isValid() and block.position() <= end:
        if found:
            found.append(Break())
        last = block.position() + block.length() - 1
        found.extend(reader.words_between(block, max(start, block.position()), min(end, last)))
        block = block.next()
    return tuple(found)


# ---------------------------------------------------------------- out


def mime_of(cursor: QTextCursor, *, pictures: PictureSource = no_pictures) -> QMimeData:
    """Return a selection for the clipboard: our own form, HTML and plain text."""
    from editor_app.render.item_links import nowhere, with_ways  # noqa: PLC0415 - as below

    leaves = copied(cursor)
    body = Body(from_leaves(leaves))
    data = _made_by_qt()
    data.setData(MIME, leaves_as_json(leaves))
    data.setHtml(with_ways(html_out(body, pictures), here="", places=nowhere))
    if len(leaves) == 1 and leaves[0].table is None:
        data.setText(_plain(leaves[0]))
    else:
        data.setText(text_out(body))
    return data


def _made_by_qt() -> QMimeData:
    """Return empty data of which Python keeps no part.

    Where the system has no clipboard of its own, Qt lets go of what was copied when the process
    ends; an object made here would call for Python, which has ended by then. A model's is Qt's.
    """
    model = QStringListModel([""])
    data = model.mimeData([model.index(0)])
    data.clear()
    return data


def _plain(leaf: Leaf) -> str:
    if leaf.kind is Kind.SOURCE:
        return leaf.source
    return "".join(
        node.text if isinstance(node, Text) else "\n" if isinstance(node, Break) else ""
        for node in leaf.content
    )


# ---------------------------------------------------------------- in


def clipboard_text() -> str:
    """Return the plain text on the clipboard."""
    return QGuiApplication.clipboard().text()


def words_alone() -> QMimeData:
    """Return the plain text on the clipboard, and nothing else of it."""
    data = QMimeData()
    data.setText(clipboard_text())
    return data


def leaves_of(data: QMimeData) -> list[Leaf]:
    """Return what was copied as lines: our own form, else the HTML made clean, else the text."""
    # a start can do without, and need not read a parser of HTML
    from editor_app.intake.clipboard.html import read_html  # noqa: PLC0415
    from editor_app.intake.clipboard.plain import read_text  # noqa: PLC0415

    if data.hasFormat(MIME):
        try:
            return leaves_from_json(bytes(data.data(MIME).data()))
        except DAMAGED:
            pass  # another version's form, or damaged: the HTML beside it says the same
    if data.hasHtml() and (blocks := read_html(data.html()).blocks):
        return to_leaves(blocks)
    blocks, _is_cut = read_text(data.text())
    return to_leaves(blocks)
