"""Is every word and every photo still as it was saved? Read-only, and thorough."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import cast

from sqlalchemy import func, select

from editor_app.store.database import Database
from editor_app.store.errors import DamagedLibraryError
from editor_app.store.files import in_words, sha256_of
from editor_app.store.library import Library
from editor_app.store.names import MEDIA_NAME
from editor_app.store.photos import is_photo
from editor_app.store.problems import ROWS_IN_A_STEP, database_problems, database_steps
from editor_app.store.tables import ITEM_MEDIA, ITEMS, MEDIA, REVISIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyReport:
    """What a test of a library found. ``problems`` are sentences; none means that all is well.

    ``unused`` are photos that no item shows: no problem, but good to know.
    """

    items: int
    revisions: int
    photos: int
    problems: tuple[str, ...]
    unused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyProgress:
    """How far a test of a library is, in steps."""

    done: int
    total: int


def verify(library: Library) -> VerifyReport:
    """Test an open library: database, every item, every version, every photo."""
    steps = verify_steps(library)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast("VerifyReport", end.value)


def verify_steps(library: Library) -> Generator[VerifyProgress, None, VerifyReport]:
    """Test an open library as `verify` does, yielding on the way; close it to stop."""
    problems: list[str] = []
    try:
        items, revisions = _sizes(library.database)
        on_record, shown = _photos(library.database)
    except DamagedLibraryError as error:
        found = dict.fromkeys([*database_problems(library.database), error.message])
        return VerifyReport(items=0, revisions=0, photos=0, problems=tuple(found))
    total = 1 + (items + revisions) // ROWS_IN_A_STEP + len(on_record)
    steps = chain(database_steps(library.database), _photo_steps(library.folder, on_record, shown))
    for done, problem in enumerate(steps):
        if problem:
            problems.append(problem)
        yield VerifyProgress(done=min(done, total), total=total)
    return VerifyReport(
        items=items,
        revisions=revisions,
        photos=len(on_record),
        problems=tuple(problems),
        unused=tuple(sorted(on_record - set(shown))),
    )


def _sizes(database: Database) -> tuple[int, int]:
    with database.reading() as connection:
        items = connection.execute(select(func.count()).select_from(ITEMS)).scalar_one()
        revisions = connection.execute(select(func.count()).select_from(REVISIONS)).scalar_one()
    return items, revisions


def _photos(database: Database) -> tuple[set[str], dict[str, str]]:
    """Return the photos on record, and each shown photo with the name of an item that shows it."""
    shown = select(ITEM_MEDIA.c.src, ITEMS.c.headline).join_from(
        ITEM_MEDIA, ITEMS, ITEMS.c.key == ITEM_MEDIA.c.item_key
    )
    with database.reading() as connection:
        on_record = set(connection.scalars(select(MEDIA.c.src)))
        return on_record, {row[0]: row[1] for row in connection.execute(shown)}


def _photo_steps(folder: Path, on_record: set[str], shown: dict[str, str]) -> Iterator[str]:
    """Yield what is wrong with the photos' files, and an empty text for each that is whole."""
    with in_words(folder):
        for src in sorted(on_record | {src for src in shown if is_photo(src)}):
            ending = f", which the item “{shown[src]}” shows," if src in shown else ""
            path = folder / src
            if not path.is_file():
                yield f"The photo “{src}”{ending} is missing."
            elif sha256_of(path) != path.stem:
                yield f"The photo “{src}”{ending} is damaged."
            else:
                yield ""
        for path in sorted((folder / MEDIA_NAME).glob("*/*")):
            src = path.relative_to(folder).as_posix()
            if src in shown and src not in on_record:
                yield f"The photo “{src}” is not on record; adding it again puts it there."
