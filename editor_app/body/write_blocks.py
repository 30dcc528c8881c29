"""One block to Markdown, at a chosen level of caution."""

import re
import string
from dataclasses import dataclass

from editor_app.body.cards import write_card
from editor_app.body.contents import blocks_inside
from editor_app.body.figure_setting import setting_words
from editor_app.body.looseness import LOOSE, is_written_tight, separators
from editor_app.body.tree import (
    Alignment,
    Block,
    Card,
    Content,
    CrossHead,
    FactBox,
    Figure,
    Gallery,
    Image,
    ListBlock,
    ListItem,
    Paragraph,
    Passage,
    PullQuote,
    Quote,
    Separator,
    Source,
    Table,
)
from editor_app.body.write_content import Caution, Place, write_content, write_image

_Larger = Quote | PullQuote | FactBox | Passage | ListBlock | Figure | Gallery | Table | Card

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

    def _larger(self, block: _Larger) -> str:
        match block:
            case Quote():
                return self._quote(block)
            case ListBlock():
                return self._list(block)
            case Figure():
                return self._figure(block)
            case Table():
                return self._table(block)
            case Card():
                return write_card(block, special=self._special_in_cards())
        return self._box(block)

    def _box(self, block: PullQuote | FactBox | Gallery | Passage) -> str:
        match block:
            case PullQuote():
                return self._pull_quote(block)
            case FactBox(title=title):
                opening = f"::: fact-box {self._content(title, Place.LINE)}"
            case Gallery(title=title):
                opening = f"::: gallery {self._content(title, Place.LINE)}"
            case _:
                opening = f"::: lang {block.language} {block.direction.value}"
        blocks = blocks_inside(block)
        inside = [self._blocks(blocks)] if blocks else []
        return "\n".join([opening.rstrip(" "), *inside, ":::"])

    def _pull_quote(self, block: PullQuote) -> str:
        lines = ["::: pull-quote"]
        if block.content:
            lines.append(self._content(block.content, Place.PULL_QUOTE))
        lines += self._lines((":", block.speaker), ("::", block.role))
        return "\n".join([*lines, ":::"])

    def _lines(self, *signed: tuple[str, Content]) -> list[str]:
        """Return a line for each content that says something, its sign before it."""
        return [f"{sign} {self._content(words, Place.LINE)}" for sign, words in signed if words]

    def _special_in_cards(self) -> str:
        """Return what is written as a reference in cards, which know no backslash."""
        return "" if self.caution < Caution.ENCODED else string.punctuation

    def _quote(self, quote: Quote) -> str:
        written = self._blocks(quote.blocks)
        if quote.attribution:
            written += f"{LOOSE}-- {self._content(quote.attribution, Place.LINE)}"
        return "\n".join(f"> {line}" if line else ">" for line in written.split("\n"))

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
        words = setting_words(figure)
        setting = f"{{{words}}}" if words else ""
        picture = write_image(image, Place.LINE, self.caution) + setting
        return "\n".join([picture, *self._lines((":", figure.caption), ("::", figure.credit))])

    # ------------------------------------------------------------ tables

    def _table(self, table: Table) -> str:
        rules = " | ".join(_COLUMN_RULES[alignment] for alignment in table.alignments)
        rows = () if len(table.rows) == 1 and not any(table.rows[0]) else table.rows
        lines = [self._row(table.head), f"| {rules} |", *map(self._row, rows)]
        caption = [self._content(table.caption, Place.TABLE_CAPTION)] if table.caption else []
        if table.has_header_column:
            caption.append("{header-column}")
        if table.caption:
            caption.insert(0, ":")
        return "\n".join([*lines, " ".join(caption)] if caption else lines)

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
