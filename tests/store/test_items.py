"""Items are saved, read, numbered, thrown away and taken back."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor_app.model.fields import checksum
from editor_app.model.identity import ItemId
from editor_app.model.item import (
    ChangeNote,
    Contact,
    LeadFigure,
    Project,
    Publication,
    RelatedLink,
)
from editor_app.model.status import Status
from editor_app.store.errors import (
    AmbiguousIdError,
    DamagedItemError,
    ItemNotFoundError,
    RevisionNotFoundError,
    SaveConflictError,
)
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from editor_app.store.rows import storable

VIENNA = ZoneInfo("Europe/Vienna")
EVERYTHING = {
    "language": "ar",
    "translation_group": "g1",
    "translated_from": ItemId("019b7bca-1580-710b-a61c-d50534fd988c"),
    "translated_version": 3,
    "content_type": "press release",
    "section": "Project News",
    "headline": "حوار إقليمي",
    "short_headline": "حوار",
    "standfirst": "A summary",
    "summary": "For search engines",
    "byline": "A. Nowak",
    "dateline_place": "VIENNA",
    "display_date": date(2015, 9, 15),
    "first_published_at": datetime(2015, 9, 15, 9, tzinfo=VIENNA),
    "published_at": datetime(2015, 9, 15, 9, tzinfo=VIENNA),
    "updated_at": datetime(2015, 9, 16, 9, tzinfo=VIENNA),
    "embargo_until": datetime(2015, 9, 15, 0, 1, tzinfo=VIENNA),
    "archive_on": date(2025, 9, 15),
    "status": Status.READY,
    "slug": "regional-dialogue",
    "body": "A *body*\n\n![Alt](media/x.jpg)",
    "lead_figure": LeadFigure(
        src="media/ab/ab.jpg", alt="A street", is_decorative=True, caption="A", credit="B"
    ),
    "tags": ("diaspora", "SDGs", "diaspora"),
    "countries": ("AT", "NG"),
    "contacts": (Contact(name="Ana", role="Press", email="ana@example.org", phone="+43 1"),),
    "projects": (Project(title="Bridges", donor="EU", statement="Funded by the EU"),),
    "publications": (Publication(title="Paper", kind="pdf", language="en", size=1, pages=2),),
    "related": (RelatedLink(text="More", address="https://example.org/more"),),
    "notes_to_editors": "Notes",
    "internal_notes": "Call Ana\0 again",
    "change_notes": (ChangeNote(day=date(2015, 9, 16), text="A name was corrected."),),
    "rights": "© 2015",
}


def test_every_field_comes_back_from_the_disk(folder, clock, an_item):
    with Library.open(folder, clock=clock) as library:
        saved = library.items.save(an_item(**EVERYTHING), over=0)
    with Library.open(folder, clock=clock) as library:
        back = library.items.get(saved.id)
    assert back == saved
    assert {name: getattr(back, name) for name in EVERYTHING} == EVERYTHING
    assert back.embargo_until.tzinfo.key == "Europe/Vienna"


words = st.text(st.characters(codec=None), max_size=40)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=st.tuples(words, words, words), tags=st.lists(words, max_size=4))
def test_any_text_at_all_can_be_saved(library, an_item, texts, tags):
    headline, body, alt = texts
    fields = {"headline": headline, "body": body, "tags": tuple(tags)}
    item = an_item(**fields, lead_figure=LeadFigure(alt=alt))
    saved = library.items.save(item, over=0)
    assert library.items.get(saved.id) == saved
    assert checksum(saved) == checksum(storable(item))
    assert len(saved.headline) == len(storable(item).headline)
    library.items.page(ItemQuery(search=headline + body))


def test_half_a_character_is_replaced_rather_than_the_words_refused(library, an_item):
    saved = library.items.save(an_item(headline="a\ud83d\ude00b\ud83d", tags=("\udc00",)), over=0)
    assert (saved.headline, saved.tags) == ("a😀b\ufffd", ("\ufffd",))


def test_a_save_of_changed_words_makes_a_version_and_one_of_the_same_words_none(library, an_item):
    first = library.items.save(an_item(headline="Flood"), over=0)
    again = library.items.save(first, over=1)
    assert again == first
    second = library.items.save(replace(first, headline="Floods"), over=1)
    assert (second.version, second.created_at) == (2, first.created_at)
    assert second.modified_at > first.modified_at
    assert [one.version for one in library.history.versions(first.id)] == [2, 1]
    assert [one.op for one in library.history.versions(first.id)] == ["save", "save"]
    assert library.history.get(first.id, 1).headline == "Flood"
    assert library.history.get(first.id, 2) == replace(second, created_at=None)


def test_a_save_over_a_version_that_is_no_longer_the_last_is_refused(library, an_item):
    first = library.items.save(an_item(headline="Flood"), over=0)
    second = library.items.save(replace(first, headline="Mine"), over=1)
    with pytest.raises(SaveConflictError, match="another window") as refused:
        library.items.save(replace(first, headline="Yours"), over=1)
    assert refused.value.item_id == first.id
    assert library.items.get(first.id) == second
    with pytest.raises(SaveConflictError):
        library.items.save(an_item(headline="Never saved"), over=4)


def test_saving_the_same_words_twice_by_mistake_is_no_conflict(library, an_item):
    item = an_item(headline="Flood")
    first = library.items.save(item, over=0)
    assert library.items.save(item, over=0) == first


def test_the_words_of_an_item_that_does_not_exist_cannot_be_had(library):
    nobody = ItemId("nobody")
    for ask in (
        library.items.get,
        library.items.trash,
        library.items.restore,
        library.history.versions,
        lambda item_id: library.history.get(item_id, 1),
        lambda item_id: list(library.items.get_many([item_id])),
    ):
        with pytest.raises(ItemNotFoundError, match="nobody"):
            ask(nobody)


def test_a_version_that_never_was_is_not_found(library, an_item):
    saved = library.items.save(an_item(), over=0)
    with pytest.raises(RevisionNotFoundError, match="version 7"):
        library.history.get(saved.id, 7)


def test_the_trash_gives_back_what_was_put_in(library, an_item):
    saved = library.items.save(an_item(headline="Flood", slug="flood"), over=0)
    trashed = library.items.trash(saved.id)
    assert trashed.is_trashed
    assert library.items.trash(saved.id) == trashed
    assert library.items.page(ItemQuery()) == []
    assert [row.id for row in library.items.page(ItemQuery(is_trashed=True))] == [saved.id]
    back = library.items.restore(saved.id)
    assert checksum(back) == checksum(saved)
    assert library.items.restore(saved.id) == back
    assert [one.op for one in library.history.versions(saved.id)] == ["restore", "trash", "save"]


# ---------------------------------------------------------------- ids and slugs


def test_the_start_of_an_id_is_enough_where_only_one_has_it(library, an_item):
    first = library.items.save(an_item(), over=0)
    second = library.items.save(an_item(), over=0)
    assert library.items.find(first.id) == first.id
    assert library.items.find(second.id[:-1]) == second.id
    with pytest.raises(AmbiguousIdError):
        library.items.find(first.id[:8])
    for nothing in ("", "zzz", "%", "_", "0%"):
        with pytest.raises(ItemNotFoundError):
            library.items.find(nothing)


def test_a_slug_that_is_taken_gets_a_number(library, an_item):
    items = library.items
    first = items.save(an_item(slug="flood", language="en-GB"), over=0)
    second = items.save(an_item(slug="flood", language="en-GB"), over=0)
    french = items.save(an_item(slug="flood", language="fr"), over=0)
    assert [one.slug for one in (first, second, french)] == ["flood", "flood-2", "flood"]
    assert items.save(replace(second, slug="flood"), over=1).version == 1
    assert items.free_slug("flood", language="en-GB", item_id=first.id) == "flood"
    assert items.free_slug("flood", language="en-GB", item_id=ItemId("new")) == "flood-3"
    assert items.free_slug("", language="en-GB", item_id=first.id) == ""


def test_a_slug_never_grows_longer_than_sixty(library, an_item):
    long = "a" * 57 + "-bc-" + "d" * 20
    taken = library.items.save(an_item(slug=long), over=0)
    assert taken.slug == "a" * 57 + "-bc"[:3]
    free = library.items.free_slug(long, language="en-GB", item_id=ItemId("new"))
    assert free == "a" * 57 + "-2"
    assert len(free) <= 60


def test_the_trash_holds_no_slugs_and_an_item_taken_out_yields(library, an_item):
    first = library.items.save(an_item(slug="flood"), over=0)
    library.items.trash(first.id)
    second = library.items.save(an_item(slug="flood"), over=0)
    assert second.slug == "flood"
    assert library.items.restore(first.id).slug == "flood-2"


# ---------------------------------------------------------------- many at once


def test_many_items_come_in_at_once_and_out_in_the_order_asked(library, an_item, now):
    some = [an_item(headline=f"Item {n}", slug="same", tags=(f"t{n % 3}",)) for n in range(520)]
    some[7] = replace(some[7], created_at=now, modified_at=None)
    assert library.items.add_many(iter(some)) == 520
    wanted = [one.id for one in reversed(some)]
    back = list(library.items.get_many(wanted))
    assert [one.id for one in back] == wanted
    assert len({one.slug for one in back}) == 520
    assert library.items.get(some[7].id).modified_at == now
    assert {one.version for one in back} == {1}
    assert [one.op for one in library.history.versions(some[0].id)] == ["add"]
    assert library.items.add_many([]) == 0


def test_threads_take_turns_and_none_loses_its_words(library, an_item):
    def write(name):
        saved = library.items.save(an_item(headline=name), over=0)
        for change in range(5):
            saved = library.items.save(replace(saved, body=f"{name} {change}"), over=saved.version)
            library.items.page(ItemQuery(search=name))
        return saved

    with ThreadPoolExecutor(4) as threads:
        written = list(threads.map(write, [f"Item {n}" for n in range(8)]))
    assert [library.items.get(one.id) for one in written] == written
    assert {one.version for one in written} == {6}


def test_adding_an_item_that_is_there_adds_nothing_of_its_batch(library, an_item):
    saved = library.items.save(an_item(headline="Flood"), over=0)
    with pytest.raises(SaveConflictError):
        library.items.add_many([an_item(), saved])
    assert library.items.count(ItemQuery()) == 1


# ---------------------------------------------------------------- damage


@pytest.mark.parametrize(
    "change",
    [
        (b"The river rose", b"The river rosf"),  # one bit, unseen by SQLite
        (b"The river rose", b"The \xffiver rose"),  # no longer text
        (b'["AT"]', b'["AT"('),  # no longer a list
        (b"2015-09-15", b"2015-09-55"),  # no longer a day
    ],
)
def test_damaged_words_are_never_handed_out(folder, clock, an_item, damage, change):
    with Library.open(folder, clock=clock) as library:
        saved = library.items.save(
            an_item(
                headline="Flood",
                internal_notes="The river rose",
                display_date=date(2015, 9, 15),
                countries=("AT",),
            ),
            over=0,
        )
    damage(folder, *change)
    with Library.open(folder, clock=clock) as library:
        with pytest.raises(DamagedItemError, match="Flood") as refused:
            library.items.get(saved.id)
        assert refused.value.item_id == saved.id
        with pytest.raises(DamagedItemError):
            list(library.items.get_many([saved.id]))
        row = library.items.page(ItemQuery())[0]
        assert row.headline == "Flood", "a damaged item is still listed"
        assert library.history.get(saved.id, 1).internal_notes == "The river rose"


def test_without_the_checksum_a_flipped_bit_would_pass(folder, clock, an_item, damage, monkeypatch):
    """The control: what the test above finds, nothing else would."""
    with Library.open(folder, clock=clock) as library:
        saved = library.items.save(an_item(internal_notes="The river rose"), over=0)
    damage(folder, b"The river rose", b"The river rosf")
    monkeypatch.setattr("editor_app.store.rows.checksum", lambda _item: checksum(saved))
    with Library.open(folder, clock=clock) as library:
        assert library.items.get(saved.id).internal_notes == "The river rosf"


def test_a_damaged_version_says_so(folder, clock, an_item, damage):
    with Library.open(folder, clock=clock) as library:
        saved = library.items.save(an_item(headline="Flood"), over=0)
        with library.database.reading() as connection:
            words = connection.exec_driver_sql("SELECT words FROM revisions").scalar_one()
    damage(folder, words[-12:], b"x" * 12)
    with Library.open(folder, clock=clock) as library, pytest.raises(DamagedItemError):
        library.history.get(saved.id, 1)


def test_a_version_with_another_checksum_says_so(library, an_item):
    saved = library.items.save(an_item(headline="Flood"), over=0)
    with library.database.transaction() as connection:
        connection.exec_driver_sql("DROP TRIGGER revisions_stay")
        connection.exec_driver_sql("UPDATE revisions SET sha256 = 'other'")
    with pytest.raises(DamagedItemError):
        library.history.get(saved.id, 1)
