"""The normal form of the tree: one value for one look, and only what Markdown can hold.

Everything that makes a tree (reading, the editor, a paste) ends here, so that two texts that
look the same are equal and what is written can be read back as the same value.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from editor_app.body.bounds import MOST_NESTED
from editor_app.body.cards import normal_card
from editor_app.body.dissolving import dissolved, unquoted
from editor_app.body.inline_html import is_comment
from editor_app.body.looseness import with_settled_looseness
from editor_app.body.normal_content import is_language_tag, normalised_content
from editor_app.body.normal_leaves import (
    begun_with_words,
    normal_figure,
    normal_gallery,
    normal_pull_quote,
    normal_table,
    one_line,
)
from editor_app.body.tidy import clean_source, without_outer_blank_lines
from editor_app.body.tree import (
    Block,
    Break,
    Card,
    Content,
    CrossHead,
    FactBox,
    Figure,
    Gallery,
    Image,
    Inline,
    ListBlock,
    ListItem,
    Paragraph,
    Passage,
    PullQuote,
    Quote,
    RawInline,
    Separator,
    Source,
    Table,
    Text,
)

__all__ = ["SEPARATING_COMMENT", "normalised", "normalised_content"]

SEPARATING_COMMENT = Source("<!-- -->")
"""Keeps two blocks apart that Markdown would join; it is not seen on the page."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands."""

    depth: int = 0  # containers around it
    is_in_item: bool = False
    box: type[FactBox | Passage] | None = None  # the box right around it

    @property
    def is_at_margin(self) -> bool:
        """Whether its lines start at the margin when it is written."""
        return not self.depth or self.box is not None

    def within(
        self, *, is_in_item: bool = False, box: type[FactBox | Passage] | None = None
    ) -> "_Place":
        """Return the place inside a container that stands here."""
        return _Place(self.depth + 1, is_in_item, box)


def normalised(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return blocks, the whole text of an item, in normal form."""
    return _joined(blocks, _Place())


def _joined(blocks: Iterable[Block], place: _Place) -> tuple[Block, ...]:
    """Return the normal form of blocks that follow one another in one container."""
    result: list[Block] = []
    for block in blocks:
        for normal in _normal_block(block, place):
            _append(result, normal, place)
    return tuple(result)


def _append(result: list[Block], block: Block, place: _Place) -> None:
    """Add block to result, joined to the one before where Markdown cannot keep them apart."""
    neighbour = _neighbour(result)
    match (result[-1] if result else None), block:
        case ListBlock() as before, ListBlock() if before.is_numbered == block.is_numbered:
            joined = replace(before, items=before.items + block.items)
            result[-1] = _normal_list(joined, place)  # what is loosened may become a figure
        case Quote(attribution=()) as before, Quote():
            joined_blocks = _joined(before.blocks + block.blocks, place.within())
            result[-1] = Quote(joined_blocks, block.attribution)
        case before, _ if neighbour and _would_run_together(neighbour, block, before):
            result += [SEPARATING_COMMENT, block]
        case _:
            result.append(block)


class _Start(StrEnum):
    """What a block begins with, as far as it can continue the one before."""

    BULLET = "bullet"
    NUMBER = "number"
    QUOTE = "quote"
    INDENT = "indent"
    OTHER = "other"


_MOST_ROUNDS = 8  # three were never needed
_DEFINITION = re.compile(r"[ ]{0,3}\[[^\[\]]*\]:")
_SOURCE_START = re.compile(
    r"(?P<indent>[ ]{4}|[ ]*\t)"
    r"|[ ]{0,3}(?:(?P<bullet>[*+-][ \t])|(?P<number>[0-9]+\.[ \t])|(?P<quote>>))"
)


def _neighbour(result: list[Block]) -> Block | None:
    """Return the block that the next one comes after on the page: definitions are not seen."""
    visible = (block for block in reversed(result) if not _is_definition(block))
    return next(visible, None)


def _is_definition(block: Block) -> bool:
    return isinstance(block, Source) and _DEFINITION.match(block.markdown) is not None


def _would_run_together(neighbour: Block, block: Block, before: Block | None) -> bool:
    """Return whether Markdown would join two blocks that are not joined in the tree."""
    if neighbour is before and not isinstance(before, Source) and not isinstance(block, Source):
        return False
    first, second = _start(neighbour), _start(block)
    if isinstance(block, Quote):  # whatever follows its attribution
        second = _Start.QUOTE
    if second is _Start.INDENT:
        return first in (_Start.BULLET, _Start.NUMBER, _Start.INDENT)
    return first is second is not _Start.OTHER


def _start(block: Block) -> _Start:
    match block:
        case ListBlock(is_numbered=is_numbered):
            return _Start.NUMBER if is_numbered else _Start.BULLET
        case Quote(attribution=attribution):
            return _Start.OTHER if attribution else _Start.QUOTE
        case Source(markdown=source) if found := _SOURCE_START.match(source):
            return _Start(found.lastgroup or "other")
    return _Start.OTHER


# ---------------------------------------------------------------- one block


def _normal_block(block: Block, place: _Place) -> Iterator[Block]:
    match block:
        case Paragraph():
            yield from _normal_paragraph(block, place)
        case Quote() | ListBlock():
            yield from _normal_container(block, place)
        case PullQuote() | FactBox() | Passage() | Card() | Gallery():
            yield from _normal_box(block, place)
        case Source(markdown=source):
            yield from _normal_source(source, place)
        case _:
            yield from _normal_leaf(block)


def _normal_leaf(block: CrossHead | Figure | Table | Separator) -> Iterator[Block]:
    match block:
        case CrossHead(level=level, content=content):
            yield CrossHead(min(max(level, 1), 6), normalised_content(content))
        case Figure():
            yield normal_figure(block)
        case Table():
            yield from normal_table(block)
        case _:
            yield block


# ---------------------------------------------------------------- boxes


_Boxed = PullQuote | FactBox | Passage | Card | Gallery


def _normal_box(block: _Boxed, place: _Place) -> Iterator[Block]:
    """Yield block in normal form; where it cannot stand, its words without the box."""
    if not _may_stand(block, place):
        for part in dissolved(block):
            yield from _normal_block(part, place)
        return
    match block:
        case PullQuote():
            yield from normal_pull_quote(block)
        case Gallery():
            yield normal_gallery(block)
        case Card():
            card = normal_card(block)
            yield from () if card is None else (card,)
        case FactBox(title=title, blocks=blocks):
            yield FactBox(one_line(title), _joined(blocks, place.within(box=FactBox)))
        case Passage(blocks=blocks):
            yield replace(block, blocks=_joined(blocks, place.within(box=Passage)))


def _may_stand(block: _Boxed, place: _Place) -> bool:
    if isinstance(block, Gallery) and not block.figures:
        return False
    if isinstance(block, Card) and place.box is FactBox:
        return True
    if isinstance(block, Passage) and not is_language_tag(block.language):
        return False
    return not place.depth


# ---------------------------------------------------------------- quotes and lists


def _normal_container(block: Quote | ListBlock, place: _Place) -> Iterator[Block]:
    if place.depth >= MOST_NESTED:
        inner = unquoted(block) if isinstance(block, Quote) else _lifted(block.items)
        yield from _joined(inner, place)
    elif isinstance(block, Quote):
        yield _normal_quote(block, place)
    elif block.items:
        yield _normal_list(block, place)


def _normal_quote(quote: Quote, place: _Place) -> Quote:
    """Return quote in normal form; who said nothing is what is quoted."""
    blocks = _joined(quote.blocks, place.within())
    attribution = one_line(quote.attribution)
    return Quote(blocks, attribution) if blocks else Quote(_joined(unquoted(quote), place.within()))


def _lifted(items: Iterable[ListItem]) -> Iterator[Block]:
    for item in items:
        for block in item.blocks:
            yield replace(block, is_tight=False) if isinstance(block, Paragraph) else block


def _normal_list(block: ListBlock, place: _Place) -> ListBlock:
    start = max(block.start, 0) if block.is_numbered else 1
    before = replace(block, start=start)
    inside = place.within(is_in_item=True)
    for _ in range(_MOST_ROUNDS):  # a loosened item may hold a figure where a line of text was
        items = tuple(ListItem(_joined(item.blocks, inside)) for item in before.items)
        after = with_settled_looseness(replace(before, items=items))
        if after == before:
            break
        before = after
    return before


# ---------------------------------------------------------------- paragraphs


def _normal_paragraph(block: Paragraph, place: _Place) -> Iterator[Block]:
    content = normalised_content(block.content)
    is_tight = block.is_tight and place.is_in_item
    if not place.depth:
        comments, content = _without_leading_comments(content)
        yield from comments
    content = begun_with_words(content, is_at_margin=place.is_at_margin)
    match content:
        case ():
            return
        case (Image(src=src, alt=alt, title=title, marks=marks),) if not marks and not is_tight:
            yield Figure(src, alt, title)
        case _:
            yield Paragraph(content, is_tight)


def _without_leading_comments(content: Content) -> tuple[list[Block], Content]:
    """Return the comments content starts with as blocks: at a line's start they are blocks."""
    comments: list[Block] = []
    while content and isinstance(first := content[0], RawInline) and is_comment(first.source):
        comments.append(Source(first.source))
        content = normalised_content(content[1:])
    return comments, content


def _normal_source(source: str, place: _Place) -> Iterator[Block]:
    """Yield source; inside a container it becomes text, since it could not be locked there."""
    source = without_outer_blank_lines(clean_source(source))
    if not source:
        return
    if not place.depth:
        yield Source(source)
        return
    content: list[Inline] = []
    for line in source.split("\n"):
        content += [Break(), Text(line)]
    yield from _normal_paragraph(Paragraph(tuple(content)), place)
