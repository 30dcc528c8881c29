"""Figures in the text: what the one at the caret says, and changing it."""

from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.body.normal import normalised_content
from editor_app.body.tree import Content, Figure, Image
from editor_app.ui.editor.document import write_content
from editor_app.ui.editor.formats import OBJECT, kind_of, object_format, object_of, plain_format
from editor_app.ui.editor.insertion import insert_block
from editor_app.ui.editor.leaves import Kind, to_leaves
from editor_app.ui.editor.lines import figure_lines, one_step
from editor_app.ui.editor.reader import Reader


@dataclass(frozen=True, slots=True)
class PlacedFigure:
    """A figure and the text block its photo is in."""

    number: int
    figure: Figure


def insert_figure(cursor: QTextCursor, figure: Figure) -> None:
    """Put a figure where the caret is."""
    insert_block(cursor, to_leaves((figure,)))


def figure_at(block: QTextBlock) -> PlacedFigure | None:
    """Return the figure that a line belongs to, if there is one."""
    lines = figure_lines(block)
    photo = next((line for line in lines if _photo_position(line) is not None), None)
    if photo is None:
        return None
    image = _image(photo)
    reader = Reader(block.document())
    words = {kind_of(line.blockFormat()): reader.content(line) for line in lines}
    caption, credit = words.get(Kind.CAPTION, ()), words.get(Kind.CREDIT, ())
    figure = Figure(image.src, image.alt, image.title, caption, credit)
    return PlacedFigure(photo.blockNumber(), figure)


def _photo_position(block: QTextBlock) -> int | None:
    if kind_of(block.blockFormat()) is not Kind.PHOTO or OBJECT not in block.text():
        return None
    step = block.begin()
    while not step.atEnd():
        fragment = step.fragment()
        if isinstance(object_of(fragment.charFormat()), Image) and OBJECT in fragment.text():
            return fragment.position()
        step += 1
    return None


def _image(block: QTextBlock) -> Image:
    cursor = QTextCursor(block)
    cursor.setPosition((_photo_position(block) or block.position()) + 1)
    found = object_of(cursor.charFormat())
    return found if isinstance(found, Image) else Image("")


def change_figure(cursor: QTextCursor, placed: PlacedFigure, figure: Figure) -> None:
    """Make a placed figure say what figure says, in one undo step."""
    photo = cursor.document().findBlockByNumber(placed.number)
    with one_step(cursor):
        for line in figure_lines(photo):
            kind = kind_of(line.blockFormat())
            if kind is Kind.PHOTO and (figure.src, figure.alt) != (
                placed.figure.src,
                placed.figure.alt,
            ):
                _set_image(line, Image(figure.src, figure.alt, figure.title))
            elif kind is Kind.CAPTION and figure.caption != placed.figure.caption:
                _set_words(line, figure.caption)
            elif kind is Kind.CREDIT and figure.credit != placed.figure.credit:
                _set_words(line, figure.credit)


def _set_image(block: QTextBlock, image: Image) -> None:
    position = _photo_position(block)
    if position is None:
        return
    cursor = QTextCursor(block)
    cursor.setPosition(position)
    cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.setCharFormat(object_format(image, is_photo=True))


def _set_words(block: QTextBlock, content: Content) -> None:
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    cursor.setBlockCharFormat(plain_format())
    write_content(cursor, normalised_content(content))
