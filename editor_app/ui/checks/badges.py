"""How much was found in the items of the list: looked up for rows in sight, or worked out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from editor_app.background.timers import QtTimer
from editor_app.editing.changes import Change, ChangeKind
from editor_app.errors import EditorError
from editor_app.model.identity import ItemId
from editor_app.store.query import CheckCounts, ItemSummary
from editor_app.ui.wiring_desk import Desk

if TYPE_CHECKING:
    from editor_app.checks.engine import Checker

_LOOK_AFTER = 150  # milliseconds after the last row came into sight
_PACE = 0.3  # seconds between two items that are checked: whoever writes does not feel it
_NOTHING = CheckCounts()


class CheckBadges(QObject):
    """Knows the counts of items as they were saved; never makes the list wait.

    Signals:
        changed: More is known: paint the rows again.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject, *, pace: float = _PACE) -> None:
        super().__init__(parent)
        self._desk, self._pace = desk, pace
        self._known: dict[tuple[ItemId, int], CheckCounts] = {}
        self._seen: dict[ItemId, int] = {}  # versions of rows that nothing is known of yet
        self._due: list[ItemId] = []
        self._worker = _Worker(desk)
        self._is_busy = False
        self._soon = QTimer(self, singleShot=True, interval=_LOOK_AFTER)
        self._soon.timeout.connect(self._look_up)
        self._later = QtTimer(self)

    def find(self, summary: ItemSummary) -> CheckCounts:
        """Return what is known of a row; what is not is asked for soon."""
        known = self._known.get((summary.id, summary.version))
        if known is None:
            self._seen[summary.id] = summary.version
            if not self._soon.isActive():
                self._soon.start()
        return known or _NOTHING

    def hear(self, change: Change) -> None:
        """Ask again for an item that may have other counts now."""
        draft = change.draft
        if draft is not None and change.kind in {ChangeKind.SAVED, ChangeKind.PHOTO}:
            self.forget(draft.item.id)

    def forget(self, item_id: ItemId) -> None:
        """Ask again for an item."""
        self._known = {key: value for key, value in self._known.items() if key[0] != item_id}
        self.changed.emit()

    def forget_all(self) -> None:
        """Ask again for every item, because other things are looked for now."""
        self._known.clear()
        self._due.clear()
        self.changed.emit()

    def stop(self) -> None:
        """Ask for nothing more, because the window closes."""
        self._soon.stop()
        self._later.cancel()
        self._due.clear()

    @Slot()
    def _look_up(self) -> None:
        seen, self._seen = self._seen, {}
        ids = list(seen)
        self._desk.background.run(
            lambda: self._worker.known(ids),
            then=lambda found: self._take(seen, found),
            failed=self._give_up,
        )

    def _take(self, seen: dict[ItemId, int], found: dict[ItemId, CheckCounts]) -> None:
        for item_id, version in seen.items():
            if item_id in found:
                self._known[item_id, version] = found[item_id]
            elif item_id not in self._due:
                self._due.append(item_id)
        self.changed.emit()
        self._go_on()

    def _go_on(self) -> None:
        if self._due and not self._is_busy:
            self._is_busy = True
            self._later.start(self._pace, self._work_out)

    def _work_out(self) -> None:
        if not self._due:
            self._is_busy = False
            return
        item_id = self._due.pop()  # what came into sight last
        self._desk.background.run(
            lambda: self._worker.counted(item_id), then=self._on_counted, failed=self._give_up
        )

    def _on_counted(self, done: tuple[ItemId, int, CheckCounts]) -> None:
        item_id, version, counts = done
        self._known[item_id, version] = counts
        self._is_busy = False
        self.changed.emit()
        self._go_on()

    def _give_up(self, _error: EditorError) -> None:
        """Leave a row without a badge: whoever opens the item is told what is wrong."""
        self._is_busy = False
        self._go_on()


class _Worker:
    """Reads and checks saved items, on threads; one item at a time is checked."""

    def __init__(self, desk: Desk) -> None:
        self._library = desk.library
        self._clock = desk.clock
        self._checker: Checker | None = None

    def known(self, ids: list[ItemId]) -> dict[ItemId, CheckCounts]:
        """Return what the library remembers of items."""
        return dict(self._library.check_counts.of_items(ids, rules=self._rules()))

    def counted(self, item_id: ItemId) -> tuple[ItemId, int, CheckCounts]:
        """Check an item, let the library remember the counts, and return them."""
        from editor_app.body import read_markdown  # noqa: PLC0415 - no start waits for the rules
        from editor_app.checks.engine import Checker  # noqa: PLC0415 - as above
        from editor_app.checks.finding import Level  # noqa: PLC0415 - as above
        from editor_app.store.examining import judge  # noqa: PLC0415 - as above

        self._checker = self._checker or Checker()
        item = self._library.items.get(item_id)
        found = judge(
            self._library, self._checker, item, read_markdown(item.body), now=self._clock()
        )
        counts = CheckCounts(**{level.value: found.count(level) for level in Level})
        self._library.check_counts.keep({item_id: (item.version, counts)}, rules=self._rules())
        return item_id, item.version, counts

    def _rules(self) -> str:
        from editor_app.checks.catalogue import rules_mark  # noqa: PLC0415 - as above

        return rules_mark(self._library.house.get().style)
