"""HTML from other programs as a small tree of nodes, read within bounds.

The parser is libxml2's: fast, forgiving, and it calls back for each tag, so that reading can be
given up between two of them. Nothing is loaded, and nothing that is read is ever run.
"""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

MOST_CHARACTERS = 12_000_000
MOST_PIECES = 150_000  # elements and stretches of words
MOST_SECONDS = 10.0
_AT_ONCE = 64 * 1024  # bytes: the parser cannot be stopped in between
_DEEPEST_KEPT = 120  # what is nested deeper stands beside what it was in
_DEEPEST_READ = 1_000  # an end tag is looked for in all that is open
_CHECKED_EVERY = 1_000
_CLIPBOARD_HEADER = re.compile(r"\A(?:Version|StartHTML|EndHTML|StartFragment|EndFragment):[^<]*")

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "ul",
    ]
)


@dataclass(slots=True, eq=False)
class Node:
    """An element: its name, attributes and what is inside it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    parent: "Node | None" = None
    children: "list[Node | str]" = field(default_factory=list)
    has_blocks: bool = False  # somewhere inside

    @property
    def is_block(self) -> bool:
        """Whether it is a block, or an inline element that has blocks inside."""
        return self.has_blocks or self.tag in _BLOCKS

    @property
    def name(self) -> str:
        """Return what others lead to it by."""
        return self.attributes.get("id") or self.attributes.get("name", "")

    def get(self, name: str) -> str:
        """Return an attribute, or nothing."""
        return self.attributes.get(name, "")

    def elements(self) -> Iterator["Node"]:
        """Yield the elements directly inside."""
        return (child for child in self.children if isinstance(child, Node))

    def walk(self) -> Iterator["Node"]:
        """Yield the element and all elements inside it, in the order of the text."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(child for child in reversed(node.children) if isinstance(child, Node))

    def ancestors(self) -> Iterator["Node"]:
        """Yield what it stands in, from the inside."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def text(self) -> str:
        """Return all words inside."""
        return "".join(
            child for node in self.walk() for child in node.children if isinstance(child, str)
        )

    def remove(self) -> None:
        """Take it out of what it stands in."""
        if self.parent is not None:
            self.parent.children = [child for child in self.parent.children if child is not self]
            self.parent = None


@dataclass(frozen=True, slots=True)
class Page:
    """What was read: the nodes, the style sheets beside them, whether it was given up."""

    root: Node
    sheets: str
    is_cut: bool


class _TooMuchError(Exception):
    """Reading is given up."""


def read_page(html: str, *, deadline: float) -> Page:
    """Return html as nodes; where it is too long or too deep, what was read until then."""
    html = _CLIPBOARD_HEADER.sub("", html.replace("\0", ""))
    builder = _Builder(deadline)
    parser = etree.HTMLParser(target=builder, huge_tree=True, encoding="utf-8")
    is_cut = len(html) > MOST_CHARACTERS
    try:
        data = html[:MOST_CHARACTERS].encode("utf-8", "ignore")
        for start in range(0, len(data), _AT_ONCE):
            parser.feed(data[start : start + _AT_ONCE])
        parser.close()
    except _TooMuchError:
        is_cut = True
    except etree.XMLSyntaxError:
        pass  # nothing at all to read
    return Page(builder.root, "\n".join(builder.sheets), is_cut)


class _Builder:
    """Makes nodes of what the parser calls out."""

    def __init__(self, deadline: float) -> None:
        self.root = Node("body")
        self.sheets: list[str] = []
        self._deadline = deadline
        self._open = [self.root]
        self._count = 0

    def start(self, tag: str | bytes, attrib: dict[str | bytes, str | bytes]) -> None:
        self._count_piece()
        if len(self._open) > _DEEPEST_READ:
            raise _TooMuchError
        parent = self._open[min(len(self._open), _DEEPEST_KEPT) - 1]
        attributes = {_words(name): _words(value) for name, value in attrib.items()}
        node = Node(_words(tag).lower(), attributes, parent)
        parent.children.append(node)
        self._open.append(node)

    def end(self, tag: str | bytes) -> None:  # noqa: ARG002 - so the parser calls it
        if len(self._open) > 1:
            node = self._open.pop()
            if node.is_block and node.parent is not None:
                node.parent.has_blocks = True

    def data(self, data: str | bytes) -> None:
        self._count_piece()
        words = _words(data)
        if self._open[-1].tag == "style":
            self.sheets.append(words)
        else:
            self._open[min(len(self._open), _DEEPEST_KEPT) - 1].children.append(words)

    def _count_piece(self) -> None:
        self._count += 1
        is_late = self._count % _CHECKED_EVERY == 0 and time.monotonic() > self._deadline
        if self._count > MOST_PIECES or is_late:
            raise _TooMuchError

    def comment(self, text: str | bytes) -> None:
        """Leave out comments, and what Word hides in them from browsers."""

    def pi(self, target: str | bytes, data: str | bytes | None = None) -> None:
        """Leave out processing instructions."""

    def close(self) -> None:
        """End; the nodes are in the root."""
        while len(self._open) > 1:
            self.end("")


def _words(said: str | bytes) -> str:
    return said if isinstance(said, str) else said.decode("utf-8", "replace")
