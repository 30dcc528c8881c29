"""What the passages of an item say to a function, kept while the item is being written."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

from editor_app.checks.passage import PlacedPassage

Said = TypeVar("Said")
_Asked = tuple[Callable[..., Any], tuple[Hashable, ...]]  # a function, and what else it is given


class Told:
    """What functions of one passage say of those of an item.

    After a change only the passages that are others are asked again: those between the ones that
    are the same objects from the beginning and the ones that are the same to the end.
    """

    def __init__(self) -> None:
        self._passages: Sequence[PlacedPassage] = ()
        self._same = (0, 0)  # passages at the beginning and at the end, as the time before
        self._before: dict[_Asked, list[Any]] = {}
        self._now: dict[_Asked, list[Any]] = {}

    def of(
        self, passages: Sequence[PlacedPassage], say: Callable[..., Said | None], *more: Hashable
    ) -> list[tuple[PlacedPassage, Said]]:
        """Return the passages of which a function says something true, with what it says."""
        if passages is not self._passages:
            self._turn_to(passages)
        asked = (say, more)
        told = self._now.get(asked)
        if told is None:
            told = self._now[asked] = self._ask(say, more, self._before.get(asked))
        return [pair for pair in zip(passages, told, strict=True) if pair[1]]

    def _ask(
        self, say: Callable[..., Said], more: tuple[Hashable, ...], before: list[Said] | None
    ) -> list[Said]:
        if before is None:
            return [say(placed.passage, *more) for placed in self._passages]
        first, last = self._same
        end = len(self._passages) - last
        asked = (say(placed.passage, *more) for placed in self._passages[first:end])
        return [*before[:first], *asked, *before[len(before) - last :]]

    def _turn_to(self, passages: Sequence[PlacedPassage]) -> None:
        least = min(len(passages), len(self._passages))
        first = _alike(passages, self._passages, least)
        last = _alike(passages[::-1], self._passages[::-1], least - first)
        self._passages, self._same = passages, (first, last)
        self._before, self._now = self._now, {}


def _alike(some: Sequence[PlacedPassage], others: Sequence[PlacedPassage], most: int) -> int:
    """Return how many passages at the beginning are the same objects, up to so many."""
    for number in range(most):
        if some[number].passage is not others[number].passage:
            return number
    return most
