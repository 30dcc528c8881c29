"""Figures in the text: what the one at the caret says, and changing it."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.body.normal import normalised_content
from editor_app.body.tree import Content, Figure, Image, Setting
from editor_app.ui.editor.document import write_content
from editor_app.ui.editor.formats import (
    OBJECT,
    kind_of,
    object_of,
    photo_format,
    plain_format,
    setting_of,
)
from editor_app.ui.editor.galleries import add_photos, is_at_gallery
from editor_app.ui.editor.insertion import insert_block
from editor_app.ui.editor.leaves import Kind, to_leaves
from editor_app.ui.editor.lines import figure_lines, is_in_gallery, line_path, one_step
from editor_app.ui.editor.reader import Reader


@dataclass(frozen=True, slots=True)
class PlacedFigure:
    """A figure and the text block its photo is in."""

    number: int
    figure: Figure
    is_in_gallery: bool = False


def insert_figure(cursor: QTextCursor, figure: Figure) -> None:
    """Put a figure where the caret is; in a gallery it joins the photos there."""
    if is_at_gallery(cursor):
        add_photos(cursor, (figure,))
    else:
        insert_block(cursor, to_leaves((figure,)))


def figure_at(block: QTextBlock) -> PlacedFigure | None:
    """Return the figure that a line belongs to, if there is one."""
    lines = figure_lines(block)
    photo = next((line for line in lines if _photo_position(line) is not None), None)
    if photo is None:
        return None
    image, setting, is_decorative = _photo(photo)
    is_small = is_in_gallery(line_path(block))
    setting = Setting.NONE if is_small else setting
    reader = Reader(block.document())
    words = {kind_of(line.blockFormat()): reader.content(line) for line in lines}
    caption, credit = words.get(Kind.CAPTION, ()), words.get(Kind.CREDIT, ())
    figure = Figure(image.src, image.alt, image.title, caption, credit, setting, is_decorative)
    return PlacedFigure(photo.blockNumber(), figure, is_small)


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


def _photo(block: QTextBlock) -> tuple[Image, Setting, bool]:
    cursor = QTextCursor(block)
    cursor.setPosition((_photo_position(block) or block.position()) + 1)
    found = object_of(cursor.charFormat())
    setting, is_decorative = setting_of(cursor.charFormat())
    return found if isinstance(found, Image) else Image(""), setting, is_decorative


def change_figure(cursor: QTextCursor, placed: PlacedFigure, figure: Figure) -> None:
    """Make a placed figure say what figure says, in one undo step."""
    photo = cursor.document().findBlockByNumber(placed.number)
    if is_in_gallery(line_path(photo)):
        figure = replace(figure, setting=Setting.NONE)
    with one_step(cursor):
        for line in figure_lines(photo):
            kind = kind_of(line.blockFormat())
            if kind is Kind.PHOTO and _without_words(figure) != _without_words(placed.figure):
                _set_photo(line, figure)
            elif kind is Kind.CAPTION and figure.caption != placed.figure.caption:
                _set_words(line, figure.caption)
            elif kind is Kind.CREDIT and figure.credit != placed.figure.credit:
                _set_words(line, figure.credit)


def set_setting(cursor: QTextCursor, setting: Setting) -> None:
    """Set the figure at the caret to a side, over the whole page, or as wide as the text."""
    placed = figure_at(cursor.block())
    if placed is not None:
        change_figure(cursor, placed, replace(placed.figure, setting=setting))


def toggle_decorative(cursor: QTextCursor) -> None:
    """Let the photo at the caret be decorative, which takes its alt text, or no longer be."""
    placed = figure_at(cursor.block())
    if placed is not None:
        is_decorative = not placed.figure.is_decorative
        alt = "" if is_decorative else placed.figure.alt
        changed = replace(placed.figure, is_decorative=is_decorative, alt=alt)
        change_figure(cursor, placed, changed)


def _without_words(figure: Figure) -> Figure:
    return replace(figure, caption=(), credit=())


def _set_photo(block: QTextBlock, figure: Figure) -> None:
    position = _photo_position(block)
    if position is None:
        return
    image = Image(figure.src, "" if figure.is_decorative else figure.alt, figure.title)
    cursor = QTextCursor(block)
    cursor.setPosition(position)
    cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
    shape = photo_format(image, figure.setting, is_decorative=figure.is_decorative)
    cursor.setCharFormat(shape)


def _set_words(block: QTextBlock, content: Content) -> None:
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    cursor.setBlockCharFormat(plain_format())
    write_content(cursor, normalised_content(content))
