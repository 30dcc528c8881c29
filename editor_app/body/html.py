"""The tree to HTML: only known elements, attributes and addresses can come out.

Source blocks and inline HTML, which are not ours, pass `editor_app.body.gate` on the way.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from editor_app.body.addresses import is_safe_address
from editor_app.body.bounds import MOST_RENDERED
from editor_app.body.constructs import unparsed_html
from editor_app.body.contents import contents_of
from editor_app.body.gate import clean_html
from editor_app.body.pictures import Picture, PictureSource, as_written, picture_attributes
from editor_app.body.profile import Definitions, render_markdown
from editor_app.body.read import definitions_in
from editor_app.body.spans import Span, spans
from editor_app.body.tree import (
    Alignment,
    Block,
    Body,
    Break,
    Content,
    CrossHead,
    Figure,
    Image,
    Link,
    ListBlock,
    Paragraph,
    Quote,
    RawInline,
    Separator,
    Source,
    Table,
    Text,
)

__all__ = ["Picture", "PictureSource", "as_written", "block_html", "block_htmls", "write_html"]


def write_html(body: Body, *, pictures: PictureSource = as_written) -> str:
    """Return body as HTML, a line end after each top-level block."""
    return "".join(html + "\n" for html in block_htmls(body, pictures=pictures))


def block_htmls(body: Body, *, pictures: PictureSource = as_written) -> tuple[str, ...]:
    """Return the HTML of each top-level block of body."""
    definitions = definitions_in(body.blocks)
    return tuple(
        block_html(block, pictures=pictures, definitions=definitions) for block in body.blocks
    )


def block_html(
    block: Block, *, pictures: PictureSource = as_written, definitions: Definitions = ()
) -> str:
    """Return one top-level block as HTML.

    The result depends on the arguments alone, and on ``definitions`` (see
    `editor_app.body.read.definitions_in`) only if block is a `Source`; so it can be cached.
    """
    if isinstance(block, Source):
        if len(block.markdown) > MOST_RENDERED:
            return unparsed_html(block.markdown)
        html = render_markdown(block.markdown, definitions)
        return clean_html(html, pictures=pictures).strip()
    html = _Writer(pictures).block(block)
    return clean_html(html, pictures=pictures) if _has_raw_inline(block) else html


def _has_raw_inline(block: Block) -> bool:
    return any(isinstance(piece, RawInline) for content in contents_of(block) for piece in content)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes blocks as HTML, with pictures from one place."""

    pictures: PictureSource

    def block(self, block: Block) -> str:
        match block:
            case Paragraph(content=content, is_tight=True):
                return self.content(content)
            case Paragraph(content=content):
                return f"<p>{self.content(content)}</p>"
            case CrossHead(level=level, content=content):
                return f"<h{level}>{self.content(content)}</h{level}>"
        return self._larger(block)

    def _larger(self, block: Quote | ListBlock | Figure | Table | Separator | Source) -> str:
        match block:
            case Quote(blocks=blocks):
                return f"<blockquote>\n{self._blocks(blocks)}\n</blockquote>"
            case ListBlock():
                return self._list(block)
            case Figure():
                return self._figure(block)
            case Table():
                return self._table(block)
            case Source(markdown=markdown):  # never inside a container in normal form
                return unparsed_html(markdown)
        return "<hr>"

    def _blocks(self, blocks: Iterable[Block]) -> str:
        return "\n".join(map(self.block, blocks))

    def _list(self, block: ListBlock) -> str:
        name = "ol" if block.is_numbered else "ul"
        start = f' start="{block.start}"' if block.is_numbered and block.start != 1 else ""
        items = "\n".join(f"<li>{self._blocks(item.blocks)}</li>" for item in block.items)
        return f"<{name}{start}>\n{items}\n</{name}>"

    def _figure(self, figure: Figure) -> str:
        """Return figure; without a picture to show, its alt text stands in words."""
        picture = self._image(figure.src, figure.alt, figure.title)
        if not picture and figure.alt:
            picture = f'<p class="missing-photo">{escape(figure.alt, quote=False)}</p>'
        lines = (("caption", figure.caption), ("credit", figure.credit))
        words = " ".join(
            f'<span class="{name}">{self.content(content)}</span>'
            for name, content in lines
            if content
        )
        caption = f"<figcaption>{words}</figcaption>" if words else ""
        return f"<figure>{picture}{caption}</figure>"

    def _table(self, table: Table) -> str:
        head = self._row("th", table.head, table.alignments)
        alignments = table.alignments
        if len(table.rows) == 1 and not any(table.rows[0]):
            alignments = (Alignment.NONE,) * len(alignments)  # as in a table of a head alone
        rows = "\n".join(self._row("td", row, alignments) for row in table.rows)
        return f"<table>\n<thead>\n{head}\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>"

    def _row(self, name: str, cells: Iterable[Content], alignments: Iterable[Alignment]) -> str:
        scope = ' scope="col"' if name == "th" else ""
        return "<tr>{}</tr>".format(
            "".join(
                f"<{name}{_alignment_class(alignment)}{scope}>{self.content(cell)}</{name}>"
                for cell, alignment in zip(cells, alignments, strict=True)
            )
        )

    # ------------------------------------------------------------ inline content

    def content(self, content: Content) -> str:
        return "".join(map(self._span, spans(content)))

    def _span(self, span: Span) -> str:
        if span.mark is not None:
            inside = "".join(map(self._span, span.inside))
            if isinstance(span.mark, Link):
                return f"<a{_link_attributes(span.mark)}>{inside}</a>"
            return f"<{span.mark}>{inside}</{span.mark}>"
        match span.piece:
            case Text(text=text):
                return escape(text, quote=False)
            case Image(src=src, alt=alt, title=title):
                return self._image(src, alt, title) or escape(alt, quote=False)
            case RawInline(source=source):
                return source
            case Break() | None:
                return "<br>\n"

    def _image(self, src: str, alt: str, title: str) -> str:
        picture = self.pictures(src)
        attributes = picture_attributes(picture) if picture else {}
        if not attributes:
            return ""
        attributes = {"alt": alt} | attributes | ({"title": title} if title else {})
        return "<img{}>".format("".join(_attribute(*pair) for pair in attributes.items()))


def _alignment_class(alignment: Alignment) -> str:
    return f' class="align-{alignment.value}"' if alignment else ""


def _link_attributes(link: Link) -> str:
    href = _attribute("href", link.href) if is_safe_address(link.href) else ""
    return href + (_attribute("title", link.title) if link.title else "")


def _attribute(name: str, value: str) -> str:
    return f' {name}="{escape(value)}"'
