"""A body as a flat list of leaves: the shape that a text widget can hold."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count

from editor_app.body.normal import normalised
from editor_app.body.tree import (
    Block,
    Break,
    Content,
    CrossHead,
    Figure,
    Image,
    Inline,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    RawInline,
    Separator,
    Source,
    Table,
    Text,
)


class Kind(StrEnum):
    """What one line of the editor is."""

    PARAGRAPH = "p"
    TIGHT = "t"
    HEAD_1 = "h1"
    HEAD_2 = "h2"
    HEAD_3 = "h3"
    HEAD_4 = "h4"
    HEAD_5 = "h5"
    HEAD_6 = "h6"
    PHOTO = "photo"
    CAPTION = "caption"
    CREDIT = "credit"
    SEPARATOR = "rule"
    SOURCE = "source"
    TABLE = "table"

    @property
    def level(self) -> int:
        """Return the level of a cross-head, 0 for everything else."""
        return int(self.value[1]) if self in _HEADS else 0

    @property
    def is_figure_part(self) -> bool:
        """Whether a line of this kind belongs to a figure."""
        return self in {Kind.PHOTO, Kind.CAPTION, Kind.CREDIT}

    @property
    def is_prose(self) -> bool:
        """Whether a line of this kind is a paragraph."""
        return self in {Kind.PARAGRAPH, Kind.TIGHT}


_HEADS = (Kind.HEAD_1, Kind.HEAD_2, Kind.HEAD_3, Kind.HEAD_4, Kind.HEAD_5, Kind.HEAD_6)

Path = tuple[str, ...]
"""The containers a line stands in, from the outside: ``q1`` quote, ``u2`` bullet list,
``o3@5`` numbered list from 5, ``i4`` list item, ``f5`` figure. Numbers only tell them apart."""


def head_kind(level: int) -> Kind:
    """Return the kind of a cross-head of this level."""
    return _HEADS[level - 1]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One line of the editor: what it is, what it stands in, what it says."""

    kind: Kind
    path: Path = ()
    content: Content = ()
    source: str = ""
    table: Table | None = None

    @property
    def is_solid(self) -> bool:
        """Whether this line keeps the blocks above and below it apart, whatever they are.

        Locked blocks and pieces of HTML do not: what Markdown would make of them and their
        neighbours together is for the normal form to say.
        """
        if self.path or self.kind is Kind.SOURCE:
            return False
        if any(isinstance(node, RawInline) for node in self.content):
            return False
        return bool(self.content) or not self.kind.is_prose


def token(letter: str, number: int, start: int = 1) -> str:
    """Return the name of a container in a path."""
    return f"{letter}{number}@{start}" if letter == "o" else f"{letter}{number}"


def list_start(name: str) -> int:
    """Return the number that a numbered list starts with."""
    return int(name.partition("@")[2] or 1)


def to_leaves(blocks: Sequence[Block], *, first_number: int = 1) -> list[Leaf]:
    """Return blocks as lines."""
    numbers = count(first_number)
    return [leaf for block in blocks for leaf in _leaves(block, (), numbers)]


def _leaves(block: Block, path: Path, numbers: Iterator[int]) -> Iterator[Leaf]:
    match block:
        case Quote():
            yield from _children(block.blocks, (*path, token("q", next(numbers))), numbers)
        case ListBlock():
            letter = "o" if block.is_numbered else "u"
            inside = (*path, token(letter, next(numbers), block.start))
            for item in block.items:
                yield from _children(item.blocks, (*inside, token("i", next(numbers))), numbers)
        case Figure():
            inside = (*path, token("f", next(numbers)))
            yield Leaf(Kind.PHOTO, inside, (Image(block.src, block.alt, block.title),))
            yield Leaf(Kind.CAPTION, inside, block.caption)
            yield Leaf(Kind.CREDIT, inside, block.credit)
        case _:
            yield _single(block, path)


def _single(block: Block, path: Path) -> Leaf:
    match block:
        case Paragraph():
            return Leaf(Kind.TIGHT if block.is_tight else Kind.PARAGRAPH, path, block.content)
        case CrossHead():
            return Leaf(head_kind(block.level), path, block.content)
        case Source():
            return Leaf(Kind.SOURCE, path, source=block.markdown)
        case Table():
            return Leaf(Kind.TABLE, path, table=block)
        case _:
            return Leaf(Kind.SEPARATOR, path)


def _children(blocks: Sequence[Block], path: Path, numbers: Iterator[int]) -> Iterator[Leaf]:
    if not blocks:
        yield Leaf(Kind.PARAGRAPH, path)
    for block in blocks:
        yield from _leaves(block, path, numbers)


# ---------------------------------------------------------------- and back


@dataclass(slots=True)
class _Container:
    """A container that is still open while lines are read."""

    name: str
    blocks: list[Block | ListItem] = field(default_factory=list)
    lines: list[Leaf] = field(default_factory=list)

    @property
    def letter(self) -> str:
        return self.name[:1]


def from_leaves(leaves: Iterable[Leaf]) -> tuple[Block, ...]:
    """Return the blocks of any list of lines, in normal form."""
    root = _Container("")
    stack = [root]
    for leaf in leaves:
        shared = _shared(stack, leaf.path)
        while len(stack) - 1 > shared:
            _close(stack)
        stack.extend(_Container(name) for name in leaf.path[shared:])
        if stack[-1].letter == "f":
            stack[-1].lines.append(leaf)
        elif (block := _block(leaf)) is not None:
            stack[-1].blocks.append(block)
    while len(stack) > 1:
        _close(stack)
    return normalised(_plain_blocks(root.blocks))


def _shared(stack: Sequence[_Container], path: Path) -> int:
    shared = 0
    for container, name in zip(stack[1:], path, strict=False):
        if container.name != name:
            break
        shared += 1
    return shared


def _close(stack: list[_Container]) -> None:
    done = stack.pop()
    parent = stack[-1]
    match done.letter:
        case "q":
            parent.blocks.append(Quote(_plain_blocks(done.blocks)))
        case "i" if parent.letter in {"u", "o"}:
            parent.blocks.append(ListItem(_plain_blocks(done.blocks)))
        case "i":
            parent.blocks.extend(done.blocks)
        case "f":
            parent.blocks.extend(_figure(done.lines))
        case _:
            parent.blocks.append(_list(done))


def _list(done: _Container) -> ListBlock:
    items = tuple(b if isinstance(b, ListItem) else ListItem((b,)) for b in done.blocks)
    return ListBlock(done.letter == "o", items, list_start(done.name))


def _plain_blocks(found: Sequence[Block | ListItem]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for each in found:
        if isinstance(each, ListItem):
            blocks.extend(each.blocks)
        else:
            blocks.append(each)
    return tuple(blocks)


def _block(leaf: Leaf) -> Block | None:
    if leaf.kind.level:
        return CrossHead(leaf.kind.level, leaf.content)
    match leaf.kind:
        case Kind.TABLE:
            return leaf.table
        case Kind.SEPARATOR:
            return Separator()
        case Kind.SOURCE:
            return Source(leaf.source) if leaf.source.strip() else None
        case _ if not leaf.content:
            return None
        case kind:
            return Paragraph(leaf.content, is_tight=kind is Kind.TIGHT)


def _figure(lines: Sequence[Leaf]) -> Iterator[Block]:
    """Yield the figure that lines make, then whatever else has strayed among them."""
    words: dict[Kind, list[Inline]] = {Kind.CAPTION: [], Kind.CREDIT: []}
    photo: Image | None = None
    rest: list[Block] = []
    for line in lines:
        if line.kind in words:
            words[line.kind] += [Text(" "), *line.content] if words[line.kind] else line.content
            continue
        stray = line.content
        if photo is None and (found := [n for n in stray if isinstance(n, Image)]):
            photo = found[0]
            stray = tuple(node for node in stray if node is not photo)
        if line.kind is not Kind.PHOTO and not stray:
            rest += [block] if (block := _block(line)) is not None else []
        elif stray:
            rest.append(Paragraph(stray))
    caption, credit = (_in_one_line(words[kind]) for kind in (Kind.CAPTION, Kind.CREDIT))
    if photo is None:
        yield from (Paragraph(content) for content in (caption, credit) if content)
    else:
        yield Figure(photo.src, photo.alt, photo.title, caption, credit)
    yield from rest


def _in_one_line(content: Iterable[Inline]) -> Content:
    return tuple(Text(" ") if isinstance(node, Break) else node for node in content)
