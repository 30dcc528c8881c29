"""Rules about tables: a reader who hears one needs its headings and what it is about."""

from collections.abc import Iterator
from dataclasses import replace

from editor_app.body.tree import Content, Table, Text
from editor_app.checks.finding import Change, Fix, Found, Level, PutBlocks
from editor_app.checks.passages import text_of
from editor_app.checks.rule import Examined, Group, ItemRule, Rule


def _header(examined: Examined) -> Iterator[Found]:
    for place, block in examined.blocks:
        if isinstance(block, Table) and block.rows and all(map(_is_blank, block.head)):
            yield Found(
                "This table has no headings above its columns.", place, subject=_said(block)
            )


def _caption(examined: Examined) -> Iterator[Found]:
    for place, block in examined.blocks:
        if isinstance(block, Table) and _is_blank(block.caption):
            yield Found("This table has no caption.", place, subject=_said(block))


def _columns(examined: Examined) -> Iterator[Found]:
    for place, block in examined.blocks:
        if not isinstance(block, Table):
            continue
        kept = [at for at in range(len(block.alignments)) if not _is_empty_column(block, at)]
        empty = len(block.alignments) - len(kept)
        if not empty:
            continue
        words = "An empty column" if empty == 1 else f"{empty} empty columns"
        table = _with_columns(block, kept)
        change = Change(place, PutBlocks((table,) if kept else ()))
        yield Found(f"{words} in this table.", place, Fix("Remove what is empty", (change,)))


def _said(table: Table) -> str:
    """Return the words by which a table is known: a reason given for it holds while they do."""
    cells = (*table.head, *(table.rows[0] if table.rows else ()))
    return " | ".join(text_of(cell).strip() for cell in cells)


def _is_empty_column(table: Table, at: int) -> bool:
    return _is_blank(table.head[at]) and all(_is_blank(row[at]) for row in table.rows)


def _with_columns(table: Table, kept: list[int]) -> Table:
    return replace(
        table,
        alignments=tuple(table.alignments[at] for at in kept),
        head=tuple(table.head[at] for at in kept),
        rows=tuple(tuple(row[at] for at in kept) for row in table.rows),
        has_header_column=table.has_header_column and 0 in kept,
    )


def _is_blank(content: Content) -> bool:
    return all(isinstance(piece, Text) and not piece.text.strip() for piece in content)


RULES: tuple[Rule, ...] = (
    ItemRule(
        id="table-header",
        title="Table without headings",
        group=Group.STRUCTURE,
        level=Level.WARNS,
        find=_header,
    ),
    ItemRule(
        id="table-caption",
        title="Table without a caption",
        group=Group.STRUCTURE,
        level=Level.HINTS,
        find=_caption,
    ),
    ItemRule(
        id="table-empty-column",
        title="Empty columns of a table",
        group=Group.STRUCTURE,
        level=Level.WARNS,
        find=_columns,
    ),
)
