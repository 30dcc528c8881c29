"""One block of the tree as HTML, its notes not yet numbered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import count
from types import MappingProxyType

from editor_app.body.addresses import is_safe_address
from editor_app.body.cards import card_html
from editor_app.body.constructs import unparsed_html
from editor_app.body.figure_setting import setting_words
from editor_app.body.marks import AnyMark
from editor_app.body.notes import note_place
from editor_app.body.photo_lines import credit_html, description_html
from editor_app.body.pictures import Picture, PictureSource, Slot, is_shown, picture_html
from editor_app.body.spans import Span, spans
from editor_app.body.tree import (
    Abbreviation,
    Alignment,
    Block,
    Card,
    Content,
    CrossHead,
    Direction,
    FactBox,
    Figure,
    Footnote,
    Gallery,
    Image,
    Inline,
    Language,
    Link,
    ListBlock,
    Paragraph,
    Passage,
    PullQuote,
    Quote,
    RawInline,
    Separator,
    Setting,
    Source,
    Table,
    Text,
)

_Larger = Quote | PullQuote | FactBox | Passage | ListBlock | Figure | Gallery | Table | Card
_SLOTS = MappingProxyType(
    {Setting.LEFT: Slot.BESIDE, Setting.RIGHT: Slot.BESIDE, Setting.FULL: Slot.FULL}
)


@dataclass(frozen=True, slots=True)
class BlockHtml:
    """Writes one block as HTML, with pictures from one place; notes are counted from 0."""

    pictures: PictureSource
    _places: Iterator[int] = field(default_factory=count)

    def block(self, block: Block) -> str:
        """Return block as HTML."""
        match block:
            case Paragraph(content=content, is_tight=True):
                return self.content(content)
            case Paragraph(content=content):
                return f"<p>{self.content(content)}</p>"
            case CrossHead(level=level, content=content):
                return f"<h{level}>{self.content(content)}</h{level}>"
            case Separator():
                return "<hr>"
            case Source(markdown=markdown):  # never inside a container in normal form
                return unparsed_html(markdown)
        return self._larger(block)

    def _larger(self, block: _Larger) -> str:
        match block:
            case Figure():
                return self._figure(block)
            case Table():
                return self._table(block)
            case Card():
                return card_html(block)
            case PullQuote():
                return self._pull_quote(block)
        return self._container(block)

    def _container(self, block: Quote | FactBox | Passage | ListBlock | Gallery) -> str:
        match block:
            case Gallery():
                return self._gallery(block)
            case Quote():
                return self._quote(block)
            case FactBox(title=title, blocks=blocks):
                head = f'<p class="title">{self.content(title)}</p>\n' if title else ""
                return f'<aside class="fact-box">{head}{self._blocks(blocks)}\n</aside>'
            case Passage(language=language, blocks=blocks, direction=direction):
                return f"<div{_language(language, direction)}>\n{self._blocks(blocks)}\n</div>"
        return self._list(block)

    def _blocks(self, blocks: Iterable[Block]) -> str:
        return "\n".join(map(self.block, blocks))

    def _list(self, block: ListBlock) -> str:
        name = "ol" if block.is_numbered else "ul"
        start = f' start="{block.start}"' if block.is_numbered and block.start != 1 else ""
        items = "\n".join(f"<li>{self._blocks(item.blocks)}</li>" for item in block.items)
        return f"<{name}{start}>\n{items}\n</{name}>"

    def _quote(self, block: Quote) -> str:
        quote = f"<blockquote>\n{self._blocks(block.blocks)}\n</blockquote>"
        if not block.attribution:
            return quote
        words = f'<figcaption class="attribution">{self.content(block.attribution)}</figcaption>'
        return f'<figure class="quote">{quote}{words}</figure>'

    def _pull_quote(self, block: PullQuote) -> str:
        words = f"<p>{self.content(block.content)}</p>" if block.content else ""
        lines = (("speaker", block.speaker), ("role", block.role))
        speaker = _caption([(name, self.content(words)) for name, words in lines if words])
        return f'<figure class="pull-quote"><blockquote>{words}</blockquote>{speaker}</figure>'

    def _figure(self, figure: Figure, slot: Slot | None = None) -> str:
        """Return figure; without a picture to show, its alt text stands in words."""
        picture = self.pictures(figure.src)
        image = _shown(picture, slot or slot_of(figure), figure.alt, figure.title)
        if not image and figure.alt:
            image = f'<p class="missing-photo">{escape(figure.alt, quote=False)}</p>'
        names = setting_words(figure)
        kind = f' class="{names}"' if names else ""
        return f"<figure{kind}>{image}{self._figure_words(figure, picture)}</figure>"

    def _figure_words(self, figure: Figure, picture: Picture | None) -> str:
        """Return what stands under a photo; a long one only follows a short description."""
        lines = [("caption", self.content(figure.caption))] if figure.caption else []
        credit = credit_html(figure.credit, picture, self.content)
        if credit or figure.credit:
            lines.append(("credit", credit))
        described = description_html(picture) if figure.alt.strip() else ""
        return _caption(lines, described)

    def _gallery(self, gallery: Gallery) -> str:
        title = f'<figcaption class="title">{self.content(gallery.title)}</figcaption>'
        head = title if gallery.title else ""
        slot = gallery_slot(gallery)
        photos = "\n".join(self._figure(one, slot) for one in gallery.figures)
        return f'<figure class="gallery">{head}<div class="photos">\n{photos}\n</div></figure>'

    # ------------------------------------------------------------ tables

    def _table(self, table: Table) -> str:
        caption = f"<caption>{self.content(table.caption)}</caption>\n" if table.caption else ""
        head = self._head(table)
        rows = "\n".join(self._row(row, table) for row in table.rows)
        return f"<table>\n{caption}<thead>\n{head}\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>"

    def _head(self, table: Table) -> str:
        cells = zip(table.head, table.alignments, strict=True)
        return "<tr>{}</tr>".format(
            "".join(
                f'<th{_alignment_class(alignment)} scope="col">{self.content(cell)}</th>'
                for cell, alignment in cells
            )
        )

    def _row(self, row: tuple[Content, ...], table: Table) -> str:
        alignments = table.alignments
        if len(table.rows) == 1 and not any(table.rows[0]):
            alignments = (Alignment.NONE,) * len(alignments)  # as in a table of a head alone
        cells: list[str] = []
        for cell, alignment in zip(row, alignments, strict=True):
            heads_row = table.has_header_column and not cells
            name, scope = ("th", ' scope="row"') if heads_row else ("td", "")
            kind = _alignment_class(alignment)
            cells.append(f"<{name}{kind}{scope}>{self.content(cell)}</{name}>")
        return f"<tr>{''.join(cells)}</tr>"

    # ------------------------------------------------------------ inline content

    def content(self, content: Content) -> str:
        """Return inline content as HTML."""
        return "".join(map(self._span, spans(content)))

    def _span(self, span: Span) -> str:
        if span.mark is None:
            return self._piece(span.piece)
        inside = "".join(map(self._span, span.inside))
        name, attributes = _element(span.mark)
        return f"<{name}{attributes}>{inside}</{name}>"

    def _piece(self, piece: Inline | None) -> str:
        match piece:
            case Text(text=text):
                return escape(text, quote=False)
            case Image(src=src, alt=alt, title=title):
                image = _shown(self.pictures(src), Slot.TEXT, alt, title)
                return image or escape(alt, quote=False)
            case RawInline(source=source):
                return source
            case Footnote():
                return note_place(next(self._places))
        return "<br>\n"


def slot_of(figure: Figure) -> Slot:
    """Return where a figure outside a gallery stands."""
    return _SLOTS.get(figure.setting, Slot.TEXT)


def gallery_slot(gallery: Gallery) -> Slot:
    """Return where the figures of a gallery stand: a single one has all the room."""
    return Slot.GALLERY if len(gallery.figures) > 1 else Slot.TEXT


def _shown(picture: Picture | None, slot: Slot, alt: str, title: str) -> str:
    """Return a picture, or nothing where there is none that a page can show."""
    if picture is None or not is_shown(picture):
        return ""
    return picture_html(picture, slot, alt=alt, title=title)


def _caption(lines: Iterable[tuple[str, str]], described: str = "") -> str:
    """Return lines of HTML, each with its class, as the caption of a figure."""
    words = " ".join(f'<span class="{name}">{html}</span>' for name, html in lines)
    return f"<figcaption>{words}{described}</figcaption>" if words or described else ""


def _element(mark: AnyMark) -> tuple[str, str]:
    """Return the name of the element that stands for mark, and its attributes."""
    match mark:
        case Link(href=href, title=title):
            address = _attribute("href", href) if is_safe_address(href) else ""
            return "a", address + (_attribute("title", title) if title else "")
        case Language(tag=tag, direction=direction):
            return "span", _language(tag, direction)
        case Abbreviation(expansion=expansion):
            return "abbr", _attribute("title", expansion)
    return mark.value, ""


def _language(tag: str, direction: Direction) -> str:
    return _attribute("lang", tag) + (_attribute("dir", direction.value) if direction else "")


def _alignment_class(alignment: Alignment) -> str:
    return f' class="align-{alignment.value}"' if alignment else ""


def _attribute(name: str, value: str) -> str:
    return f' {name}="{escape(value)}"'
