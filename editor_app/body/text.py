"""The words of a text without their markup, and how many there are."""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from math import ceil
from types import MappingProxyType

from editor_app.body.cards import field
from editor_app.body.contents import blocks_inside, contents_of
from editor_app.body.gate import without_tags
from editor_app.body.html import shown_block
from editor_app.body.notes import footnotes_of, without_places
from editor_app.body.tree import (
    Block,
    Body,
    Break,
    Card,
    Content,
    FactBox,
    Gallery,
    Image,
    ListBlock,
    Passage,
    Quote,
    Source,
    Table,
    Text,
)

_BETWEEN_WORDS = re.compile(r"[\s\u2013\u2014/\u2026]+")
_IDEOGRAPHS = re.compile(
    "[\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d"
    "\U00020000-\U0003ffff]"
)
"""Chinese characters and kana: each counts as a word, as in every word processor."""

_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+")
"""Thai, Lao, Burmese and Khmer, written without spaces between words."""

_UNSPACED_WORD = 5  # characters in a word of those, about

_WORDS_A_MINUTE = MappingProxyType(
    {"ar": 180, "es": 260, "fi": 180, "he": 220, "ja": 400, "ko": 220, "ru": 200, "zh": 320}
)
_USUAL_WORDS_A_MINUTE = 230


def plain_text(body: Body) -> str:
    """Return the words of body, a blank line between blocks."""
    return "\n\n".join(text for block in body.blocks if (text := block_text(block)))


def block_text(block: Block) -> str:
    """Return the words of one block, a line for each paragraph, item, caption, card or table row.

    The notes come last, a line for each.
    """
    notes = (_content_text(note.content) for note in footnotes_of(block))
    return "\n".join(line for line in (*_lines(block), *notes) if line.strip())


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Source(markdown=markdown):
            yield _source_text(markdown)
        case Table(caption=caption, head=head, rows=rows):
            yield _content_text(caption)
            yield from ("\t".join(map(_content_text, row)) for row in (head, *rows))
        case Card():
            yield _card_text(block)
        case Quote() | FactBox() | Passage() | ListBlock() | Gallery():
            yield from _lines_inside(block)
        case _:
            yield from map(_content_text, contents_of(block))


def _lines_inside(block: Quote | FactBox | Passage | ListBlock | Gallery) -> Iterator[str]:
    if isinstance(block, FactBox | Gallery):
        yield _content_text(block.title)
    for inner in blocks_inside(block):
        yield from _lines(inner)
    if isinstance(block, Quote):
        yield _content_text(block.attribution)


def _card_text(card: Card) -> str:
    """Return what card says; where it leads is said only if it says nothing else."""
    address = field(card, "link")
    said = [value for value in card.values if value and value != address]
    return ", ".join(said) or address


def count_words(text: str) -> int:
    """Return how many words text has, in any script."""
    ideographs = len(_IDEOGRAPHS.findall(text))
    if ideographs:
        text = _IDEOGRAPHS.sub(" ", text)
    unspaced = _UNSPACED.findall(text)
    if unspaced:
        text = _UNSPACED.sub(" ", text)
    others = sum(any(map(str.isalnum, word)) for word in _BETWEEN_WORDS.split(text))
    return ideographs + sum(ceil(len(run) / _UNSPACED_WORD) for run in unspaced) + others


@lru_cache(maxsize=8192)
def block_words(block: Block) -> int:
    """Return how many words one block has."""
    return count_words(block_text(block))


def reading_minutes(words: int, language: str) -> int:
    """Return how many minutes it takes to read so many words aloud in one's head; 0 for none."""
    pace = _WORDS_A_MINUTE.get(language.split("-", maxsplit=1)[0].lower(), _USUAL_WORDS_A_MINUTE)
    return ceil(words / pace)


def _content_text(content: Content) -> str:
    return "".join(map(_piece_text, content))


def _piece_text(piece: object) -> str:
    match piece:
        case Text(text=text):
            return text
        case Break():
            return "\n"
        case Image(alt=alt):
            return alt
    return ""


@lru_cache(maxsize=1024)
def _source_text(markdown: str) -> str:
    """Return the words that the page shows for a source block."""
    shown = shown_block(Source(markdown), pictures=lambda _src: None)
    parts = (without_places(shown.html), *shown.notes)
    return "\n".join(unescape(without_tags(html)).strip() for html in parts)
