"""What has changed between two pages, and the script that changes one into the other."""

import json
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from editor_app.body.shared_ends import shared_ends

if TYPE_CHECKING:
    from editor_app.render.page import Page

Pictures = Callable[[str], bytes | None]  # what stands behind a picture's name in the page

# The element that holds the blocks, as every theme has to open it.
_TEXT_OPENS = re.compile(r"""<[^<>]*\sid=["']?body["']?(?=[\s>])[^<>]*>""")


class Splice(NamedTuple):
    """Blocks to put where others stood: counted in what the page is by then."""

    start: int
    removed: int
    blocks: tuple[str, ...]


def splices_between(old: Sequence[str], new: Sequence[str]) -> tuple[Splice, ...]:
    """Return what turns the blocks old into the blocks new, few of them touched."""
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and old[start] == new[start]:
        start += 1
    end = 0
    while end < shorter - start and old[-1 - end] == new[-1 - end]:
        end += 1
    removed, added = tuple(old[start : len(old) - end]), tuple(new[start : len(new) - end])
    if len(removed) != len(added):
        return (Splice(start, len(removed), added),)
    pairs = zip(removed, added, strict=True)
    return tuple(
        Splice(start + index, 1, (block,))
        for index, (before, block) in enumerate(pairs)
        if before != block
    )


def last_changed(old: Sequence[object], new: Sequence[object]) -> int | None:
    """Return the number of the last block of new that is another one than in old, if any is.

    Where blocks only went, that is the one before them.
    """
    start, end = shared_ends(old, new)
    if not new or (start + end == len(new) == len(old)):
        return None
    return max(len(new) - end - 1, 0)


def pieces_of(page: "Page") -> tuple[str, ...]:
    """Return the blocks of a page, with what the shell has between them and the tags around.

    A dateline may stand in front of the first block; behind the last one there is only space.
    """
    before, after = page.shell
    opened = [tag.end() for tag in _TEXT_OPENS.finditer(before)]
    start = opened[-1] if opened else before.rfind(">") + 1
    return (before[start:], *page.blocks, after[: after.find("<")])


def adopt_script(page: "Page") -> str:
    """Return the script that takes note of the blocks of a page that was just loaded."""
    return f"{_patcher()};standfirst.adopt({_literal(pieces_of(page))})"


def patch_script(old: "Page", new: "Page", *, is_other_item: bool = False) -> str:
    """Return the script that changes the page old into the page new."""
    shell = "".join(new.shell) if new.shell != old.shell else None
    splices = splices_between(pieces_of(old), pieces_of(new))
    return f"standfirst.patch({_literal(shell)},{_literal(splices)},{_literal(is_other_item)})"


def reveal_script(index: int) -> str:
    """Return the script that scrolls to a block."""
    return f"standfirst.reveal({index + 1})"  # the first piece is what stands before the blocks


def follow_script(index: int) -> str:
    """Return the script that scrolls gently to a block that is not in sight."""
    return f"standfirst.follow({index + 1})"


@cache
def _patcher() -> str:
    """Return the script's text; it stands beside this module."""
    return Path(__file__).with_name("patch.js").read_text(encoding="utf-8").strip()


def _literal(value: object) -> str:
    """Return value as JavaScript; JSON is, since 2019, but for what ends a line in old engines."""
    return json.dumps(value)
