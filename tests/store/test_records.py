"""What the library remembers beside its items: exports, house style, made HTML."""

from dataclasses import replace
from datetime import timedelta

import pytest

from editor_app.model.house import House
from editor_app.model.identity import ItemId
from editor_app.store.errors import DamagedItemError, ItemNotFoundError
from editor_app.store.exports import ExportRecord
from editor_app.store.library import Library


@pytest.fixture
def a_record(now):
    def make(item_id, **fields):
        record = ExportRecord(
            item_id=item_id,
            version=1,
            kind="page",
            folder="/out",
            path="en-GB/flood/index.html",
            sha256="0" * 64,
            exported_at=now,
        )
        return replace(record, **fields)

    return make


def test_the_last_export_of_an_item_is_remembered(folder, clock, an_item, a_record, now):
    with Library.open(folder, clock=clock) as library:
        item = library.items.save(an_item(), over=0)
        assert library.exports.last(item.id) is None
        first = a_record(item.id)
        later = now + timedelta(days=1)
        second = a_record(item.id, version=2, exported_at=later, forced_reason="The minister asked")
        library.exports.record([])
        library.exports.record(iter([first, second]))
    with Library.open(folder, clock=clock) as library:
        assert library.exports.last(item.id) == second
        assert library.exports.last(ItemId("nobody")) is None


def test_an_export_of_nobody_is_not_recorded(library, an_item, a_record):
    item = library.items.save(an_item(), over=0)
    with pytest.raises(ItemNotFoundError):
        library.exports.record([a_record(item.id), a_record(ItemId("nobody"))])
    assert library.exports.last(item.id) is None


def test_the_house_style_is_kept(folder, clock):
    house = House(
        organisation="Ärzte ohne Namen",
        address="https://example.org/news/",
        language="de",
        navigation=(("About", "about.html"), ("Press", "press.html")),
    )
    with Library.open(folder, clock=clock) as library:
        assert library.house.get() == House()
        library.house.save(House(organisation="First"))
        library.house.save(house)
    with Library.open(folder, clock=clock) as library:
        assert library.house.get() == house


def test_a_damaged_house_style_is_not_used(library):
    library.house.save(House(organisation="Doctors"))
    with library.database.transaction() as connection:
        connection.exec_driver_sql("UPDATE house_style SET fields = replace(fields, 'D', 'E')")
    with pytest.raises(DamagedItemError, match="house style"):
        library.house.get()


def test_made_html_is_kept_until_it_is_dropped(library):
    library.kept_html.put("a", "<p>é</p>\n")
    library.kept_html.put("a", "<p>new</p>\n")
    library.kept_html.put_many({str(number): f"<p>{number}</p>" for number in range(600)})
    library.kept_html.put_many({})
    assert library.kept_html.get("a") == "<p>new</p>\n"
    assert library.kept_html.get("b") is None
    assert len(library.kept_html.get_many(["a", "b", *map(str, range(600))])) == 601
    library.kept_html.clear()
    assert library.kept_html.get("a") is None


def test_damaged_html_counts_as_absent(library):
    library.kept_html.put("a", "<p>The river rose</p>")
    with library.database.transaction() as connection:
        connection.exec_driver_sql("UPDATE kept_html SET html = replace(html, 'rose', 'rosf')")
    assert library.kept_html.get("a") is None
