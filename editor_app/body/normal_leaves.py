"""The normal form of blocks that hold words but no other blocks."""

from collections.abc import Iterator
from dataclasses import replace

from editor_app.body.inline_html import is_single_block_tag
from editor_app.body.normal_content import normalised_content, words_alone
from editor_app.body.tidy import clean_attribute
from editor_app.body.tree import (
    Break,
    Content,
    Figure,
    Footnote,
    Gallery,
    Inline,
    PullQuote,
    RawInline,
    Setting,
    Table,
    Text,
)


def normal_figure(figure: Figure) -> Figure:
    """Return figure in normal form."""
    return replace(
        figure,
        src=clean_attribute(figure.src),
        alt="" if figure.is_decorative else clean_attribute(figure.alt),
        title=clean_attribute(figure.title),
        caption=normalised_content(_on_one_line(figure.caption)),
        credit=one_line(figure.credit),
    )


def normal_gallery(gallery: Gallery) -> Gallery:
    """Return gallery in normal form: its photos stand side by side, whatever they were set as."""
    figures = (normal_figure(figure) for figure in gallery.figures)
    return Gallery(
        tuple(replace(figure, setting=Setting.NONE) for figure in figures),
        one_line(gallery.title),
    )


def normal_pull_quote(block: PullQuote) -> Iterator[PullQuote]:
    """Yield block in normal form, if it says anything."""
    content = normalised_content(_on_one_line(block.content))
    content = begun_with_words(content, is_at_margin=True)
    speaker, role = one_line(block.speaker), one_line(block.role)
    if content or speaker or role:
        yield PullQuote(content, speaker, role)


def normal_table(table: Table) -> Iterator[Table]:
    """Yield table with as many cells in each row as it has columns, and at least one row."""
    columns = len(table.alignments)
    if not columns:
        return
    rows = table.rows or ((),)
    yield replace(
        table,
        head=_normal_row(table.head, columns),
        rows=tuple(_normal_row(row, columns) for row in rows),
        caption=one_line(table.caption),
    )


def _normal_row(cells: tuple[Content, ...], columns: int) -> tuple[Content, ...]:
    cells = (*cells, *(((),) * columns))[:columns]
    return tuple(normalised_content(cell) for cell in cells)


def one_line(content: Content) -> Content:
    """Return content in normal form for a place that holds no breaks and no notes."""
    pieces: list[Inline] = []
    for piece in _on_one_line(content):
        if isinstance(piece, Footnote):
            pieces += [Text(" ("), *words_alone(piece.content), Text(")")]
        else:
            pieces.append(piece)
    return normalised_content(tuple(pieces))


def _on_one_line(content: Content) -> Content:
    return tuple(Text(" ", n.marks) if isinstance(n, Break) else n for n in content)


def begun_with_words(content: Content, *, is_at_margin: bool) -> Content:
    """Return content in normal form, a tag that would begin a block of raw HTML as words.

    At the margin every such tag would, elsewhere only one that stands alone.
    """
    while content and (is_at_margin or len(content) == 1):
        first = content[0]
        if not isinstance(first, RawInline) or not is_single_block_tag(first.source):
            break
        content = normalised_content((Text(first.source, first.marks), *content[1:]))
    return content
