"""Python-Markdown's elements as blocks of the tree; what the tree has no words for is refused."""

import xml.etree.ElementTree as ET
from dataclasses import replace

from markdown import Markdown

from editor_app.body.boxes import StashedCard, stashed_piece
from editor_app.body.figure_setting import FigureSetting, read_setting
from editor_app.body.inline_elements import InlineElements, NotHeldError, plain
from editor_app.body.inline_html import is_block_html
from editor_app.body.tree import (
    NO_MARKS,
    Alignment,
    Block,
    Content,
    CrossHead,
    Direction,
    FactBox,
    Figure,
    Gallery,
    Inline,
    ListBlock,
    ListItem,
    Paragraph,
    Passage,
    PullQuote,
    Quote,
    Separator,
    Table,
    Text,
)

_BLOCKS = frozenset(
    [
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "hr", "table"),
        *("figure", "aside", "div"),
    ]
)


class Elements:
    """Turns the elements of one parsed text into blocks, not yet in normal form."""

    def __init__(self, markdown: Markdown) -> None:
        self._markdown = markdown
        self._inline = InlineElements(markdown)

    # ------------------------------------------------------------ blocks

    def block(self, element: ET.Element) -> Block:
        """Return element as a block.

        Raises:
            NotHeldError: the tree has no words for it.
        """
        match element.tag:
            case "p":
                return self._paragraph(element)
            case "ul" | "ol":
                return self._list(element)
            case "blockquote":
                return Quote(self._quoted(plain(element)))
            case "hr":
                return Separator()
            case "figure":
                return self._any_figure(element)
        return self._larger(element)

    def _larger(self, element: ET.Element) -> Block:
        match element.tag:
            case "aside":
                return self._fact_box(element)
            case "div":
                return self._passage(element)
        return self._leaf(plain(element))

    def _leaf(self, element: ET.Element) -> Block:
        match element.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6" as name:
                return CrossHead(int(name[1]), self._inline.content(element))
            case "table":
                return self._table(element)
        raise NotHeldError(element.tag)

    def _paragraph(self, element: ET.Element) -> Block:
        piece = None if len(element) else stashed_piece(plain(element).text or "", self._markdown)
        if isinstance(piece, StashedCard):
            return piece.card
        if piece is not None and is_block_html(str(piece)):
            raise NotHeldError("raw HTML")
        return Paragraph(self._inline.content(plain(element)))

    def _quoted(self, element: ET.Element) -> tuple[Block, ...]:
        blocks = self._children(element)
        if any(isinstance(block, Paragraph) and block.is_tight for block in blocks):
            raise NotHeldError("bare text in a quote")
        return blocks

    def _list(self, element: ET.Element) -> Block:
        is_numbered = element.tag == "ol"
        if set(element.attrib) - {"start"}:
            raise NotHeldError("list attributes")
        if any(item.tag != "li" or (item.tail or "").strip() for item in element):
            raise NotHeldError("not an item")
        items = tuple(ListItem(self._children(plain(item))) for item in element)
        start = element.get("start", "1")
        if start != str(int(start)):
            raise NotHeldError("a number with leading zeros")
        return ListBlock(is_numbered, items, int(start))

    def _children(self, element: ET.Element) -> tuple[Block, ...]:
        """Return the blocks in a container, its bare text as tight paragraphs."""
        blocks: list[Block] = []
        bare: list[Inline] = list(self._inline.text(element.text, NO_MARKS))

        def end_bare_text() -> None:
            if any(not isinstance(piece, Text) or piece.text.strip(" \n") for piece in bare):
                blocks.append(Paragraph(self._inline.finished(bare), is_tight=True))
            bare.clear()

        for child in element:
            if child.tag not in _BLOCKS:
                bare += self._inline.inline(child, NO_MARKS)
                bare += self._inline.text(child.tail, NO_MARKS)
                continue
            end_bare_text()
            blocks.append(self.block(child))
            if (child.tail or "").strip():
                bare += self._inline.text(child.tail, NO_MARKS)
        end_bare_text()
        return tuple(blocks)

    # ------------------------------------------------------------ figures

    def _any_figure(self, element: ET.Element) -> Block:
        match element.get("class", ""):
            case "quote":
                return self._attributed_quote(element)
            case "pull-quote":
                return self._pull_quote(element)
            case "gallery":
                return self._gallery(element)
        return self._figure(element)

    def _figure(self, element: ET.Element) -> Block:
        setting = read_setting(element.get("class", ""))
        images = [child for child in element if child.tag == "img"]
        lines = self._lines(element, but={"img"})
        if setting is None or len(images) != 1 or not lines.keys() <= {"caption", "credit"}:
            raise NotHeldError("figure")
        image = self._inline.image(images[0], NO_MARKS)
        caption, credit = lines.get("caption"), lines.get("credit")
        return _set_figure(
            Figure(
                image.src,
                image.alt,
                image.title,
                () if caption is None else self._inline.content(caption),
                () if credit is None else self._inline.line(credit),
            ),
            setting,
        )

    def _gallery(self, element: ET.Element) -> Block:
        title = element.find("figcaption")
        [photos] = element.findall("div")
        blocks = self._children(photos)
        figures = tuple(block for block in blocks if isinstance(block, Figure))
        if not figures or len(figures) != len(blocks):
            raise NotHeldError("a gallery of something else")
        return Gallery(figures, () if title is None else self._inline.line(title))

    def _attributed_quote(self, element: ET.Element) -> Block:
        quote, words = element
        return Quote(self._quoted(quote), self._inline.line(words))

    def _pull_quote(self, element: ET.Element) -> Block:
        [quote] = element.findall("blockquote")
        lines = self._lines(element, but={"blockquote"})
        speaker, role = lines.get("speaker"), lines.get("role")
        return PullQuote(
            self._inline.content(quote[0]) if len(quote) else (),
            () if speaker is None else self._inline.line(speaker),
            () if role is None else self._inline.line(role),
        )

    @staticmethod
    def _lines(element: ET.Element, *, but: set[str]) -> dict[str, ET.Element]:
        """Return the lines of the captions in element by what they are."""
        if _stray_words(element):
            raise NotHeldError("words in a figure")
        lines: dict[str, ET.Element] = {}
        for child in element:
            if child.tag == "figcaption" and not _stray_words(child):
                lines |= {line.get("class", "?"): line for line in child}
            elif child.tag not in but:
                raise NotHeldError("figure")
        return lines

    # ------------------------------------------------------------ boxes

    def _fact_box(self, element: ET.Element) -> Block:
        title: Content = ()
        if len(element) and element[0].get("class") == "title":
            title = self._inline.line(element[0])
            element.remove(element[0])
        return FactBox(title, self._boxed(element))

    def _passage(self, element: ET.Element) -> Block:
        language = element.get("lang", "")
        if not language:
            raise NotHeldError("a box of an unknown kind")
        return Passage(language, self._boxed(element), Direction(element.get("dir", "")))

    def _boxed(self, element: ET.Element) -> tuple[Block, ...]:
        blocks = self._children(element)
        if any(isinstance(block, Paragraph) and block.is_tight for block in blocks):
            raise NotHeldError("bare text in a box")
        return blocks

    # ------------------------------------------------------------ tables

    def _table(self, element: ET.Element) -> Block:
        parts: dict[str, ET.Element] = {part.tag: part for part in element}
        if len(parts) != len(element) or len(parts.get("thead", ())) != 1:
            raise NotHeldError("table")
        head = list(parts["thead"][0])
        rows = [list(row) for row in parts["tbody"]]
        return Table(
            tuple(_alignment(cell) for cell in head),
            self._cells(head),
            tuple(map(self._cells, rows)),
            self._inline.line(parts["caption"]) if "caption" in parts else (),
            any(row[0].get("scope") == "row" for row in rows),
        )

    def _cells(self, cells: list[ET.Element]) -> tuple[Content, ...]:
        return tuple(self._inline.content(cell) for cell in cells)


def _stray_words(element: ET.Element) -> bool:
    return bool((element.text or "").strip() or any((c.tail or "").strip() for c in element))


def _alignment(cell: ET.Element) -> Alignment:
    return Alignment(cell.get("class", "").removeprefix("align-"))


def _set_figure(figure: Figure, setting: FigureSetting) -> Figure:
    alt = "" if setting.is_decorative else figure.alt
    return replace(figure, alt=alt, **setting._asdict())
