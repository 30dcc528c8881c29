"""The photos of a library as a shelf to look through: found, counted, and swept when unused."""

import re
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    delete,
    exists,
    func,
    select,
    true,
    tuple_,
    update,
)

from editor_app.model.identity import ItemId
from editor_app.model.photo_words import PhotoWords, with_found
from editor_app.model.status import Status
from editor_app.store.database import Database
from editor_app.store.errors import DamagedVersionError, PhotoWordsDamagedError
from editor_app.store.files import in_words
from editor_app.store.photo_query import (
    SMALL_BELOW,
    PhotoFilter,
    PhotoQuery,
    PhotoSort,
    PhotoSummary,
    PhotoUse,
    SweepProgress,
    SweepReport,
)
from editor_app.store.photo_rows import folded, found_of, typed_of
from editor_app.store.query import Cursor
from editor_app.store.renditions import Renditions
from editor_app.store.revisions import words_in
from editor_app.store.rows import kept_moment, moment_text
from editor_app.store.tables import ITEM_MEDIA, ITEMS, MEDIA, REVISIONS

_AT_ONCE = 200  # rows in one turn on the connection: too short to be felt
_MOST_WORDS = 64  # of a search; SQLite takes no more than 1,000 conditions
_PHOTO = re.compile(rb"media/[0-9a-f]{2}/[0-9a-f]{64}\.[a-z0-9]{1,5}")
_IS_USED = exists().where(ITEM_MEDIA.c.src == MEDIA.c.src)
_LIES_IN_TRASH = and_(MEDIA.c.trashed_at.is_not(None), ~_IS_USED)
_FILTERS: Mapping[PhotoFilter, ColumnElement[bool]] = {
    PhotoFilter.ALL: true(),
    PhotoFilter.MISSING_WORDS: MEDIA.c.lacks_words == 1,
    PhotoFilter.NO_LICENCE: MEDIA.c.licence == "",
    PhotoFilter.UNUSED: ~_IS_USED,
    PhotoFilter.SMALL: MEDIA.c.width < SMALL_BELOW,
}
_ORDERS: Mapping[PhotoSort, tuple[ColumnElement[Any], bool]] = {
    PhotoSort.NEWEST: (MEDIA.c.added_at, True),
    PhotoSort.NAME: (MEDIA.c.name, False),
}


class PhotoShelf:
    """All photos of a library.

    A photo in the trash that an item shows again is out of the trash by that. Deleting for good
    happens only in `empty_trash`, and only to photos that no item and no earlier version names.
    """

    def __init__(
        self,
        folder: Path,
        database: Database,
        renditions: Renditions,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._folder = folder
        self._database = database
        self._renditions = renditions
        self._clock = clock

    # ------------------------------------------------------------ looking

    def page(self, query: PhotoQuery) -> list[PhotoSummary]:
        """Return one page of the photos that query describes, in order."""
        column, is_falling = _ORDERS[query.sort]
        uses = select(func.count()).where(ITEM_MEDIA.c.src == MEDIA.c.src).scalar_subquery()
        asked = select(MEDIA, uses.label("uses"), column.label("order_value"))
        asked = asked.where(*_conditions(query)).limit(query.limit)
        if query.after is not None:
            here, there = tuple_(column, MEDIA.c.key), tuple_(*query.after)
            asked = asked.where(here < there if is_falling else here > there)
        order = (column.desc(), MEDIA.c.key.desc()) if is_falling else (column, MEDIA.c.key)
        with self._database.reading() as connection:
            return [_summary(row) for row in connection.execute(asked.order_by(*order)).mappings()]

    def count(self, query: PhotoQuery) -> int:
        """Return how many photos query lets pass; its page is not regarded."""
        asked = select(func.count()).select_from(MEDIA).where(*_conditions(query))
        with self._database.reading() as connection:
            return int(connection.execute(asked).scalar_one())

    def counts(self, search: str = "") -> dict[PhotoFilter, int]:
        """Return how many photos each filter lets pass, under a search."""
        return {one: self.count(PhotoQuery(search=search, filter=one)) for one in PhotoFilter}

    def uses(self, src: str) -> tuple[PhotoUse, ...]:
        """Return the items that show a photo, the newest first, those in the trash last."""
        columns = ITEMS.c
        asked = (
            select(columns.id, columns.headline, columns.language, columns.status)
            .add_columns(columns.is_trashed, (columns.lead_src == src).label("is_lead"))
            .join_from(ITEM_MEDIA, ITEMS, ITEM_MEDIA.c.item_key == columns.key)
            .where(ITEM_MEDIA.c.src == src)
            .order_by(columns.is_trashed, columns.place.desc())
        )
        with self._database.reading() as connection:
            return tuple(_use(row) for row in connection.execute(asked).mappings())

    # ------------------------------------------------------------ sweeping

    def trash(self, srcs: Iterable[str]) -> SweepReport:
        """Put photos into the trash; what an item shows stays, one in the trash shows it too."""
        wanted = tuple(dict.fromkeys(srcs))
        gone: list[str] = []
        with self._database.transaction() as connection:
            for batch in _batches(wanted):
                chosen = and_(MEDIA.c.src.in_(batch), ~_IS_USED)
                gone += connection.scalars(select(MEDIA.c.src).where(chosen)).all()
                trashed = {"trashed_at": moment_text(self._clock())}
                connection.execute(update(MEDIA).where(chosen).values(trashed))
            size = _size_of(connection, gone)
        there = set(gone)
        stayed = tuple(src for src in wanted if src not in there)
        return SweepReport(gone=tuple(gone), stayed=stayed, size=size)

    def restore(self, srcs: Iterable[str]) -> None:
        """Take photos out of the trash."""
        with self._database.transaction() as connection:
            for batch in _batches(tuple(srcs)):
                chosen = MEDIA.c.src.in_(batch)
                connection.execute(update(MEDIA).where(chosen).values(trashed_at=None))

    def empty_trash(self) -> Generator[SweepProgress, None, SweepReport]:
        """Delete for good what lies in the trash and is named by no item and no version of one.

        Close the generator to cancel: nothing is deleted then, as that is its last step.

        Raises:
            DamagedVersionError: a version of an item cannot be read; nothing was deleted.
            LibraryError: a file could not be deleted; those that follow stay.
        """
        with self._database.reading() as connection:
            lying = set(connection.scalars(select(MEDIA.c.src).where(_LIES_IN_TRASH)))
        named: set[str] = set()
        if lying:
            for progress, found in self.named_in_versions():
                named |= found & lying
                yield progress
        leaving = sorted(lying - named)
        with self._database.transaction() as connection:
            chosen = [
                src
                for batch in _batches(leaving)
                for src in connection.scalars(
                    select(MEDIA.c.src).where(MEDIA.c.src.in_(batch), _LIES_IN_TRASH)
                )
            ]
            size = _size_of(connection, chosen)
            for batch in _batches(chosen):
                connection.execute(delete(MEDIA).where(MEDIA.c.src.in_(batch)))
        for batch in _batches(chosen):
            self._delete_files(batch)
        return SweepReport(gone=tuple(chosen), stayed=tuple(sorted(named)), size=size)

    def _delete_files(self, srcs: Sequence[str]) -> None:
        """Delete the files of photos that are not on record, as one that came again is.

        No photo can be put on record meanwhile: whoever adds one looks for its file then.
        """
        with self._database.transaction() as connection, in_words(self._folder):
            back = set(connection.scalars(select(MEDIA.c.src).where(MEDIA.c.src.in_(srcs))))
            for src in srcs:
                if src not in back:
                    (self._folder / src).unlink(missing_ok=True)
                    self._renditions.forget(src)

    def named_in_versions(self) -> Generator[tuple[SweepProgress, set[str]], None, None]:
        """Yield the photos that the versions of items name, some versions at a time.

        Raises:
            DamagedVersionError: a version cannot be read, so nobody knows what it shows.
        """
        with self._database.reading() as connection:
            total = connection.execute(select(func.count()).select_from(REVISIONS)).scalar_one()
        after = done = 0
        while True:
            asked = select(REVISIONS).where(REVISIONS.c.key > after)
            with self._database.reading() as connection:
                limited = asked.order_by(REVISIONS.c.key).limit(_AT_ONCE)
                rows = connection.execute(limited).mappings().all()
                words = words_in(connection, rows)
            if not rows:
                return
            named: set[str] = set()
            for row in rows:
                named |= _photos_in(words[row["key"]], row["version"])
            after, done = rows[-1]["key"], done + len(rows)
            yield SweepProgress(done=done, total=max(total, done)), named


def _photos_in(words: bytes | None, version: int) -> set[str]:
    """Return the photos that a version names.

    Raises:
        DamagedVersionError: the version cannot be read, so nobody knows what it shows.
    """
    if words is None:
        raise DamagedVersionError(version)
    return {found.decode() for found in _PHOTO.findall(words)}


def _conditions(query: PhotoQuery) -> list[ColumnElement[bool]]:
    if query.filter is PhotoFilter.TRASHED:
        conditions = [_LIES_IN_TRASH]
    else:
        conditions = [~_LIES_IN_TRASH, _FILTERS[query.filter]]
    for word in islice(dict.fromkeys(folded(query.search).split()), _MOST_WORDS):
        conditions.append(MEDIA.c.searched.contains(word, autoescape=True))
    return conditions


def _summary(row: Mapping[Any, Any]) -> PhotoSummary:
    try:
        typed = typed_of(row)
    except PhotoWordsDamagedError:
        typed = PhotoWords()  # named by the photo's own form, and by a test of the library
    words = with_found(typed, found_of(row), "")
    return PhotoSummary(
        src=row["src"],
        name=row["name"],
        width=row["width"],
        height=row["height"],
        size=row["size"],
        added_at=kept_moment(row["added_at"]),
        caption=words.caption,
        credit=words.credit,
        alt=words.alt,
        uses=row["uses"],
        lacks_words=bool(row["lacks_words"]),
        trashed_at=kept_moment(row["trashed_at"]) if row["trashed_at"] else None,
        cursor=Cursor(row["order_value"], row["key"]),
    )


def _use(row: Mapping[Any, Any]) -> PhotoUse:
    is_known = row["status"] in set(Status)
    return PhotoUse(
        item_id=ItemId(row["id"]),
        headline=row["headline"],
        language=row["language"],
        status=Status(row["status"]) if is_known else Status.DRAFT,
        is_trashed=bool(row["is_trashed"]),
        is_lead=bool(row["is_lead"]),
    )


def _size_of(connection: Connection, srcs: Sequence[str]) -> int:
    asked = (
        select(func.coalesce(func.sum(MEDIA.c.size), 0)).where(MEDIA.c.src.in_(batch))
        for batch in _batches(srcs)
    )
    return sum(int(connection.execute(one).scalar_one()) for one in asked)


def _batches(srcs: Sequence[str]) -> Iterable[Sequence[str]]:
    return (srcs[start : start + _AT_ONCE] for start in range(0, len(srcs), _AT_ONCE))
