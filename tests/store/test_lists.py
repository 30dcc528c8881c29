"""The managed lists: sections, tags, contacts, projects, donors, boilerplates, publications."""

import sqlite3
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor_app.model.item import Boilerplate, Contact, Project, Publication
from editor_app.model.list_table import ToldEntry
from editor_app.model.lists import (
    Donor,
    Label,
    ListedBoilerplate,
    ListedProject,
    ListKind,
    Said,
    name_key,
)
from editor_app.store.errors import (
    EntryDamagedError,
    EntryGoneError,
    EntryInUseError,
    NameMissingError,
    NameTakenError,
)
from editor_app.store.library import Library
from editor_app.store.lists import FIRST_SECTIONS
from editor_app.store.verify import verify

TAG, DONOR, SECTION = ListKind.TAG, ListKind.DONOR, ListKind.SECTION


def names(library, kind):
    return [entry.name for entry in library.lists.all(kind)]


def test_a_new_library_offers_sections_to_begin_with(library):
    assert library.lists.sections() == FIRST_SECTIONS
    assert library.lists.everything().of(TAG) == ()


def test_sections_in_use_are_offered_behind_those_of_the_list(library, an_item):
    library.lists.add_names(SECTION, ["Blog", " News ", "", "blog"])
    library.items.save(an_item(section="Old label"), over=0)
    library.items.save(an_item(section="News"), over=0)
    assert library.lists.sections() == (*FIRST_SECTIONS, "Blog", "Old label")


def test_a_retired_section_is_offered_no_longer_but_found(library, an_item):
    library.items.save(an_item(section="Feature"), over=0)
    entry = library.lists.everything().find(SECTION, "feature")
    library.lists.retire([entry.id])
    assert "Feature" not in [one.name for one in library.lists.everything().offered(SECTION)]
    assert library.lists.everything().find(SECTION, "Feature").is_retired
    assert library.lists.sections()[-1] == "Feature", "an item still has it"
    assert "Feature" not in library.lists.sections_to_choose()
    assert library.lists.sections_to_choose()[0] == FIRST_SECTIONS[0]
    library.lists.retire([entry.id], is_retired=False)
    assert not library.lists.get(entry.id).is_retired


RECORDS = {
    ListKind.CONTACT: Contact(name="Ana Kovač", role="Press officer", email="ana@example.org"),
    ListKind.PROJECT: ListedProject(
        name="Ways home", labels=(Said(language="fr", text="Chemins"),), donor="Fund"
    ),
    DONOR: Donor(
        name="Fund",
        labels=(Said(language="ar", text="الصندوق"),),
        statements=(Said(language="en", text="Paid by the Fund."),),
        disclaimers=(Said(language="en", text="The Fund did not write this."),),
        is_mandatory=True,
        emblem="media/ab/" + "ab" * 32 + ".jpg",
        emblem_alt="A star",
    ),
    ListKind.BOILERPLATE: ListedBoilerplate(name="About us").with_text(
        "en", heading="About us", text="We are few."
    ),
    ListKind.PUBLICATION: Publication(title="Ten years on", kind="PDF", size=12, pages=3),
    TAG: Label(name="border", labels=(Said(language="de", text="Grenze"),)),
}


@pytest.mark.parametrize("kind", RECORDS, ids=str)
def test_an_entry_is_after_reopening_what_it_was(folder, clock, kind):
    with Library.open(folder, clock=clock) as library:
        made = library.lists.add(kind, RECORDS[kind])
    with Library.open(folder, clock=clock) as library:
        assert library.lists.get(made.id) == made
        assert made.record == RECORDS[kind]


def test_a_name_is_needed_and_taken_once_whatever_its_case(library):
    fund = library.lists.add(DONOR, Donor(name="  The\tFund "))
    assert fund.name == "The Fund"
    with pytest.raises(NameMissingError):
        library.lists.add(DONOR, Donor(name=" \n "))
    with pytest.raises(NameTakenError, match="the fund"):
        library.lists.add(DONOR, Donor(name="the fund"))
    library.lists.add(TAG, Label(name="the fund"))
    other = library.lists.add(DONOR, Donor(name="Other"))
    with pytest.raises(NameTakenError):
        library.lists.save(other.id, Donor(name="THE FUND"))
    assert names(library, DONOR) == ["Other", "The Fund"]


def test_a_name_of_ten_thousand_letters_is_a_name(library, an_item):
    long = "é" * 10_000
    made = library.lists.add(TAG, Label(name=long))
    library.items.save(an_item(tags=(long,)), over=0)
    assert library.lists.uses(TAG) == {name_key(long): 1}
    with pytest.raises(EntryInUseError) as raised:
        library.lists.delete([made.id])
    assert len(str(raised.value)) < 400


def test_half_a_character_does_not_keep_a_list_from_being_saved(library):
    made = library.lists.add(TAG, Label(name="a\ud800b"))
    assert library.lists.get(made.id).name == "a\ufffdb"


def test_an_item_with_an_old_name_is_found_by_the_renamed_entry(library, an_item):
    made = library.lists.add(DONOR, Donor(name="Old fund"))
    saved = library.items.save(
        an_item(projects=(Project(title="Ways", donor="old  FUND"),)), over=0
    )
    library.lists.save(made.id, Donor(name="New fund"))
    lists = library.lists.everything()
    assert lists.donor("Old Fund") == Donor(name="New fund")
    entry = lists.find(DONOR, "new fund")
    assert entry.former == ("Old fund",)
    assert library.lists.items_with(DONOR, entry.carried_names()) == (saved.id,)
    renamed_back = library.lists.save(made.id, Donor(name="Old fund"))
    assert renamed_back.former == ("New fund",)


def test_a_name_that_was_given_up_can_be_taken_again(library):
    first = library.lists.add(TAG, Label(name="a"))
    library.lists.save(first.id, Label(name="b"))
    second = library.lists.add(TAG, Label(name="A"))
    assert library.lists.everything().find(TAG, "a").id == second.id


def test_merging_keeps_what_each_knew_and_finds_all_their_names(library):
    kept = library.lists.add(TAG, Label(name="EU", labels=(Said(language="fr", text="UE"),)))
    first = library.lists.add(TAG, Label(name="Europe", labels=(Said(language="de", text="EU"),)))
    second = library.lists.add(TAG, Label(name="Union", labels=(Said(language="fr", text="no"),)))
    merged = library.lists.merge(kept.id, [first.id, kept.id, second.id, first.id, 10**9])
    assert merged.record.labels == (
        Said(language="fr", text="UE"),
        Said(language="de", text="EU"),
    )
    assert set(merged.former) == {"Europe", "Union"}
    assert names(library, TAG) == ["EU"]
    assert library.lists.everything().find(TAG, "union") == merged
    with pytest.raises(EntryGoneError):
        library.lists.get(first.id)
    library.lists.put_back([kept, first, second])
    assert [library.lists.get(one.id) for one in (kept, first, second)] == [kept, first, second]


def test_merging_an_entry_into_itself_changes_nothing(library):
    made = library.lists.add(DONOR, Donor(name="Fund"))
    assert library.lists.merge(made.id, [made.id]) == made


def test_what_is_taken_back_does_not_push_out_what_came_meanwhile(library):
    made = library.lists.add(DONOR, Donor(name="Fund"))
    library.lists.save(made.id, Donor(name="Other"))
    stranger = library.lists.add(DONOR, Donor(name="fund"))
    with pytest.raises(NameTakenError):
        library.lists.put_back([made])
    assert library.lists.get(stranger.id).name == "fund"
    assert library.lists.get(made.id).name == "Other"


def test_what_is_gone_is_said_in_words(library):
    made = library.lists.add(DONOR, Donor(name="Fund"))
    library.lists.delete([made.id])
    library.lists.delete([made.id])
    library.lists.retire([made.id])
    library.lists.put_in_order([made.id])
    for change in (
        lambda: library.lists.save(made.id, Donor(name="x")),
        lambda: library.lists.merge(made.id, []),
    ):
        with pytest.raises(EntryGoneError, match="no longer in the list"):
            change()


def test_only_what_no_item_carries_is_deleted(library, an_item):
    used = library.lists.add(TAG, Label(name="used"))
    unused = library.lists.add(TAG, Label(name="unused"))
    item = library.items.save(an_item(tags=("Used",)), over=0)
    library.items.trash(item.id)
    with pytest.raises(EntryInUseError, match="an item carries it"):
        library.lists.delete([used.id, unused.id])
    assert names(library, TAG) == ["unused", "used"]
    library.lists.delete([unused.id])
    assert names(library, TAG) == ["used"]


def test_sections_go_in_the_order_they_are_given(library):
    entries = library.lists.all(SECTION)
    library.lists.put_in_order([entry.id for entry in reversed(entries)])
    assert names(library, SECTION) == list(reversed(FIRST_SECTIONS))


def test_many_records_are_added_or_put_over_their_namesakes_at_once(library):
    library.lists.add(TAG, Label(name="a"))
    library.lists.add(TAG, Label(name="b"))
    label = Said(language="fr", text="un")
    told = [ToldEntry(Label(name="A", labels=(label,))), ToldEntry(Label(name="b"))]
    counts = library.lists.put_all(TAG, [*told, ToldEntry(Label(name="c"), is_retired=True)])
    assert counts == (1, 1)
    assert names(library, TAG) == ["A", "b", "c"]
    assert [entry.is_retired for entry in library.lists.all(TAG)] == [False, False, True]
    with pytest.raises(NameMissingError):
        library.lists.put_all(TAG, [ToldEntry(Label(name="d")), ToldEntry(Label(name=""))])
    assert names(library, TAG) == ["A", "b", "c"]


def test_who_uses_what_is_counted_in_every_list(library, an_item):
    full = an_item(
        section="News",
        tags=("eu", "law"),
        contacts=(Contact(name="Ana"), Contact(name="ana")),
        projects=(Project(title="Ways", donor="Fund"), Project(title="", donor="fund")),
        publications=(Publication(title="Ten"),),
        boilerplates=(Boilerplate(name="About us", text="We."),),
    )
    library.items.save(full, over=0)
    library.items.save(an_item(tags=("EU",)), over=0)
    expected = {
        SECTION: {"news": 1},
        TAG: {"eu": 2, "law": 1},
        ListKind.CONTACT: {"ana": 1},
        ListKind.PROJECT: {"ways": 1},
        DONOR: {"fund": 1},
        ListKind.PUBLICATION: {"ten": 1},
        ListKind.BOILERPLATE: {"about us": 1},
    }
    assert {kind: dict(library.lists.uses(kind)) for kind in ListKind} == expected


def test_what_an_item_no_longer_carries_is_no_longer_counted(library, an_item):
    item = library.items.save(an_item(contacts=(Contact(name="Ana"),)), over=0)
    library.items.save(replace(item, contacts=()), over=1)
    assert library.lists.uses(ListKind.CONTACT) == {}


def test_a_damaged_entry_is_named_and_not_used(library):
    library.lists.add(DONOR, Donor(name="Fund", emblem_alt="A star"))
    with library.database.transaction() as connection:
        connection.exec_driver_sql("UPDATE list_entries SET words = replace(words, 'star', 'stab')")
    library.lists.add_names(TAG, [])
    with pytest.raises(EntryDamagedError, match="Fund"):
        library.lists.everything()
    assert any("Fund" in problem for problem in verify(library).problems)


def test_sections_and_carried_names_come_along_from_an_earlier_shape(
    folder, clock, turn_back, an_item
):
    with Library.open(folder, clock=clock) as library:
        item = an_item(
            contacts=(Contact(name="Ana"),), projects=(Project(title="Ways", donor="Fund"),)
        )
        library.items.save(item, over=0)
    turn_back(folder, 4)
    database = sqlite3.connect(folder / "library.db")
    database.execute("INSERT INTO sections (name, position) VALUES (' Blog', 2), ('News', 1)")
    database.commit()
    database.close()
    with Library.open(folder, clock=clock) as library:
        assert library.lists.sections() == ("News", "Blog")
        assert library.lists.uses(DONOR) == {"fund": 1}
        assert library.lists.uses(ListKind.CONTACT) == {"ana": 1}
        assert verify(library).problems == ()


NAMES = st.sampled_from(["a", "A", "b", "B ", "ß", "SS", "ê", "日本", "", " ", "c\0"])
DOINGS = ("add", "rename", "merge", "delete", "retire")
STEPS = st.lists(
    st.tuples(st.sampled_from(DOINGS), NAMES, st.integers(0, 6), st.integers(0, 6)), max_size=25
)
NOBODY = 10**9


class Told:
    """What a plain dictionary says a list must hold: which entry has which name."""

    def __init__(self, lists):
        self.lists, self.held = lists, {}

    def pick(self, number):
        ids = sorted(self.held)
        return ids[number % len(ids)] if ids else NOBODY

    def add(self, name, _one, _two):
        made = self.lists.add(TAG, Label(name=name))
        self._free(name, NOBODY)
        self.held[made.id] = name_key(name)

    def rename(self, name, one, _two):
        self.lists.save(self.pick(one), Label(name=name))
        self._free(name, self.pick(one))
        self.held[self.pick(one)] = name_key(name)

    def merge(self, _name, one, two):
        kept, other = self.pick(one), self.pick(two)
        self.lists.merge(kept, [other])
        if other != kept:
            self.held.pop(other)

    def delete(self, _name, one, _two):
        gone = self.pick(one)
        self.lists.delete([gone])
        self.held.pop(gone, None)

    def retire(self, _name, one, _two):
        self.lists.retire([self.pick(one)])

    def _free(self, name, entry_id):
        others = {key for held, key in self.held.items() if held != entry_id}
        assert name_key(name) not in others | {""}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_is_done_a_list_holds_each_name_once_and_finds_it(library, steps):
    library.lists.delete([entry.id for entry in library.lists.all(TAG)])
    told = Told(library.lists)
    for what, name, one, two in steps:
        try:
            getattr(told, what)(name, one, two)
        except NameMissingError:
            assert not name_key(name)
        except NameTakenError:
            assert name_key(name) in told.held.values()
        except EntryGoneError:
            assert not told.held
    entries = library.lists.all(TAG)
    assert {entry.id: name_key(entry.name) for entry in entries} == told.held
    assert all(library.lists.everything().find(TAG, entry.name) == entry for entry in entries)
