"""The tree to HTML: only known elements, attributes and addresses can come out.

Source blocks and inline HTML, which are not ours, pass `editor_app.body.gate` on the way. Notes
are numbered through the whole text: a block's HTML depends on the number of its first note.
"""

from collections.abc import Iterator
from itertools import chain

from editor_app.body.bounds import MOST_RENDERED
from editor_app.body.constructs import unparsed_html
from editor_app.body.contents import contents_of
from editor_app.body.gate import clean_html
from editor_app.body.html_blocks import BlockHtml
from editor_app.body.notes import footnotes_of, notes_section, with_note_numbers
from editor_app.body.pictures import Picture, PictureSource, as_written
from editor_app.body.profile import Definitions, Rendered, rendered
from editor_app.body.read import definitions_in
from editor_app.body.tree import Block, Body, RawInline, Source

__all__ = [
    "Picture",
    "PictureSource",
    "as_written",
    "block_html",
    "block_htmls",
    "block_notes",
    "notes_html",
    "write_html",
]


def write_html(body: Body, *, pictures: PictureSource = as_written) -> str:
    """Return body as HTML, a line end after each top-level block and after the notes."""
    parts = (*block_htmls(body, pictures=pictures), notes_html(body, pictures=pictures))
    return "".join(html + "\n" for html in parts if html)


def block_htmls(body: Body, *, pictures: PictureSource = as_written) -> tuple[str, ...]:
    """Return the HTML of each top-level block of body."""
    definitions = definitions_in(body.blocks)
    return tuple(_block_htmls(body, pictures, definitions))


def _block_htmls(body: Body, pictures: PictureSource, definitions: Definitions) -> Iterator[str]:
    first_note = 1
    for block in body.blocks:
        yield block_html(block, pictures=pictures, definitions=definitions, first_note=first_note)
        first_note += len(block_notes(block, pictures=pictures, definitions=definitions))


def notes_html(body: Body, *, pictures: PictureSource = as_written) -> str:
    """Return the list of the notes of body, which stands after its last block; often nothing."""
    definitions = definitions_in(body.blocks)
    notes = (
        block_notes(block, pictures=pictures, definitions=definitions) for block in body.blocks
    )
    return notes_section(chain.from_iterable(notes))


def block_html(
    block: Block,
    *,
    pictures: PictureSource = as_written,
    definitions: Definitions = (),
    first_note: int = 1,
) -> str:
    """Return one top-level block as HTML, its notes numbered from ``first_note`` on.

    The result depends on the arguments alone: on ``definitions`` (see
    `editor_app.body.read.definitions_in`) only if block is a `Source`, on ``first_note`` only if
    it has notes (`block_notes`); so it can be cached.
    """
    if isinstance(block, Source):
        html = clean_html(_shown(block, definitions).html, pictures=pictures, has_notes=False)
        return with_note_numbers(html.strip(), first_note)
    html = BlockHtml(pictures).block(block)
    if _has_raw_inline(block):
        html = clean_html(html, pictures=pictures, has_notes=False)
    return with_note_numbers(html, first_note)


def block_notes(
    block: Block, *, pictures: PictureSource = as_written, definitions: Definitions = ()
) -> tuple[str, ...]:
    """Return the words of each note in one top-level block as HTML, as the list of notes has it."""
    if isinstance(block, Source):
        if "^[" not in block.markdown:
            return ()
        notes = _shown(block, definitions).notes
        return tuple(clean_html(note, pictures=pictures, has_notes=False) for note in notes)
    writer = BlockHtml(pictures)
    return tuple(writer.content(note.content) for note in footnotes_of(block))


def _shown(block: Source, definitions: Definitions) -> Rendered:
    if len(block.markdown) > MOST_RENDERED:
        return Rendered(unparsed_html(block.markdown), ())
    return rendered(block.markdown, definitions)


def _has_raw_inline(block: Block) -> bool:
    return any(isinstance(piece, RawInline) for content in contents_of(block) for piece in content)
