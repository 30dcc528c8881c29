"""What the pictures of a body lack, however they came into it."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import PurePosixPath

from typing_extensions import override

from editor_app.body.contents import blocks_inside, own_contents
from editor_app.body.html import shown_block
from editor_app.body.profile import Definitions
from editor_app.body.read import definitions_in
from editor_app.body.tree import (
    Block,
    Body,
    Break,
    Content,
    Figure,
    Footnote,
    Image,
    RawInline,
    Source,
)


def lacking_in_pictures(body: Body) -> Iterator[str]:
    """Yield what keeps a body from going out because of its pictures, as sentences."""
    number = 0
    definitions = definitions_in(body.blocks)
    for block in _every_block(body.blocks):
        if isinstance(block, Figure) and block.src:
            number += 1
            yield from _lacking_in_photo(block, number)
        for name in undescribed(block):
            yield f"A picture within a line of the body (“{name}”) has no alt text."
        if isinstance(block, Source):
            for name in undescribed_in_source(block, definitions):
                yield f"A picture in a locked block of the body (“{name}”) has no alt text."


def _lacking_in_photo(figure: Figure, number: int) -> Iterator[str]:
    called = f"Photo {number} in the body (“{_known_as(figure)}”)"
    if not figure.alt.strip() and not figure.is_decorative:
        yield f"{called} has no alt text."
    if not _text(figure.credit).strip():
        yield f"{called} has no credit."


def _every_block(blocks: tuple[Block, ...]) -> Iterator[Block]:
    # A stack and not recursion: text from outside may be nested deeper than Python can go.
    waiting = list(reversed(blocks))
    while waiting:
        block = waiting.pop()
        yield block
        waiting.extend(reversed(blocks_inside(block)))


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


def _known_as(figure: Figure) -> str:
    return _text(figure.caption).strip() or figure.alt.strip() or _name(figure.src)


def _text(content: Content) -> str:
    return "".join(_words(inline) for inline in content)


def _words(inline: object) -> str:
    match inline:
        case Break():
            return " "
        case Image(alt=words) | RawInline(source=words):
            return words
        case Footnote():
            return ""
    return getattr(inline, "text", "")
