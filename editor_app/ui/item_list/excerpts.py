"""The lines of items that a search hits, read on a thread for the rows in sight."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from editor_app.background.threads import Background
from editor_app.errors import EditorError
from editor_app.model.identity import ItemId
from editor_app.store.query import ItemSummary

if TYPE_CHECKING:  # the rows are there before the search is
    from editor_app.store.search_places import Excerpt, Stretch

_PAUSE = 40  # ms after a row came into sight: others come with it
_MOST_KEPT = 400
_MOST_AT_ONCE = 24  # rows: a few more than are in sight
_Key = tuple[ItemId, int]
Read = Callable[[Sequence[ItemId], str], "Mapping[ItemId, Excerpt]"]
HitsIn = Callable[[str, str], "tuple[Stretch, ...]"]


class RowExcerpts(QObject):
    """Says what of a search stands in a row; what must be read first is announced.

    Signals:
        arrived: Excerpts were read; whoever asked may ask again.
    """

    arrived = Signal()

    def __init__(
        self, background: Background, read: Read, hits_in: HitsIn, *, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._background, self._read = background, read
        self._hits_in = lru_cache(maxsize=_MOST_KEPT)(hits_in)
        self._search = ""
        self._kept: OrderedDict[_Key, Excerpt | None] = OrderedDict()
        self._waiting: OrderedDict[_Key, None] = OrderedDict()
        self._is_running, self._is_over = False, False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self._read_waiting)
        background.call_before_closing(self._stop)

    def hits(self, words: str, search: str) -> "tuple[Stretch, ...]":
        """Return where a search hits some words."""
        return self._hits_in(words, search)

    def get(self, summary: ItemSummary, search: str) -> "Excerpt | None":
        """Return the line of an item that a search hits, or None if there is none, or none yet."""
        if search != self._search:
            self._search = search
            self._kept.clear()
            self._waiting.clear()
        key = (summary.id, summary.version)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        self._waiting[key] = None
        self._waiting.move_to_end(key)
        while len(self._waiting) > _MOST_AT_ONCE:
            self._waiting.popitem(last=False)
        if not self._soon.isActive():
            self._soon.start()
        return None

    @Slot()
    def _read_waiting(self) -> None:
        if self._is_running or self._is_over or not self._waiting:
            return
        keys, search = list(self._waiting), self._search
        self._waiting.clear()
        self._is_running = True
        ids = [item_id for item_id, _ in keys]
        self._background.run(
            lambda: self._read(ids, search),
            then=partial(self._keep, keys, search),
            failed=partial(self._fail, keys, search),
        )

    def _stop(self) -> None:
        self._is_over = True

    def _keep(self, keys: list[_Key], search: str, found: "Mapping[ItemId, Excerpt]") -> None:
        self._is_running = False
        if search == self._search:
            for key in keys:
                self._kept[key] = found.get(key[0])
            while len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
        self.arrived.emit()
        self._soon.start()

    def _fail(self, keys: list[_Key], search: str, _error: EditorError) -> None:
        self._keep(keys, search, {})  # rows do without; opening the item says what is wrong
