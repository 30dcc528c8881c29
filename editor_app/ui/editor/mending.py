"""Making whole again what a change has left incomplete: half a figure, a box without its title."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.ui.editor.formats import OBJECT, SOURCE, kind_of, line_format, plain_format, stored
from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.lines import (
    fresh_number,
    is_empty,
    line_kind,
    line_path,
    one_step,
    set_line,
    standing_in,
    table_of,
)
from editor_app.ui.editor.paths import Path, token
from editor_app.ui.editor.reader import shown_source
from editor_app.ui.editor.styles import prose_kind

FIGURE = (Kind.PHOTO, Kind.CAPTION, Kind.CREDIT)
PULL_QUOTE = (Kind.PULL_TEXT, Kind.SPEAKER, Kind.ROLE)
_HOMES = {
    **dict.fromkeys((Kind.CAPTION, Kind.CREDIT), "f"),
    **dict.fromkeys(PULL_QUOTE, "p"),
    Kind.BOX_TITLE: "b",
    Kind.GALLERY_TITLE: "g",
    Kind.ATTRIBUTION: "q",
}


def mend(cursor: QTextCursor) -> None:
    """Make the lines at the caret what they can be after something was changed there.

    No word is lost: a line that has lost its place becomes a paragraph, and a line that a figure
    or a pull quote has lost comes back empty.
    """
    block = cursor.block()
    if table_of(block) is not None:
        return
    cursor.setKeepPositionOnInsert(True)
    with one_step(cursor):
        if _says_something_else(block):
            set_line(block, kind=prose_kind(block))
        for offset in (1, 0, -1):  # what is below first, before lines come in between
            _mend_beside(cursor, offset)
    cursor.setKeepPositionOnInsert(False)
    cursor.setPosition(cursor.position())  # Qt keeps the position, but not the other end


def _mend_beside(cursor: QTextCursor, offset: int) -> None:
    """Mend what stands so many lines below the caret, and what takes its place if it goes."""
    document = cursor.document()
    before = document.blockCount() + 1
    while document.blockCount() < before:
        before = document.blockCount()
        line = document.findBlockByNumber(cursor.blockNumber() + offset)
        if line.isValid():
            _mend_round(line, cursor.block())


def _says_something_else(block: QTextBlock) -> bool:
    """Whether a locked block, a card or a separator has come to hold other words."""
    shape = block.blockFormat()
    match kind_of(shape):
        case Kind.SOURCE:
            return block.text() != shown_source(stored(shape, SOURCE))
        case Kind.CARD:
            return block.text() != OBJECT
        case Kind.SEPARATOR:
            return not is_empty(block)
        case _:
            return False


def _mend_round(line: QTextBlock, kept: QTextBlock) -> None:
    """Mend what a line stands in; an empty line that is not kept may go."""
    home = _HOMES.get(line_kind(line))
    path = line_path(line)
    if home and (not path or path[-1][0] != home):
        set_line(line, kind=prose_kind(line))
    document = line.document()
    for size in range(len(path), 0, -1):
        count = document.blockCount()
        _mend_container(line, path[:size], kept)
        if document.blockCount() < count or line_path(line)[: size - 1] != path[: size - 1]:
            return  # the line may have gone


def _mend_container(line: QTextBlock, path: Path, kept: QTextBlock) -> None:
    match path[-1][0]:
        case "f":
            _mend_parts(standing_in(line, path), FIGURE, kept)
        case "p":
            _mend_parts(standing_in(line, path), PULL_QUOTE, kept)
        case "q":
            _mend_quote(line, path)
        case "b":
            _mend_box(standing_in(line, path))
        case "g":
            if half := _half_a_photo(line, path):
                _mend_parts(half, FIGURE, kept)  # what is left of it strays, and is mended next
            else:
                _mend_gallery(line, path, kept)
        case _:
            pass


# ---------------------------------------------------------------- figures and pull quotes


def _mend_parts(lines: list[QTextBlock], parts: Sequence[Kind], kept: QTextBlock) -> None:
    """Bring back lost lines; without its first line what is left of it is paragraphs."""
    first = parts[0]
    if any(line_kind(line) is first and _is_there(line, first) for line in lines):
        _complete(lines, parts)
        return
    for line in lines:
        set_line(line, path=line_path(line)[:-1])
        if line_kind(line).is_part or line_kind(line) is first:
            set_line(line, kind=prose_kind(line))
    document = kept.document()
    # by their numbers, because Qt may go on with another block when it joins two
    for number in reversed([line.blockNumber() for line in lines if line != kept]):
        line = document.findBlockByNumber(number)
        if is_empty(line):
            drop(line)


def _is_there(line: QTextBlock, first: Kind) -> bool:
    return first is not Kind.PHOTO or OBJECT in line.text()


def _complete(lines: list[QTextBlock], parts: Sequence[Kind]) -> None:
    held = {line_kind(line): line for line in lines}
    for before, part in pairwise(parts):
        if part not in held:
            cursor = QTextCursor(held[before])
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            cursor.insertBlock(line_format(part, line_path(held[before])), plain_format())
            held[part] = cursor.block()


# ---------------------------------------------------------------- quotes and boxes


def _mend_quote(line: QTextBlock, quote: Path) -> None:
    """Let an attribution be the last line of its quote, and no quote be an attribution alone."""
    lines = standing_in(line, quote)
    places = [i for i, each in enumerate(lines) if line_kind(each) is Kind.ATTRIBUTION]
    place = next((i for i in places if line_path(lines[i]) == quote), None)
    if place is None:
        return
    after = lines[place + 1 :]
    if place == 0:
        set_line(lines[0], path=quote[:-1])
        set_line(lines[0], kind=prose_kind(lines[0]))
    elif after:
        other = (*quote[:-1], token("q", fresh_number(line.document())))
        for each in after:
            set_line(each, path=(*other, *line_path(each)[len(quote) :]))
        _mend_quote(after[0], other)


def _mend_box(lines: list[QTextBlock]) -> None:
    """Give a box that begins with its title a line to write in; another is no box any more."""
    has_title = line_kind(lines[0]) is Kind.BOX_TITLE
    for line in lines[1:] if has_title else lines:
        if line_kind(line) is Kind.BOX_TITLE:
            set_line(line, kind=Kind.PARAGRAPH)
    if not has_title:
        for line in lines:
            set_line(line, path=line_path(line)[1:])
    elif len(lines) == 1:
        cursor = QTextCursor(lines[0])
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertBlock(line_format(Kind.PARAGRAPH, line_path(lines[0])), plain_format())


# ---------------------------------------------------------------- galleries


def _mend_gallery(line: QTextBlock, gallery: Path, kept: QTextBlock) -> None:
    """Let a gallery be a title and photos; words that have strayed among them part it in two.

    Without a photo it is no gallery any more.
    """
    line = _without_empty_lines(standing_in(line, gallery))
    if line_path(line)[:1] != gallery:
        return
    lines = standing_in(line, gallery)
    stray = next((i for i, each in enumerate(lines) if _is_stray(each, is_first=not i)), None)
    before, after = (lines, []) if stray is None else (lines[:stray], lines[stray + 1 :])
    if stray is not None:
        _leave_gallery(lines[stray])
    if after:
        other = (token("g", fresh_number(line.document())),)
        for each in after:
            set_line(each, path=(*other, *line_path(each)[1:]))
        _mend_gallery(after[0], other, kept)
    if any(map(_is_of_photo, before)):
        _give_title(before[0])
    elif before:
        _leave_gallery(before[0])
        if is_empty(before[0]) and before[0] != kept:
            drop(before[0])


def _half_a_photo(line: QTextBlock, gallery: Path) -> list[QTextBlock]:
    """Return the lines of a figure in a gallery that has lost its photo; none if all are whole."""
    figures: dict[Path, list[QTextBlock]] = {}
    for each in standing_in(line, gallery):
        if _is_of_photo(each):
            figures.setdefault(line_path(each)[:2], []).append(each)
    for lines in figures.values():
        if not any(line_kind(each) is Kind.PHOTO and OBJECT in each.text() for each in lines):
            return lines
    return []


def _without_empty_lines(lines: list[QTextBlock]) -> QTextBlock:
    """Take the empty lines out that are no part of a gallery; return its first line then."""
    document, first = lines[0].document(), lines[0].blockNumber()
    for each in lines[1:]:
        if line_kind(each) is Kind.GALLERY_TITLE:
            set_line(each, kind=Kind.PARAGRAPH)
    strays = [each for i, each in enumerate(lines) if _is_stray(each, is_first=not i)]
    for number in reversed([each.blockNumber() for each in strays if is_empty(each)]):
        drop(document.findBlockByNumber(number))
    return document.findBlockByNumber(first)


def _is_of_photo(line: QTextBlock) -> bool:
    path = line_path(line)
    return len(path) > 1 and path[1][0] == "f"


def _is_stray(line: QTextBlock, *, is_first: bool) -> bool:
    is_title = is_first and line_kind(line) is Kind.GALLERY_TITLE
    return not is_title and not _is_of_photo(line)


def _leave_gallery(line: QTextBlock) -> None:
    set_line(line, path=line_path(line)[1:])
    if line_kind(line).is_part:
        set_line(line, kind=Kind.PARAGRAPH)


def _give_title(first: QTextBlock) -> None:
    """Put the line of a title above the first photo of a gallery, if it has none."""
    if line_kind(first) is Kind.GALLERY_TITLE:
        return
    shape, words = first.blockFormat(), first.charFormat()
    cursor = QTextCursor(first)
    cursor.insertBlock(shape, words)
    title = QTextCursor(cursor.block().previous())
    title.setBlockFormat(line_format(Kind.GALLERY_TITLE, line_path(first)[:1]))
    title.setBlockCharFormat(plain_format())


# ---------------------------------------------------------------- empty lines


def drop(block: QTextBlock) -> None:
    """Take an empty line out of the document, where it is not the only one."""
    if table_of(block.previous()) is not None and table_of(block.next()) is not None:
        return
    before = block.previous()
    cursor = QTextCursor(block)
    if before.isValid() and table_of(before) is None:
        kept, words = before.blockFormat(), before.charFormat()
        cursor.deletePreviousChar()
        cursor.setBlockFormat(kept)
        cursor.setBlockCharFormat(words)
    elif block.next().isValid() and table_of(block.next()) is None:
        kept = block.next().blockFormat()
        cursor.deleteChar()
        cursor.setBlockFormat(kept)
