"""Small dictionaries, and somebody who looks words up in them."""

import pytest

from editor_app import paths
from editor_app.spelling.dictionaries import find_dictionaries, folder_of_hunspell
from editor_app.spelling.speller import Speller


@pytest.fixture
def speller():
    """Return a speller that ends with the test."""
    made = Speller()
    yield made
    made.close()


@pytest.fixture(scope="session")
def shipped():
    """Return the dictionaries that come with the program."""
    return find_dictionaries([paths.resources() / "dictionaries", folder_of_hunspell()])


@pytest.fixture
def write_dictionary(tmp_path):
    """Return a function that writes a dictionary of a few words and returns its affix file."""

    def write(name, *words, rules="SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n", encoding="utf-8", at=None):
        folder = at or tmp_path / "source"
        folder.mkdir(parents=True, exist_ok=True)
        listed = "\n".join([str(len(words)), *words, ""])
        (folder / f"{name}.aff").write_bytes(rules.encode(encoding))
        (folder / f"{name}.dic").write_bytes(listed.encode(encoding))
        return folder / f"{name}.aff"

    return write
