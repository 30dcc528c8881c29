"""What can be offered while a query is typed: fields, then the values that the library has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from editor_app.store.folded import folded
from editor_app.store.query import Field
from editor_app.store.query_text import CHOICES, NAMES, PART

_MOST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """Texts that can take the place of the letters from ``start`` to ``end`` of a query."""

    start: int
    end: int
    texts: tuple[str, ...] = ()


def offers(text: str, caret: int, known: Mapping[Field, Sequence[str]]) -> Offers:
    """Return what the piece of a query in front of the caret can become.

    ``known`` holds the values that the library has, those first that are offered first. A field
    ends with its colon, so that its values come next; a value is followed by a space.
    """
    piece = next((one for one in PART.finditer(text) if one.start() < caret <= one.end()), None)
    if piece is None:
        return Offers(start=caret, end=caret)
    field = NAMES.get((piece["name"] or "").lower())
    if field is not None:
        return _values(piece.group()[: caret - piece.start()], piece.span(), field, known)
    typed = piece.group()[: caret - piece.start()]
    minus, name = ("-", typed[1:]) if typed.startswith("-") else ("", typed)
    fitting = [one for one in Field if name and one.startswith(name.lower())]
    texts = tuple(f"{minus}{one}:" for one in fitting)
    return Offers(start=piece.start(), end=piece.end(), texts=texts)


def _values(
    typed: str, span: tuple[int, int], field: Field, known: Mapping[Field, Sequence[str]]
) -> Offers:
    """Return the values of a field that begin with what was typed, or have a word that does."""
    name, _, value = typed.partition(":")
    wanted = folded(value.strip('"'))
    values = list(CHOICES.get(field) or known.get(field, ()))
    names = [(one, folded(one)) for one in values if '"' not in one]
    beginning = [one for one, plain in names if plain.startswith(wanted)]
    inside = [one for one, plain in names if f" {wanted}" in plain and one not in beginning]
    fitting = [*beginning, *inside][:_MOST]
    texts = tuple(f"{name}:{_quoted(one)} " for one in fitting)
    return Offers(start=span[0], end=span[1], texts=texts)


def _quoted(value: str) -> str:
    return f'"{value}"' if any(sign.isspace() for sign in value) else value
