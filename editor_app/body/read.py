"""Markdown to the tree, each block with the source it was read from."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from markdown import Markdown

from editor_app.body.bounds import MOST_PARSED
from editor_app.body.contents import contents_of
from editor_app.body.elements import Elements
from editor_app.body.inline_elements import NotHeldError
from editor_app.body.normal import normalised
from editor_app.body.parsing import Places, Stretch, definitions_in_parser, parse
from editor_app.body.profile import Definitions, borrowed_markdown
from editor_app.body.tidy import clean_source, without_outer_blank_lines
from editor_app.body.tree import Block, Body, KeptSource, RawInline, Source


def read_markdown(text: str, definitions: Definitions = ()) -> Body:
    """Return text as a tree.

    What the tree has no words for, what would take too long to parse and reference definitions
    become `Source` blocks. ``definitions`` are those made elsewhere, for a part of a text.
    """
    text = clean_source(text)
    head, tail = _parts(text)
    kept = tuple(_kept_sources(head, definitions))
    if tail:
        kept += (KeptSource((Source(without_outer_blank_lines(tail)),), tail),)
    return Body(tuple(block for group in kept for block in group.blocks), kept)


def definitions_in(blocks: Iterable[Block]) -> Definitions:
    """Return the reference definitions among blocks; they are kept in source blocks."""
    found: dict[str, tuple[str, str, str]] = {}
    for block in blocks:
        if isinstance(block, Source) and "]:" in block.markdown:
            found |= {definition[0]: definition for definition in _definitions(block.markdown)}
    return tuple(found.values())


@lru_cache(maxsize=256)
def _definitions(source: str) -> Definitions:
    with borrowed_markdown() as markdown:
        parse(source, markdown)
        return definitions_in_parser(markdown)


def _parts(text: str) -> tuple[str, str]:
    """Return the part of text that is parsed, and the rest, kept unread."""
    if len(text) <= MOST_PARSED:
        return text, ""
    cut = text.rfind("\n\n", 0, MOST_PARSED)
    cut = cut + 2 if cut >= 0 else 0
    return text[:cut], text[cut:]


def _kept_sources(text: str, definitions: Definitions) -> Iterator[KeptSource]:
    if not text.strip():
        return
    places = Places(text)
    with borrowed_markdown(definitions) as markdown:
        parsed = parse(text, markdown)
        if parsed.visible != places.visible:  # an unforeseen change by a preprocessor
            yield KeptSource((Source(without_outer_blank_lines(text)),), text)
            return
        starts = [0, *(places.find(stretch.start) for stretch in parsed.stretches[1:])]
        ends = [*starts[1:], len(text)]
        for stretch, start, end in zip(parsed.stretches, starts, ends, strict=True):
            source = text[start:end]
            yield KeptSource(_blocks(stretch, source, markdown), source)


def _blocks(stretch: Stretch, source: str, markdown: Markdown) -> tuple[Block, ...]:
    """Return the blocks of stretch, or its source where the tree has no words for them."""
    opaque = (Source(without_outer_blank_lines(source)),)
    if stretch.is_opaque:
        return opaque
    elements = Elements(markdown)
    try:
        blocks = tuple(elements.block(element) for element in stretch.elements)
    except NotHeldError:
        return opaque
    normal = normalised(blocks)
    raw_pieces = _raw_pieces(blocks)
    holds_all = not raw_pieces or _raw_pieces(normal) == raw_pieces
    return normal if normal and holds_all else opaque


def _raw_pieces(blocks: Iterable[Block]) -> int:
    """Return how many pieces of raw HTML blocks hold; some turn to text in normal form."""
    contents = (content for block in blocks for content in contents_of(block))
    return sum(isinstance(piece, RawInline) for content in contents for piece in content)
