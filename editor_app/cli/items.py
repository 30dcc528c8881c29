"""The commands that show items and move them on."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import replace

from editor_app import clock
from editor_app.cli import forms
from editor_app.cli.errors import CommandError
from editor_app.cli.libraries import find_items, open_library
from editor_app.cli.output import Output
from editor_app.editing import status as rules
from editor_app.editing.errors import StatusRefusedError
from editor_app.model.fields import to_fields
from editor_app.model.identity import ItemId
from editor_app.store.errors import DamagedItemError
from editor_app.store.library import Library
from editor_app.store.search import ItemQuery, ItemSummary

_PAGE = 500
_NO_DATE = " " * len("2026-03-02")
_WRITERS = {"text": forms.as_text, "markdown": forms.as_markdown, "html": forms.as_html}


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
    damaged = 0
    with open_library(arguments) as library:
        for page in _pages(library, query, limit=arguments.limit):
            if output.is_json:
                damaged += _print_fields(library, page, output)
            else:
                for summary in page:
                    output.line(_row(summary))
    return 1 if damaged else 0


def _pages(
    library: Library, query: ItemQuery, *, limit: int | None
) -> Iterator[Sequence[ItemSummary]]:
    """Yield the items that fit query, a page of them at a time."""
    left = limit
    while left is None or left > 0:
        size = _PAGE if left is None else min(_PAGE, left)
        page = library.items.page(replace(query, limit=size))
        yield page
        if len(page) < size:
            return
        left = None if left is None else left - size
        query = replace(query, after=page[-1].cursor)


def _print_fields(library: Library, page: Sequence[ItemSummary], output: Output) -> int:
    """Print all fields of the items on page and return how many of them are damaged."""
    ids = [summary.id for summary in page]
    try:
        for item in list(library.items.get_many(ids)):
            output.result(to_fields(item), "")
    except DamagedItemError:
        return _print_what_is_whole(library, ids, output)
    return 0


def _print_what_is_whole(library: Library, ids: Sequence[ItemId], output: Output) -> int:
    damaged = 0
    for item_id in ids:
        try:
            output.result(to_fields(library.items.get(item_id)), "")
        except DamagedItemError as error:
            output.error(error)
            damaged += 1
    return damaged


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
        text = _WRITERS[form](item, library)
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
