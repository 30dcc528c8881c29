"""What was said to be saved is saved, also when the process is killed."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from editor_app.model.fields import checksum
from editor_app.store.errors import ItemNotFoundError, LibraryGoneError, SaveConflictError
from editor_app.store.library import Library
from editor_app.store.verify import verify

_ROOT = Path(__file__).parents[2]
_KILLS = 20

# Imports once, then forks a writer for every line it reads: only the writers are killed.
_WRITERS = """
import os, sys
from dataclasses import replace
from pathlib import Path
from editor_app.clock import now
from editor_app.model.identity import new_item_id
from editor_app.model.item import NewsItem
from editor_app.store.library import Library

def an_item(headline, **fields):
    return NewsItem(id=new_item_id(now()), headline=headline, slug="same", **fields)

def write():
    items = Library.open(Path(sys.argv[1]), clock=now).items
    turn = 0
    while True:
        turn += 1
        saved = items.save(an_item(f"Item {turn}", body="The river rose. " * 200), over=0)
        for change in range(3):
            changed = replace(saved, standfirst=f"Change {change}")
            saved = items.save(changed, over=saved.version)
        items.trash(saved.id)
        if turn % 2:
            items.restore(saved.id)
        items.add_many(an_item(f"Many {n}") for n in range(5))

for _ in sys.stdin:
    writer = os.fork()
    if not writer:
        write()
    print(writer, flush=True)
    os.waitpid(writer, 0)
    print("gone", flush=True)
"""


@pytest.fixture
def log(tmp_path, monkeypatch):
    """Ask for the log of acknowledged saves, and return a reader of it."""
    path = tmp_path / "acknowledged.jsonl"
    monkeypatch.setenv("STANDFIRST_ACK_LOG", str(path))

    def read():
        if not path.exists():
            return []
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        return [json.loads(line) for line in lines if line.endswith("\n")]

    return read


def test_every_commit_of_words_is_acknowledged_after_it_returned(log, folder, clock, an_item):
    with Library.open(folder, clock=clock) as library:
        saved = library.items.save(an_item(headline="Flood"), over=0)
        library.items.save(saved, over=1)
        with pytest.raises(SaveConflictError):
            library.items.save(replace(saved, headline="Late"), over=7)
        trashed = library.items.trash(saved.id)
        back = library.items.restore(saved.id)
        many = [an_item(headline="A"), an_item(headline="B")]
        library.items.add_many(many)
    said = [(entry["op"], entry["item"], entry["version"], entry["sha256"]) for entry in log()]
    assert said == [
        ("save", saved.id, 1, checksum(saved)),
        ("trash", saved.id, 2, checksum(trashed)),
        ("restore", saved.id, 3, checksum(back)),
        ("add", many[0].id, 1, checksum(many[0])),
        ("add", many[1].id, 1, checksum(many[1])),
    ]


def test_without_the_variable_nothing_is_written(folder, clock, an_item, tmp_path, monkeypatch):
    monkeypatch.delenv("STANDFIRST_ACK_LOG", raising=False)
    with Library.open(folder, clock=clock) as library:
        library.items.save(an_item(), over=0)
    assert [path.name for path in tmp_path.iterdir()] == ["library"]


def test_a_log_that_cannot_be_written_is_said_in_words(folder, clock, an_item, monkeypatch):
    monkeypatch.setenv("STANDFIRST_ACK_LOG", str(folder / "nowhere" / "log"))
    with Library.open(folder, clock=clock) as library, pytest.raises(LibraryGoneError):
        library.items.save(an_item(), over=0)


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_no_acknowledged_save_is_lost_when_the_process_is_killed(log, folder, clock):
    chance = random.Random(7)  # noqa: S311 - when to kill
    start = [sys.executable, "-c", _WRITERS, folder]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(start, cwd=_ROOT, **pipes) as parent:
        for _ in range(_KILLS):
            wanted = len(log()) + chance.randint(1, 25)
            print("write", file=parent.stdin, flush=True)
            writer = int(parent.stdout.readline())
            _wait_for(log, wanted)
            os.kill(writer, signal.SIGKILL)
            assert parent.stdout.readline() == "gone\n"
        parent.stdin.close()
    with Library.open(folder, clock=clock) as library:
        assert verify(library).problems == ()
        for entry in log():
            kept = library.history.get(entry["item"], entry["version"])
            assert checksum(kept) == entry["sha256"]
            assert library.items.get(entry["item"]).version >= entry["version"]
    assert len(log()) >= _KILLS
    assert not list(folder.glob(".standfirst-*"))


def test_the_test_above_would_see_a_loss(log, folder, clock, an_item):
    """The control: a library put back to before an acknowledged save is found out."""
    before = (folder / "library.db").read_bytes()
    with Library.open(folder, clock=clock) as library:
        library.items.save(an_item(), over=0)
    (folder / "library.db").write_bytes(before)
    with Library.open(folder, clock=clock) as library, pytest.raises(ItemNotFoundError):
        library.history.get(log()[0]["item"], 1)


def _wait_for(log, entries):
    deadline = time.monotonic() + 30
    while len(log()) < entries:
        assert time.monotonic() < deadline, "the child does not save"
