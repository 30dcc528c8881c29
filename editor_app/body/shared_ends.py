"""What two versions of a text have in common: the same objects, not only equal ones."""

from collections.abc import Iterable, Sequence
from itertools import compress, count
from operator import is_not


def shared_ends(old: Sequence[object], new: Sequence[object]) -> tuple[int, int]:
    """Return how many objects old and new begin with that are the same, and how many they end with.

    None is counted twice. Made for thousands of blocks at every key.
    """
    shorter = min(len(old), len(new))
    start = _shared(old, new, shorter)
    end = _shared(reversed(old), reversed(new), shorter)
    return start, min(end, shorter - start)


def _shared(old: Iterable[object], new: Iterable[object], most: int) -> int:
    return next(compress(count(), map(is_not, old, new)), most)
