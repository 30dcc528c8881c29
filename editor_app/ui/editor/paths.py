"""The containers that a line of the editor stands in, as names in a path."""

from urllib.parse import quote, unquote

from editor_app.body.tree import Direction

Path = tuple[str, ...]
"""The containers a line stands in, from the outside: ``q1`` quote, ``u2`` bullet list,
``o3@5`` numbered list from 5, ``i4`` list item, ``f5`` figure, ``b6`` fact box, ``p7`` pull quote,
``l8@ar.rtl`` passage in another language, ``g9`` gallery. Numbers only tell them apart."""


def token(letter: str, number: int, start: int = 1) -> str:
    """Return the name of a container in a path."""
    return f"{letter}{number}@{start}" if letter == "o" else f"{letter}{number}"


def passage_token(number: int, language: str, direction: Direction) -> str:
    """Return the name of a passage in a path."""
    tag = quote(language, safe="").replace(".", "%2E")
    return f"l{number}@{tag}.{direction.value}" if direction else f"l{number}@{tag}"


def list_start(name: str) -> int:
    """Return the number that a numbered list starts with."""
    return int(name.partition("@")[2] or 1)


def passage_language(name: str) -> tuple[str, Direction]:
    """Return the language of a passage, and the side that it is written from."""
    tag, _dot, direction = name.partition("@")[2].partition(".")
    return unquote(tag), Direction(direction)


def number_of(name: str) -> int:
    """Return the number that tells a container from others."""
    return int(name[1:].partition("@")[0])


def renumbered(name: str, number: int) -> str:
    """Return the name of a container like another one, told apart by its number."""
    _old, at, detail = name.partition("@")
    return f"{name[0]}{number}{at}{detail}"
