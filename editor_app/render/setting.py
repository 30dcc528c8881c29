"""Body blocks as HTML, with a memory, so that a key press costs the block it changed."""

import re
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, repeat
from types import MappingProxyType
from typing import NamedTuple

from editor_app.body.html import (
    Picture,
    PictureSource,
    ShownBlock,
    notes_section,
    numbered,
    shown_block,
    shown_blocks,
)
from editor_app.body.text import block_text, block_words
from editor_app.body.tree import Block, Body, Card, FactBox, Paragraph, Quote, Source, Table
from editor_app.render.shown_photos import ShownPhoto, shown_photos

_OPENING_LENGTH = 160
_WORDS_AND_SPEAKER = 2
_DASHES = ("\N{EM DASH}", "\N{EN DASH}", "\N{HORIZONTAL BAR}")
_OUTER_HEADING = re.compile(r"<(/?)h1(?=[\s>])")


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBody:
    """A body as it stands in a page: HTML per block, and what else a page needs to know of it.

    A text with notes has one more block than its tree: the list of them, at its end.
    """

    blocks: tuple[str, ...] = ()
    words: int = 0
    tables: tuple[int, ...] = ()  # which blocks are tables
    cards: tuple[int, ...] = ()  # which blocks are publications, or hold some
    boxes: tuple[int, ...] = ()  # which blocks are fact boxes
    has_notes: bool = False  # whether the last block is the list of notes
    opening: int = -1  # which block is the first paragraph; -1: none
    opening_text: str = ""  # how it begins, to see whether a dateline stands there already
    photos: tuple[ShownPhoto, ...] = ()  # every photo it asked for, where it stands


class _Kept(NamedTuple):
    """A block that was set, and the pictures it was given for what it asked for."""

    block: Block
    shown: ShownBlock
    words: int
    asked: tuple[tuple[str, Picture | None], ...]
    photos: tuple[ShownPhoto, ...]

    def still_fits(self, pictures: PictureSource) -> bool:
        return all(pictures(src) == picture for src, picture in self.asked)


class BodySetter:
    """Sets bodies, and remembers the blocks it set: first by identity, then by value.

    The memory by identity holds the blocks of the last body, the one by value the last few
    thousand. Locked source blocks lean on each other (footnotes, link definitions), so they are
    set together and remembered together.
    """

    def __init__(self, *, limit: int = 4096) -> None:
        self._limit = limit
        self._last: dict[int, _Kept] = {}
        self._by_value: OrderedDict[Block, _Kept] = OrderedDict()
        self._sources: tuple[tuple[Source, ...], tuple[_Kept, ...]] = ((), ())

    def set_body(self, body: Body, pictures: PictureSource) -> SetBody:
        """Return a body as HTML, setting only blocks that were not set before."""
        sources = iter(self._set_sources(body, pictures))
        kept = [
            next(sources) if isinstance(block, Source) else self._set(block, pictures)
            for block in body.blocks
        ]
        self._last = {id(one.block): one for one in kept}
        opening = next((at for at, one in enumerate(kept) if isinstance(one.block, Paragraph)), -1)
        return SetBody(
            blocks=_with_notes([one.shown for one in kept]),
            words=sum(one.words for one in kept),
            tables=tuple(at for at, one in enumerate(kept) if isinstance(one.block, Table)),
            cards=tuple(at for at, one in enumerate(kept) if _holds_card(one.block)),
            boxes=tuple(at for at, one in enumerate(kept) if isinstance(one.block, FactBox)),
            has_notes=any(one.shown.notes for one in kept),
            opening=opening,
            opening_text=block_text(kept[opening].block)[:_OPENING_LENGTH] if opening >= 0 else "",
            photos=tuple(photo for one in kept for photo in one.photos),
        )

    def _set(self, block: Block, pictures: PictureSource) -> _Kept:
        kept = self._last.get(id(block))
        if kept is not None and kept.still_fits(pictures):
            return kept
        kept = self._by_value.get(block)
        if kept is not None and kept.still_fits(pictures):
            self._by_value.move_to_end(block)
            return kept._replace(block=block)
        asking = _Asking(pictures)
        shown = _on_a_page(block, shown_block(block, pictures=asking))
        kept = _kept(block, shown, asking.asked)
        self._by_value[block] = kept
        self._by_value.move_to_end(block)
        if len(self._by_value) > self._limit:
            self._by_value.popitem(last=False)
        return kept

    def _set_sources(self, body: Body, pictures: PictureSource) -> tuple[_Kept, ...]:
        blocks = tuple(block for block in body.blocks if isinstance(block, Source))
        known, kept = self._sources
        if known != blocks or not all(one.still_fits(pictures) for one in kept):
            asking = _Asking(pictures)
            shown = shown_blocks(Body(blocks), pictures=asking)
            asked = chain((asking.asked,), repeat(MappingProxyType({})))  # by one for all
            kept = tuple(
                _kept(block, _on_a_page(block, one), pictures_of_it)
                for block, one, pictures_of_it in zip(blocks, shown, asked, strict=False)
            )
            self._sources = (blocks, kept)
        return kept


class _Asking:
    """A picture source that remembers what it was asked for."""

    def __init__(self, pictures: PictureSource) -> None:
        self._pictures = pictures
        self.asked: dict[str, Picture | None] = {}

    def __call__(self, src: str) -> Picture | None:
        picture = self._pictures(src)
        self.asked[src] = picture
        return picture


def _kept(block: Block, shown: ShownBlock, asked: Mapping[str, Picture | None]) -> _Kept:
    photos = shown_photos(block, asked)
    return _Kept(block, shown, block_words(block), tuple(asked.items()), photos)


def _holds_card(block: Block) -> bool:
    """Whether block is a card, or a box with one."""
    return isinstance(block, Card) or (
        isinstance(block, FactBox) and any(isinstance(inner, Card) for inner in block.blocks)
    )


def _with_notes(blocks: Sequence[ShownBlock]) -> tuple[str, ...]:
    """Return the blocks of a page with their notes numbered, and then the list of the notes."""
    notes = [note for block in blocks for note in block.notes]
    if not notes:
        return tuple([block.html for block in blocks])
    return (*numbered(blocks), notes_section(notes) + "\n")


def _on_a_page(block: Block, shown: ShownBlock) -> ShownBlock:
    """Return block as a page has it: below the headline, and with a line end."""
    html = shown.html
    if "h1" in html:  # from sources or quotes
        html = _OUTER_HEADING.sub(r"<\1h2", html)
    return replace(shown, html=_attributed(block, html).rstrip("\n") + "\n")


def _attributed(block: Block, html: str) -> str:
    """Return a quotation's HTML with its last line marked as who said it: it opens with a dash."""
    if not isinstance(block, Quote) or block.attribution:
        return html
    if len(block.blocks) < _WORDS_AND_SPEAKER:
        return html
    last = block.blocks[-1]
    if not isinstance(last, Paragraph) or not block_text(last).startswith(_DASHES):
        return html
    before, _, speaker = html.rpartition("<p>")
    return f'{before}<p class="attribution">{speaker}'
