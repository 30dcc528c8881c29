"""The nodes of a page as blocks of ours."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from editor_app.body.normal import SEPARATING_COMMENT
from editor_app.body.tree import (
    Block,
    Content,
    CrossHead,
    Figure,
    Image,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Quote,
    Separator,
)
from editor_app.intake.clipboard.captions import (
    CaptionLine,
    captioned,
    parts,
    with_captions,
    with_figures,
    without_dash,
)
from editor_app.intake.clipboard.nodes import Node
from editor_app.intake.clipboard.reading import Reading
from editor_app.intake.clipboard.tables import (
    bearable_table,
    cells_of,
    lays_out,
    read_table,
    rows_of,
    take_loose,
)
from editor_app.intake.clipboard.word_lists import (
    ListLine,
    gathered,
    line_of,
    replace_tight,
    typed_level,
    typed_marker,
    word_item,
)
from editor_app.intake.clipboard.words import (
    Manner,
    in_one_line,
    inlines,
    says_something,
    tidied,
    without_marks,
)

Found = Block | ListLine

_HEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LOWEST, _DEEPEST = 2, 4
_DIGITS = 6  # of the number a list may start with
_QUOTES = frozenset({"msoquote", "msointensequote"})
_CAPTIONS = frozenset({"msocaption", "caption", "wp-caption-text"})


class BlockReader:
    """Reads the nodes of one page."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._readers: Mapping[str, Callable[[Node, Manner], Iterable[Found]]] = MappingProxyType(
            {
                "ul": self._list,
                "ol": self._list,
                "menu": self._list,
                "blockquote": self._quote,
                "table": self._table,
                "figure": self._figure,
                "hr": self._rule,
                "dt": self._term,
            }
        )

    def blocks(self, node: Node, manner: Manner) -> tuple[Block, ...]:
        """Return what is in a node as blocks, lists put together."""
        return with_captions(gathered(self._found(node, manner)))

    def _found(self, node: Node, manner: Manner) -> Iterator[Found]:
        run: list[Node | str] = []
        for child in node.children:
            if isinstance(child, str) or not child.is_block:
                run.append(child)
                continue
            yield from self._paragraphs(run, manner)
            run = []
            if self._reading.is_over():
                return
            yield from self._block(child, manner.inside(child, self._reading))
        yield from self._paragraphs(run, manner)

    def _block(self, node: Node, manner: Manner) -> Iterable[Found]:
        if (said := word_item(node, self._reading)) is not None and node.tag != "table":
            return self._word_item(node, manner, said)
        if (level := _head_level(node)) and not node.has_blocks:
            return self._head(node, manner, level)
        if node.tag in self._readers:
            return self._readers[node.tag](node, manner)
        return self._classed(node, manner)

    def _classed(self, node: Node, manner: Manner) -> Iterable[Found]:
        """Return what an element is that only its class tells of."""
        classes = set(node.get("class").lower().split())
        if not classes or node.has_blocks:
            return self._found(node, manner)
        if classes & _QUOTES:
            return self._quoted(node, manner)
        if any(name.startswith("msolistparagraph") for name in classes):
            marker = typed_marker(node)
            return self._typed_item(node, manner, marker) if marker else self._more(node, manner)
        return self._caption(node, manner) if classes & _CAPTIONS else self._found(node, manner)

    # ------------------------------------------------------------ words

    def _paragraphs(self, run: Iterable[Node | str], manner: Manner) -> Iterator[Block]:
        content = tidied(inlines(run, manner, self._reading))
        for part in parts(content):
            yield from with_figures(part)

    def _head(self, node: Node, manner: Manner, level: int) -> Iterator[Block]:
        content = tidied(inlines(node.children, manner, self._reading))
        line = in_one_line(piece for piece in content if not isinstance(piece, Image))
        words = without_marks(line, Mark.STRONG, Mark.EMPHASIS)
        if says_something(words):
            shifted = min(_DEEPEST, max(_LOWEST, level + self._reading.shift))
            yield CrossHead(shifted, words)
        for piece in content:
            if isinstance(piece, Image):
                yield Figure(piece.src, piece.alt)

    def _term(self, node: Node, manner: Manner) -> Iterator[Found]:
        bold = replace(manner, marks=manner.marks | {Mark.STRONG})
        yield from self._found(node, bold)

    def _caption(self, node: Node, manner: Manner) -> Iterator[Block]:
        words = in_one_line(inlines(node.children, manner, self._reading))
        words = without_marks(words, Mark.STRONG, Mark.EMPHASIS)
        if says_something(words):
            yield CaptionLine(words)

    # ------------------------------------------------------------ containers

    def _rule(self, _node: Node, _manner: Manner) -> Iterable[Block]:
        return (Separator(),)

    def _quoted(self, node: Node, manner: Manner) -> Iterable[Block]:
        words = tidied(inlines(node.children, manner, self._reading))
        words = without_marks(words, Mark.EMPHASIS)
        return (Quote((Paragraph(words),)),) if says_something(words) else ()

    def _quote(self, node: Node, manner: Manner) -> Iterable[Found]:
        style = self._reading.style(node)
        if (
            style.get("border", "").startswith("none")
            or node.get("class") == "webkit-indent-blockquote"
        ):
            return self._found(node, manner)  # a mail program's way to set words in
        said_by: Content = ()
        last = next(reversed([c for c in node.children if isinstance(c, Node)]), None)
        if last is not None and last.tag in {"footer", "cite"}:
            last.remove()
            said_by = without_marks(
                in_one_line(inlines(last.children, manner, self._reading)), Mark.EMPHASIS
            )
        blocks = tuple(b for b in self.blocks(node, manner) if b is not SEPARATING_COMMENT)
        return (Quote(blocks, without_dash(said_by)),) if blocks or said_by else ()

    def _figure(self, node: Node, manner: Manner) -> Iterable[Found]:
        words: Content = ()
        credit: Content = ()
        for child in list(node.elements()):
            if child.tag == "figcaption":
                child.remove()
                credit = self._credit(child, manner)
                words = in_one_line(inlines(child.children, manner, self._reading))
        blocks = list(self.blocks(node, manner))
        if words and len(blocks) == 1 and isinstance(quote := blocks[0], Quote):
            return (replace(quote, attribution=without_dash(words)),)
        found = captioned(blocks, words) if words else blocks
        if credit and found and isinstance(last := found[-1], Figure):
            return [*found[:-1], replace(last, credit=credit)]
        return [*found, Paragraph(credit)] if credit else found

    def _credit(self, caption: Node, manner: Manner) -> Content:
        """Take out of a caption who made the picture, where that is said apart."""
        for node in caption.elements():
            if node.tag == "small" or "credit" in node.get("class").lower():
                node.remove()
                return in_one_line(inlines(node.children, manner, self._reading))
        return ()

    def _table(self, node: Node, manner: Manner) -> Iterable[Found]:
        yield from self._found(take_loose(node), manner)
        rows = rows_of(node)
        is_layout = lays_out(node, rows)
        table = None if is_layout else read_table(node, rows, manner, self._reading)
        if table is not None:
            yield from bearable_table(table, self._reading)
            return
        loose = [child for child in node.elements() if child.tag == "caption"]
        cells = [cell for row in rows for cell in cells_of(row)] if is_layout else []
        for part in (*loose, *cells):
            yield from self._found(part, manner.inside(part, self._reading))

    # ------------------------------------------------------------ lists

    def _list(self, node: Node, manner: Manner) -> Iterable[Found]:
        children = list(node.elements())
        if _is_flat(node) and all(word_item(child, self._reading) for child in children):
            for number, child in enumerate(children):
                yield self._online_item(child, manner, number)
            return
        items = self._items(node, manner)
        if items:
            start = node.get("start").strip()
            first = int(start) if start.isdecimal() and len(start) <= _DIGITS else 1
            is_numbered = node.tag == "ol"
            yield ListBlock(is_numbered, tuple(items), first if is_numbered else 1)

    def _online_item(self, node: Node, manner: Manner, number: int) -> ListLine:
        level, name = word_item(node, self._reading) or (1, "")
        parent = node.parent
        is_numbered = parent is not None and parent.tag == "ol"
        start = parent.get("start") if parent is not None else ""
        first = int(start) if start.isdecimal() and len(start) <= _DIGITS else 1
        blocks = self._item_blocks(node, manner.inside(node, self._reading))
        return ListLine(level, is_numbered, "", name, blocks, first + number)

    def _items(self, node: Node, manner: Manner) -> list[ListItem]:
        """Return the items of a list; a list right in a list belongs to the item before it."""
        items: list[ListItem] = []
        for child in node.children:
            if isinstance(child, str):
                if child.strip():
                    items.append(ListItem(tuple(_tight(self._paragraphs([child], manner)))))
                continue
            if self._reading.is_over():
                break
            inside = manner.inside(child, self._reading)
            if child.tag in {"ul", "ol", "menu"}:
                nested = gathered(self._list(child, inside))
                _nest(items, nested)
                continue
            blocks = self._item_blocks(child, inside)
            if items and blocks and all(isinstance(block, ListBlock) for block in blocks):
                _nest(items, blocks)
            elif blocks or child.tag == "li":
                items.append(ListItem(blocks))
        return items

    def _item_blocks(self, node: Node, manner: Manner) -> tuple[Block, ...]:
        blocks = self.blocks(node, manner)
        return _tight(block for block in blocks if block is not SEPARATING_COMMENT)

    def _word_item(self, node: Node, manner: Manner, said: tuple[int, str]) -> Iterable[Found]:
        marker = self._reading.markers.get(node, "")
        level = _head_level(node)
        if level and node in self._reading.numbered_heads:
            return self._head(node, manner, level)
        blocks = (
            tuple(self._head(node, manner, level)) if level else self._item_blocks(node, manner)
        )
        return (line_of(said, marker, blocks, self._reading),) if blocks else ()

    def _typed_item(self, node: Node, manner: Manner, marker: str) -> Iterable[Found]:
        _drop_start(node, len(marker))
        blocks = self._item_blocks(node, manner)
        return (line_of((typed_level(node, self._reading), ""), marker, blocks, self._reading),)

    def _more(self, node: Node, manner: Manner) -> Iterable[Found]:
        blocks = self.blocks(node, manner)
        return (
            ListLine(1, is_numbered=False, marker="", list_name="", blocks=blocks, is_more=True),
        )


def _head_level(node: Node) -> int:
    if node.tag in _HEADS:
        return int(node.tag[1])
    level = node.get("aria-level")
    return int(level) if node.get("role") == "heading" and level in set("123456") else 0


def _is_flat(node: Node) -> bool:
    """Whether items only say how deep they stand, as those of Word online do."""
    items = [child for child in node.children if isinstance(child, Node) or child.strip()]
    for item in items:
        if isinstance(item, str) or not (item.get("data-aria-level") or item.get("aria-level")):
            return False
        if any(each.tag in {"ul", "ol"} for each in item.walk()):
            return False
    return bool(items)


def _nest(items: list[ListItem], lists: Iterable[Block]) -> None:
    """Put lists into the last item; where there is none yet, their items take its place."""
    for block in lists:
        if items:
            items[-1] = ListItem((*items[-1].blocks, block))
        elif isinstance(block, ListBlock):
            items.extend(block.items)


def _tight(found: Iterable[Block]) -> tuple[Block, ...]:
    """Return an item's blocks; one line of text, with lists under it or without, is bare."""
    blocks = tuple(found)
    if not blocks or not isinstance(first := blocks[0], Paragraph):
        return blocks
    if all(isinstance(block, ListBlock) for block in blocks[1:]):
        return (replace(first, is_tight=True), *blocks[1:])
    return tuple(replace_tight(blocks))


def _drop_start(node: Node, count: int) -> None:
    """Take the first letters out of a node."""
    for each in node.walk():
        for number, child in enumerate(each.children):
            if isinstance(child, str) and count > 0:
                each.children[number] = child[count:]
                count -= len(child)
