"""A database whose own description is scrambled."""

import pytest

from editor_app.store.errors import LibraryError
from editor_app.store.library import Library
from editor_app.store.names import DATABASE_NAME


@pytest.mark.parametrize("step", [13, 97, 389, 1021])
@pytest.mark.parametrize("start", [100, 4096])
def test_a_scrambled_database_is_refused_in_words(folder, clock, step, start):
    Library.open(folder, clock=clock).close()
    database = folder / DATABASE_NAME
    scrambled = bytearray(database.read_bytes())
    for place in range(start, len(scrambled), step):
        scrambled[place] ^= 0xFF
    database.write_bytes(scrambled)
    with pytest.raises(LibraryError), Library.open(folder, clock=clock) as library:
        library.lists.sections()


def test_one_flipped_bit_in_the_name_of_a_column_is_refused_in_words(folder, clock):
    Library.open(folder, clock=clock).close()
    database = folder / DATABASE_NAME
    whole = database.read_bytes()
    assert b"standfirst TEXT" in whole
    database.write_bytes(whole.replace(b"standfirst TEXT", b"standfirsu TEXT", 1))
    with pytest.raises(LibraryError):
        Library.open(folder, clock=clock)
