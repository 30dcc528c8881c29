"""How long the open text is, as the status bar says it."""

from collections.abc import Callable

from editor_app.background.timers import QtTimer
from editor_app.body.contents import blocks_inside
from editor_app.body.shared_ends import shared_ends
from editor_app.body.text import block_words, reading_minutes
from editor_app.body.tree import Block, ListBlock, Passage
from editor_app.editing.draft import Draft
from editor_app.ui.status_bar import StatusBar

_LONG = 40  # blocks in a list or passage that are counted one by one
_SOON = 0.2  # seconds from a key to the number of words


class TextLength:
    """Shows how long the open text is: at once, or a moment after what is typed."""

    def __init__(self, status: StatusBar, draft: Callable[[], Draft | None]) -> None:
        self._status, self._draft = status, draft
        self._counter = WordCounter()
        self._timer = QtTimer(status)

    def show_now(self) -> None:
        """Count and show."""
        if (draft := self._draft()) is not None:
            words = self._counter.count(draft.body.blocks)
            minutes = reading_minutes(words, draft.item.language)
            self._status.show_length(words=words, minutes=minutes)

    def show_soon(self) -> None:
        """Count and show in a moment, once for all keys until then."""
        if not self._timer.is_waiting:
            self._timer.start(_SOON, self.show_now)

    def cancel(self) -> None:
        """Do not show what was to come: no text is open any more."""
        self._timer.cancel()


class WordCounter:
    """Counts the words of blocks; of a new version only those of blocks that are others now.

    In a long list or passage that means the blocks inside.
    """

    def __init__(self) -> None:
        self._blocks: tuple[Block, ...] = ()
        self._counts: list[int] = []
        self._total = 0
        self._inside: WordCounter | None = None  # of the long block that was counted last

    def count(self, blocks: tuple[Block, ...]) -> int:
        """Return how many words blocks have."""
        start, end = shared_ends(self._blocks, blocks)
        stop = len(self._blocks) - end
        fresh = [self._words_of(block) for block in blocks[start : len(blocks) - end]]
        self._total += sum(fresh) - sum(self._counts[start:stop])
        self._counts[start:stop] = fresh
        self._blocks = blocks
        return self._total

    def _words_of(self, block: Block) -> int:
        inside = blocks_inside(block) if isinstance(block, ListBlock | Passage) else ()
        if len(inside) < _LONG:
            return block_words(block)
        self._inside = self._inside or WordCounter()
        return self._inside.count(inside)
