"""What is due in the folder against what lies there: written, kept, or removed."""

import hashlib
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from editor_app.export.errors import ForeignFileError
from editor_app.export.manifest import NAME, FileEntry, Manifest
from editor_app.export.places import Ground
from editor_app.export.staging import Move, Staging, digest


class Action(StrEnum):
    """What becomes of one file."""

    WRITTEN = "written"
    KEPT = "kept"
    REMOVED = "removed"


class Delivery:
    """Collects the files that are due, and prepares those that are not there yet."""

    def __init__(self, staging: Staging, before: Manifest) -> None:
        self._staging = staging
        self._ground = Ground(staging.target)
        self._before = before
        self._moves: dict[str, Move] = {}
        self.files: dict[str, FileEntry] = {}
        self.actions: dict[str, Action] = {}
        self.left: list[str] = []
        self.written_items: set[str] = set()

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
        self.files[entry.path] = replace(entry, sha256=after, size=len(data))
        if stands == after:
            self.actions[entry.path] = Action.KEPT
        else:
            self._written(entry)

    def stands(self, entry: FileEntry) -> bool:
        """Return whether a picture made the same way from the same photo lies there already."""
        known = self._before.files.get(entry.path)
        if known is None or not entry.made_from or known.made_from != entry.made_from:
            return False
        return digest(self._ground.file(entry.path)) == known.sha256

    def due_as_it_is(self, entry: FileEntry) -> None:
        """Make a picture due that `stands`, without making it again."""
        known = self._before.files[entry.path]
        self.files[entry.path] = replace(entry, sha256=known.sha256, size=known.size)
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
        size = (made if stands != after else self._ground.file(entry.path)).stat().st_size
        return replace(entry, sha256=after, size=size)

    def place(self, path: str) -> Path:
        """Return where the bytes of a due file can be read: prepared, or in the folder."""
        prepared = self._staging.prepared(path)
        return prepared if path in self._moves else self._ground.file(path)

    def keep(self, entry: FileEntry) -> None:
        """Leave a file that this export is not about."""
        self.files.setdefault(entry.path, entry)

    def remove(self, entry: FileEntry) -> None:
        """Take a file away that is no longer due, if it is still the one we wrote."""
        if entry.path in self.files:
            return
        stands = digest(self._ground.file(entry.path))
        if stands == entry.sha256:
            self._moves[entry.path] = Move(entry.path, stands, "")
            self.actions[entry.path] = Action.REMOVED
        elif stands:
            self.left.append(entry.path)

    def due_manifest(self, data: bytes) -> None:
        """Make the manifest itself due."""
        after = hashlib.sha256(data).hexdigest()
        stands = digest(self._ground.file(NAME))
        if stands != after:
            self._staging.put(NAME, data)
            self._moves[NAME] = Move(NAME, stands, after)
        self.actions[NAME] = Action.KEPT if stands == after else Action.WRITTEN

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

    def _standing(self, path: str, after: str, ours: str) -> str:
        stands = digest(self._ground.file(path))
        if stands not in {"", ours, after}:
            raise ForeignFileError(path)
        return stands
