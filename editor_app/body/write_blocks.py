"""One block to Markdown, at a chosen level of caution."""

import re
from dataclasses import dataclass

from editor_app.body.looseness import LOOSE, is_written_tight, separators
from editor_app.body.tree import (
    Alignment,
    Block,
    Content,
    CrossHead,
    Figure,
    Image,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Separator,
    Source,
    Table,
)
from editor_app.body.write_content import Caution, Place, write_content, write_image

INDENT = "    "  # Python-Markdown knows no less for what belongs to an item
_COLUMN_RULES = {
    Alignment.NONE: "---",
    Alignment.LEFT: ":---",
    Alignment.CENTRE: ":---:",
    Alignment.RIGHT: "---:",
}


@dataclass(frozen=True, slots=True)
class BlockWriter:
    """Writes blocks as Markdown, all at one level of caution."""

    caution: Caution = Caution.PRETTY
    labels: frozenset[str] = frozenset()

    def block(self, block: Block, *, follows_text: bool = False) -> str:
        """Return block as Markdown, without a line end.

        In a container that ``follows_text``, a rule of hyphens would make that text a heading.
        """
        match block:
            case Paragraph(content=content):
                return self._content(content, Place.PARAGRAPH)
            case CrossHead(level=level, content=content):
                words = self._content(content, Place.HEADING)
                return f"{'#' * level} {words}".rstrip(" ")
            case Separator():
                return "***" if follows_text else "---"
            case Source(markdown=markdown):
                return markdown
        return self._larger(block)

    def _larger(self, block: Quote | ListBlock | Figure | Table) -> str:
        match block:
            case Quote(blocks=blocks):
                lines = self._blocks(blocks).split("\n")
                return "\n".join(f"> {line}" if line else ">" for line in lines)
            case ListBlock():
                return self._list(block)
            case Figure():
                return self._figure(block)
        return self._table(block)

    def _content(self, content: Content, place: Place) -> str:
        return write_content(content, place, self.caution, self.labels)

    def _blocks(self, blocks: tuple[Block, ...], *, follows_text: bool = False) -> str:
        written: list[str] = []
        for block in blocks:
            written.append(self.block(block, follows_text=follows_text))
            follows_text = isinstance(block, Paragraph)
        return LOOSE.join(written)

    def _figure(self, figure: Figure) -> str:
        image = Image(figure.src, figure.alt, figure.title)
        lines = [write_image(image, Place.LINE, self.caution)]
        if figure.caption:
            lines.append(": " + self._content(figure.caption, Place.LINE))
        if figure.credit:
            lines.append(":: " + self._content(figure.credit, Place.LINE))
        return "\n".join(lines)

    # ------------------------------------------------------------ tables

    def _table(self, table: Table) -> str:
        rules = " | ".join(_COLUMN_RULES[alignment] for alignment in table.alignments)
        rows = () if len(table.rows) == 1 and not any(table.rows[0]) else table.rows
        return "\n".join([self._row(table.head), f"| {rules} |", *map(self._row, rows)])

    def _row(self, cells: tuple[Content, ...]) -> str:
        return "| " + " | ".join(self._content(cell, Place.CELL) for cell in cells) + " |"

    # ------------------------------------------------------------ lists

    def _list(self, block: ListBlock) -> str:
        between = separators(block.items) or [LOOSE] * (len(block.items) - 1)
        parts: list[str] = []
        for number, item in enumerate(block.items):
            marker = f"{block.start + number}. " if block.is_numbered else "* "
            parts += [self._item(item, marker), *between[number : number + 1]]
        return "".join(parts)

    def _item(self, item: ListItem, marker: str) -> str:
        match item.blocks:
            case ():
                return marker
            case (Paragraph(is_tight=True) as text, ListBlock() as inner) if is_written_tight(item):
                return f"{_indented(self.block(text), marker)}\n{self._inside(inner)}"
            case (ListBlock() as inner,) if is_written_tight(item):
                return _indented(self._list(inner), marker)
            case (Paragraph() | CrossHead() as first, *rest):
                parts = [_indented(self.block(first), marker)]
                before: Block | None = first
            case _:
                parts, rest, before = [marker], list(item.blocks), None
        for block in rest:
            written = self.block(block, follows_text=isinstance(before, Paragraph))
            parts.append(_indented(written, INDENT))
            before = block
        return LOOSE.join(parts)

    def _inside(self, block: Block) -> str:
        return _indented(self.block(block), INDENT)


def _indented(text: str, first: str) -> str:
    """Return text after first, its other lines indented to belong to the same item."""
    return first + re.sub(r"\n(?=[^\n])", "\n" + INDENT, text)
