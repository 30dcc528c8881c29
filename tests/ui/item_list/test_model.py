"""The rows of the list: all of them countable, few of them read."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.store import search
from editor_app.store.errors import DiskFailedError
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery, Sort
from editor_app.store.query_text import read_query
from editor_app.ui.item_list import model as listing
from editor_app.ui.item_list.model import ItemListModel, RowSource
from editor_app.ui.paged_rows import Role

MANY = 230


@pytest.fixture
def library(tmp_path, now):
    with Library.open(tmp_path / "library", clock=lambda: now) as library:
        library.items.add_many(
            NewsItem(
                id=ItemId(f"{number:026d}"),
                headline=f"Item {number}",
                body="even" if number % 2 == 0 else "odd",
            )
            for number in range(MANY)
        )
        yield library


@pytest.fixture
def read():
    """Return the queries that were read so far."""
    return []


@pytest.fixture
def model(library, read, monkeypatch, qapp):
    """Return a model that reads few rows at a time and counts few."""
    monkeypatch.setattr(listing, "PAGE", 10)
    monkeypatch.setattr(search, "COUNTED", 40)
    monkeypatch.setattr(listing, "_STRETCH", 50)
    monkeypatch.setattr(listing, "_UNTIL_COUNTED", 0)

    def page(query):
        read.append(query)
        return library.items.page(query)

    return ItemListModel(
        RowSource(
            opening=library.items.opening,
            page=page,
            stretch=library.items.stretch,
            row_of=library.items.row_of,
        )
    )


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("typed", ["", "even"])
def test_rows_are_the_same_wherever_one_looks_first(model, library, sort, typed):
    query = ItemQuery(sort=sort, search=typed)
    whole = library.items.ids(query)
    model.show(query)
    model.count_all()
    assert model.rowCount() == len(whole)
    for row in (len(whole) - 1, 57, 58, 3, 70, 41, 69, 0):
        assert model.summary(row).id == whole[row]


def test_the_rest_is_counted_when_there_is_nothing_else_to_do(model, qtbot):
    model.show(ItemQuery())
    assert model.rowCount() == 40
    qtbot.waitUntil(lambda: model.rowCount() == MANY)
    assert model.is_counted


def test_a_jump_reads_one_page_near_it(model, read):
    model.show(ItemQuery())
    model.count_all()
    read.clear()
    assert model.index(205, 0).data(Qt.ItemDataRole.DisplayRole) == f"Item {MANY - 1 - 205}"
    assert model.index(206, 0).data(Role.SUMMARY) is not None
    assert [query.skip for query in read] == [10]


def test_few_pages_are_kept_however_far_one_scrolls(model, monkeypatch):
    monkeypatch.setattr(listing, "_MOST_KEPT", 3)
    model.show(ItemQuery())
    model.count_all()
    assert [model.summary(row).headline for row in range(MANY)][-1] == "Item 0"
    assert model.rows_of(frozenset({model.summary(0).id, model.summary(229).id})) == [0, 229]
    assert model.row_of(f"{100:026d}") == -1
    assert model.row_of(f"{100:026d}", anywhere=True) == MANY - 1 - 100
    assert model.row_of("nobody", anywhere=True) == -1


def test_an_item_that_comes_or_goes_moves_the_rows(model, library, qtbot):
    model.show(read_query("even"))
    model.count_all()
    library.items.trash(model.summary(60).id)
    gone = model.summary(60).headline
    assert model.refresh()
    assert model.summary(60).headline != gone
    qtbot.waitUntil(lambda: model.rowCount() == MANY // 2 - 1)
    assert not model.refresh()


def test_a_row_is_shown_as_it_is_said_until_it_is_read_again(model, qtbot):
    model.show(ItemQuery())
    changed = replace(model.summary(2), headline="Other")
    with qtbot.waitSignal(model.dataChanged):
        model.update(changed)
    assert model.index(2, 0).data(Qt.ItemDataRole.DisplayRole) == "Other"
    assert model.refresh() is False
    assert model.index(2, 0).data(Qt.ItemDataRole.DisplayRole) == f"Item {MANY - 3}"


def test_a_disk_that_fails_is_said_once_and_leaves_rows_blank_until_it_is_read_on(
    model, qtbot, monkeypatch
):
    def fail(_query):
        raise DiskFailedError

    model.show(ItemQuery())
    source = model._source
    monkeypatch.setattr(model, "_source", replace(source, page=fail, stretch=fail))
    with qtbot.waitSignal(model.rest_unread):
        assert model.index(35, 0).data(Role.SUMMARY) is None
    with qtbot.assertNotEmitted(model.rest_unread):
        assert model.index(25, 0).data(Role.SUMMARY) is None
    assert model.index(5, 0).data(Role.SUMMARY) is not None
    monkeypatch.setattr(model, "_source", source)
    model.read_on()
    assert model.index(35, 0).data(Role.SUMMARY) is not None
    assert model.rowCount() > 40
