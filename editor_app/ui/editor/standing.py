"""Where a line stands, in words: the containers round it from the outside, then what it is."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextDocument

from editor_app.editing.languages import language
from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.lines import line_kind, line_path
from editor_app.ui.editor.paths import Path, passage_language

_CONTAINERS = {
    "q": "Quote",
    "u": "Bullets",
    "o": "Numbers",
    "i": "Item",
    "f": "Photo",
    "b": "Fact box",
    "p": "Pull quote",
}
_LINES = {
    Kind.PARAGRAPH: "Paragraph",
    Kind.CAPTION: "Caption",
    Kind.CREDIT: "Credit",
    Kind.ATTRIBUTION: "Attribution",
    Kind.PULL_TEXT: "Words",
    Kind.SPEAKER: "Speaker",
    Kind.ROLE: "Role",
    Kind.BOX_TITLE: "Title",
    Kind.CARD: "Card",
    Kind.SEPARATOR: "Separator",
    Kind.SOURCE: "Locked block",
    Kind.TABLE: "Table",
}
CELL = "Table cell"


@dataclass(frozen=True, slots=True)
class Place:
    """One thing that a line stands in; ``path`` leads to it, and is empty for the line itself."""

    words: str
    path: Path = ()


def places_of(block: QTextBlock) -> tuple[Place, ...]:
    """Return what a line stands in, from the outside, and the line itself at the end."""
    path = line_path(block)
    found = [Place(_container(name), path[: size + 1]) for size, name in enumerate(path)]
    words = line_words(line_kind(block))
    return (*found, Place(words)) if words else tuple(found)


def direction_of(document: QTextDocument) -> str:
    """Return ``rtl`` or ``ltr``, the side that the text as a whole is written from."""
    is_rtl = document.defaultTextOption().textDirection() == Qt.LayoutDirection.RightToLeft
    return "rtl" if is_rtl else "ltr"


def line_words(kind: Kind) -> str:
    """Return what a line is called; nothing where its container says enough."""
    if kind.level:
        return f"Cross-head {kind.level}"
    return _LINES.get(kind, "")


def style_words(kind: Kind) -> str:
    """Return what stands in place of a paragraph's style where the line has none."""
    return CELL if kind is Kind.TABLE else _LINES.get(kind, "") or "Photo"


def _container(name: str) -> str:
    if name[0] == "l":
        tag, _direction = passage_language(name)
        return language(tag).name
    return _CONTAINERS[name[0]]
