"""Words, cards and lines as JSON: for the properties of formats and for the clipboard."""

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from editor_app.body.tree import (
    CARD_FIELDS,
    Abbreviation,
    Alignment,
    Break,
    Card,
    CardKind,
    Content,
    Direction,
    Footnote,
    Image,
    Inline,
    Language,
    Link,
    Mark,
    Marks,
    RawInline,
    Setting,
    Table,
    Text,
)
from editor_app.ui.editor.leaves import Kind, Leaf

DAMAGED = (ValueError, KeyError, IndexError, TypeError)
"""What reading raises where something is not this JSON, or another version's."""


def words_as_json(content: Content) -> str:
    """Return inline content as JSON."""
    return json.dumps(_content_out(content), separators=(",", ":"))


@lru_cache(maxsize=1024)
def words_from_json(written: str) -> Content:
    """Return the inline content that `words_as_json` wrote."""
    return _content_in(json.loads(written))


def card_as_json(card: Card) -> str:
    """Return a card as JSON."""
    return json.dumps([card.kind.value, *card.values], separators=(",", ":"))


@lru_cache(maxsize=1024)
def card_from_json(written: str) -> Card:
    """Return the card that `card_as_json` wrote."""
    name, *values = json.loads(written)
    kind = CardKind(name)
    names = CARD_FIELDS[kind]
    return Card(kind, tuple(str(value) for value in (*values, *("" for _ in names))[: len(names)]))


def leaves_as_json(leaves: Iterable[Leaf]) -> bytes:
    """Return lines as JSON."""
    return json.dumps([_leaf_out(leaf) for leaf in leaves]).encode()


def leaves_from_json(written: bytes) -> list[Leaf]:
    """Return the lines that `leaves_as_json` wrote.

    Raises:
        ValueError, KeyError, IndexError, TypeError: It is something else; see `DAMAGED`.
    """
    return [_leaf_in(each) for each in json.loads(written)]


# ---------------------------------------------------------------- out


def _leaf_out(leaf: Leaf) -> dict[str, Any]:
    table, card = leaf.table, leaf.card
    return {
        "kind": leaf.kind.value,
        "path": list(leaf.path),
        "content": _content_out(leaf.content),
        "source": leaf.source,
        "table": None if table is None else _table_out(table),
        "card": None if card is None else card_as_json(card),
        "setting": leaf.setting.value,
        "is_decorative": leaf.is_decorative,
    }


def _table_out(table: Table) -> dict[str, Any]:
    return {
        "alignments": list(table.alignments),
        "rows": [[_content_out(cell) for cell in row] for row in (table.head, *table.rows)],
        "caption": _content_out(table.caption),
        "has_header_column": table.has_header_column,
    }


def _content_out(content: Content) -> list[Any]:
    return [_inline_out(node) for node in content]


def _inline_out(node: Inline) -> list[Any]:
    marks = [_mark_out(mark) for mark in sorted(node.marks, key=str)]
    match node:
        case Text():
            return ["text", marks, node.text]
        case Break():
            return ["break", marks]
        case Image():
            return ["image", marks, node.src, node.alt, node.title]
        case RawInline():
            return ["raw", marks, node.source]
        case Footnote():
            return ["note", marks, _content_out(node.content)]


def _mark_out(mark: Mark | Link | Language | Abbreviation) -> list[str]:
    match mark:
        case Link():
            return ["a", mark.href, mark.title]
        case Language():
            return ["lang", mark.tag, mark.direction.value]
        case Abbreviation():
            return ["abbr", mark.expansion]
        case Mark():
            return [mark.value]


# ---------------------------------------------------------------- in


def _leaf_in(found: dict[str, Any]) -> Leaf:
    table, card = found["table"], found["card"]
    return Leaf(
        Kind(found["kind"]),
        tuple(str(name) for name in found["path"]),
        _content_in(found["content"]),
        str(found["source"]),
        None if table is None else _table_in(table),
        None if card is None else card_from_json(str(card)),
        Setting(found["setting"]),
        is_decorative=bool(found["is_decorative"]),
    )


def _table_in(found: dict[str, Any]) -> Table:
    rows = [tuple(_content_in(cell) for cell in row) for row in found["rows"]]
    return Table(
        tuple(Alignment(name) for name in found["alignments"]),
        rows[0],
        tuple(rows[1:]),
        _content_in(found["caption"]),
        has_header_column=bool(found["has_header_column"]),
    )


def _content_in(found: list[Any]) -> Content:
    return tuple(_inline_in(each) for each in found)


def _inline_in(found: list[Any]) -> Inline:
    kind, marks = found[0], _marks_in(found[1])
    match kind:
        case "text":
            return Text(str(found[2]), marks)
        case "break":
            return Break(marks)
        case "image":
            return Image(str(found[2]), str(found[3]), str(found[4]), marks)
        case "raw":
            return RawInline(str(found[2]), marks)
        case "note":
            return Footnote(_content_in(found[2]), marks)
        case _:
            raise ValueError(kind)


def _marks_in(found: list[Any]) -> Marks:
    return frozenset(_mark_in(*(str(part) for part in mark)) for mark in found)


def _mark_in(name: str, *words: str) -> Mark | Link | Language | Abbreviation:
    match name:
        case "a":
            return Link(words[0], words[1])
        case "lang":
            return Language(words[0], Direction(words[1]))
        case "abbr":
            return Abbreviation(words[0])
        case _:
            return Mark(name)
