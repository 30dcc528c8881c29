"""What cannot stand where something is pasted, in words."""

from collections.abc import Callable, Iterable

from PySide6.QtGui import QTextCursor

from editor_app.ui.editor.leaves import Kind, Leaf
from editor_app.ui.editor.lines import line_kind

_IN_A_CELL = "A table cell holds words only: {things} came in as words."
_Test = Callable[[Leaf], bool]
_THINGS: tuple[tuple[str, _Test], ...] = (
    ("lists", lambda leaf: any(name[0] in "uo" for name in leaf.path)),
    ("headings", lambda leaf: bool(leaf.kind.level)),
    ("quotes", lambda leaf: any(name[0] == "q" for name in leaf.path)),
    ("tables", lambda leaf: leaf.kind is Kind.TABLE),
    ("pictures", lambda leaf: leaf.kind is Kind.PHOTO),
)


def what_does_not_fit(leaves: Iterable[Leaf], cursor: QTextCursor) -> str:
    """Return in a sentence what loses its form where a cursor stands, or nothing."""
    held = list(leaves)
    if line_kind(cursor.block()) is not Kind.TABLE:
        return ""
    things = [name for name, is_there in _THINGS if any(is_there(leaf) for leaf in held)]
    return _IN_A_CELL.format(things=_listed(things)) if things else ""


def _listed(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
