"""Managed lists written as CSV and read from it."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.export.list_file import list_as_csv, write_list
from editor_app.intake.errors import IntakeError
from editor_app.intake.list_file import read_list
from editor_app.model.item import Contact, Publication
from editor_app.model.list_table import ToldEntry
from editor_app.model.lists import (
    Donor,
    Entry,
    EntryId,
    Label,
    ListedBoilerplate,
    ListedProject,
    ListKind,
    Said,
)


def an_entry(record, kind, *, is_retired=False):
    return Entry(id=EntryId(1), kind=kind, record=record, is_retired=is_retired)


def said(**words):
    return tuple(Said(language=tag.replace("_", "-"), text=text) for tag, text in words.items())


FULL = {
    ListKind.TAG: Label(name="border", labels=said(de="Grenze", en_GB="border", zh_Hans="边境")),
    ListKind.CONTACT: Contact(name="Ana", role="Press", email="a@example.org", phone="+43 1 2"),
    ListKind.PROJECT: ListedProject(name="Ways", donor="Fund", labels=said(fr="Chemins")),
    ListKind.DONOR: Donor(
        name="Fund",
        labels=said(ar="الصندوق"),
        statements=said(en="Paid,\nby the “Fund”.", fr="Payé."),
        disclaimers=said(en="=not(us)"),
        is_mandatory=True,
        emblem="media/ab/c.jpg",
        emblem_alt="A star",
    ),
    ListKind.BOILERPLATE: ListedBoilerplate(name="About").with_text("en", heading="H", text="We."),
    ListKind.PUBLICATION: Publication(title="Ten; years", kind="PDF", size=1200, pages=3),
}


@pytest.mark.parametrize("kind", FULL, ids=str)
@pytest.mark.parametrize("is_retired", [True, False])
def test_a_list_that_was_written_is_read_as_it_was(tmp_path, kind, is_retired):
    file = tmp_path / "list.csv"
    write_list([an_entry(FULL[kind], kind, is_retired=is_retired)], file)
    found = read_list(file, kind, [])
    assert found.told == (ToldEntry(FULL[kind], is_retired),)
    assert found.nameless == 0
    assert found.unknown == ()


def test_excel_knows_the_letters_and_runs_no_formula():
    formulas = ['=HYPERLINK("x")', "+43 1", "-1", "@a", "'=1", "\t=1"]
    entries = [
        an_entry(Contact(name=f"n{number}", role=text), ListKind.CONTACT)
        for number, text in enumerate(formulas)
    ]
    data = list_as_csv(entries)
    assert data.startswith("\ufeffname,".encode())
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert all(row["role"].startswith("'") for row in rows)
    assert b"\r\n" in data


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=12).map(str.strip)


@given(roles=st.lists(TEXTS, max_size=4))
def test_whatever_the_words_they_come_back(tmp_path_factory, roles):
    kept = [Contact(name=f"n{number}", role=role) for number, role in enumerate(roles)]
    file = tmp_path_factory.mktemp("lists") / "a.csv"
    write_list([an_entry(one, ListKind.CONTACT) for one in kept], file)
    found = read_list(file, ListKind.CONTACT, [])
    assert [told.record for told in found.told] == kept


@pytest.mark.parametrize("separator", [";", "\t", ","])
def test_what_a_spreadsheet_saved_is_read(tmp_path, separator):
    file = tmp_path / "a.csv"
    lines = (["Title", "Pages", "Mandatory", "Colour"], ["Ten", "12", "", "red"], ["", "3", "", ""])
    file.write_text("\n".join(separator.join(line) for line in lines), encoding="cp1252")
    found = read_list(file, ListKind.PUBLICATION, [])
    assert found.told == (ToldEntry(Publication(title="Ten", pages=12)),)
    assert found.nameless == 1
    assert found.unknown == ("mandatory", "colour")


def test_what_a_file_does_not_tell_stays_as_it_is(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("name,statement fr,mandatory\nfund,,yes\n", encoding="utf-8")
    before = an_entry(FULL[ListKind.DONOR], ListKind.DONOR)
    (told,) = read_list(file, ListKind.DONOR, [before]).told
    assert told.record.statements == said(en="Paid,\nby the “Fund”.")
    assert told.record.emblem_alt == "A star"
    assert told.record.name == "fund"


def test_changed_words_of_a_boilerplate_are_a_new_version(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("name,text en\nAbout,We are many.\n", encoding="utf-8")
    before = an_entry(FULL[ListKind.BOILERPLATE], ListKind.BOILERPLATE)
    (told,) = read_list(file, ListKind.BOILERPLATE, [before]).told
    newest = told.record.newest("en")
    assert (newest.version, newest.heading, newest.text) == (2, "H", "We are many.")


def test_the_last_of_two_rows_with_a_name_counts(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("name,role,phone\nAna,Press,1\nANA,Head,\n", encoding="utf-8")
    (told,) = read_list(file, ListKind.CONTACT, []).told
    assert told.record == Contact(name="ANA", role="Head")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"a,b\n1,2\n", "no column"),
        (b"%PDF-1.4 x", "is a PDF"),
        (b'name\n"' + b"x" * 200_000 + b'"\n', "not a table"),
        (b"name\n" + b"a\n" * 50_001, "more than 50,000 rows"),
    ],
    ids=["empty", "no names", "pdf", "huge cell", "many rows"],
)
def test_a_file_that_is_no_list_is_refused_in_words(tmp_path, data, words):
    file = tmp_path / "a.csv"
    file.write_bytes(data)
    with pytest.raises(IntakeError, match=words):
        read_list(file, ListKind.CONTACT, [])
