"""Rewording a block of the body, whatever it is nested in; its shape stays.

Source blocks stay as they are: they are locked.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

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
    Inline,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Passage,
    PullQuote,
    Quote,
    Table,
)
from editor_app.editing.item_parts import Part, Place
from editor_app.editing.spliced import Edits, line_of, spliced, spliced_content

Editor = Callable[[Place, str], Edits]
"""Returns what is to stand in place of which hits in a line."""

_TEXT = Part.BODY


def reworded_block(block: Block, edit: Editor) -> Block:
    """Return a block with what edit says in its lines, asked in reading order."""
    text = partial(_content, edit=edit, part=_TEXT)
    match block:
        case Paragraph(content=content):
            return replace(block, content=text(content, name="Paragraph"))
        case CrossHead(content=content):
            return replace(block, content=text(content, name="Cross-head"))
        case PullQuote(content=content, speaker=speaker, role=role):
            return replace(
                block,
                content=text(content, name="Pull quote"),
                speaker=text(speaker, name="Speaker"),
                role=text(role, name="Speaker"),
            )
        case Figure() | Gallery() | Table() | Card():
            return _object(block, edit)
        case _:
            return _container(block, edit)


def _object(block: Figure | Gallery | Table | Card, edit: Editor) -> Block:
    match block:
        case Figure():
            return _figure(block, edit)
        case Gallery(title=title, figures=figures):
            return replace(
                block,
                title=_content(title, edit=edit, part=_TEXT, name="Gallery"),
                figures=tuple(_figure(one, edit) for one in figures),
            )
        case Table():
            return _table(block, edit)
        case Card():
            return _card(block, edit)


def _container(block: Block, edit: Editor) -> Block:
    text = partial(_content, edit=edit, part=_TEXT)
    match block:
        case Quote(blocks=blocks, attribution=attribution):
            inner = _blocks(blocks, edit)
            return replace(block, blocks=inner, attribution=text(attribution, name="Quotation"))
        case FactBox(title=title, blocks=blocks):
            return replace(block, title=text(title, name="Box"), blocks=_blocks(blocks, edit))
        case Passage(blocks=blocks):
            return replace(block, blocks=_blocks(blocks, edit))
        case ListBlock(items=items):
            return replace(
                block, items=tuple(ListItem(_blocks(item.blocks, edit)) for item in items)
            )
        case _:
            return block


def _blocks(blocks: tuple[Block, ...], edit: Editor) -> tuple[Block, ...]:
    return tuple(reworded_block(block, edit) for block in blocks)


def _figure(figure: Figure, edit: Editor) -> Figure:
    alt = spliced(figure.alt, edit(Place(Part.CAPTIONS, "Alt text"), figure.alt))
    return replace(
        figure,
        alt=alt,
        caption=_content(figure.caption, edit=edit, part=Part.CAPTIONS, name="Caption"),
        credit=_content(figure.credit, edit=edit, part=Part.CREDITS, name="Credit"),
    )


def _table(table: Table, edit: Editor) -> Table:
    cell = partial(_content, edit=edit, part=_TEXT, name="Table")
    return replace(
        table,
        caption=cell(table.caption),
        head=tuple(map(cell, table.head)),
        rows=tuple(tuple(map(cell, row)) for row in table.rows),
    )


def _card(card: Card, edit: Editor) -> Card:
    values = []
    for name, value in zip(CARD_FIELDS[card.kind], card.values, strict=True):
        place = Place(Part.LINKS if name == "link" else _TEXT, card.kind.value.capitalize())
        values.append(spliced(value, edit(place, value)))
    return replace(card, values=tuple(values))


def _content(content: Content, *, edit: Editor, part: Part, name: str) -> Content:
    """Return content with other words; its links and its notes are asked after its line."""
    edits = edit(Place(part, name), line_of(content))
    links: dict[Link, Link] = {}
    for mark in (mark for piece in content for mark in _links_of(piece)):
        if mark not in links:
            href = spliced(mark.href, edit(Place(Part.LINKS, "Link"), mark.href))
            links[mark] = replace(mark, href=href)
    noted = tuple(_with_note(piece, edit) for piece in content)
    changed = spliced_content(noted, edits) if edits else noted
    return tuple(_relinked(piece, links) for piece in changed)


def _links_of(piece: Inline) -> list[Link]:
    return sorted((mark for mark in piece.marks if isinstance(mark, Link)), key=str)


def _with_note(piece: Inline, edit: Editor) -> Inline:
    if not isinstance(piece, Footnote):
        return piece
    return replace(piece, content=_content(piece.content, edit=edit, part=_TEXT, name="Note"))


def _relinked(piece: Inline, links: dict[Link, Link]) -> Inline:
    if all(links[mark] == mark for mark in _links_of(piece)):
        return piece
    marks = frozenset(links[mark] if isinstance(mark, Link) else mark for mark in piece.marks)
    return replace(piece, marks=marks)
