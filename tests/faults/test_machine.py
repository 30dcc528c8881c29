"""Whatever is done in whatever order, the library holds what was acknowledged."""

import pytest
from hypothesis import Phase
from hypothesis.stateful import run_state_machine_as_test

from editor_app.store.writing import Entry
from tests.faults.controls import save_other_words
from tests.faults.machine import LibraryMachine, limits

FEW = limits(4, derandomize=True, phases=[Phase.generate], print_blob=False)


def test_a_library_holds_what_was_acknowledged_whatever_is_done_with_it():
    run_state_machine_as_test(LibraryMachine, settings=FEW)


def test_the_test_above_would_see_other_words(monkeypatch):
    monkeypatch.setattr(Entry, "of", Entry.of)  # put back afterwards
    save_other_words()
    with pytest.raises(AssertionError):
        run_state_machine_as_test(LibraryMachine, settings=FEW)
