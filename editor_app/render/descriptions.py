"""Ties between photos and their long descriptions: screen readers follow them."""

import re
from collections.abc import Iterable, Iterator
from itertools import count

_FOLDED = '<details class="description">'
_DESCRIBED = re.compile(rf"<img (?P<between>(?:(?!<img ).)*?){_FOLDED}", re.DOTALL)


def tied(image: str, described: str, name: str) -> tuple[str, str]:
    """Return a photo and its description, if it has one, that know each other by a name."""
    if not described:
        return image, described
    return (
        image.replace("<img ", f'<img aria-details="{name}" ', 1),
        described.replace("<details ", f'<details id="{name}" ', 1),
    )


def tied_blocks(blocks: Iterable[str]) -> Iterator[str]:
    """Yield the blocks of a text with each description tied to the photo before it."""
    numbers = count(1)

    def tie(found: re.Match[str]) -> str:
        name = f"description-{next(numbers)}"
        return "".join(tied(f"<img {found['between']}", _FOLDED, name))

    for block in blocks:
        yield _DESCRIBED.sub(tie, block) if _FOLDED in block else block
