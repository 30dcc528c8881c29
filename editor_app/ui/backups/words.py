"""What is said of backups, and of what they bring back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from editor_app.errors import EditorError
from editor_app.store.backups.archive import Occasion
from editor_app.store.backups.keeping import Backup, backups_in
from editor_app.store.backups.restoring import RestoreReport
from editor_app.store.errors import BackupError
from editor_app.store.mending import Damaged
from editor_app.store.recovery import Found
from editor_app.ui.history.words import moment_words
from editor_app.ui.item_list.words import isolated

WHY: Mapping[Occasion, str] = MappingProxyType(
    {
        Occasion.ASKED: "Asked for",
        Occasion.AUTOMATIC: "While you worked",
        Occasion.BEFORE_CHANGE: "Before a great change",
        Occasion.BEFORE_UPGRADE: "Before an update of Standfirst",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupRow:
    """A backup as the list shows it. ``items`` is unknown where it is damaged."""

    backup: Backup
    is_in_second_place: bool = False
    items: int | None = None
    lacking: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What the window of backups shows: the newest first, and what is to be said of the places."""

    rows: tuple[BackupRow, ...]
    problems: tuple[EditorError, ...] = ()
    can_undo: bool = False


def read_rows(places: tuple[Path, ...]) -> Shelf:
    """Return the backups of all places, each asked what it holds; for any thread."""
    rows: list[BackupRow] = []
    problems: list[EditorError] = []
    for number, place in enumerate(places):
        try:
            rows.extend(_row(one, is_in_second_place=number > 0) for one in backups_in(place))
        except EditorError as error:
            problems.append(error)
    rows.sort(key=lambda row: (row.backup.made_at, not row.is_in_second_place), reverse=True)
    return Shelf(rows=tuple(rows), problems=tuple(problems))


def _row(backup: Backup, *, is_in_second_place: bool) -> BackupRow:
    try:
        manifest = backup.manifest()
    except BackupError:
        return BackupRow(backup=backup, is_in_second_place=is_in_second_place)
    return BackupRow(
        backup=backup,
        is_in_second_place=is_in_second_place,
        items=manifest.items,
        lacking=len(manifest.lacking),
    )


def why_words(row: BackupRow) -> str:
    """Return what a backup was made for, or that it is of no use."""
    if row.items is None:
        return "Damaged — cannot be used"
    if row.lacking:
        return f"{WHY[row.backup.occasion]}; {photos(row.lacking)} lacking"
    return WHY[row.backup.occasion]


def items(number: int) -> str:
    """Return a number of items in words."""
    return "1 item" if number == 1 else f"{number:,} items"


def photos(number: int) -> str:
    """Return a number of photos in words."""
    return "1 photo" if number == 1 else f"{number:,} photos"


def restore_question(row: BackupRow, *, now: datetime) -> tuple[str, str]:
    """Return what is asked before a backup is brought back, and what is said about it."""
    moment = moment_words(row.backup.made_at, now=now)
    lacking = f" {photos(row.lacking)} were lacking in it." if row.lacking else ""
    before = "at" if moment[0].isdigit() and "," not in moment else "on"
    detail = (
        f"It had {items(row.items or 0)} then.{lacking} The present state is kept, and “Undo the "
        "last restore” brings it back. The window closes for a moment and opens again."
    )
    if moment.startswith("yesterday"):
        return f"Bring the library back to how it was {moment}?", detail
    return f"Bring the library back to how it was {before} {moment}?", detail


def restored_words(report: RestoreReport, *, now: datetime) -> str:
    """Return what is said when the window is open again."""
    moment = moment_words(report.made_at, now=now)
    lacking = f" {photos(len(report.lacking))} could not be found." if report.lacking else ""
    return (
        f"The library is as it was ({moment}, {items(report.items)}).{lacking} "
        "The state before that is kept: File > Backups… > Undo the last restore."
    )


def found_words(one: Damaged, *, now: datetime) -> str:
    """Return what is left of something damaged, in a sentence."""
    name = f"“{isolated(one.name or 'An item without headline')}”"
    if one.found is not None:
        moment = moment_words(one.found.moment, now=now)
        return f"{name}: its words of {moment} ({source_words(one.found)})"
    if one.row is not None and one.can_be_brought_back:
        return f"{name}: as it was kept, from the backups"
    if one.file is not None:
        return f"{name}: a whole copy among the backups"
    return f"{name}: nothing was found in its versions or in the backups"


def source_words(found: Found) -> str:
    """Return where a whole state of an item was found."""
    return "from its versions" if found.backup is None else f"from the backup {found.backup.name}"
