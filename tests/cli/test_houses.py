"""The house style of a library goes into a file and comes out of one, on the command line."""

from dataclasses import replace

import pytest

from editor_app.model.house import House
from editor_app.store.library import Library
from tests.builders import a_library, an_item


@pytest.fixture
def libraries(tmp_path, clock):
    """Return two libraries; the first has a house of its own."""
    first, second = tmp_path / "first", tmp_path / "second"
    a_library(second, an_item(headline="Flood")).close()
    with a_library(first, an_item(headline="Flood")) as library:
        style = replace(House().style, percent="%")
        library.house.save(House(organisation="River Council", style=style))
    return first, second


def test_a_house_goes_from_one_library_to_another(standfirst, libraries, tmp_path, clock):
    first, second = libraries
    file = tmp_path / "house.zip"
    assert standfirst("house", "export", file, "--library", first).lines == [str(file)]
    done = standfirst("house", "import", file, "--library", second, "--json")
    assert done.code == 0
    assert [one["changed"] for one in done.objects] == [
        "Name of the organisation: “Organisation name” → “River Council”",
        "Percentages: nothing → “%”",
    ]
    with Library.open(first, clock=clock) as one, Library.open(second, clock=clock) as other:
        assert one.house.get() == other.house.get()
    again = standfirst("house", "import", file, "--library", second)
    assert again.lines == ["The house style says the same already."]


def test_a_file_that_is_no_house_changes_nothing(standfirst, libraries, tmp_path, clock):
    first, _ = libraries
    odd = tmp_path / "odd.zip"
    odd.write_bytes(b"PK and more")
    done = standfirst("house", "import", odd, "--library", first)
    assert done.code == 1
    assert done.err.startswith("standfirst: This file is no house style of this program.")
    with Library.open(first, clock=clock) as library:
        assert library.house.get().organisation == "River Council"


def test_a_way_that_is_neither_is_not_understood(standfirst, tmp_path):
    assert standfirst("house", "send", tmp_path / "house.zip").code == 2
