"""Footnotes of any program: a link to a text that leads back to it."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from editor_app.intake.clipboard.nodes import Node

_MOST_NOTES = 3_000
_NEAR = 60  # elements in which the way back is looked for
_HOLDERS = frozenset({"p", "li", "div", "dd", "aside", "td"})


def take_notes(root: Node) -> dict[Node, Node]:
    """Take the texts of notes out of a page; return them by the place each is called from."""
    nodes = list(root.walk())
    place = {node: number for number, node in enumerate(nodes)}
    named = {node.name: node for node in nodes if node.name}
    links = [node for node in nodes if node.tag == "a" and node.get("href").startswith("#")]
    around: dict[Node, tuple[Node, ...]] = {}
    backs: dict[Node, Node] = {}
    for link in islice(links, _MOST_NOTES):
        target = named.get(link.get("href")[1:])
        if target is not None and place[target] > place[link]:
            if target not in around:
                around[target] = (*_near(target), *islice(target.walk(), _NEAR))
            back = next((node for node in around[target] if _leads_to(node, link)), None)
            backs |= {link: back} if back is not None else {}
    return _taken(backs, nodes)


def _taken(backs: dict[Node, Node], nodes: list[Node]) -> dict[Node, Node]:
    calls_inside = Counter(each for link in backs for each in link.ancestors())
    backs_inside = Counter(each for back in backs.values() for each in back.ancestors())
    removal = _Removal(nodes)
    found: dict[Node, Node] = {}
    for link, back in backs.items():
        text = None
        for each in back.ancestors():
            if calls_inside[each] or backs_inside[each] > 1 or each.tag == "body":
                break
            text = each if each.tag in _HOLDERS else text
        if text is not None and text.text().strip() != back.text().strip():
            removal.take(_whole(back))
            removal.take_with_list(text)
            found[_whole(link)] = text
    removal.finish()
    return found


class _Removal:
    """Takes elements out of a page, all at once in the end: a page may have thousands in a row."""

    def __init__(self, nodes: list[Node]) -> None:
        self._things = {node: int(_has_content(node)) for node in nodes}
        for node in reversed(nodes):
            if node.parent is not None:
                self._things[node.parent] += self._things[node]
        self._gone: set[Node] = set()

    def take(self, node: Node) -> None:
        """Note that an element goes."""
        self._gone.add(node)
        for each in node.ancestors():
            self._things[each] -= self._things[node]

    def take_with_list(self, text: Node) -> None:
        """Note that the text of a note goes, and the list round it when nothing else is left."""
        self.take(text)
        for each in text.ancestors():
            if each.parent is None or each.tag == "body" or self._things[each]:
                return
            self.take(each)

    def finish(self) -> None:
        """Take out what goes."""
        for parent in {node.parent for node in self._gone if node.parent is not None}:
            parent.children = [
                child
                for child in parent.children
                if isinstance(child, str) or child not in self._gone
            ]
        for node in self._gone:
            node.parent = None


def _leads_to(node: Node, link: Node) -> bool:
    href = node.get("href")
    if node.tag != "a" or len(href) < 2 or href[0] != "#":  # noqa: PLR2004 - a sign and a name
        return False
    return any(href[1:] == each.name for each in (link, *_near(link)))


def _near(link: Node) -> Iterator[Node]:
    """Yield the inline elements right round a link, which may carry its name."""
    for each in islice(link.ancestors(), 2):
        if each.is_block:
            return
        yield each


def _whole(link: Node) -> Node:
    """Return a link with the raised position it stands in."""
    parent = link.parent
    while parent is not None and parent.tag in {"sup", "span"} and not _has_more(parent, link):
        link, parent = parent, parent.parent
    return link


def _has_more(parent: Node, link: Node) -> bool:
    others = (child for child in parent.children if child is not link)
    return any(isinstance(each, Node) or each.strip() for each in others)


def _has_content(node: Node) -> bool:
    """Whether an element shows something by itself."""
    return node.tag in {"img", "table"} or any(
        isinstance(child, str) and child.strip() for child in node.children
    )
