"""Galleries: several photos under one title; made, added to, taken apart."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.body.tree import Figure, Gallery
from editor_app.ui.editor.containers import unwrap_titled
from editor_app.ui.editor.crossing import Crossing, cross
from editor_app.ui.editor.deletion import delete_selection
from editor_app.ui.editor.document import write_leaves
from editor_app.ui.editor.insertion import after_photo, insert_block
from editor_app.ui.editor.leaves import Kind, Leaf, to_leaves
from editor_app.ui.editor.lines import (
    covered,
    figure_lines,
    fresh_number,
    is_in_gallery,
    line_path,
    one_step,
)
from editor_app.ui.editor.mending import FIGURE, mend
from editor_app.ui.editor.patch import clear_lines
from editor_app.ui.editor.paths import Path, token
from editor_app.ui.editor.reader import Reader
from editor_app.ui.editor.units import Unit, container_unit, is_blank


def is_at_gallery(cursor: QTextCursor) -> bool:
    """Whether the caret stands in a gallery."""
    return is_in_gallery(line_path(cursor.block()))


def gallery_words(cursor: QTextCursor) -> str:
    """Return what it is called to put in a gallery where the caret is."""
    if is_at_gallery(cursor):
        return "Add photos to the gallery…"
    is_made = cursor.hasSelection() and chosen_photos(cursor)
    return "Gallery of the selected photos" if is_made else "Gallery…"


def insert_gallery(cursor: QTextCursor, figures: Sequence[Figure]) -> None:
    """Put photos where the caret is as a gallery; in a gallery, they join those it has."""
    if not figures:
        return
    if is_at_gallery(cursor):
        add_photos(cursor, figures)
    else:
        insert_block(cursor, to_leaves((Gallery(tuple(figures)),)))


def insert_photos(cursor: QTextCursor, figures: Sequence[Figure]) -> QTextCursor:
    """Put photos where the caret is, one below the other; return a cursor that has them selected.

    In a gallery they join those it has, and none is selected.
    """
    chosen = QTextCursor(cursor)
    if is_at_gallery(cursor):
        add_photos(cursor, figures)
        chosen.setPosition(cursor.position())
        return chosen
    insert_block(cursor, to_leaves(figures))
    last = cursor.block().previous()
    first = last
    for _ in range(len(FIGURE) * len(figures) - 1):
        first = first.previous()
    chosen.setPosition(first.position())
    chosen.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    return chosen


def add_photos(cursor: QTextCursor, figures: Sequence[Figure]) -> None:
    """Put photos into the gallery at the caret, after the photo it is at, and go to the last."""
    with one_step(cursor):
        delete_selection(cursor)
        if not is_at_gallery(cursor):  # nothing is left of it
            insert_block(cursor, to_leaves(figures))
            return
        gallery = line_path(cursor.block())[:1]
        after_photo(cursor)
        number = fresh_number(cursor.document())
        leaves = to_leaves(figures, first_number=number)
        write_leaves(cursor, [replace(leaf, path=(*gallery, *leaf.path)) for leaf in leaves])
        mend(cursor)


def dissolve_gallery(cursor: QTextCursor) -> bool:
    """Let the photos of the caret's gallery stand alone; its title becomes a bold paragraph."""
    return unwrap_titled(cursor, "g")


def take_out_of_gallery(cursor: QTextCursor) -> bool:
    """Let the caret's photo stand alone, right below the gallery it was in."""
    block = cursor.block()
    path = line_path(block)
    if not is_in_gallery(path) or not figure_lines(block):
        return False
    photo = container_unit(block, path)
    gallery = container_unit(block, path[:1])
    rest = Unit(photo.last + 1, gallery.last, path[:1]) if photo.last < gallery.last else None
    return cross(cursor, Crossing(photo, rest, (), photo.first, gallery.last), up=False)


# ---------------------------------------------------------------- of what is there


def chosen_photos(cursor: QTextCursor) -> list[QTextBlock]:
    """Return the lines of the photos selected, if no words and no gallery are among them."""
    found: dict[int, QTextBlock] = {}
    for block in covered(cursor):
        lines = figure_lines(block)
        if not is_blank(block) and (not lines or len(line_path(block)) > 1):
            return []
        found |= {line.blockNumber(): line for line in lines}
    return [found[number] for number in sorted(found)]


def make_gallery(cursor: QTextCursor) -> bool:
    """Make a gallery of the photos selected and go to its title; False where they are not alone."""
    lines = chosen_photos(cursor)
    if not lines:
        return False
    document = cursor.document()
    first, last = lines[0].blockNumber(), lines[-1].blockNumber()
    with one_step(cursor):
        gallery: Path = (token("g", fresh_number(document)),)
        leaves = _with_title(map(Reader(document).leaf, lines), gallery)
        clear_lines(cursor, first, last - first + 1)
        write_leaves(cursor, leaves)
    cursor.setPosition(document.findBlockByNumber(first).position())
    return True


def _with_title(leaves: Iterable[Leaf], gallery: Path) -> list[Leaf]:
    placed = (replace(leaf, path=(*gallery, *leaf.path)) for leaf in leaves)
    return [Leaf(Kind.GALLERY_TITLE, gallery), *placed]
