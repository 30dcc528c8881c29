"""Boxes without their frames, for where none can stand; no word is lost."""

from dataclasses import replace

from editor_app.body.cards import card_content, normal_card
from editor_app.body.tree import (
    Block,
    Card,
    Content,
    FactBox,
    Gallery,
    Mark,
    Paragraph,
    Passage,
    PullQuote,
    Quote,
    Text,
)

_STRONG = frozenset({Mark.STRONG})


def dissolved(block: PullQuote | FactBox | Passage | Card | Gallery) -> tuple[Block, ...]:
    """Return what block says as blocks that can stand anywhere."""
    match block:
        case FactBox(title=title, blocks=blocks):
            return (Paragraph(_bold(title)), *blocks)
        case Gallery(title=title, figures=figures):
            return (Paragraph(_bold(title)), *figures)
        case Passage(blocks=blocks):
            return blocks
        case PullQuote(content=content):
            return (Quote((Paragraph(content),), _speaker(block)),)
    card = normal_card(block)
    return () if card is None else (Paragraph(card_content(card)),)


def unquoted(quote: Quote) -> tuple[Block, ...]:
    """Return what quote says as blocks, the last one being who said it."""
    return (*quote.blocks, Paragraph(quote.attribution))


def _bold(content: Content) -> Content:
    return tuple(replace(piece, marks=piece.marks | _STRONG) for piece in content)


def _speaker(quote: PullQuote) -> Content:
    comma = (Text(", "),) if quote.speaker and quote.role else ()
    return (*quote.speaker, *comma, *quote.role)
