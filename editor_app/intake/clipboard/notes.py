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
    backs: dict[Node, Node] = {}
    for link in islice(links, _MOST_NOTES):
        target = named.get(link.get("href")[1:])
        if target is not None and place[target] > place[link]:
            around = [*_near(target), *islice(target.walk(), _NEAR)]
            back = next((node for node in around if _leads_to(node, link)), None)
            backs |= {link: back} if back is not None else {}
    return _taken(backs)


def _taken(backs: dict[Node, Node]) -> dict[Node, Node]:
    calls_inside = Counter(each for link in backs for each in link.ancestors())
    backs_inside = Counter(each for back in backs.values() for each in back.ancestors())
    found: dict[Node, Node] = {}
    for link, back in backs.items():
        text = None
        for each in back.ancestors():
            if calls_inside[each] or backs_inside[each] > 1 or each.tag == "body":
                break
            text = each if each.tag in _HOLDERS else text
        if text is not None and text.text().strip() != back.text().strip():
            _whole(back).remove()
            _drop_with_list(text)
            found[_whole(link)] = text
    return found


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


def _drop_with_list(text: Node) -> None:
    """Take out the text of a note, and the list of notes round it when nothing else is left."""
    parent = text.parent
    text.remove()
    while parent is not None and parent.parent is not None and parent.tag != "body":
        if any(node.tag in {"img", "table"} or _has_words(node) for node in parent.walk()):
            return
        above = parent.parent
        parent.remove()
        parent = above


def _has_words(node: Node) -> bool:
    return any(isinstance(child, str) and child.strip() for child in node.children)
