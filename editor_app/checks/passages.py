"""An item as passages: the texts of its fields, then those of its body in reading order."""

from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from editor_app.body.contents import blocks_inside
from editor_app.body.tree import (
    Abbreviation,
    Block,
    Body,
    Break,
    Card,
    Content,
    FactBox,
    Figure,
    Gallery,
    Language,
    Link,
    ListBlock,
    Mark,
    PullQuote,
    Quote,
    Table,
    Text,
)
from editor_app.body.tree import CrossHead as CrossHeadBlock
from editor_app.body.tree import Passage as ForeignPassage
from editor_app.checks.finding import Place
from editor_app.checks.parts import parts_of
from editor_app.checks.passage import OBJECT, Kind, Passage, PlacedPassage, Span
from editor_app.model.item import NewsItem

_SINGLE_FIELDS = (
    *("headline", "short_headline", "standfirst", "summary", "byline", "dateline_place"),
    *("lead_figure.alt", "lead_figure.caption", "lead_figure.credit"),
    *("notes_to_editors", "rights"),
)
_RECORD_FIELDS = (
    *(("contacts", "role"), ("projects", "title"), ("projects", "statement")),
    *(("publications", "title"), ("related", "text"), ("change_notes", "text")),
)
_KINDS_OF_FIELDS = MappingProxyType(
    {
        "lead_figure.alt": Kind.ALT,
        "lead_figure.caption": Kind.CAPTION,
        "lead_figure.credit": Kind.CREDIT,
    }
)
_NOT_WORDS = frozenset({"link", "email", "phone", "size", "language"})  # fields of cards


def passages_of(item: NewsItem, body: Body) -> tuple[PlacedPassage, ...]:
    """Return every text of an item that is for readers.

    The passages of what has not changed are the same objects as before, so that whoever remembers
    what is in them finds that at once.
    """
    in_body = (
        placed
        for number, block in enumerate(body.blocks)
        for placed in _block_passages(number, block, item.language)
    )
    return (*_field_passages(item), *in_body)


def _field_passages(item: NewsItem) -> Iterator[PlacedPassage]:
    """Yield the texts of an item's fields, empty ones too; those of records only where filled."""
    for name in _SINGLE_FIELDS:
        owner, _dot, inner = name.rpartition(".")
        text = getattr(getattr(item, owner) if owner else item, inner)
        yield _placed_field(name, text, item.language)
    for name, inner in _RECORD_FIELDS:
        for number, record in enumerate(getattr(item, name)):
            if text := getattr(record, inner):
                passage = _field_passage(f"{name}.{inner}", text, item.language)
                yield PlacedPassage(Place(f"{name}[{number}].{inner}"), passage)


@lru_cache(maxsize=256)
def _placed_field(name: str, text: str, language: str) -> PlacedPassage:
    return PlacedPassage(Place(name), _field_passage(name, text, language))


@lru_cache(maxsize=256)
def _field_passage(name: str, text: str, language: str) -> Passage:
    kind = _KINDS_OF_FIELDS.get(name, Kind.FIELD)
    return Passage(text=text, kind=kind, field=name, language=language)


_Way = tuple[int, ...]
_Step = tuple[Block, _Way, tuple[str, ...], str]  # block, way, containers, language
_Part = tuple[_Way, str, Passage]  # the way to a block inside, the name of its part, what it says


def _block_passages(number: int, block: Block, language: str) -> tuple[PlacedPassage, ...]:
    """Return the texts of one of the body's blocks, in reading order."""
    try:
        return _remembered_places(number, block, language)
    except RecursionError:  # nested deeper than Python can go, so it has no hash to find it by
        return _placed(number, _passages_inside(block, language))


@lru_cache(maxsize=2048)
def _remembered_places(number: int, block: Block, language: str) -> tuple[PlacedPassage, ...]:
    return _placed(number, _remembered_passages(block, language))


def _placed(number: int, parts: tuple[_Part, ...]) -> tuple[PlacedPassage, ...]:
    return tuple(
        PlacedPassage(Place("body", (number, *way), part), passage) for way, part, passage in parts
    )


@lru_cache(maxsize=2048)
def _remembered_passages(block: Block, language: str) -> tuple[_Part, ...]:
    return _passages_inside(block, language)


def _passages_inside(block: Block, language: str) -> tuple[_Part, ...]:
    # A stack and not recursion: text from outside may be nested deeper than Python can go.
    waiting: list[_Step | _Part] = [(block, (), (), language)]
    found: list[_Part] = []
    while waiting:
        step = waiting.pop()
        if len(step) == _PART:
            found.append(step)
            continue
        one, way, containers, language = step
        if isinstance(one, ForeignPassage):
            language = one.language
        within = (*containers, name) if (name := _container(one)) else containers
        own = _own_passages(one, way, within, language)
        inner = [(each, (*way, at), within, language) for at, each in enumerate(blocks_inside(one))]
        # Who said it stands under a quotation, the title of a box or gallery above it.
        is_quote = isinstance(one, Quote)
        order: list[_Step | _Part] = [*inner, *own] if is_quote else [*own, *inner]
        waiting.extend(reversed(order))
    return tuple(found)


_PART: Final = 3


def text_of(content: Content) -> str:
    """Return words as the text of a passage, in which each break or object is one character."""
    return "".join(map(_piece_text, content))


def spans_of(content: Content) -> tuple[Span, ...]:
    """Return the marks of words, each over as many neighbours as carry it."""
    spans: list[Span] = []
    since: dict[Mark | Link | Language | Abbreviation, int] = {}
    at = 0
    for piece in content:
        over = [mark for mark in since if mark not in piece.marks]
        spans += (Span(since.pop(mark), at, mark) for mark in over)
        for mark in piece.marks:
            since.setdefault(mark, at)
        at += len(_piece_text(piece))
    spans += (Span(start, at, mark) for mark, start in since.items())
    return tuple(sorted(spans, key=lambda span: (span.start, span.end, str(span.mark))))


def _piece_text(piece: object) -> str:
    if isinstance(piece, Text):
        return piece.text
    return "\n" if isinstance(piece, Break) else OBJECT


def _own_passages(
    block: Block, way: _Way, containers: tuple[str, ...], language: str
) -> list[_Part]:
    return [
        (
            way,
            name,
            Passage(
                text=text_of(content),
                kind=kind,
                language=language,
                spans=spans_of(content),
                containers=containers,
                level=block.level if isinstance(block, CrossHeadBlock) else 0,
            ),
        )
        for name, kind, content in parts_of(block)
        if kind is not Kind.CARD or name not in _NOT_WORDS
    ]


def _container(block: Block) -> str:
    if isinstance(block, ListBlock) and block.is_numbered:
        return "numbered list"
    return _CONTAINERS.get(type(block), "")


_CONTAINERS = MappingProxyType(
    {
        ListBlock: "list",
        Quote: "quote",
        PullQuote: "pull quote",
        FactBox: "fact box",
        ForeignPassage: "passage",
        Gallery: "gallery",
        Figure: "figure",
        Table: "table",
        Card: "card",
    }
)
