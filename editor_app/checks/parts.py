"""The texts of one block by their names, and the block with another text in one of them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from editor_app.body.tree import (
    CARD_FIELDS,
    Block,
    Card,
    Content,
    CrossHead,
    FactBox,
    Figure,
    Footnote,
    Gallery,
    Paragraph,
    PullQuote,
    Quote,
    Source,
    Table,
    Text,
)
from editor_app.checks.passage import Kind

Part = tuple[str, Kind, Content]
"""The name of a text in its block (see `Place.part`), what it is, and its words."""


def parts_of(block: Block) -> Iterator[Part]:
    """Yield the texts that block itself has, notes after the text that they stand in."""
    count = 0
    for name, kind, content in _parts(block):
        yield name, kind, content
        for piece in content:
            if isinstance(piece, Footnote):
                yield f"note[{count}]", Kind.NOTE, piece.content
                count += 1


def with_part(block: Block, name: str, content: Content) -> Block:
    """Return block with another text in one of its parts.

    Raises:
        KeyError: block has no part of this name.
    """
    if name.startswith("note["):
        return _with_note(block, int(name[5:-1]), content)
    for part, attribute, _kind in _CONTENTS.get(type(block), ()):
        if part == name:
            changed: dict[str, Any] = {attribute: content}
            return replace(block, **changed)
    return _with_other(block, name, content)


def _with_other(block: Block, name: str, content: Content) -> Block:
    match block:
        case Figure() if name == "alt":
            return replace(block, alt=_plain(content))
        case Table():
            return _with_cell(block, name, content)
        case Card() if name in CARD_FIELDS[block.kind]:
            return _with_value(block, name, _plain(content))
        case Source() if not name:
            return Source(_plain(content))
    raise KeyError(name)


def _parts(block: Block) -> Iterator[Part]:
    if isinstance(block, Figure):
        yield "alt", Kind.ALT, (Text(block.alt),)
    for name, attribute, kind in _CONTENTS.get(type(block), ()):
        yield name, kind, getattr(block, attribute)
    if isinstance(block, Table):
        yield from _cells(block)
    elif isinstance(block, Card):
        for name, value in zip(CARD_FIELDS[block.kind], block.values, strict=False):
            yield name, Kind.CARD, (Text(value),)
    elif isinstance(block, Source):
        yield "", Kind.SOURCE, (Text(block.markdown),)


_CONTENTS: Mapping[type, tuple[tuple[str, str, Kind], ...]] = MappingProxyType(
    {
        Paragraph: (("", "content", Kind.PARAGRAPH),),
        CrossHead: (("", "content", Kind.CROSS_HEAD),),
        PullQuote: (
            ("", "content", Kind.PULL_TEXT),
            ("speaker", "speaker", Kind.SPEAKER),
            ("role", "role", Kind.ROLE),
        ),
        Figure: (("caption", "caption", Kind.CAPTION), ("credit", "credit", Kind.CREDIT)),
        FactBox: (("title", "title", Kind.TITLE),),
        Gallery: (("title", "title", Kind.TITLE),),
        Quote: (("attribution", "attribution", Kind.ATTRIBUTION),),
        Table: (("caption", "caption", Kind.TABLE_CAPTION),),
    }
)
"""The names of parts, the attributes that hold their words, and what they are."""


def _cells(table: Table) -> Iterator[Part]:
    for column, cell in enumerate(table.head):
        yield f"head[{column}]", Kind.HEAD_CELL, cell
    for number, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            yield f"cell[{number}][{column}]", Kind.CELL, cell


def _with_cell(table: Table, name: str, content: Content) -> Table:
    if name not in {part for part, _kind, _content in _cells(table)}:
        raise KeyError(name)
    head = tuple(
        content if name == f"head[{column}]" else cell for column, cell in enumerate(table.head)
    )
    rows = tuple(
        tuple(
            content if name == f"cell[{number}][{column}]" else cell
            for column, cell in enumerate(row)
        )
        for number, row in enumerate(table.rows)
    )
    return replace(table, head=head, rows=rows)


def _with_value(card: Card, name: str, value: str) -> Card:
    fields = CARD_FIELDS[card.kind]
    pairs = zip(fields, card.values, strict=False)
    return replace(card, values=tuple(value if field == name else old for field, old in pairs))


def _with_note(block: Block, wanted: int, content: Content) -> Block:
    count = 0
    for name, _kind, words in _parts(block):
        for at, piece in enumerate(words):
            if not isinstance(piece, Footnote):
                continue
            if count == wanted:
                note = replace(piece, content=content)
                return with_part(block, name, (*words[:at], note, *words[at + 1 :]))
            count += 1
    missing = f"note[{wanted}]"
    raise KeyError(missing)


def _plain(content: Content) -> str:
    return "".join(piece.text for piece in content if isinstance(piece, Text))
