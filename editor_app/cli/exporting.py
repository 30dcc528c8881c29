"""The command that writes finished items to a folder."""

from argparse import Namespace

from editor_app import clock
from editor_app.background.threads import on_all_cores
from editor_app.cli.errors import UsageError
from editor_app.cli.libraries import find_items, open_library
from editor_app.cli.output import Output
from editor_app.cli.steps import follow
from editor_app.export.kit import export_items
from editor_app.export.reports import ExportOptions

BLOCKED = 3


def export(arguments: Namespace, output: Output) -> int:
    """Export items and print what was written, kept and removed; 3 where a check held one back."""
    _refuse_contradictions(arguments)
    options = ExportOptions(
        is_draft=arguments.draft,
        only_changed=arguments.changed,
        as_zip=arguments.zip,
        kinds=tuple(dict.fromkeys(arguments.kinds)),
        force_reason=arguments.force or "",
        is_thorough=arguments.verify,
        each=on_all_cores,
    )
    with open_library(arguments) as library:
        ids = find_items(library, arguments.ids) if arguments.ids else None
        steps = export_items(library, ids, to=arguments.to, options=options, clock=clock.now)
        report = follow(steps, output)
    for path, action in report.files:
        output.result({"path": str(path), "action": str(action)}, f"{action}  {path}")
    for path in report.left:
        output.notice(f"{path} is no longer due, but somebody changed it, so it was left there.")
    for lost in report.lost_links:
        output.notice(
            f"“{lost.headline or lost.item_id}” links to “{lost.target}”, which is not exported: "
            "its words went out without the link."
        )
    for held in report.held_back:
        output.notice(f"“{held.headline or held.item_id}” was held back. {' '.join(held.reasons)}")
    return BLOCKED if report.held_back else 0


def _refuse_contradictions(arguments: Namespace) -> None:
    if arguments.ids and arguments.all:
        message = "An export takes either items or --all."
        raise UsageError(message, hint="Leave one of them out.")
    if not arguments.ids and arguments.draft:
        message = "A clearance copy is of named items."
        raise UsageError(message, hint="Name them: standfirst export ID --draft --to DIR.")
    if not arguments.ids and not arguments.all:
        message = "Nothing is named to export."
        raise UsageError(message, hint="Name items, or write --all for every finished one.")
