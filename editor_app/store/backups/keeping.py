"""The backups of a place: which there are, which automatic ones stay, and when one is due."""

import re
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from editor_app.store.backups.archive import Manifest, Occasion, manifest_of, opened, proven_parts
from editor_app.store.backups.making import backup_beside, state_of
from editor_app.store.backups.restoring import BEFORE_RESTORE
from editor_app.store.errors import BackupError
from editor_app.store.files import in_words
from editor_app.store.library import Library
from editor_app.store.names import BACKUPS_NAME, MEDIA_NAME
from editor_app.store.photos import is_photo

EVERY = timedelta(minutes=30)  # of work
_ALL_FOR = timedelta(days=2)
_DAILY, _WEEKLY, _MONTHLY = 12, 10, 9
_STATES_KEPT = 3  # from before a restore
_NAME = re.compile(r"(?P<occasion>[a-z-]+?)-(?P<moment>\d{8}-\d{6})\.zip")


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup in a place, going by its name: what it was made for, and when."""

    path: Path
    occasion: Occasion
    made_at: datetime
    size: int

    def manifest(self) -> Manifest:
        """Return what it says it holds.

        Raises:
            BackupError: it is no backup, or too damaged to say.
            LibraryError: it cannot be read.
        """
        with in_words(self.path.parent), opened(self.path) as archive:
            return manifest_of(archive)


def backups_in(place: Path) -> list[Backup]:
    """Return the backups in a folder, the newest first; other files are not regarded.

    Raises:
        LibraryError: the folder cannot be read.
    """
    found: list[Backup] = []
    with in_words(place):
        for path in place.glob("*.zip") if place.is_dir() else ():
            name = _NAME.fullmatch(path.name)
            if name is None or name["occasion"] not in set(Occasion) or not path.is_file():
                continue
            moment = _moment(name["moment"])
            if moment is not None:
                found.append(
                    Backup(
                        path=path,
                        occasion=Occasion(name["occasion"]),
                        made_at=moment,
                        size=path.stat().st_size,
                    )
                )
    return sorted(found, key=lambda one: (one.made_at, one.path.name), reverse=True)


def staying(moments: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Return which automatic backups stay: two days whole, then 12 daily, 10 weekly, 9 monthly.

    Of each day, week and month its last one. One from the future stays: the clock was set back.
    """
    ordered = sorted(moments, reverse=True)
    stays = {one for one in ordered if now - one < _ALL_FOR}
    older = [one.astimezone(UTC) for one in ordered if one not in stays]
    for span, number in (
        (lambda one: one.date(), _DAILY),
        (lambda one: one.isocalendar()[:2], _WEEKLY),
        (lambda one: (one.year, one.month), _MONTHLY),
    ):
        last_of: dict[object, datetime] = {}
        for one in older:
            last_of.setdefault(span(one), one)
        stays |= set(list(last_of.values())[:number])
    return frozenset(stays)


def is_due(library: Library, place: Path) -> bool:
    """Return whether anything changed since the newest backup in a place that can be read.

    Where the clock was set back, those from the future are not the newest ones.
    """
    state, now = state_of(library), library.clock()
    for one in backups_in(place):
        try:
            if one.manifest().state == state:
                return False
        except BackupError:
            continue
        if one.made_at <= now:
            return True
    return True


def keep_backup(
    library: Library, place: Path, *, occasion: Occasion, check: Callable[[], None] = lambda: None
) -> Path | None:
    """Back up a library into a place if anything changed, and thin the automatic ones there.

    Return the new backup, or None where the newest one is as good. ``check`` is called on the way;
    what it raises ends the work and leaves nothing behind.

    Raises:
        BackupError: the library is damaged; no backup was made, and none was taken away.
        LibraryError: there is no room, or the place is not writable.
    """
    if not is_due(library, place):
        return None
    made = backup_beside(library, place, occasion=occasion, check=check)
    thin(place, library.clock())
    return made


def thin(place: Path, now: datetime) -> Sequence[Path]:
    """Take away automatic backups that are too many for their age, and photos none needs.

    Raises:
        LibraryError: the place is not writable.
    """
    every = backups_in(place)
    automatic = [one for one in every if one.occasion is not Occasion.ASKED]
    stays = staying((one.made_at for one in automatic), now)
    leaving = [one.path for one in automatic if one.made_at not in stays]
    with in_words(place):
        for path in leaving:
            path.unlink(missing_ok=True)
        for state in sorted(place.glob(f"{BEFORE_RESTORE}-*"))[:-_STATES_KEPT]:
            shutil.rmtree(state)
    if leaving:
        _sweep_photos(place)
    return leaving


def newest_whole(places: Iterable[Path]) -> Backup | None:
    """Return the newest backup of all places of which every byte is right, or None.

    Raises:
        LibraryError: a place cannot be read.
    """
    found = [one for place in places for one in backups_in(place)]
    for one in sorted(found, key=lambda one: one.made_at, reverse=True):
        try:
            with in_words(one.path.parent), opened(one.path) as archive:
                for _part in proven_parts(archive, manifest_of(archive).files):
                    pass
        except BackupError:
            continue
        return one
    return None


def own_place(library: Library) -> Path:
    """Return the folder in a library where its own backups lie."""
    return library.folder / BACKUPS_NAME


def _sweep_photos(place: Path) -> None:
    """Delete photos beside the backups that none of them names."""
    named: set[str] = set()
    for one in backups_in(place):
        try:
            named |= {part.path for part in one.manifest().beside}
        except BackupError:
            return  # one that cannot say what it needs: all stays
    with in_words(place):
        for path in (place / MEDIA_NAME).glob("*/*"):
            src = path.relative_to(place).as_posix()
            if is_photo(src) and src not in named:
                path.unlink()


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
