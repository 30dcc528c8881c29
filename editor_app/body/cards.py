"""Cards, which point at a publication, an embedded work or a person: read, written, shown.

A card's values are plain text, so neither Markdown nor HTML inside them means anything; only
character references are read as the characters they name.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape, unescape
from types import MappingProxyType

from editor_app.body.addresses import is_safe_address
from editor_app.body.tidy import clean_attribute
from editor_app.body.tree import CARD_FIELDS, NO_MARKS, Card, CardKind, Content, Link, Text

_LINE = re.compile(r"([a-z]+):(?:[ ]+(.*))?")
_REFERENCE = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[0-9a-zA-Z]+);")
_AMPERSAND = re.compile(r"&(?=#|[0-9a-zA-Z]+;)")
_NOT_IN_PHONE = re.compile(r"[^0-9+]")

_ADDRESS_FIELDS = MappingProxyType(
    {CardKind.PUBLICATION: "link", CardKind.EMBED: "link", CardKind.CONTACT: "email"}
)


def field(card: Card, name: str) -> str:
    """Return what card says in the field called name."""
    return dict(zip(CARD_FIELDS[card.kind], card.values, strict=False)).get(name, "")


def normal_card(card: Card) -> Card | None:
    """Return card with one line of text in each of its fields, or None if it says nothing."""
    count = len(CARD_FIELDS[card.kind])
    values = tuple(map(_one_line, card.values))
    values = (*values, *("",) * count)[:count]
    return Card(card.kind, values) if any(values) else None


def _one_line(value: str) -> str:
    return clean_attribute(value)


def card_address(card: Card) -> str:
    """Return the address that card leads to; empty where it has none."""
    address = field(card, _ADDRESS_FIELDS[card.kind])
    return f"mailto:{address}" if address and card.kind is CardKind.CONTACT else address


def card_content(card: Card) -> Content:
    """Return the words of card as a line of text, for where no card can stand."""
    address_field, pieces = _ADDRESS_FIELDS[card.kind], list[Text]()
    for name, value in zip(CARD_FIELDS[card.kind], card.values, strict=True):
        if not value:
            continue
        if pieces:
            pieces.append(Text(", "))
        link = Link(card_address(card))
        pieces.append(Text(value, frozenset({link}) if name == address_field else NO_MARKS))
    return tuple(pieces)


# ---------------------------------------------------------------- Markdown


def read_card(kind: CardKind, lines: Iterable[str]) -> Card | None:
    """Return the card that lines of ``name: value`` describe, or None where one is no such line."""
    names = CARD_FIELDS[kind]
    found: dict[str, str] = {}
    for line in lines:
        pair = _LINE.fullmatch(line.strip(" "))
        if pair is None or pair[1] not in names or pair[1] in found:
            return None
        found[pair[1]] = _REFERENCE.sub(lambda one: unescape(one[0]), pair[2] or "")
    return normal_card(Card(kind, tuple(found.get(name, "") for name in names)))


def write_card(card: Card, *, special: str = "") -> str:
    """Return card as Markdown, each of the ``special`` characters as a reference."""
    pairs = zip(CARD_FIELDS[card.kind], card.values, strict=True)
    lines = [f"{name}: {_written(value, special)}" for name, value in pairs if value]
    return "\n".join([f"::: {card.kind.value}", *lines, ":::"])


def _written(value: str, special: str) -> str:
    return "".join(
        f"&#{ord(c)};" if c in special or c == "<" or (c != " " and c.isspace()) else c
        for c in _AMPERSAND.sub("&amp;", value)
    )


# ---------------------------------------------------------------- HTML


def card_html(card: Card) -> str:
    """Return card as HTML."""
    match card.kind:
        case CardKind.PUBLICATION:
            parts = [_title(card), _facts(card, ("type", "language", "size"))]
        case CardKind.EMBED:
            parts = [_title(card), _facts(card, ("source",))]
        case _:
            parts = [_name(card), _facts(card, ("role", "organisation")), _reached(card)]
    return f'<div class="card {card.kind.value}">{"".join(parts)}</div>'


def _title(card: Card) -> str:
    """Return the title of card, linked; without a title its address stands for it."""
    address = card_address(card)
    words = field(card, "title") or address
    return f'<p class="title">{_linked(words, address)}</p>' if words else ""


def _name(card: Card) -> str:
    name = field(card, "name")
    return f'<p class="title">{escape(name, quote=False)}</p>' if name else ""


def _facts(card: Card, names: Sequence[str]) -> str:
    facts = [
        f'<span class="{name}">{escape(value, quote=False)}</span>'
        for name in names
        if (value := field(card, name))
    ]
    return f'<p class="facts">{" ".join(facts)}</p>' if facts else ""


def _reached(card: Card) -> str:
    email, phone = field(card, "email"), field(card, "phone")
    number = _NOT_IN_PHONE.sub("", phone)
    dialled = f"tel:{number}" if number else ""
    ways = (("email", email, card_address(card)), ("phone", phone, dialled))
    links = [
        f'<span class="{name}">{_linked(words, href)}</span>' for name, words, href in ways if words
    ]
    return f'<p class="facts">{" ".join(links)}</p>' if links else ""


def _linked(words: str, address: str) -> str:
    shown = escape(words, quote=False)
    if not address or not is_safe_address(address):
        return shown
    return f'<a href="{escape(address)}">{shown}</a>'
