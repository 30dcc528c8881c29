"""Items of a library made ready for the checks, with all that rules ask for around them."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from editor_app.body.contents import blocks_inside
from editor_app.body.tree import Block, Body, Figure
from editor_app.checks.engine import Checker
from editor_app.checks.examining import examined
from editor_app.checks.leaving import Judged, judged
from editor_app.checks.rule import Examined, PhotoFacts
from editor_app.errors import EditorError
from editor_app.media.photo_record import PhotoRecord
from editor_app.model.house_style import HouseStyle
from editor_app.model.item import NewsItem
from editor_app.model.photo_words import found_word
from editor_app.store.library import Library
from editor_app.store.neighbours import Neighbours


@dataclass(slots=True)
class Surroundings:
    """What a library says around one item: the house style, the other items, the photos.

    Each answer is kept, so that checking an item again while it is written asks for nothing: make
    another one when the item was saved, or anything else may have changed. What cannot be read is
    taken as if it were not there; whoever opens it is told.
    """

    library: Library
    style: HouseStyle
    others: Neighbours
    _photos: dict[str, PhotoRecord | None] = field(default_factory=dict)

    def examined(
        self, item: NewsItem, body: Body, *, now: datetime, misspelt: int | None = None
    ) -> Examined:
        """Return an item as the rules look at it."""
        return examined(
            item,
            body,
            now=now,
            style=self.style,
            photos={
                src: facts for src in _photos_of(item, body) if (facts := self._facts(src, item))
            },
            others=self.others,
            misspelt=misspelt,
        )

    def _facts(self, src: str, item: NewsItem) -> PhotoFacts | None:
        if src not in self._photos:
            self._photos[src] = None
            with suppress(EditorError):
                self._photos[src] = self.library.photos.record(src)
        record = self._photos[src]
        return None if record is None else _facts_of(record, item.language)


def surroundings_of(library: Library, item: NewsItem) -> Surroundings:
    """Return what a library says around an item."""
    style = HouseStyle()
    with suppress(EditorError):
        style = library.house.get().style
    return Surroundings(library, style, Neighbours(library.database, library.items, item.id))


def judge(
    library: Library, checker: Checker, item: NewsItem, body: Body, *, now: datetime
) -> Judged:
    """Return what is still to be done about a saved item.

    Raises:
        StoreError: the library cannot be read.
    """
    report = checker.run(surroundings_of(library, item).examined(item, body, now=now))
    return judged(report, library.left_alone.of_item(item.id))


def _photos_of(item: NewsItem, body: Body) -> Iterator[str]:
    if item.lead_figure.src:
        yield item.lead_figure.src
    waiting: list[Block] = list(body.blocks)
    while waiting:
        block = waiting.pop()
        if isinstance(block, Figure) and block.src:
            yield block.src
        waiting.extend(blocks_inside(block))


def _facts_of(record: PhotoRecord, language: str) -> PhotoFacts:
    credit = found_word(record.found, "credit", language)
    return PhotoFacts(
        words=record.words(language),
        file_name=record.name,
        credit_in_file=credit.value if credit else "",
        width=record.photo.width,
        height=record.photo.height,
    )
