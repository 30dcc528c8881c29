"""Any list of leaves as the blocks of a body, whatever has come to stand among them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from editor_app.body.normal import normalised
from editor_app.body.tree import (
    Block,
    Break,
    Content,
    CrossHead,
    FactBox,
    Figure,
    Gallery,
    Image,
    Inline,
    ListBlock,
    ListItem,
    Paragraph,
    Passage,
    PullQuote,
    Quote,
    Separator,
    Source,
    Text,
)
from editor_app.ui.editor.leaves import Kind, Leaf
from editor_app.ui.editor.paths import Path, list_start, passage_language


@dataclass(slots=True)
class _Container:
    """A container that is still open while lines are read.

    ``lines`` are those with a fixed place in it, such as a box's title, in the order they came.
    """

    name: str
    blocks: list[Block | ListItem] = field(default_factory=list)
    lines: list[Leaf] = field(default_factory=list)

    @property
    def letter(self) -> str:
        return self.name[:1]

    def take(self, leaf: Leaf) -> None:
        """Put a line in its place."""
        if self.letter in {"f", "p"} or leaf.kind is _OWN_LINES.get(self.letter):
            self.lines.append(leaf)
            return
        if leaf.card is not None:
            self.blocks.append(leaf.card)
        if (block := _block(leaf)) is not None:
            self.blocks.append(block)

    def words(self, kind: Kind) -> Content:
        """Return what the lines of a kind say, in one line."""
        found: list[Inline] = []
        for line in self.lines:
            if line.kind is kind and line.content:
                found += [Text(" "), *line.content] if found else line.content
        return tuple(Text(" ") if isinstance(node, Break) else node for node in found)


_OWN_LINES = {"q": Kind.ATTRIBUTION, "b": Kind.BOX_TITLE, "g": Kind.GALLERY_TITLE}


def from_leaves(leaves: Iterable[Leaf]) -> tuple[Block, ...]:
    """Return the blocks of any list of lines, in normal form."""
    root = _Container("")
    stack = [root]
    for leaf in leaves:
        shared = _shared(stack, leaf.path)
        while len(stack) - 1 > shared:
            _close(stack)
        stack.extend(_Container(name) for name in leaf.path[shared:])
        stack[-1].take(leaf)
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
        case "i" if parent.letter in {"u", "o"}:
            parent.blocks.append(ListItem(_plain_blocks(done.blocks)))
        case "i":
            parent.blocks.extend(done.blocks)
        case _:
            parent.blocks.extend(_blocks_of(done))


def _blocks_of(done: _Container) -> Iterable[Block]:
    match done.letter:
        case "f":
            return _figure(done)
        case "g":
            return _gallery(done)
        case "p":
            return _pull_quote(done)
    return (_block_of(done),)


def _block_of(done: _Container) -> Block:
    blocks = _plain_blocks(done.blocks)
    match done.letter:
        case "q":
            return Quote(blocks, done.words(Kind.ATTRIBUTION))
        case "b":
            return FactBox(done.words(Kind.BOX_TITLE), blocks)
        case "l":
            language, direction = passage_language(done.name)
            return Passage(language, blocks, direction)
    return _list(done)


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


def _figure(done: _Container) -> Iterator[Block]:
    """Yield the figure that lines make, then whatever else has strayed among them."""
    found: tuple[Leaf, Image] | None = None
    rest: list[Block] = []
    for line in done.lines:
        if line.kind in {Kind.CAPTION, Kind.CREDIT}:
            continue
        stray = line
        photo = next((node for node in line.content if isinstance(node, Image)), None)
        if found is None and photo is not None:
            found = line, photo
            stray = replace(line, content=tuple(n for n in line.content if n is not photo))
        rest += _stray(stray)
    caption, credit = done.words(Kind.CAPTION), done.words(Kind.CREDIT)
    if found is None:
        yield from (Paragraph(content) for content in (caption, credit) if content)
    else:
        line, image = found
        yield Figure(
            *(image.src, image.alt, image.title, caption, credit),
            *(line.setting, line.is_decorative),
        )
    yield from rest


def _gallery(done: _Container) -> Iterator[Block]:
    """Yield the gallery that lines make; what has strayed among its photos parts it in two."""
    blocks, title = _plain_blocks(done.blocks), done.words(Kind.GALLERY_TITLE)
    if title and not any(isinstance(block, Figure) for block in blocks):
        yield Paragraph(title)
    for is_photo, found in groupby(blocks, lambda block: isinstance(block, Figure)):
        if not is_photo:
            yield from found
            continue
        figures = tuple(block for block in found if isinstance(block, Figure))
        yield Gallery(figures, title)
        title = ()


def _pull_quote(done: _Container) -> Iterator[Block]:
    """Yield the pull quote that lines make, then whatever else has strayed among them."""
    words = [done.words(kind) for kind in (Kind.PULL_TEXT, Kind.SPEAKER, Kind.ROLE)]
    if any(words):
        yield PullQuote(*words)
    for line in done.lines:
        if not line.kind.is_pull_part:
            yield from _stray(line)


def _stray(line: Leaf) -> Iterator[Block]:
    if line.card is not None:
        yield line.card
    plain = replace(line, kind=Kind.PARAGRAPH) if line.kind is Kind.PHOTO else line
    if (block := _block(plain)) is not None:
        yield block
