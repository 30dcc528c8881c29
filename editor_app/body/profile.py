"""The one kind of Markdown the house reads: Python-Markdown, set up in one place.

Reading, verified writing and the rendering of source blocks all use this factory, so that they
cannot disagree. Typography and the like (`smarty`, `nl2br`, `toc`) have no place here: they
would be baked into the text.
"""

import xml.etree.ElementTree as ET
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import NamedTuple

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import DelimiterProcessor
from typing_extensions import override

from editor_app.body.block_constructs import (
    AttributedQuoteProcessor,
    CaptionedTableProcessor,
    CountedReferenceProcessor,
    FigureProcessor,
    LoneImageTreeprocessor,
    NoteTreeprocessor,
    TableTreeprocessor,
)
from editor_app.body.boxes import BoxPreprocessor, BoxProcessor
from editor_app.body.bracketed import FootnoteProcessor, SpanProcessor
from editor_app.body.constructs import AmpersandGuard, BoundsPreprocessor, FencePreprocessor
from editor_app.body.notes import notes_section, with_note_numbers
from editor_app.body.sections import SectionedHtmlPreprocessor
from editor_app.body.sifting import SiftedInlineProcessor

Definitions = tuple[tuple[str, str, str], ...]
"""Reference definitions: label in lower case, address, title."""

ESCAPABLE = frozenset("\\`*_{}[]()>#+-.!|~^")
"""What a backslash can escape in this profile (`Markdown.ESCAPED_CHARS`, tables, our marks)."""


class HouseExtension(Extension):
    """Everything the profile has beyond Python-Markdown, its tables and its sane lists."""

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        md.registerExtension(self)
        md.preprocessors.register(FencePreprocessor(md), "fenced_code_block", 26)
        md.preprocessors.register(BoundsPreprocessor(md), "bounds", 24)
        md.preprocessors.register(AmpersandGuard(md), "ampersand_guard", 22)
        md.preprocessors.register(SectionedHtmlPreprocessor(md), "html_block", 20)
        md.preprocessors.register(BoxPreprocessor(md), "boxes", 18)
        self._register_blocks(md)
        md.treeprocessors.register(SiftedInlineProcessor(md), "inline", 20)
        md.treeprocessors.register(LoneImageTreeprocessor(md), "lone_image", 15)
        md.treeprocessors.register(TableTreeprocessor(md), "table_markup", 14)
        md.treeprocessors.register(NoteTreeprocessor(md), "notes", -10)
        md.inlinePatterns.register(FootnoteProcessor(md), "note", 176)
        md.inlinePatterns.register(SpanProcessor(md), "span", 174)
        marks = md.inlinePatterns["em_strong"]
        if isinstance(marks, DelimiterProcessor):
            marks.add("~", "del,sub")
            marks.add("^", "sup")
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, "~", "^"]

    @staticmethod
    def _register_blocks(md: Markdown) -> None:
        blocks = md.parser.blockprocessors
        table = CaptionedTableProcessor(md.parser, {"use_align_attribute": False})
        blocks.register(BoxProcessor(md.parser), "box", 78)
        blocks.register(FigureProcessor(md.parser), "figure", 76)
        blocks.register(table, "table", 75)
        blocks.register(AttributedQuoteProcessor(md.parser), "quote", 20)
        blocks.register(CountedReferenceProcessor(md.parser), "reference", 15)


def make_markdown() -> Markdown:
    """Return a new parser of the house profile; one serves one thread at a time."""
    extensions = [TableExtension(), SaneListExtension(), HouseExtension()]
    return Markdown(extensions=extensions, output_format="html")


@cache
def _spare_parsers() -> deque[Markdown]:
    return deque(maxlen=4)


@contextmanager
def borrowed_markdown(definitions: Definitions = ()) -> Iterator[Markdown]:
    """Lend a fresh parser that knows definitions made elsewhere.

    Making one costs as much as reading a page, so a few are kept; a deque's ends are safe to use
    from any thread.
    """
    try:
        markdown = _spare_parsers().pop()
    except IndexError:
        markdown = make_markdown()
    markdown.reset()
    markdown.references.update({label: (href, title) for label, href, title in definitions})
    yield markdown
    _spare_parsers().append(markdown)


class Rendered(NamedTuple):
    """Markdown as HTML that has not passed the gate: the text, its notes not numbered, and them."""

    html: str
    notes: tuple[str, ...]


def rendered(text: str, definitions: Definitions = ()) -> Rendered:
    """Return text as HTML, and the words of each of its notes."""
    with borrowed_markdown(definitions) as markdown:
        html = markdown.convert(text)
        found = markdown.treeprocessors["notes"]
        notes = found.notes if isinstance(found, NoteTreeprocessor) and text.strip() else []
        return Rendered(html, tuple(_serialised(note, markdown) for note in notes))


def _serialised(note: ET.Element, markdown: Markdown) -> str:
    html = markdown.serializer(note).strip().removeprefix("<li>").removesuffix("</li>")
    for postprocessor in markdown.postprocessors:
        html = postprocessor.run(html)
    return html


def render_markdown(text: str, definitions: Definitions = ()) -> str:
    """Return text as HTML that has not passed the gate, the list of its notes at its end."""
    html, notes = rendered(text, definitions)
    if not notes:
        return html
    return f"{with_note_numbers(html, 1)}\n{notes_section(notes)}"
