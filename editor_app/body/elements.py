"""Python-Markdown's elements as blocks of the tree; what the tree has no words for is refused."""

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace

from markdown import Markdown, util

from editor_app.body.constructs import Stashed
from editor_app.body.inline_html import is_block_html
from editor_app.body.normal_content import is_linked
from editor_app.body.parsing import PLACEHOLDER, source_of
from editor_app.body.tidy import clean_attribute
from editor_app.body.tree import (
    NO_MARKS,
    Alignment,
    Block,
    Break,
    Content,
    CrossHead,
    Figure,
    Image,
    Inline,
    Link,
    ListBlock,
    ListItem,
    Mark,
    Marks,
    Paragraph,
    Quote,
    RawInline,
    Separator,
    Table,
    Text,
)

_MARKS = {mark.value: mark for mark in Mark if mark is not Mark.CODE}
_BLOCKS = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "blockquote",
        "pre",
        "hr",
        "table",
        "figure",
    ]
)
_REFERENCE = re.compile(r"&(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);", re.IGNORECASE)
_LINE_END = re.compile(r"[ \t]*\n[ \t]*")
_BREAK_TAG = re.compile(r"<br\s*/?>$")
_MARK_TAG = re.compile(r"<(/?)(strong|em|del|sup|sub|code)>$")


class NotHeldError(Exception):
    """The tree has no words for an element; its source is kept instead. Never leaves the reader."""


class Elements:
    """Turns the elements of one parsed text into blocks, not yet in normal form."""

    def __init__(self, markdown: Markdown) -> None:
        self._markdown = markdown

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
                return Quote(self._quoted(_plain(element)))
            case "hr":
                return Separator()
        return self._leaf(_plain(element))

    def _leaf(self, element: ET.Element) -> Block:
        match element.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6" as name:
                return CrossHead(int(name[1]), self._content(element))
            case "figure":
                return self._figure(element)
            case "table":
                return self._table(element)
        raise NotHeldError(element.tag)

    def _paragraph(self, element: ET.Element) -> Block:
        text = (_plain(element).text or "").strip()
        stashed = None if len(element) else PLACEHOLDER.fullmatch(text)
        if stashed is not None:
            raw = self._markdown.htmlStash.rawHtmlBlocks[int(stashed[1])]
            if is_block_html(str(raw)):
                raise NotHeldError("raw HTML")
        return Paragraph(self._content(element))

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
        items = tuple(ListItem(self._children(_plain(item))) for item in element)
        start = element.get("start", "1")
        if start != str(int(start)):
            raise NotHeldError("a number with leading zeros")
        return ListBlock(is_numbered, items, int(start))

    def _children(self, element: ET.Element) -> tuple[Block, ...]:
        """Return the blocks in a container, its bare text as tight paragraphs."""
        blocks: list[Block] = []
        bare: list[Inline] = list(self._text(element.text, NO_MARKS))

        def end_bare_text() -> None:
            if any(not isinstance(piece, Text) or piece.text.strip(" \n") for piece in bare):
                blocks.append(Paragraph(self._finished(bare), is_tight=True))
            bare.clear()

        for child in element:
            if child.tag not in _BLOCKS:
                bare += self._inline(child, NO_MARKS)
                bare += self._text(child.tail, NO_MARKS)
                continue
            end_bare_text()
            blocks.append(self.block(child))
            if (child.tail or "").strip():
                bare += self._text(child.tail, NO_MARKS)
        end_bare_text()
        return tuple(blocks)

    def _figure(self, element: ET.Element) -> Block:
        texts: dict[str, Content] = {}
        images: list[ET.Element] = []
        if _stray_words(element):
            raise NotHeldError("words in a figure")
        for child in element:
            if child.tag == "img":
                images.append(child)
            elif child.tag == "figcaption" and not _stray_words(child):
                texts |= {line.get("class", "?"): self._content(line) for line in child}
            else:
                raise NotHeldError("figure")
        if len(images) != 1 or not texts.keys() <= {"caption", "credit"}:
            raise NotHeldError("figure")
        image = self._image(images[0], NO_MARKS)
        return Figure(image.src, image.alt, image.title, **texts)

    def _table(self, element: ET.Element) -> Block:
        rows = [(part.tag, list(row)) for part in element for row in part]
        heads = [cells for tag, cells in rows if tag == "thead"]
        if len(heads) != 1:
            raise NotHeldError("table")
        alignments = tuple(_alignment(cell) for cell in heads[0])
        body = tuple(self._cells(cells) for tag, cells in rows if tag == "tbody")
        return Table(alignments, self._cells(heads[0]), body)

    def _cells(self, cells: list[ET.Element]) -> tuple[Content, ...]:
        return tuple(self._content(cell) for cell in cells)

    # ------------------------------------------------------------ inline content

    def _content(self, element: ET.Element) -> Content:
        return self._finished(list(self._inside(element, NO_MARKS)))

    @staticmethod
    def _finished(pieces: list[Inline]) -> Content:
        return _with_marks_of_tags(pieces)

    def _inside(self, element: ET.Element, marks: Marks) -> Iterator[Inline]:
        yield from self._text(element.text, marks)
        for child in element:
            yield from self._inline(child, marks)
            yield from self._text(child.tail, marks)

    def _inline(self, element: ET.Element, marks: Marks) -> Iterator[Inline]:
        match element.tag:
            case "a":
                yield from self._link(element, marks)
            case "img":
                yield self._image(element, marks)
            case "br":
                yield Break(marks)
            case "code":
                yield self._code(element, marks)
            case name if name in _MARKS:
                yield from self._inside(_plain(element), marks | {_MARKS[name]})
            case name:
                raise NotHeldError(name)

    def _link(self, element: ET.Element, marks: Marks) -> list[Inline]:
        if set(element.attrib) - {"href", "title"}:
            raise NotHeldError("link attributes")
        link = Link(self._address(element, "href"), self._attribute(element, "title"))
        inside = list(self._inside(element, NO_MARKS))
        if any(is_linked(piece) for piece in inside):
            raise NotHeldError("a link in a link")
        if not any(not isinstance(piece, Text) or piece.text.strip() for piece in inside):
            raise NotHeldError("a link without words")
        return [replace(piece, marks=piece.marks | marks | {link}) for piece in inside]

    def _image(self, element: ET.Element, marks: Marks) -> Image:
        if set(element.attrib) - {"src", "alt", "title"}:
            raise NotHeldError("image attributes")
        alt, title = self._attribute(element, "alt"), self._attribute(element, "title")
        return Image(self._address(element, "src"), alt, title, marks)

    def _code(self, element: ET.Element, marks: Marks) -> Text:
        if len(_plain(element)):
            raise NotHeldError("elements in code")
        text = source_of(html.unescape(element.text or ""), self._markdown)
        return Text(text, marks | {Mark.CODE})

    def _address(self, element: ET.Element, name: str) -> str:
        address = self._attribute(element, name)
        if address != clean_attribute(address):
            raise NotHeldError("an address over two lines")
        return address

    def _attribute(self, element: ET.Element, name: str) -> str:
        text = element.get(name, "").replace(util.AMP_SUBSTITUTE, "&")
        return _with_characters(PLACEHOLDER.sub(self._stashed_html, text))

    def _stashed_html(self, placeholder: re.Match[str]) -> str:
        return str(self._markdown.htmlStash.rawHtmlBlocks[int(placeholder[1])])

    def _text(self, text: str | None, marks: Marks) -> Iterator[Inline]:
        """Yield text with its stashed pieces as what they are."""
        if not text:
            return
        end = 0
        for placeholder in PLACEHOLDER.finditer(text):
            yield Text(_plain_text(text[end : placeholder.start()]), marks)
            yield self._stashed(int(placeholder[1]), marks)
            end = placeholder.end()
        yield Text(_plain_text(text[end:]), marks)

    def _stashed(self, number: int, marks: Marks) -> Inline:
        piece = self._markdown.htmlStash.rawHtmlBlocks[number]
        if isinstance(piece, Stashed) and piece.is_block:
            raise NotHeldError("a block inside text")
        if isinstance(piece, Stashed):
            return Text(piece.source, marks)
        source = source_of(str(piece), self._markdown)
        if _REFERENCE.fullmatch(source):
            return Text(html.unescape(source), marks)
        if _BREAK_TAG.match(source):
            return Break(marks)
        if "\n" in source.strip("\n"):
            raise NotHeldError("inline HTML over two lines")
        return RawInline(source.strip("\n"), marks)


def _plain(element: ET.Element) -> ET.Element:
    if element.attrib:
        raise NotHeldError(f"{element.tag} with attributes")
    return element


def _stray_words(element: ET.Element) -> bool:
    return bool((element.text or "").strip() or any((c.tail or "").strip() for c in element))


def _alignment(cell: ET.Element) -> Alignment:
    return Alignment(cell.get("class", "").removeprefix("align-"))


def _plain_text(text: str) -> str:
    """Return text as a reader sees it.

    The serialiser leaves alone whatever looks like a character reference, so it is one.
    """
    if "&" in text or util.AMP_SUBSTITUTE in text:
        text = _with_characters(text.replace(util.AMP_SUBSTITUTE, "&"))
    return _LINE_END.sub(" ", text) if "\n" in text else text


def _with_characters(text: str) -> str:
    return _REFERENCE.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


def _with_marks_of_tags(pieces: list[Inline]) -> Content:
    """Return pieces with tags such as ``<strong>…</strong>`` as marks where they pair up."""
    opened: list[tuple[str, int, Marks]] = []
    pairs: list[tuple[int, int, Mark]] = []
    for index, piece in enumerate(pieces):
        tag = _MARK_TAG.match(piece.source) if isinstance(piece, RawInline) else None
        if tag is None:
            continue
        if not tag[1]:
            opened.append((tag[2], index, piece.marks))
        elif opened and (opened[-1][0], opened[-1][2]) == (tag[2], piece.marks):
            pairs.append((opened.pop()[1], index, Mark(tag[2])))
    if not pairs:
        return tuple(pieces)
    added: list[Marks] = [NO_MARKS] * len(pieces)
    for start, end, mark in pairs:
        for index in range(start + 1, end):
            added[index] |= {mark}
    dropped = {index for start, end, _ in pairs for index in (start, end)}
    kept = (i for i in range(len(pieces)) if i not in dropped)
    return tuple(replace(pieces[i], marks=pieces[i].marks | added[i]) for i in kept)
