"""Words that one character of the text stands for: those of a note, those of a card."""

from dataclasses import replace

from editor_app.body.tree import Card, Content, Footnote, Inline, Text
from editor_app.editing.finding import OBJECT, Hit
from editor_app.ui.editor.counting import units
from editor_app.ui.editor.formats import Placed


def lines_of(node: Placed) -> tuple[str, ...]:
    """Return the lines of words in an object: one for a note, one for each value of a card."""
    match node:
        case Footnote():
            return (_text(node.content),)
        case Card():
            return node.values
        case _:
            return ()


def with_words(node: Placed, line: int, hit: Hit, words: str) -> Placed:
    """Return an object with other words in place of a hit in one of its lines."""
    match node:
        case Footnote():
            return replace(node, content=_replaced(node.content, hit, words))
        case Card():
            values = list(node.values)
            values[line] = _spliced(values[line], hit.start, hit.end, words)
            return replace(node, values=tuple(values))
        case _:
            return node


def _text(content: Content) -> str:
    return "".join(piece.text if isinstance(piece, Text) else OBJECT for piece in content)


def _spliced(text: str, start: int, end: int, words: str) -> str:
    raw = text.encode("utf-16-le")
    return raw[: 2 * start].decode("utf-16-le") + words + raw[2 * end :].decode("utf-16-le")


def _replaced(content: Content, hit: Hit, words: str) -> Content:
    """Return content with other words, which get the marks of the first letter they replace."""
    found: list[Inline] = []
    place = 0
    for piece in content:
        length = units(piece.text) if isinstance(piece, Text) else 1
        start, end = max(hit.start - place, 0), min(hit.end - place, length)
        if isinstance(piece, Text) and start < end:
            is_first = hit.start >= place
            spliced = _spliced(piece.text, start, end, words if is_first else "")
            piece = replace(piece, text=spliced)  # noqa: PLW2901
        if not isinstance(piece, Text) or piece.text:
            found.append(piece)
        place += length
    return tuple(found)
