"""The commands that show items and move them on."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace

from editor_app import clock
from editor_app.body import read_markdown
from editor_app.body.text import plain_text
from editor_app.cli.errors import CommandError
from editor_app.cli.libraries import find_items, open_library
from editor_app.cli.output import Output
from editor_app.editing import status as rules
from editor_app.editing.errors import StatusRefusedError
from editor_app.model.fields import to_fields
from editor_app.model.item import NewsItem
from editor_app.store.library import Library
from editor_app.store.search import ItemQuery, ItemSummary

_PAGE = 500
_NO_DATE = "          "


class NotYetError(CommandError):
    """Something that a later version of the program does."""


def list_items(arguments: Namespace, output: Output) -> int:
    """Print the items that fit the filters, newest first."""
    query = ItemQuery(
        search=arguments.search,
        statuses=frozenset(arguments.status),
        section=arguments.section,
        language=arguments.language,
        is_trashed=arguments.trashed,
    )
    with open_library(arguments) as library:
        for summary in _pages(library, query, limit=arguments.limit):
            if output.is_json:
                output.result(to_fields(library.items.get(summary.id)), "")
            else:
                output.line(_row(summary))
    return 0


def _pages(library: Library, query: ItemQuery, *, limit: int | None) -> Iterator[ItemSummary]:
    """Yield the items that fit query, a page of them at a time."""
    left = limit
    while left is None or left > 0:
        size = _PAGE if left is None else min(_PAGE, left)
        page = library.items.page(replace(query, limit=size))
        yield from page
        if len(page) < size:
            return
        left = None if left is None else left - size
        query = replace(query, after=page[-1].cursor)


def _row(summary: ItemSummary) -> str:
    day = summary.display_date.isoformat() if summary.display_date else _NO_DATE
    return f"{summary.id}  {summary.status:<9}  {day}  {summary.language:<5}  {summary.headline}"


def show(arguments: Namespace, output: Output) -> int:
    """Print one item in the form asked for."""
    form = arguments.form or ("json" if output.is_json else "text")
    with open_library(arguments) as library:
        item = library.items.get(library.items.find(arguments.id))
        if form == "json":
            output.is_json = True
            output.result(to_fields(item), "")
            return 0
        text = {"text": _text, "markdown": _markdown, "html": _html}[form](item, library)
    if output.is_json:
        output.result({"id": item.id, form: text}, "")
    else:
        output.text(text)
    return 0


def set_status(arguments: Namespace, output: Output) -> int:
    """Change the status of items; one that is refused does not hold up the others."""
    refused = 0
    with open_library(arguments) as library:
        for item_id in find_items(library, arguments.ids):
            try:
                item = rules.set_status(library, item_id, to=arguments.to, clock=clock.now)
            except StatusRefusedError as error:
                if len(arguments.ids) == 1:
                    raise
                output.notice(f"{item_id}: {error}")
                refused += 1
            else:
                fields = {"id": item.id, "status": item.status.value, "headline": item.headline}
                output.result(fields, f"{item.id}  {item.status}  {item.headline}")
    return 1 if refused else 0


def check(_arguments: Namespace, _output: Output) -> int:
    """Say which version will have the checks."""
    message = "The checks come with version 0.2 of Standfirst."
    raise NotYetError(
        message, hint="An export already refuses an item without a headline, credit or alt text."
    )
