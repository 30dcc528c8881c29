"""The command that lists items."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import replace

from editor_app.cli.libraries import open_library
from editor_app.cli.output import Output
from editor_app.model.fields import to_fields
from editor_app.model.identity import ItemId
from editor_app.store.errors import DamagedItemError
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery, ItemSummary
from editor_app.store.query_text import read_query

_PAGE = 500
_NO_DATE = " " * len("2026-03-02")


def list_items(arguments: Namespace, output: Output) -> int:
    """Print the items that fit the filters, newest first."""
    query = read_query(arguments.search)
    query = replace(
        query,
        statuses=frozenset(arguments.status) or query.statuses,
        section=arguments.section or query.section,
        language=arguments.language or query.language,
        is_trashed=arguments.trashed or query.is_trashed,
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
