"""Where one run of a fault happens, and what the process that is killed there leaves to be read."""

import json
import os
import time
from dataclasses import dataclass
from pathlib import Path

from editor_app.store.acknowledging import VARIABLE


@dataclass(frozen=True, slots=True)
class Place:
    """A folder with a library, what is exported from it, and two logs of what was promised."""

    folder: Path

    @property
    def library(self):
        """The library."""
        return self.folder / "library"

    @property
    def site(self):
        """What is exported goes here."""
        return self.folder / "site"

    @property
    def copies(self):
        """Whole backups go here."""
        return self.folder / "copies"

    @property
    def texts(self):
        """Files to import."""
        return self.folder / "texts"

    @property
    def acknowledged(self):
        """The product's own log: what it said to be saved."""
        return self.folder / "acknowledged.jsonl"

    @property
    def notes(self):
        """What the process did, as it saw it: words typed, photos taken in, backups made."""
        return self.folder / "notes.jsonl"

    @property
    def states(self):
        """What the library held before: each state as a list of items, versions and checksums."""
        return self.folder / "states.json"

    @property
    def complaints(self):
        """What the process wrote to standard error."""
        return self.folder / "complaints.txt"

    def prepare_environment(self):
        """Let this process log what is acknowledged, and keep out of the user's own folders."""
        os.environ[VARIABLE] = str(self.acknowledged)
        for name in ("DATA", "CONFIG", "CACHE", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = str(self.folder / "home" / name.lower())

    def note(self, **what):
        """Write down something that was done; it outlives the process at once."""
        line = json.dumps(what | {"at": time.time()})
        with self.notes.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")

    def noted(self, kind):
        """Return what was noted under a name, in order, each with its moment."""
        return [line for line in whole_lines(self.notes) if kind in line]


def whole_lines(path):
    """Return the whole lines of a log of JSON; the last one may have been cut off."""
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    return [json.loads(line) for line in lines if line.endswith("\n")]
