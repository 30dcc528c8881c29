"""What is due in the folder against what lies there: written, kept, or removed."""

import hashlib
from enum import StrEnum
from pathlib import Path

from editor_app.export.as_left import AsLeft
from editor_app.export.errors import ForeignFileError
from editor_app.export.manifest import NAME, FileEntry, Manifest, no_files
from editor_app.export.places import Ground
from editor_app.export.staging import Move, Staging, digest


class Action(StrEnum):
    """What becomes of one file."""

    WRITTEN = "written"
    KEPT = "kept"
    REMOVED = "removed"


class Delivery:
    """Collects the files that are due, and prepares those that are not there yet."""

    def __init__(self, staging: Staging, left: AsLeft) -> None:
        self._staging = staging
        self._ground = Ground(staging.target)
        self._left, self._before = left, left.manifest
        self._moves: dict[str, Move] = {}
        self._looked_at: dict[str, tuple[str, str]] = {}  # stamp and hash
        self.files = no_files()
        self.actions: dict[str, Action] = {}
        self.left: list[str] = []
        self.written_items: set[str] = set()
        self._prepared: list[str] = []
        self.manifest = ""

    def due(self, data: bytes, entry: FileEntry) -> None:
        """Make a file due; entry's hash and size are filled in here.

        Raises:
            ForeignFileError: a file that is not ours stands in its place.
        """
        after = hashlib.sha256(data).hexdigest()
        known = self._before.files.get(entry.path)
        stands = self._standing(entry.path, after, known.sha256 if known else "")
        if stands != after:
            self._staging.put(entry.path, data)
            self._moves[entry.path] = Move(entry.path, stands, after)
        self.files[entry.path] = entry.measured(after, len(data))
        if stands == after:
            self.actions[entry.path] = Action.KEPT
        else:
            self._written(entry)

    def stands(self, entry: FileEntry) -> bool:
        """Return whether a file made the same way of the same things lies there already."""
        known = self._before.files.get(entry.path)
        if known is None or not entry.made_from or known.made_from != entry.made_from:
            return False
        return self._digest(entry.path) == known.sha256

    def due_as_it_is(self, entry: FileEntry) -> None:
        """Make a file due that `stands`, without making it again."""
        known = self._before.files[entry.path]
        self.files[entry.path] = entry.measured(known.sha256, known.size)
        self.actions[entry.path] = Action.KEPT

    def due_unmade(self, entry: FileEntry) -> None:
        """Say that a picture would be written, for a rehearsal.

        Raises:
            ForeignFileError: a file that is not ours stands in its place.
        """
        known = self._before.files.get(entry.path)
        self._standing(entry.path, "", known.sha256 if known else "")
        self._written(entry)

    def due_prepared(self, entry: FileEntry, before: FileEntry | None) -> FileEntry:
        """Make a file due that was written to its place in the staging folder.

        Raises:
            ForeignFileError: a file that is not ours stands in its place.
        """
        made = self._staging.prepared(entry.path)
        after = digest(made)
        stands = self._standing(entry.path, after, before.sha256 if before else "")
        if stands == after:
            made.unlink()
        else:
            self._moves[entry.path] = Move(entry.path, stands, after)
        self.actions[entry.path] = Action.KEPT if stands == after else Action.WRITTEN
        self._prepared.append(entry.path)
        size = (made if stands != after else Path(self._ground.file(entry.path))).stat().st_size
        return entry.measured(after, size)

    def place(self, path: str) -> Path:
        """Return where the bytes of a due file can be read: prepared, or in the folder."""
        if path in self._moves:
            return self._staging.prepared(path)
        return Path(self._ground.file(path))

    def keep(self, path: str, *, is_asked_for: bool) -> None:
        """Leave a file that this export is not about, or that it found settled."""
        if path not in self.files:
            self.files.take(path, self._before.files)
            if is_asked_for:
                self.actions[path] = Action.KEPT

    def remove(self, path: str) -> None:
        """Take a file away that is no longer due, if it is still the one we wrote."""
        if path in self.files:
            return
        stands = self._digest(path)
        if stands == self._before.files[path].sha256:
            self._moves[path] = Move(path, stands, "")
            self.actions[path] = Action.REMOVED
        elif stands:
            self.left.append(path)

    def due_manifest(self, manifest: Manifest) -> None:
        """Make the manifest itself due."""
        seen = hashlib.sha256()
        for part in manifest.parts():
            seen.update(part)
        after = seen.hexdigest()
        stands = digest(self._ground.file(NAME))
        self.manifest = after
        if stands != after:
            self._staging.put(NAME, manifest.parts())
            self._moves[NAME] = Move(NAME, stands, after)
        self.actions[NAME] = Action.KEPT if stands == after else Action.WRITTEN

    def stamps(self) -> dict[str, tuple[str, str]]:
        """Return item and stamp of each due file that is known to lie there, once all is done."""
        known = self._left.memory.files
        stamps: dict[str, tuple[str, str]] = {}
        for path in (*self._prepared, NAME):
            stamps[path] = ("", self._left.stamp(path))
        for path in self.files:
            if path in self._moves:
                stamps[path] = (self.files[path].item, self._left.stamp(path))
            elif path in self._looked_at:
                stamp, found = self._looked_at[path]
                if found == self.files[path].sha256:
                    stamps[path] = (self.files[path].item, stamp)
            elif path in known:
                stamps[path] = known[path]
        return stamps

    @property
    def moves(self) -> tuple[Move, ...]:
        """What changes in the folder: new files first, then removals, the manifest last."""
        ordered = sorted(
            self._moves.values(), key=lambda move: (move.path == NAME, not move.after, move.path)
        )
        return tuple(ordered)

    def _written(self, entry: FileEntry) -> None:
        self.actions[entry.path] = Action.WRITTEN
        self.written_items.add(entry.item)

    def _digest(self, path: str) -> str:
        """Return the hash of what lies at a path, reading it only where that is not known."""
        file = self._ground.file(path)
        if self._ground.is_empty(path):
            return ""
        if path in self._before.files and self._left.has(path):
            return self._before.files[path].sha256
        stamp = self._left.stamp(path)
        found = digest(file)
        self._looked_at[path] = (stamp, found)
        return found

    def _standing(self, path: str, after: str, ours: str) -> str:
        stands = self._digest(path)
        if stands not in {"", ours, after}:
            raise ForeignFileError(path)
        return stands
