"""Which photos a text shows, where, and with what words."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from editor_app.body.contents import blocks_inside, own_contents
from editor_app.body.html_blocks import gallery_slot, slot_of
from editor_app.body.pictures import Slot
from editor_app.body.text import block_text
from editor_app.body.tree import Block, Content, Figure, Gallery, Image, Paragraph
from editor_app.model.item import NewsItem


class ShownPhoto(NamedTuple):
    """A photo where a text shows it, with the words that it has there; empty where it has none."""

    src: str
    slot: Slot = Slot.TEXT
    alt: str = ""
    caption: str = ""
    credit: str = ""


def lead_photo(item: NewsItem) -> tuple[ShownPhoto, ...]:
    """Return the photo above the text of item, if it has one."""
    lead = item.lead_figure
    alt = "" if lead.is_decorative else lead.alt
    return (ShownPhoto(lead.src, Slot.LEAD, alt, lead.caption, lead.credit),) if lead.src else ()


def shown_photos(block: Block, asked: Iterable[str]) -> tuple[ShownPhoto, ...]:
    """Return the photos in block among those its HTML asked for, in reading order.

    Those that are found in HTML from outside come last, without words.
    """
    srcs = list(asked)
    if not srcs:
        return ()
    named = [photo for photo in _photos_in(block) if photo.src in srcs]
    known = {photo.src for photo in named}
    return (*named, *(ShownPhoto(src) for src in srcs if src not in known))


def _photos_in(block: Block) -> Iterator[ShownPhoto]:
    if isinstance(block, Figure):
        yield _photo(block, slot_of(block))
    for content in own_contents(block):
        for piece in content:
            if isinstance(piece, Image):
                yield ShownPhoto(piece.src, alt=piece.alt)
    if isinstance(block, Gallery):
        slot = gallery_slot(block)
        yield from (_photo(figure, slot) for figure in block.figures)
        return
    for inner in blocks_inside(block):
        yield from _photos_in(inner)


def _photo(figure: Figure, slot: Slot) -> ShownPhoto:
    return ShownPhoto(figure.src, slot, figure.alt, _words(figure.caption), _words(figure.credit))


def _words(content: Content) -> str:
    return block_text(Paragraph(content)).strip()
