"""The four corpora shared by everyone who works on the body; absent in a bare clone."""

import json
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[3] / "shared" / "corpora"
NAMES = ("cm", "gfm", "pymd", "news")


def corpus(name):
    """Return the Markdown texts of a corpus by their ids; skips the test where it is absent."""
    path = FOLDER / f"{name}.json"
    if not path.is_file():
        pytest.skip(f"the shared corpus {name} is not beside this checkout")
    entries = json.loads(path.read_text(encoding="utf-8"))
    return {f"{number} {entry['id']}": entry["md"] for number, entry in enumerate(entries)}
