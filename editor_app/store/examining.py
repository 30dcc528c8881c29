"""Items of a library made ready for the checks, with all that rules ask for around them."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from editor_app.body.contents import blocks_inside
from editor_app.body.tree import Block, Body, Figure
from editor_app.checks.engine import Checker
from editor_app.checks.examining import examined
from editor_app.checks.leaving import Judged, judged
from editor_app.checks.rule import Examined, Others, PhotoFacts
from editor_app.errors import EditorError
from editor_app.media.photo_record import PhotoRecord
from editor_app.model.house_lists import NO_LISTS, HouseLists
from editor_app.model.house_style import HouseStyle
from editor_app.model.item import NewsItem
from editor_app.model.photo_words import found_word
from editor_app.store.library import Library
from editor_app.store.neighbours import Neighbours


@dataclass(slots=True, kw_only=True)
class Surroundings:
    """What a library says around one item: the house, the other items, the photos.

    ``photo`` returns what is known of a photo by its path, or None. Answers are kept, so that
    checking an item again while it is written asks for nothing: make another one when the item was
    saved, or anything else may have changed.
    """

    style: HouseStyle
    lists: HouseLists
    others: Others
    photo: Callable[[str], PhotoRecord | None]
    _photos: dict[str, PhotoRecord | None] = field(default_factory=dict, init=False)

    def examined(
        self, item: NewsItem, body: Body, *, now: datetime, misspelt: int | None = None
    ) -> Examined:
        """Return an item as the rules look at it."""
        records = {src: self._record(src) for src in _photos_of(item, body)}
        return examined(
            item,
            body,
            now=now,
            style=self.style,
            photos={
                src: _facts_of(record, item.language) for src, record in records.items() if record
            },
            others=self.others,
            misspelt=misspelt,
            lists=self.lists,
        )

    def _record(self, src: str) -> PhotoRecord | None:
        if src not in self._photos:
            self._photos[src] = self.photo(src)
        return self._photos[src]


def surroundings_of(library: Library, item: NewsItem) -> Surroundings:
    """Return what a library says around an item.

    What cannot be read is taken as if it were not there; whoever opens it is told.
    """
    style, lists = HouseStyle(), NO_LISTS
    with suppress(EditorError):
        style = library.house.get().style
    with suppress(EditorError):
        lists = library.lists.everything()

    def photo(src: str) -> PhotoRecord | None:
        with suppress(EditorError):
            return library.photos.record(src)
        return None

    others = Neighbours(library.database, library.items, item.id)
    return Surroundings(style=style, lists=lists, others=others, photo=photo)


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
