from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.checks import term_lists
from editor_app.checks.errors import ListUnreadableError
from editor_app.checks.term_lists import read_acronyms, read_terms
from editor_app.checks.term_matching import TermIndex
from editor_app.model.house_style import Acronym, Term

ROW = "cheap|low cost,affordable,kinder,Style guide"
TERM = Term(
    language="en",
    forms=("cheap", "low cost"),
    suggestion="affordable",
    reason="kinder",
    source="Style guide",
)


@pytest.mark.parametrize(
    "content",
    [
        f"forms,suggestion,reason,source\n{ROW}\n".encode(),
        f"\ufeff{ROW}".encode(),
        f"Forms,Suggestion,Reason,Source\r\n{ROW}\r\n\r\n".encode(),
        f"forms,suggestion,reason,source\n{ROW}\n".encode("utf-16"),
        ROW.replace(",", ";").encode(),
        ROW.replace(",", "\t").encode(),
        b"source,reason,suggestion,forms\nStyle guide,kinder,affordable,cheap|low cost",
        b'"cheap | low  cost","affordable","kinder","Style\nguide"',
    ],
)
def test_a_list_is_read_however_a_spreadsheet_wrote_it(content):
    assert read_terms(content, "en").terms == (TERM,)


def test_letters_of_older_programs_are_read():
    assert read_terms("café,coffee".encode("cp1252"), "en").terms[0].forms == ("café",)


def test_rows_that_say_nothing_sensible_are_left_out_and_named():
    rows = (
        "forms,suggestion",
        "good,better",
        ",nothing",
        "a*b,pattern",
        ".*,everything",
        "ab*,too short",
        f"{'long ' * 40},long",
        f"fine,{'x' * 1000}",
    )
    read = read_terms("\n".join(rows).encode(), "en")
    assert [term.forms for term in read.terms] == [("good",)]
    assert len(read.remarks) == 6
    assert read.remarks[0] == "Row 3 was left out: it has no form."


def test_an_expression_is_only_letters():
    (term,) = read_terms(b"x(a|a)+$,y", "en").terms
    assert term.forms == ("x(a", "a)+$")
    assert not list(TermIndex([term], "en").find("xaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n",
        b"forms,suggestion\n",
        b"\0\0\0\0",
        b"x" * (term_lists.MOST_BYTES + 1),
        b"1,2,3",
    ],
)
def test_what_is_no_list_is_refused_in_a_sentence(content):
    with pytest.raises(ListUnreadableError) as refused:
        read_terms(content, "en")
    assert refused.value.message.endswith(".")
    assert refused.value.hint


def test_a_list_without_end_is_read_to_a_bound():
    content = b"".join(b"word%d,other\n" % number for number in range(term_lists.MOST_ROWS + 50))
    read = read_terms(content, "en")
    assert len(read.terms) == term_lists.MOST_ROWS
    assert read.remarks == (f"Only the first {term_lists.MOST_ROWS:,} rows were read.",)


def test_many_bad_rows_are_summed_up():
    read = read_terms(b"good,better\n" + b",bad\n" * 1000, "en")
    assert len(read.terms) == 1
    assert len(read.remarks) == 21
    assert read.remarks[-1] == "1,000 rows were left out in all."


def test_short_forms_are_read():
    read = read_acronyms(
        b"short,expansion\nIOM,International Organization for Migration\nX Y,z\n", "en"
    )
    iom = Acronym(short="IOM", language="en", expansion="International Organization for Migration")
    assert read.acronyms == (iom,)
    assert len(read.remarks) == 1


def terms_of(content):
    """Return the terms of a list; none where it is refused, which is one kind of error alone."""
    with suppress(ListUnreadableError):
        return read_terms(content, "en").terms
    return ()


@given(
    st.binary(max_size=300)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
)
def test_any_bytes_are_a_list_or_one_sentence(content):
    list(TermIndex(terms_of(content), "en").find("some words and more"))
