"""The command that says what is missing or wrong in items."""

from argparse import Namespace
from collections.abc import Iterator

from editor_app import clock
from editor_app.body import read_markdown
from editor_app.checks.engine import Checker
from editor_app.checks.finding import Finding
from editor_app.checks.leaving import Judged
from editor_app.cli.libraries import find_items, open_library
from editor_app.cli.output import Output
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.store.errors import DamagedItemError
from editor_app.store.examining import judge
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery

BLOCKED = 3
_READ_AT_ONCE = 200


def check(arguments: Namespace, output: Output) -> int:
    """Print what the checks find, the worst first; 3 where something blocks an item."""
    is_blocked, is_damaged = False, False
    checker = Checker()
    with open_library(arguments) as library:
        for item_id in _wanted(library, arguments.ids):
            try:
                item = library.items.get(item_id)
            except DamagedItemError as error:
                output.notice(str(error))
                is_damaged = True
                continue
            found = judge(library, checker, item, read_markdown(item.body), now=clock.now())
            _print(item, found, output)
            is_blocked = is_blocked or bool(found.blocking)
    if is_blocked:
        return BLOCKED
    return 1 if is_damaged else 0


def _wanted(library: Library, named: list[str]) -> Iterator[ItemId]:
    """Yield the named items, or every one that is not in the trash."""
    if named:
        yield from find_items(library, named)
        return
    after = None
    while True:
        page = library.items.page(ItemQuery(limit=_READ_AT_ONCE, after=after))
        yield from (one.id for one in page)
        if len(page) < _READ_AT_ONCE:
            return
        after = page[-1].cursor


def _print(item: NewsItem, found: Judged, output: Output) -> None:
    if not output.is_json:
        output.line(f"{item.id}  {item.headline or 'No headline'}")
    for finding in found.findings:
        output.result(_fields(item, finding), _words(finding))
    if found.left and not output.is_json:
        number = len(found.left)
        output.line(f"  {number} left as {'it is' if number == 1 else 'they are'}, for a reason")
    if not found.findings and not output.is_json:
        output.line("  Nothing missing.")
    for title in found.failed:
        output.notice(f"The check “{title}” could not be made; all others were.")


def _fields(item: NewsItem, finding: Finding) -> dict[str, object]:
    return {
        "item": item.id,
        "rule": finding.rule,
        "level": finding.level.value,
        "message": finding.message,
        "field": finding.place.name,
        "start": finding.place.start,
        "end": finding.place.end,
        "fix": finding.fix.label if finding.fix else None,
    }


def _words(finding: Finding) -> str:
    place = f"  ({finding.place.name})" if finding.place.name else ""
    return f"  {finding.level:<6}  {finding.message}{place}"
