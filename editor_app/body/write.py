"""The tree to Markdown: what was not touched as it was, what was changed verified.

A changed block is written, read back and compared; where that gives another block it is written
again with more caution. The last resort is its HTML, a source block that shows the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from editor_app.body.html import write_html
from editor_app.body.normal import SEPARATING_COMMENT, normalised
from editor_app.body.profile import Definitions
from editor_app.body.read import definitions_in, read_markdown
from editor_app.body.tree import (
    Block,
    Body,
    Card,
    FactBox,
    Gallery,
    KeptSource,
    ListBlock,
    Passage,
    PullQuote,
    Quote,
    Source,
)
from editor_app.body.write_blocks import BlockWriter
from editor_app.body.write_content import Caution

_BETWEEN = "\n\n"
_BOXES = (FactBox, Gallery, PullQuote, Passage, Card, Source)
_FENCE_LINE = re.compile(r"^:::", re.MULTILINE)
_MOST_CANDIDATES = 4  # sources tried for a block that many of them start with


def write_markdown(body: Body) -> str:
    """Return body as Markdown that reads back as the same tree."""
    definitions = definitions_in(body.blocks)
    pieces = list(_pieces(body, definitions))
    parts: list[str] = []
    for piece, following in pairwise([*pieces, None]):
        if piece is None:
            break
        if following is None:
            parts.append(_with_end(piece, body))
        elif following.continues:
            parts.append(piece.markdown)
        else:
            parts += [piece.markdown.rstrip("\n"), _gap(piece, following, definitions)]
    return "".join(parts)


def _with_end(piece: "_Piece", body: Body) -> str:
    """Return the last piece of a text, which ends in a line end if it did not end the old one."""
    if piece.continues and piece.markdown == body.kept[-1].markdown:
        return piece.markdown
    return piece.markdown.rstrip("\n") + "\n"


@lru_cache(maxsize=4096)
def block_markdown(block: Block, definitions: Definitions = ()) -> str:
    """Return one top-level block as Markdown that reads back as block in normal form."""
    normal = normalised((block,))
    if normal != (block,):
        return _BETWEEN.join(block_markdown(part, definitions) for part in normal)
    if isinstance(block, Source):
        return block.markdown
    labels = frozenset(label for label, _, _ in definitions)
    for caution in Caution:
        written = BlockWriter(caution, labels).block(block)
        if read_markdown(written, definitions).blocks == (block,):
            return written
    return write_html(Body((block,))).rstrip("\n")


# ---------------------------------------------------------------- kept sources


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the text to be written and the blocks it stands for."""

    markdown: str
    blocks: tuple[Block, ...]
    continues: bool = False  # it was read right after the piece before


def _pieces(body: Body, definitions: Definitions) -> Iterator[_Piece]:
    """Yield the pieces of body: kept sources where there are any, else blocks written anew."""
    kept = _usable(body, definitions)
    places: dict[Block, list[int]] | None = None  # not needed where all follows in its old order
    index, expected = 0, 0
    while index < len(body.blocks):
        block = body.blocks[index]
        found = _matching([expected], kept, body.blocks, index)
        if found is None:
            places = _places(kept) if places is None else places
            found = _matching(places.get(block, []), kept, body.blocks, index)
        if found is None:
            written = block_markdown(block, definitions)
            if written:  # nothing is left of an empty paragraph
                yield _Piece(written, (block,))
            index, expected = index + 1, -1
        else:
            source = kept[found]
            is_next = found == expected
            markdown = source.markdown if is_next else source.markdown.lstrip("\n")
            yield _Piece(markdown, source.blocks, continues=is_next)
            index, expected = index + len(source.blocks), found + 1


def _places(kept: dict[int, KeptSource]) -> dict[Block, list[int]]:
    """Return the numbers of the first few sources that start with each block."""
    places: dict[Block, list[int]] = {}
    for number, source in kept.items():
        equal = places.setdefault(source.blocks[0], [])
        if len(equal) < _MOST_CANDIDATES:
            equal.append(number)
    return places


def _matching(
    candidates: list[int], kept: dict[int, KeptSource], blocks: tuple[Block, ...], index: int
) -> int | None:
    """Return the first of candidates whose blocks stand in blocks at index."""
    for number in candidates:
        source = kept.get(number)
        if source and blocks[index : index + len(source.blocks)] == source.blocks:
            return number
    return None


def _usable(body: Body, definitions: Definitions) -> dict[int, KeptSource]:
    """Return the sources that still mean what they meant, by their number.

    One with a bracket may not, if a definition was added, changed or taken away since; nor may a
    line of a box without its partner, if another one may come to stand before or after it.
    """
    before = definitions_in(block for source in body.kept for block in source.blocks)
    loose = {
        number
        for number, source in enumerate(body.kept)
        if ":::" in source.markdown and _has_loose_fence(source)
    }
    if loose and body.blocks == tuple(block for source in body.kept for block in source.blocks):
        loose.clear()
    return {
        number: source
        for number, source in enumerate(body.kept)
        if number not in loose
        and (
            before == definitions
            or "[" not in source.markdown
            or read_markdown(source.markdown, definitions).blocks == source.blocks
        )
    }


def _has_loose_fence(source: KeptSource) -> bool:
    """Return whether source is text with a line that could open or close a box."""
    is_box = any(isinstance(block, _BOXES) for block in source.blocks)
    return not is_box and _FENCE_LINE.search(source.markdown) is not None


# ---------------------------------------------------------------- between two pieces


def _gap(piece: _Piece, following: _Piece, definitions: Definitions) -> str:
    """Return what keeps two pieces apart that did not stand side by side when they were read."""
    if not _may_run_together(piece, following):
        return _BETWEEN
    text = piece.markdown.strip("\n") + _BETWEEN + following.markdown.strip("\n")
    if _reads_as(text, (*piece.blocks, *following.blocks), definitions):
        return _BETWEEN
    return _BETWEEN + SEPARATING_COMMENT.markdown + _BETWEEN


def _may_run_together(piece: _Piece, following: _Piece) -> bool:
    match piece.blocks[-1], following.blocks[0]:
        case (ListBlock(), ListBlock()) | (Quote(), Quote()):
            return True
    is_indented = following.markdown.lstrip("\n").startswith("    ")
    return is_indented or any(sign in piece.markdown for sign in ("<", "```", "~~~"))


@lru_cache(maxsize=1024)
def _reads_as(text: str, blocks: tuple[Block, ...], definitions: Definitions) -> bool:
    return read_markdown(text, definitions).blocks == blocks
