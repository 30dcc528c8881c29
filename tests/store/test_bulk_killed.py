"""A process that is killed in the middle of a bulk change leaves all of it or none of it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from editor_app.model.fields import checksum
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from editor_app.store.verify import verify

ROOT = Path(__file__).resolve().parents[2]
NUMBER = 12
pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills with a signal")

CHILD = """
import os, signal, sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from editor_app.store import bulk
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery

bulk._AT_ONCE = 2
folder, stop, name = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
library = Library.open(folder, clock=lambda: datetime(2026, 3, 3, tzinfo=UTC))
ids = library.items.ids(ItemQuery())
change = lambda item: replace(item, headline=item.headline.upper(), tags=("loud",))
steps = library.bulk.undo() if name == "undo" else library.bulk.change(ids, change, what="Louder")
for done, _ in enumerate(steps):
    if done == stop:
        os.kill(os.getpid(), signal.SIGKILL)
os.kill(os.getpid(), signal.SIGKILL)  # at once after the commit
"""


def words(library):
    return {each: checksum(library.items.get(each)) for each in library.items.ids(ItemQuery())}


def run_and_kill(folder, stop, name):
    command = [sys.executable, "-c", CHILD, str(folder), str(stop), name]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()


@pytest.mark.parametrize("name", ["change", "undo"])
@pytest.mark.parametrize("stop", [0, 3, 99])
def test_a_killed_bulk_change_is_all_there_or_not_at_all(folder, clock, an_item, stop, name):
    with Library.open(folder, clock=clock) as library:
        library.items.add_many(an_item(headline=f"Flood {n}", slug=f"f-{n}") for n in range(NUMBER))
        before = words(library)
    if name == "undo":
        run_and_kill(folder, 99, "change")
    with Library.open(folder, clock=clock) as library:
        standing = words(library)
    run_and_kill(folder, stop, name)
    with Library.open(folder, clock=clock) as library:
        after = words(library)
        found = library.items.count(ItemQuery(search="loud"))
        is_undoable = library.bulk.last() is not None
        assert verify(library).problems == ()
    if stop < NUMBER:
        assert after == standing
    else:
        assert (after == before) == (name == "undo")
    assert found == (0 if after == before else NUMBER)
    assert is_undoable == (after != before)
