"""Python-Markdown's inline elements as content; what the tree has no words for is refused."""

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace

from markdown import Markdown, util

from editor_app.body.constructs import Stashed
from editor_app.body.marks import joined_marks
from editor_app.body.normal_content import is_linked
from editor_app.body.parsing import PLACEHOLDER, source_of
from editor_app.body.tidy import clean_attribute
from editor_app.body.tree import (
    NO_MARKS,
    Abbreviation,
    Break,
    Content,
    Direction,
    Footnote,
    Image,
    Inline,
    Language,
    Link,
    Mark,
    Marks,
    RawInline,
    Text,
)

_MARKS = {mark.value: mark for mark in Mark if mark is not Mark.CODE}
_REFERENCE = re.compile(r"&(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);", re.IGNORECASE)
_LINE_END = re.compile(r"[ \t]*\n[ \t]*")
_BREAK_TAG = re.compile(r"<br\s*/?>$")
_MARK_TAG = re.compile(r"<(/?)(strong|em|del|sup|sub|code)>$")


class NotHeldError(Exception):
    """The tree has no words for an element; its source is kept instead. Never leaves the reader."""


class InlineElements:
    """Turns the inline elements of one parsed text into content, not yet in normal form."""

    def __init__(self, markdown: Markdown) -> None:
        self._markdown = markdown

    def content(self, element: ET.Element) -> Content:
        """Return what stands in element."""
        return self.finished(list(self._inside(element, NO_MARKS)))

    def line(self, element: ET.Element) -> Content:
        """Return what stands in element, where no note can stand."""
        content = self.content(element)
        if any(isinstance(piece, Footnote) for piece in content):
            raise NotHeldError("a note where none can stand")
        return content

    @staticmethod
    def finished(pieces: list[Inline]) -> Content:
        """Return pieces as content: tags such as ``<strong>`` are marks where they pair up."""
        return _with_marks_of_tags(pieces)

    def _inside(self, element: ET.Element, marks: Marks) -> Iterator[Inline]:
        yield from self.text(element.text, marks)
        for child in element:
            yield from self.inline(child, marks)
            yield from self.text(child.tail, marks)

    def inline(self, element: ET.Element, marks: Marks) -> Iterator[Inline]:
        """Yield element as inline content."""
        match element.tag:
            case "a":
                yield from self._link(element, marks)
            case "img":
                yield self.image(element, marks)
            case "br":
                yield Break(marks)
            case "code":
                yield self._code(element, marks)
            case "span" | "abbr":
                yield from self._inside(
                    element, joined_marks(frozenset({self._words_mark(element)}), marks)
                )
            case "sup" if element.get("class") == "note":
                yield self._note(element, marks)
            case name if name in _MARKS:
                yield from self._inside(plain(element), marks | {_MARKS[name]})
            case name:
                raise NotHeldError(name)

    def _link(self, element: ET.Element, marks: Marks) -> list[Inline]:
        if set(element.attrib) - {"href", "title"}:
            raise NotHeldError("link attributes")
        link = Link(self._address(element, "href"), self._attribute(element, "title"))
        inside = list(self._inside(element, NO_MARKS))
        if any(is_linked(piece) for piece in inside):
            raise NotHeldError("a link in a link")
        if not any(_shows_a_link(piece) for piece in inside):
            raise NotHeldError("a link without words")
        return [replace(piece, marks=joined_marks(piece.marks, marks | {link})) for piece in inside]

    def _words_mark(self, element: ET.Element) -> Language | Abbreviation:
        names = set(element.attrib)
        if element.tag == "abbr" and names == {"title"}:
            return Abbreviation(self._attribute(element, "title"))
        if element.tag == "span" and {"lang"} <= names <= {"lang", "dir"}:
            return Language(element.get("lang", ""), Direction(element.get("dir", "")))
        raise NotHeldError(f"{element.tag} with attributes")

    def _note(self, element: ET.Element, marks: Marks) -> Footnote:
        content = self.content(element)
        if any(not isinstance(piece, Text) for piece in content):
            raise NotHeldError("more than words in a note")
        return Footnote(content, marks)

    def image(self, element: ET.Element, marks: Marks) -> Image:
        """Return element as an image."""
        if set(element.attrib) - {"src", "alt", "title"}:
            raise NotHeldError("image attributes")
        alt, title = self._attribute(element, "alt"), self._attribute(element, "title")
        return Image(self._address(element, "src"), alt, title, marks)

    def _code(self, element: ET.Element, marks: Marks) -> Text:
        if len(plain(element)):
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

    def text(self, text: str | None, marks: Marks) -> Iterator[Inline]:
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


def plain(element: ET.Element) -> ET.Element:
    """Return element, which must have no attributes.

    Raises:
        NotHeldError: it has some.
    """
    if element.attrib:
        raise NotHeldError(f"{element.tag} with attributes")
    return element


def _shows_a_link(piece: Inline) -> bool:
    """Return whether a reader could see that piece is linked; a note leads to itself."""
    is_blank = isinstance(piece, Text) and not piece.text.strip()
    return not is_blank and not isinstance(piece, Footnote)


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
