"""Finished items to a folder of pages, lists and feeds that somebody uploads."""

from collections.abc import Callable, Generator, Sequence
from datetime import datetime
from pathlib import Path

from editor_app.export.errors import ExportError, explained
from editor_app.export.reports import ExportOptions, ExportReport, HeldBack, ItemChange, Progress
from editor_app.export.run import ExportRun
from editor_app.export.staging import STAGING_NAME, Staging
from editor_app.model.identity import ItemId
from editor_app.store.library import Library

__all__ = [
    "ExportOptions",
    "ExportReport",
    "HeldBack",
    "ItemChange",
    "Progress",
    "export_items",
]

CLEARANCE_FOLDER = "clearance"
_KINDS = frozenset({"page"})


def export_items(
    library: Library,
    item_ids: Sequence[ItemId] | None,
    *,
    to: Path,
    options: ExportOptions,
    clock: Callable[[], datetime],
) -> Generator[Progress, None, ExportReport]:
    """Write the kits of items, or of all finished ones, to a folder; all of it or nothing.

    Close the generator to cancel: the folder is then left as it was.

    Raises:
        ExportError: the folder cannot be used, or holds files that are not ours.
        DiskFullError: the disk of the library is full, which may be another than the folder's.
    """
    _refuse(item_ids, options)
    target = to / CLEARANCE_FOLDER if options.is_draft else to
    library.under_way.note(target)  # should this process be killed, the next start finishes it
    try:
        with explained(to), Staging(target) as staging:
            run = ExportRun(library, staging, options, now=clock())
            return (yield from run.steps(item_ids))
    finally:
        if not (target / STAGING_NAME).exists():
            library.under_way.forget(target)


def _refuse(item_ids: Sequence[ItemId] | None, options: ExportOptions) -> None:
    if options.is_draft and item_ids is None:
        raise ExportError(
            "A clearance copy is made of named items only.", hint="Choose the items to send."
        )
    for kind in options.kinds:
        if kind not in _KINDS:
            raise ExportError(
                f"This version cannot export the kind “{kind}”.",
                hint=f"It can export: {', '.join(sorted(_KINDS))}.",
            )
