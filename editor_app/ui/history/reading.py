"""Versions read and compared on a thread, and only the ones that somebody looks at."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from editor_app.background.threads import Background, Task
from editor_app.editing.comparing import Comparison, compare, summary
from editor_app.editing.draft import Draft
from editor_app.errors import EditorError
from editor_app.model.identity import ItemId
from editor_app.store.history import Revision
from editor_app.store.library import Library
from editor_app.ui.history.model import VersionRow

_KEPT = 4  # versions kept as trees: neighbours are compared one after the other


class VersionReader(QObject):
    """Reads versions of an item; of each kind of question only the newest is answered.

    Signals:
        versions_read: Carries the item and every `Revision` of it, newest first.
        what_found: It is known what changed; carries the checksums before and after, and words.
        compared: Carries the `Comparison` that was asked for.
        failed: Something could not be read; carries an `EditorError`.
    """

    versions_read = Signal(str, list)
    what_found = Signal(str, str, str)
    compared = Signal(object)
    failed = Signal(object)

    def __init__(self, library: Library, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._background = library, background
        self._drafts: dict[tuple[ItemId, int], Draft] = {}
        self._listing: Task[list[Revision]] | None = None
        self._comparing: Task[Comparison] | None = None
        self._waiting: list[tuple[ItemId, Revision, Revision]] = []
        self._is_summing = False
        self._is_over = False

    def stop(self) -> None:
        """Read nothing more."""
        self._is_over = True

    def read_versions(self, item_id: ItemId) -> None:
        """Read which versions an item has."""
        if self._is_over:
            return
        if self._listing is not None:
            self._listing.forget()
        self._listing = self._background.run(
            lambda: self._library.history.versions(item_id),
            then=lambda found: self.versions_read.emit(item_id, found),
            failed=self.failed.emit,
        )

    def find_what(self, item_id: ItemId, rows: Sequence[VersionRow]) -> None:
        """Find what changed in versions; those that were asked for before wait no longer."""
        unknown = [row for row in rows if not row.what and row.before is not None]
        self._waiting = [
            (item_id, row.before, row.revision) for row in unknown if row.before is not None
        ]
        self._go_on()

    def compare(self, old: Callable[[], Draft], new: Callable[[], Draft]) -> None:
        """Compare two versions; each is given by what reads it."""
        if self._is_over:
            return
        if self._comparing is not None:
            self._comparing.forget()
        self._comparing = self._background.run(
            lambda: compare(old(), new()), then=self.compared.emit, failed=self.failed.emit
        )

    def version(self, item_id: ItemId, version: int) -> Draft:
        """Return an item as it was; for any thread.

        Raises:
            StoreError: the version cannot be read.
        """
        key = (item_id, version)
        if (known := self._drafts.get(key)) is not None:
            return known
        draft = Draft.of(self._library.history.get(item_id, version))
        for old in list(self._drafts)[: 1 - _KEPT]:
            self._drafts.pop(old, None)
        self._drafts[key] = draft
        return draft

    def _go_on(self) -> None:
        if self._is_over or self._is_summing or not self._waiting:
            return
        self._is_summing = True
        item_id, before, revision = self._waiting.pop(0)
        self._background.run(
            lambda: self._what(item_id, before, revision),
            then=partial(self._tell, before.sha256, revision.sha256),
            failed=partial(self._tell_failed, before.sha256, revision.sha256),
        )

    def _what(self, item_id: ItemId, before: Revision, revision: Revision) -> str:
        old = self.version(item_id, before.version)
        return summary(compare(old, self.version(item_id, revision.version)))

    def _tell(self, before: str, sha256: str, words: str) -> None:
        self._is_summing = False
        self.what_found.emit(before, sha256, words or "Other spelling of the same text")
        self._go_on()

    def _tell_failed(self, before: str, sha256: str, error: EditorError) -> None:
        self._tell(before, sha256, error.message)
