"""Boxes between ``:::`` lines: fact boxes, galleries, pull quotes, other languages, cards."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import Preprocessor
from typing_extensions import override

from editor_app.body.bracketed import LANGUAGE_TAG
from editor_app.body.captions import add_lines, on_one_line
from editor_app.body.cards import card_html, read_card
from editor_app.body.constructs import Stashed, stashed
from editor_app.body.parsing import PLACEHOLDER, source_of
from editor_app.body.tree import Card, CardKind

FACT_BOX, GALLERY, PULL_QUOTE, PASSAGE, UNKNOWN = "fact-box", "gallery", "pull-quote", "lang", ""

_OPENING = re.compile(r":{3,} *(\{[^{}]*\}|[\w.-]+)(?: +(.*?))??(?: +:{3,})? *")
_CLOSING = re.compile(r":{3,} *")
_PASSAGE = re.compile(rf"({LANGUAGE_TAG})(?: +(ltr|rtl))?")
_PULL_QUOTE = re.compile(
    r"(?P<words>(?:(?!::?[ ])[^\n]*(?:\n|$))*)"
    r"(?::[ ]+(?P<speaker>[^\n]*)(?:\n|$))?(?:::[ ]+(?P<role>[^\n]*))?"
)


class Fence(Stashed):
    """An opening line of a box, or the closing one, set aside."""

    __slots__ = ("name", "words")
    name: str  # what kind of box opens; of a closing line, UNKNOWN
    words: str  # what its opening line says behind the name


class StashedCard(Stashed):
    """A whole card, set aside."""

    __slots__ = ("card",)
    card: Card


@dataclass(slots=True)
class _Box:
    """The lines of a box: from the opening one to the closing one."""

    start: int
    end: int
    name: str
    words: str
    inside: list["_Box"] = field(default_factory=list)


# ---------------------------------------------------------------- before parsing


class BoxPreprocessor(Preprocessor):
    """Set aside the lines that open and close boxes, and cards as a whole.

    Line by line, each looked at once. A line without its partner is text. What stands in a box
    that cannot stand there makes it a box of an unknown kind, which the tree does not hold.
    """

    @override
    def run(self, lines: list[str]) -> list[str]:
        if not any(line.startswith(":::") for line in lines):
            return lines
        result: list[str] = []
        done = 0
        for box in _boxes(lines):
            result += lines[done : box.start]
            result += self._set_aside(box, lines)
            done = box.end + 1
        return result + lines[done:]

    def _set_aside(self, box: _Box, lines: list[str]) -> list[str]:
        card = self._card(box, lines)
        if card is not None:
            return ["", card, ""]
        inside = lines[box.start + 1 : box.end]
        cards = [self._card(inner, lines) for inner in box.inside]
        name = _known_name(box)
        if name == FACT_BOX and None not in cards:
            inside = _with_cards(box, lines, [card or "" for card in cards])
        elif cards:
            name, inside = UNKNOWN, self._without_fences(box, lines)
        opening = self._fence(lines[box.start], name, box.words)
        return ["", opening, "", *inside, "", self._fence(lines[box.end], UNKNOWN, ""), ""]

    def _without_fences(self, box: _Box, lines: Sequence[str]) -> list[str]:
        """Return the lines inside box with the fences among them set aside, unseen on a page."""
        fences: set[int] = set()
        waiting = list(box.inside)
        while waiting:
            inner = waiting.pop()
            fences |= {inner.start, inner.end}
            waiting += inner.inside
        result: list[str] = []
        for number in range(box.start + 1, box.end):
            line = lines[number]
            if number in fences:
                piece = stashed("<!-- -->", line, is_block=True)
                result += ["", self.md.htmlStash.store(piece), ""]
            else:
                result.append(line)
        return result

    def _fence(self, line: str, name: str, words: str) -> str:
        fence = Fence("")
        fence.source, fence.is_block = line, True
        fence.name, fence.words = name, words
        return self.md.htmlStash.store(fence)

    def _card(self, box: _Box, lines: list[str]) -> str | None:
        """Return what stands for box if it is a card with only what such a card says."""
        if box.inside or box.words or box.name not in set(CardKind):
            return None
        inside = (source_of(line, self.md) for line in lines[box.start + 1 : box.end])
        card = read_card(CardKind(box.name), (line for line in inside if line.strip()))
        if card is None:
            return None
        piece = StashedCard(card_html(card))
        piece.source, piece.is_block = "\n".join(lines[box.start : box.end + 1]), True
        piece.card = card
        return self.md.htmlStash.store(piece)


def _boxes(lines: Sequence[str]) -> Iterator[_Box]:
    """Yield the outermost boxes of a text, in order."""
    opened: list[_Box] = []
    closed: list[_Box] = []
    for number, line in enumerate(lines):
        if not line.startswith(":::"):
            continue
        if _CLOSING.fullmatch(line):
            if opened:
                box = opened.pop()
                box.end = number
                while closed and closed[-1].start > box.start:
                    box.inside.append(closed.pop())
                box.inside.reverse()
                closed.append(box)
        elif opening := _OPENING.fullmatch(line):
            opened.append(_Box(number, number, opening[1], opening[2] or ""))
    yield from closed


def _known_name(box: _Box) -> str:
    if box.name == PASSAGE:
        return PASSAGE if _PASSAGE.fullmatch(box.words) else UNKNOWN
    if box.name == PULL_QUOTE:
        return UNKNOWN if box.words else PULL_QUOTE
    return box.name if box.name in {FACT_BOX, GALLERY} else UNKNOWN


def _with_cards(box: _Box, lines: Sequence[str], cards: Sequence[str]) -> list[str]:
    """Return the lines inside box with what stands for the cards among them."""
    result: list[str] = []
    done = box.start + 1
    for inner, card in zip(box.inside, cards, strict=True):
        result += [*lines[done : inner.start], "", card, ""]
        done = inner.end + 1
    return [*result, *lines[done : box.end]]


def stashed_piece(text: str, markdown: Markdown) -> object:
    """Return the piece that text, a block of its own, stands for; None if it is no such block."""
    found = PLACEHOLDER.fullmatch(text.strip())
    pieces = markdown.htmlStash.rawHtmlBlocks
    return pieces[int(found[1])] if found and int(found[1]) < len(pieces) else None


# ---------------------------------------------------------------- blocks


class BoxProcessor(BlockProcessor):
    """Read what stands between the opening and the closing line of a box."""

    @override
    def test(self, parent: ET.Element, block: str) -> bool:
        return isinstance(stashed_piece(block, self.parser.md), Fence)

    @override
    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        fence = stashed_piece(blocks.pop(0), self.parser.md)
        inside = list(self._inside(blocks))
        if not isinstance(fence, Fence):
            return
        if fence.name != PULL_QUOTE or not self._pull_quote(parent, inside):
            self.parser.parseBlocks(self._box(parent, fence.name, fence.words), inside)

    def _inside(self, blocks: list[str]) -> Iterator[str]:
        """Take the blocks up to the closing line, and that line."""
        while blocks:
            block = blocks.pop(0)
            if isinstance(stashed_piece(block, self.parser.md), Fence):
                return
            yield block

    @staticmethod
    def _box(parent: ET.Element, name: str, words: str) -> ET.Element:
        """Add an element for a box to parent; a plain one where its kind is not known."""
        passage = _PASSAGE.fullmatch(words) if name == PASSAGE else None
        if passage is not None:
            direction = {"dir": passage[2]} if passage[2] else {}
            return ET.SubElement(parent, "div", {"lang": passage[1]} | direction)
        if name == GALLERY:
            return _gallery(parent, words)
        if name != FACT_BOX:
            return ET.SubElement(parent, "div")
        box = ET.SubElement(parent, "aside", {"class": FACT_BOX})
        if words:
            ET.SubElement(box, "p", {"class": "title"}).text = words
        return box

    def _pull_quote(self, parent: ET.Element, inside: list[str]) -> bool:
        """Add a pull quote to parent if inside is one: words, then who said them."""
        found = _PULL_QUOTE.fullmatch("\n\n".join(inside).strip("\n"))
        if found is None or "\n\n" in found[0]:
            return False
        figure = ET.SubElement(parent, "figure", {"class": PULL_QUOTE})
        quote = ET.SubElement(figure, "blockquote")
        if found["words"].strip():
            ET.SubElement(quote, "p").text = on_one_line(found["words"])
        add_lines(figure, [(name, found[name]) for name in ("speaker", "role")])
        return True


def _gallery(parent: ET.Element, title: str) -> ET.Element:
    """Add an element for a gallery to parent; return the one that its photos go into."""
    gallery = ET.SubElement(parent, "figure", {"class": GALLERY})
    if title:
        ET.SubElement(gallery, "figcaption", {"class": "title"}).text = title
    return ET.SubElement(gallery, "div", {"class": "photos"})
