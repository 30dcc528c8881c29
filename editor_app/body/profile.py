"""The one kind of Markdown the house reads: Python-Markdown, set up in one place.

Reading, verified writing and the rendering of source blocks all use this factory, so that they
cannot disagree. Typography and the like (`smarty`, `nl2br`, `toc`) have no place here: they
would be baked into the text.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import DelimiterProcessor
from typing_extensions import override

from editor_app.body.constructs import (
    AmpersandGuard,
    BoundsPreprocessor,
    FencePreprocessor,
    FigureProcessor,
    LoneImageTreeprocessor,
    TableTreeprocessor,
)
from editor_app.body.sections import SectionedHtmlPreprocessor

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
        md.parser.blockprocessors.register(FigureProcessor(md.parser), "figure", 76)
        md.treeprocessors.register(LoneImageTreeprocessor(md), "lone_image", 15)
        md.treeprocessors.register(TableTreeprocessor(md), "table_markup", 14)
        marks = md.inlinePatterns["em_strong"]
        if isinstance(marks, DelimiterProcessor):
            marks.add("~", "del,sub")
            marks.add("^", "sup")
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, "~", "^"]


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


def render_markdown(text: str, definitions: Definitions = ()) -> str:
    """Return text as HTML that has not passed the gate."""
    with borrowed_markdown(definitions) as markdown:
        return markdown.convert(text)
