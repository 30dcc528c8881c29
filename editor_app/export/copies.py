"""The copies of photos beside a page: left where they stand, made where they do not."""

from collections.abc import Generator, Sequence
from typing import NamedTuple

from editor_app.export.delivery import Delivery
from editor_app.export.manifest import FileEntry
from editor_app.export.pages import PageMaker
from editor_app.export.photos import PhotoFiles
from editor_app.export.reports import Progress
from editor_app.media.recipes import Recipe


class Copy(NamedTuple):
    """A copy of a photo that is due: it stands in the folder, or its bytes are here, or neither."""

    recipe: Recipe
    entry: FileEntry
    stands: bool
    data: bytes | None = None


class Copies:
    """Makes the copies of photos for one export, or finds out in a rehearsal which are missing."""

    def __init__(self, delivery: Delivery, pages: PageMaker, *, is_rehearsal: bool) -> None:
        self._delivery, self._pages, self._is_rehearsal = delivery, pages, is_rehearsal

    def make(
        self, photos: Sequence[PhotoFiles], begun: Progress
    ) -> Generator[Progress, None, list[Copy]]:
        """Return the copies of photos that are still due, made where they do not stand there.

        Raises:
            EditorError: a photo is gone or damaged.
        """
        copies: list[Copy] = []
        for number, files in enumerate(photos, start=1):
            due = [
                Copy(recipe, entry, self._delivery.stands(entry))
                for recipe, entry in files.entries
                if entry.path not in self._delivery.actions
            ]
            missing = [copy.recipe for copy in due if not copy.stands]
            made = self._made(files, missing)
            copies += [copy._replace(data=made.get(copy.recipe)) for copy in due]
            if made:
                label = f"{begun.label}: photo {number} of {len(photos)}"
                yield Progress(begun.done, begun.total, label)
        return copies

    def deliver(self, copies: Sequence[Copy]) -> None:
        """Make copies due.

        Raises:
            ForeignFileError: a file that is not ours stands in the place of one.
        """
        for copy in copies:
            if copy.data is not None:
                self._delivery.due(copy.data, copy.entry)
            elif copy.stands:
                self._delivery.due_as_it_is(copy.entry)
            else:
                self._delivery.due_unmade(copy.entry)

    def _made(self, files: PhotoFiles, missing: Sequence[Recipe]) -> dict[Recipe, bytes]:
        """Return the copies that are missing; none of them in a rehearsal."""
        if not self._is_rehearsal:
            return self._pages.copies(files, missing)
        if missing:
            self._pages.look_at(files)
        return {}
