"""List items that say of themselves how deep they stand, as Word writes them, as lists."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from editor_app.body.normal import SEPARATING_COMMENT
from editor_app.body.tree import Block, ListBlock, ListItem, Paragraph
from editor_app.intake.clipboard.nodes import Node
from editor_app.intake.clipboard.reading import Reading
from editor_app.intake.clipboard.styles import points

_LIST = re.compile(r"\b(l\d+)\s+level(\d)\b")
_NUMBER = re.compile(
    r"\(?(?:\d+\.)*(?:(?P<digits>\d{1,6})|(?P<letters>[^\W\d_]{1,6}))[.):\u2010-\u2015]*\Z"
)
_TYPED = re.compile(
    r"\s*(?:[·•o§▪‣◦\u2013\uf0b7\uf0a7-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)])[ \xa0\t]{2,}"
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_STEP = 36.0  # points that Word sets a level in by
_BULLETS = {"bullet", "image", "none"}


@dataclass(frozen=True, slots=True)
class ListLine:
    """One list item on its way: its level, its kind, the list it says it is of, its blocks."""

    level: int
    is_numbered: bool
    marker: str
    list_name: str
    blocks: tuple[Block, ...]
    start: int = 1
    is_more: bool = False  # another paragraph of the item before


def word_item(node: Node, reading: Reading) -> tuple[int, str] | None:
    """Return the level and the list that an element says it is an item of, if it does."""
    said = _LIST.search(reading.style(node).get("mso-list", ""))
    if said is not None:
        return int(said[2]), said[1]
    level = node.get("data-aria-level") or node.get("aria-level")
    if node.tag == "li" and level.isdigit():
        return max(1, min(int(level), 9)), node.get("data-listid")
    return None


def typed_marker(node: Node) -> str:
    """Return the marker that Word for Mac has put before the words of a list paragraph."""
    if not node.get("class").lower().startswith("msolistparagraph"):
        return ""
    found = _TYPED.match(node.text()[:60])
    return found.group() if found else ""


def typed_level(node: Node, reading: Reading) -> int:
    """Return how deep a list paragraph stands by how far it is set in."""
    return max(1, min(9, round(points(reading.style(node).get("margin-left", "36pt")) / _STEP)))


def line_of(
    said: tuple[int, str], marker: str, blocks: tuple[Block, ...], reading: Reading
) -> ListLine:
    """Return a Word paragraph as a list item."""
    level, name = said
    definition = reading.sheet.levels.get(f"{name}:level{level}")
    is_numbered = bool(_ordinal(marker))
    form = ""
    if definition is not None:
        form = definition.get("mso-level-number-format", "")
        is_numbered = form not in _BULLETS and (is_numbered or not marker)
    start = _ordinal(marker, form) if is_numbered else 1
    return ListLine(level, is_numbered, marker, name, blocks, max(1, start))


def _ordinal(marker: str, form: str = "") -> int:
    """Return the number that a marker says, 0 where it is none."""
    found = _NUMBER.fullmatch(marker.strip(" \xa0\t\n"))
    if found is None:
        return 0
    if found["digits"]:
        return int(found["digits"])
    letters = found["letters"].lower()
    if marker.strip(" \xa0\t\n").isalpha() and letters in {"o", "n", "q", "ü"}:
        return 0  # a bullet of a sign font
    if "roman" in form or (not form and letters in {"i", "ii", "iii", "iv", "v", "vi", "vii"}):
        return _roman(letters)
    return ord(letters) - ord("a") + 1 if len(letters) == 1 and letters.isascii() else 1


def _roman(letters: str) -> int:
    values = [_ROMAN.get(letter, 0) for letter in letters]
    later = [*values[1:], 0]
    return max(1, sum(-v if v < n else v for v, n in zip(values, later, strict=True)))


# ---------------------------------------------------------------- putting together


@dataclass(slots=True)
class _OpenList:
    """A list that may still get items."""

    level: int
    first: ListLine
    items: list[list[Block]] = field(default_factory=list)

    def closed(self) -> ListBlock:
        start = self.first.start if self.first.is_numbered else 1
        items = tuple(ListItem(tuple(blocks)) for blocks in self.items)
        return ListBlock(self.first.is_numbered, items, start)

    def takes(self, line: ListLine) -> bool:
        """Whether a line of this level goes on with the list."""
        if self.first.is_numbered != line.is_numbered:
            return False
        is_same = self.first.list_name == line.list_name
        if not line.is_numbered:
            return is_same or _glyph(self.first.marker) == _glyph(line.marker)
        has_no_restart = line.start > 1 or not line.marker
        return self._continues(line) or (is_same and bool(line.list_name) and has_no_restart)

    def _continues(self, line: ListLine) -> bool:
        return line.start == self.first.start + len(self.items)


def _glyph(marker: str) -> str:
    return marker.strip(" \xa0\t\n")


def gathered(found: Iterable[Block | ListLine]) -> tuple[Block, ...]:
    """Return blocks with the list items among them put into lists."""
    result: list[Block] = []
    lines: list[ListLine] = []
    for each in found:
        if isinstance(each, ListLine) and (lines or not each.is_more):
            lines.append(each)
            continue
        _add_lists(result, lines)
        lines = []
        result.extend(replace_tight(each.blocks) if isinstance(each, ListLine) else (each,))
    _add_lists(result, lines)
    return tuple(result)


def _add_lists(result: list[Block], lines: Sequence[ListLine]) -> None:
    for block in lists(lines):
        before = result[-1] if result else None
        if isinstance(before, ListBlock) and before.is_numbered == block.is_numbered:
            result.append(SEPARATING_COMMENT)
        result.append(block)


def settled(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks of a whole text with neighbours joined that are one list or one quote.

    Numbered lists that begin anew stay apart.
    """
    held: Block | None = None
    more: list[ListItem] = []
    for block in blocks:
        if isinstance(held, ListBlock) and isinstance(block, ListBlock):
            if _goes_on(held, len(more), block):
                more.extend(block.items)
                continue
            yield replace(held, items=tuple(more))
            if held.is_numbered == block.is_numbered:
                yield SEPARATING_COMMENT
        elif held is not None:
            yield replace(held, items=tuple(more)) if isinstance(held, ListBlock) else held
        held = block
        more = list(block.items) if isinstance(block, ListBlock) else []
    if held is not None:
        yield replace(held, items=tuple(more)) if isinstance(held, ListBlock) else held


def _goes_on(before: ListBlock, count: int, block: ListBlock) -> bool:
    if before.is_numbered != block.is_numbered:
        return False
    return not block.is_numbered or block.start == before.start + count


def lists(lines: Sequence[ListLine]) -> list[ListBlock]:
    """Return list items as lists, each inside the item above it that stands less deep."""
    done: list[ListBlock] = []
    stack: list[_OpenList] = []
    for line in lines:
        if line.is_more and stack:
            stack[-1].items[-1].extend(replace_tight(line.blocks))
            continue
        while len(stack) > 1 and stack[-1].level > line.level:
            _close(stack, done)
        if stack and stack[-1].level > line.level:
            stack[-1].level = line.level  # a list may begin deeper than it goes on
        if stack and stack[-1].level == line.level and not stack[-1].takes(line):
            _close(stack, done)
        if not stack or stack[-1].level < line.level:
            stack.append(_OpenList(line.level, line))
        stack[-1].items.append(list(line.blocks))
    while stack:
        _close(stack, done)
    return done


def _close(stack: list[_OpenList], done: list[ListBlock]) -> None:
    closed = stack.pop().closed()
    if stack:
        stack[-1].items[-1].append(closed)
    else:
        done.append(closed)


def replace_tight(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks with paragraphs that stand apart."""
    return [replace(b, is_tight=False) if isinstance(b, Paragraph) else b for b in blocks]
