"""Words of the house go into a table and come back as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.checks.errors import ListUnreadableError
from editor_app.checks.term_tables import (
    TermKind,
    cells_of,
    columns_of,
    read_table,
    record_of,
    table_as_csv,
)
from editor_app.model.house_style import Acronym, Term

KINDS = st.sampled_from(list(TermKind))


@given(st.data(), KINDS)
def test_what_a_row_says_comes_back_from_csv(data, kind):
    cells = [data.draw(st.text(max_size=12)) for _ in columns_of(kind)]
    try:
        record = record_of(kind, cells, "en")
    except ListUnreadableError:
        return
    assert record_of(kind, cells_of(record), "en") == record
    read = read_table(kind, table_as_csv(kind, [record]), "en")
    assert read.records in {(record,), ()} if cells[0].casefold() in columns_of(kind) else (record,)


@pytest.mark.parametrize("words", ["=cmd()", "+1 cheap", "-less", "@all", "'=quoted"])
def test_no_cell_is_a_formula_to_a_spreadsheet(words):
    term = Term(language="en", forms=("cheap",), suggestion=words)
    content = table_as_csv(TermKind.WORDS, [term])
    assert f"'{words}".encode() in content
    assert read_table(TermKind.WORDS, content, "en").records == (term,)


def test_short_forms_have_their_own_columns():
    record = record_of(TermKind.SHORT_FORMS, ("OIM", " Organisation  x "), "fr")
    assert record == Acronym(short="OIM", language="fr", expansion="Organisation x")
    with pytest.raises(ListUnreadableError, match="not used"):
        record_of(TermKind.SHORT_FORMS, ("two words", "x"), "fr")
