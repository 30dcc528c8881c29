"""The tree to HTML: only known elements, attributes and addresses can come out.

Source blocks and inline HTML, which are not ours, pass `editor_app.body.gate` on the way. Notes
are numbered through the whole text: a block's HTML depends on the number of its first note.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from editor_app.body.bounds import MOST_RENDERED
from editor_app.body.constructs import unparsed_html
from editor_app.body.contents import contents_of
from editor_app.body.gate import clean_html
from editor_app.body.html_blocks import BlockHtml
from editor_app.body.notes import notes_section, with_note_numbers
from editor_app.body.pictures import Picture, PictureSource, as_written, stand_ins
from editor_app.body.profile import Definitions, Rendered, rendered
from editor_app.body.read import definitions_in
from editor_app.body.tree import Block, Body, Footnote, RawInline, Source, Text

__all__ = [
    "Picture",
    "PictureSource",
    "ShownBlock",
    "as_written",
    "block_html",
    "block_htmls",
    "notes_section",
    "numbered",
    "shown_block",
    "shown_blocks",
    "write_html",
]


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """One top-level block as HTML, its notes not yet numbered, and the words of each note."""

    html: str
    notes: tuple[str, ...] = ()

    def numbered(self, first_note: int) -> str:
        """Return the block as the page has it, where its first note has that number."""
        return with_note_numbers(self.html, first_note) if self.notes else self.html


def write_html(body: Body, *, pictures: PictureSource = as_written) -> str:
    """Return body as HTML, a line end after each top-level block and after its notes."""
    shown = shown_blocks(body, pictures=pictures)
    notes = notes_section(note for block in shown for note in block.notes)
    return "".join(html + "\n" for html in (*numbered(shown), *([notes] if notes else [])))


def block_htmls(body: Body, *, pictures: PictureSource = as_written) -> tuple[str, ...]:
    """Return the HTML of each top-level block of body, without the list of its notes."""
    return tuple(numbered(shown_blocks(body, pictures=pictures)))


def shown_blocks(body: Body, *, pictures: PictureSource = as_written) -> tuple[ShownBlock, ...]:
    """Return each top-level block of body as HTML that is not numbered."""
    definitions = definitions_in(body.blocks)
    return tuple(
        shown_block(block, pictures=pictures, definitions=definitions) for block in body.blocks
    )


def numbered(blocks: Iterable[ShownBlock]) -> Iterator[str]:
    """Yield blocks, which follow each other in one text, with their notes numbered."""
    first_note = 1
    for block in blocks:
        yield block.numbered(first_note)
        first_note += len(block.notes)


def block_html(
    block: Block,
    *,
    pictures: PictureSource = as_written,
    definitions: Definitions = (),
    first_note: int = 1,
) -> str:
    """Return one top-level block as HTML, its notes numbered from ``first_note`` on."""
    shown = shown_block(block, pictures=pictures, definitions=definitions)
    return shown.numbered(first_note)


def shown_block(
    block: Block, *, pictures: PictureSource = as_written, definitions: Definitions = ()
) -> ShownBlock:
    """Return one top-level block as HTML that is not numbered.

    The result depends on the arguments alone, and on ``definitions`` (see
    `editor_app.body.read.definitions_in`) only if block is a `Source`; so it can be cached.
    """
    if isinstance(block, Source):
        html, notes = _rendered(block, definitions)
        clean = partial(clean_html, pictures=pictures, has_notes=False)
        return ShownBlock(clean(html).strip(), tuple(map(clean, notes)))
    others = [piece for line in contents_of(block) for piece in line if not isinstance(piece, Text)]
    is_gated = any(isinstance(piece, RawInline) for piece in others)
    writer = BlockHtml(stand_ins(pictures) if is_gated else pictures)
    html = writer.block(block)
    if is_gated:
        html = clean_html(html, pictures=pictures, has_notes=False)
    words = (piece.content for piece in others if isinstance(piece, Footnote))
    return ShownBlock(html, tuple(map(writer.content, words)))


def _rendered(block: Source, definitions: Definitions) -> Rendered:
    if len(block.markdown) > MOST_RENDERED:
        return Rendered(unparsed_html(block.markdown), ())
    return rendered(block.markdown, definitions)
