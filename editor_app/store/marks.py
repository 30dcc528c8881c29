"""What an item can be found by beside its words, each as one number that an index is kept of."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b

from editor_app.body.contents import blocks_inside
from editor_app.body.errors import BodyError
from editor_app.body.read import read_markdown
from editor_app.body.tree import Block, Figure, Image, Inline
from editor_app.model.item import NewsItem
from editor_app.store.folded import folded, words_in
from editor_app.store.matching import pieces_of
from editor_app.store.query import Field, Lack
from editor_app.store.query_text import ARCHIVE, TRASH

EMBARGO = "embargo"
_BYTES = 6


@lru_cache(maxsize=4096)
def mark(field: Field, value: str) -> int:
    """Return the number that items with a value in a field are marked with.

    Case, accents and punctuation make no difference.
    """
    plain = " ".join(words_in(value)) or folded(value).strip()
    digest = blake2b(f"{field}\n{plain}".encode("utf-8", "replace"), digest_size=_BYTES).digest()
    return int.from_bytes(digest, "big")


def marks_of(item: NewsItem) -> frozenset[int]:
    """Return the marks of an item."""
    return frozenset(mark(field, value) for field, value in _values(item) if value.strip())


def written_marks(marks: Iterable[int]) -> str:
    """Return marks as the item's row keeps them."""
    return " ".join(map(str, sorted(marks)))


def read_marks(written: str) -> frozenset[int]:
    """Return the marks that a row keeps."""
    return frozenset(int(one) for one in written.split() if one.isdigit())


def _values(item: NewsItem) -> Iterator[tuple[Field, str]]:
    yield Field.SECTION, item.section
    yield Field.STATUS, item.status
    yield Field.TYPE, item.content_type
    yield Field.LANGUAGE, item.language
    yield Field.LANGUAGE, item.language.partition("-")[0]
    yield from ((Field.TAG, tag) for tag in item.tags)
    yield from ((Field.COUNTRY, country) for country in item.countries)
    yield from ((Field.MISSING, lack) for lack in _lacks(item))
    if item.is_trashed:
        yield Field.IN, TRASH
    if item.archive_on is not None:
        yield Field.IN, ARCHIVE
    if item.embargo_until is not None:
        yield Field.PLANNED, EMBARGO


def _lacks(item: NewsItem) -> set[Lack]:
    lead = item.lead_figure
    found = {
        Lack.ALT: lead.lacks_alt_text,
        Lack.CREDIT: lead.lacks_credit,
        Lack.CAPTION: bool(lead.src) and not lead.caption.strip(),
        Lack.STANDFIRST: not item.standfirst.strip(),
        Lack.SUMMARY: not item.summary.strip(),
        Lack.DATE: item.display_date is None,
        Lack.TAG: not item.tags,
    }
    pieces = pieces_of(item.body) if "![" in item.body else ()
    in_body = (_lacks_of_piece(piece) for piece in pieces if "![" in piece)
    return {lack for lack, is_so in found.items() if is_so}.union(*in_body)


@lru_cache(maxsize=4096)
def _lacks_of_piece(piece: str) -> frozenset[Lack]:
    """Return what the photos in a piece of a body are without."""
    try:
        blocks = read_markdown(piece).blocks
    except BodyError:
        return frozenset()
    return frozenset(lack for block in _every_block(blocks) for lack in _lacks_of_block(block))


def _every_block(blocks: tuple[Block, ...]) -> Iterator[Block]:
    waiting = list(blocks)  # no recursion: text from outside may be nested deeper than Python goes
    while waiting:
        block = waiting.pop()
        yield block
        waiting.extend(blocks_inside(block))


def _lacks_of_block(block: Block) -> Iterator[Lack]:
    if not isinstance(block, Figure) or not block.src:
        return
    if not block.alt.strip() and not block.is_decorative:
        yield Lack.ALT
    if not _says_something(block.credit):
        yield Lack.CREDIT
    if not _says_something(block.caption):
        yield Lack.CAPTION


def _says_something(content: tuple[Inline, ...]) -> bool:
    return any(isinstance(one, Image) or getattr(one, "text", "").strip() for one in content)
