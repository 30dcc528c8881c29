"""The commands that copy a library, bring it back and test it."""

from argparse import Namespace
from typing import Any, cast

from editor_app import clock
from editor_app.cli.errors import UsageError
from editor_app.cli.libraries import folder_of, open_library
from editor_app.cli.output import Output
from editor_app.export.finishing import finish_exports
from editor_app.store.backups.keeping import own_place
from editor_app.store.backups.making import backup as back_up
from editor_app.store.backups.restoring import restore as bring_back
from editor_app.store.backups.restoring import undo_restore
from editor_app.store.library import Library
from editor_app.store.mending import Damaged, find_damage, mend
from editor_app.store.verify import verify as test_library


def backup(arguments: Namespace, output: Output) -> int:
    """Write a verified copy of the library's database and print its path."""
    with open_library(arguments) as library:
        copy = back_up(library, arguments.to)
    output.result({"path": str(copy)}, str(copy))
    return 0


def restore(arguments: Namespace, output: Output) -> int:
    """Bring a library back from a backup, or undo the last time that was done."""
    if arguments.undo == (arguments.file is not None):
        message = "Name the backup to bring back, or say --undo."
        raise UsageError(message, hint="See standfirst restore --help.")
    folder = folder_of(arguments)
    if arguments.undo:
        undo_restore(folder, clock=clock.now)
        output.result({"path": str(folder)}, f"{folder} is again as before the last restore.")
        return 0
    report = bring_back(folder, arguments.file, clock=clock.now)
    fields = {
        "path": str(folder),
        "items": report.items,
        "made_at": report.made_at.isoformat(),
        "lacking": list(report.lacking),
    }
    output.result(fields, f"{folder} is again as in {arguments.file} (items {report.items}).")
    for src in report.lacking:
        output.notice(f"The photo {src} was lacking in the backup.")
    if not output.is_json:
        output.notice("The state before is kept: standfirst restore --undo brings it back.")
    return 0


def verify(arguments: Namespace, output: Output) -> int:
    """Test the library and print what is wrong with it, and what of that can be brought back."""
    with open_library(arguments) as library:
        _finish_exports(library, output)
        report = test_library(library)
        for problem in report.problems:
            output.result({"problem": problem}, problem)
        if not report.problems:
            words = (
                "Every word and every photo is as it was saved: "
                f"items {report.items}, versions {report.revisions}, photos {report.photos}."
            )
            if not output.is_json:
                output.line(words)
            return 0
        damaged = _damaged(library)
        if not arguments.mend:
            _name_what_is_left(damaged, output)
            return 1
        for one in mend(library, [own_place(library)], damaged):
            output.result({"mended": one.name, **_source(one)}, f"Brought back: {_words(one)}")
        left = test_library(library).problems
        for problem in left:
            output.result({"left": problem}, f"Still so: {problem}")
        return 1 if left else 0


def _finish_exports(library: Library, output: Output) -> None:
    finished = finish_exports(library)
    for folder in finished.folders:
        output.notice(f"The export to {folder}, which was cut off, is finished now.")
    for error in finished.errors:
        output.notice(str(error))


def _damaged(library: Library) -> tuple[Damaged, ...]:
    steps = find_damage(library, [own_place(library)])
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast("tuple[Damaged, ...]", end.value)


def _name_what_is_left(damaged: tuple[Damaged, ...], output: Output) -> None:
    for one in damaged:
        fields = {"damaged": one.name, "can_be_mended": one.can_be_brought_back, **_source(one)}
        output.result(fields, _words(one))
    if any(one.can_be_brought_back for one in damaged):
        output.notice("“standfirst verify --mend” brings back all that can be.")


def _source(one: Damaged) -> dict[str, Any]:
    """Return what is left of something damaged, as fields."""
    fields: dict[str, Any] = {}
    if one.item_id is not None:
        fields["id"] = one.item_id
    if one.found is not None:
        fields["as_of"] = one.found.moment.isoformat()
    backup = one.found.backup if one.found is not None else one.file
    if backup is not None:
        fields["from"] = str(backup)
    return fields


def _words(one: Damaged) -> str:
    if one.found is not None:
        source = f"the backup {one.found.backup}" if one.found.backup else "its versions"
        moment = one.found.moment.astimezone()
        return f"“{one.name}”: the words of {moment:%Y-%m-%d %H:%M}, from {source}."
    if one.file is not None:
        return f"“{one.name}”: the photo, from {one.file}."
    if one.can_be_brought_back:
        return f"“{one.name}”: as it was kept, from the backups."
    return f"“{one.name}”: nothing whole is left of it."
