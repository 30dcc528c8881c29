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
from editor_app.store.backup import verify
from editor_app.store.errors import LibraryGoneError, SaveConflictError
from editor_app.store.library import Library

_ROOT = Path(__file__).parents[2]
_KILLS = 20

_WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from editor_app.clock import now
from editor_app.model.identity import new_item_id
from editor_app.model.item import NewsItem
from editor_app.store.library import Library

library = Library.open(Path(sys.argv[1]), clock=now)
print("ready", flush=True)
turn = 0
while True:
    turn += 1
    item = NewsItem(id=new_item_id(now()), headline=f"Item {turn}", body="The river rose. " * 200)
    saved = library.items.save(item, over=0)
    for change in range(3):
        saved = library.items.save(replace(saved, standfirst=f"Change {change}"), over=saved.version)
    library.items.trash(saved.id)
    if turn % 2:
        library.items.restore(saved.id)
    library.items.add_many(
        NewsItem(id=new_item_id(now()), headline=f"Many {n}", slug="same") for n in range(5)
    )
"""


@pytest.fixture
def log(tmp_path, monkeypatch):
    """Ask for the log of acknowledged saves, and return a reader of it."""
    path = tmp_path / "acknowledged.jsonl"
    monkeypatch.setenv("STANDFIRST_ACK_LOG", str(path))

    def read():
        if not path.exists():
            return []
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

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
    chance = random.Random(7)
    seen = 0
    for _ in range(_KILLS):
        child = subprocess.Popen(
            [sys.executable, "-c", _WRITER, folder], stdout=subprocess.PIPE, cwd=_ROOT
        )
        with child:
            assert child.stdout.readline() == b"ready\n"
            _let_it_work(log, already=seen, entries=chance.randint(1, 25))
            child.send_signal(signal.SIGKILL)
        seen = len(log())
    with Library.open(folder, clock=clock) as library:
        assert verify(library).problems == ()
        for entry in log():
            kept = library.items.revision(entry["item"], entry["version"])
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
    with Library.open(folder, clock=clock) as library:
        with pytest.raises(Exception, match="There is no item"):
            library.items.revision(log()[0]["item"], 1)


def _let_it_work(log, *, already, entries):
    deadline = time.monotonic() + 30
    while len(log()) < already + entries:
        assert time.monotonic() < deadline, "the child does not save"
