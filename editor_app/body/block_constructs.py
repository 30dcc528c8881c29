"""What the house adds to Python-Markdown's blocks: figures, attributions, plain table markup.

Each construct keeps the number of visible characters of a text; `editor_app.body.parsing` counts
on that to tell positions.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from markdown.blockprocessors import BlockProcessor, BlockQuoteProcessor, ReferenceProcessor
from markdown.extensions.tables import TableProcessor
from markdown.treeprocessors import Treeprocessor
from typing_extensions import override

from editor_app.body.captions import add_lines, on_one_line
from editor_app.body.figure_setting import read_setting
from editor_app.body.notes import place_words


class FigureProcessor(BlockProcessor):
    """Read an image alone on a line, how it is set, and ``: caption`` and ``:: credit`` below."""

    _FIGURE = re.compile(
        r"""^[ ]{0,3}
        (?P<image>!\[(?:[^\[\]\\]|\\.)*\]
            \((?:<[^<>\n]*>|[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)(?:\s+"[^"\n]*")?\))
        (?:\{(?P<setting>[a-z ]+)\})?[ ]*
        (?:\n[ ]*:[ ]+(?P<caption>[^\n]*))?
        (?:\n[ ]*::[ ]+(?P<credit>[^\n]*))?$""",
        re.VERBOSE,
    )

    @override
    def test(self, parent: ET.Element, block: str) -> bool:
        if "![" not in block[:5] or self.parser.state.isstate("list"):
            return False
        found = self._FIGURE.match(block.rstrip())
        return found is not None and read_setting(found["setting"] or "") is not None

    @override
    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        found = self._FIGURE.match(blocks.pop(0).rstrip())
        figure = ET.SubElement(parent, "figure")
        if found is None:
            return
        figure.text = found["image"]
        if words := " ".join((found["setting"] or "").split()):
            figure.set("class", words)
        add_lines(figure, [(name, found[name]) for name in ("caption", "credit")])


class AttributedQuoteProcessor(BlockQuoteProcessor):
    """Read a quote whose last block, of two or more, starts with ``-- ``: who said it."""

    _SIGN = "-- "

    @override
    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        super().run(parent, blocks)
        quote = self.lastChild(parent)
        if quote is None or quote.tag != "blockquote" or not len(quote[:-1]):
            return
        last = quote[-1]
        words = last.text or ""
        if last.tag != "p" or len(last) or not words.startswith(self._SIGN):
            return
        if attribution := on_one_line(words.removeprefix(self._SIGN)):
            quote.remove(last)
            self._attribute(quote, attribution)

    @staticmethod
    def _attribute(quote: ET.Element, attribution: str) -> None:
        """Turn quote itself into a figure: others know it by its identity."""
        words = ET.Element("blockquote")
        words.extend(list(quote))
        for child in list(quote):
            quote.remove(child)
        quote.tag = "figure"
        quote.set("class", "quote")
        quote.append(words)
        ET.SubElement(quote, "figcaption", {"class": "attribution"}).text = attribution


class CaptionedTableProcessor(TableProcessor):
    """Read a table with a ``: caption`` right under it, and ``{header-column}`` behind that."""

    _CAPTION = re.compile(r"[ ]{0,3}:[ ]+((?:[^|\\]|\\.)*)")
    _HEADER_COLUMN = re.compile(r"(.*?)[ ]*(?<!\\)\{header-column\}[ ]*")
    _FEWEST_LINES = 3  # the heads, their rule, and what may be a caption

    @override
    def test(self, parent: ET.Element, block: str) -> bool:
        return super().test(parent, self._parts(block)[0])

    @override
    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        block, line = self._parts(blocks.pop(0))
        blocks.insert(0, block)
        super().run(parent, blocks)
        table = parent[-1]
        heads_rows = self._HEADER_COLUMN.fullmatch(line)
        caption = (heads_rows[1] if heads_rows else line).strip(" ")
        if heads_rows is not None:
            for row in table[-1]:
                row[0].tag = "th"
                row[0].set("scope", "row")
        if caption:
            element = ET.Element("caption")
            element.text = caption
            table.insert(0, element)

    def _parts(self, block: str) -> tuple[str, str]:
        """Return the rows of block, and what its last line says of the table."""
        rows, _, last = block.rstrip("\n ").rpartition("\n")
        if rows.count("\n") + 2 < self._FEWEST_LINES:
            return block, ""
        if last.strip(" ") == "{header-column}":
            return rows, last
        found = self._CAPTION.fullmatch(last)
        return (rows, found[1]) if found else (block, "")


class CountedReferenceProcessor(ReferenceProcessor):
    """Read reference definitions, and count them: they leave no trace among the elements."""

    count = 0

    @override
    def run(self, parent: ET.Element, blocks: list[str]) -> bool:
        is_found = super().run(parent, blocks) is not False
        self.count += is_found
        return is_found


# ---------------------------------------------------------------- after parsing


class LoneImageTreeprocessor(Treeprocessor):
    """Make a figure of a paragraph that holds an image and nothing else."""

    @override
    def run(self, root: ET.Element) -> None:
        drawn_out = {
            paragraph
            for figure in root.iter("figure")
            if figure.get("class") == "pull-quote"
            for paragraph in figure.iter("p")
        }
        for paragraph in root.iter("p"):
            if paragraph.attrib or paragraph in drawn_out or _has_words(paragraph):
                continue
            if len(paragraph) == 1 and paragraph[0].tag == "img":
                paragraph.tag = "figure"
        for figure in root.iter("figure"):
            if "decorative" in figure.get("class", "").split():
                for image in figure.findall("img"):
                    image.set("alt", "")


def _has_words(paragraph: ET.Element) -> bool:
    after = paragraph[0].tail if len(paragraph) else ""
    return bool((paragraph.text or "").strip() or (after or "").strip())


class TableTreeprocessor(Treeprocessor):
    """Say what a header cell heads, and the alignment by a class.

    The page's content security policy and the gate know no ``style`` attribute.
    """

    @override
    def run(self, root: ET.Element) -> None:
        for cell in _cells(root):
            if cell.tag == "th" and cell.get("scope") != "row":
                cell.set("scope", "col")
            style = cell.attrib.pop("style", "")
            if style:
                cell.set("class", "align-" + style.removeprefix("text-align:").strip(" ;"))


def _cells(root: ET.Element) -> Iterator[ET.Element]:
    for row in root.iter("tr"):
        yield from row


class NoteTreeprocessor(Treeprocessor):
    """Take the notes out of the text, each a place for its number left behind."""

    notes: list[ET.Element]

    @override
    def run(self, root: ET.Element) -> None:
        self.notes = []
        for note in list(root.iter("sup")):
            if note.get("class") != "note":
                continue
            words = ET.Element("li")
            words.text = note.text
            words.extend(list(note))
            tail = note.tail
            note.clear()
            note.tail = tail
            note.text = place_words(len(self.notes))
            self.notes.append(words)
