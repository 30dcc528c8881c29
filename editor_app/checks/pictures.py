"""Pictures without alt text between words and in HTML, however they came into a body."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import PurePosixPath

from typing_extensions import override

from editor_app.body.contents import own_contents
from editor_app.body.html import shown_block
from editor_app.body.profile import Definitions
from editor_app.body.tree import (
    Block,
    Image,
    RawInline,
    Source,
)


def undescribed(block: Block) -> Iterator[str]:
    """Yield the names of the pictures between the words of block that have no alt text."""
    for content in own_contents(block):
        for piece in content:
            if isinstance(piece, Image) and not piece.alt.strip():
                yield _name(piece.src)
            elif isinstance(piece, RawInline):
                yield from _undescribed_in_html(piece.source)


def undescribed_in_source(block: Source, definitions: Definitions) -> Iterator[str]:
    """Yield the names of the pictures in a locked block that have no alt text."""
    if "<" in block.markdown or "![" in block.markdown:
        shown = shown_block(block, definitions=definitions)
        yield from _undescribed_in_html("".join((shown.html, *shown.notes)))


def _undescribed_in_html(html: str) -> list[str]:
    images = _Images()
    images.feed(html)
    images.close()
    return images.undescribed


class _Images(HTMLParser):
    """Collects the names of images without alt text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.undescribed: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "img" and not (values.get("alt") or "").strip():
            self.undescribed.append(_name(values.get("src") or ""))


def _name(src: str) -> str:
    return PurePosixPath(src).name or src
