"""What two versions of a text have in common at their ends."""

from collections.abc import Sequence
from itertools import compress, count
from operator import is_not

_STEP = 128  # objects that are compared at once, which takes no time where they are the same


def shared_ends(old: Sequence[object], new: Sequence[object]) -> tuple[int, int]:
    """Return how many objects old and new begin with that are alike, and how many they end with.

    None is counted twice. Made for thousands of blocks at every key, nearly all of them the same.
    """
    shorter = min(len(old), len(new))
    start = _shared(old, new, shorter)
    end = _shared(old[::-1], new[::-1], shorter)
    return start, min(end, shorter - start)


def _shared(old: Sequence[object], new: Sequence[object], most: int) -> int:
    for at in range(0, most, _STEP):
        one, other = old[at : at + _STEP], new[at : at + _STEP]
        if one != other:
            place = next(compress(count(at), map(is_not, one, other)), most)
            if place < min(at + _STEP, most):
                return place
    return most
