"""The caret on its way between the rich text and its Markdown."""

from collections.abc import Iterator

from PySide6.QtGui import QTextCursor

from editor_app.body.tree import Body
from editor_app.editing.source_places import block_at, block_span, same_place
from editor_app.ui.editor.body_editor import BodyEditor


def place_in_markdown(editor: BodyEditor, markdown: str) -> int:
    """Return the place in the Markdown of an editor's text where its caret is."""
    number = editor.textCursor().blockNumber()
    found = next((b for b in block_lines(editor) if b[1] <= number < b[1] + b[2]), None)
    body = editor.body()
    if found is None or found[0] >= len(body.blocks):
        return len(markdown)
    index, first, count = found
    start, end = block_span(markdown, body, index)
    words, place = _words(editor, first, count)
    return start + same_place(words, place, markdown[start:end])


def go_to_place(editor: BodyEditor, read: Body, place: int) -> None:
    """Put an editor's caret where a place in the Markdown is, which was read as its text."""
    index, source, offset = block_at(read, place)
    document = editor.document()
    for number, first, count in block_lines(editor):
        if number == index:
            words, _ = _words(editor, first, count)
            reached = same_place(source, offset, words)
            start = document.findBlockByNumber(first).position()
            editor.set_caret(start + len(words[:reached].encode("utf-16-le")) // 2)
            return
    editor.set_caret(document.characterCount() - 1)


def block_lines(editor: BodyEditor) -> Iterator[tuple[int, int, int]]:
    """Yield for each block of the text its number, its first line and how many lines it has.

    Where blocks cannot be told apart by their lines, the later ones have none.
    """
    number = line = 0
    for length, blocks in editor.tracker().parts():
        starts = _starts(editor, line, length) if len(blocks) > 1 else [line]
        ends = [*starts[1:], line + length]
        for step, _block in enumerate(blocks):
            if step < len(starts):
                last = step == len(blocks) - 1
                end = line + length if last else ends[step]
                yield number + step, starts[step], end - starts[step]
        number, line = number + len(blocks), line + length


def _starts(editor: BodyEditor, line: int, length: int) -> list[int]:
    """Return the lines of a part of the text with which its blocks seem to begin."""
    starts: list[int] = []
    above = ""
    for number in range(line, line + length):
        leaf = editor.tracker().line_at(number)
        if leaf is None:
            continue
        outer = leaf.path[0] if leaf.path else ""
        has_words = bool(leaf.content or leaf.source or leaf.table or leaf.path)
        if has_words and (not outer or outer != above):
            starts.append(number)
        above = outer
    return starts or [line]


def _words(editor: BodyEditor, first: int, count: int) -> tuple[str, int]:
    """Return the words of some lines, and the place of the caret in them."""
    document = editor.document()
    start = document.findBlockByNumber(first).position()
    last = document.findBlockByNumber(first + count - 1)
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    words = cursor.selectedText().replace("\u2029", "\n")
    caret = max(0, editor.textCursor().position() - start)
    return words, len(words.encode("utf-16-le")[: 2 * caret].decode("utf-16-le", "ignore"))
