"""Where a line stands, in words: the containers round it from the outside, then what it is."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextDocument

from editor_app.body.tree import CardKind
from editor_app.editing.languages import language
from editor_app.ui.editor.cards import card_at
from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.lines import is_in_gallery, line_kind, line_path
from editor_app.ui.editor.paths import Path, passage_language

_CONTAINERS = {
    "q": "Quote",
    "u": "Bullets",
    "o": "Numbers",
    "i": "Item",
    "f": "Photo",
    "b": "Fact box",
    "p": "Pull quote",
    "g": "Gallery",
}
_LINES = {
    Kind.PARAGRAPH: "Paragraph",
    Kind.CAPTION: "Caption",
    Kind.CREDIT: "Credit",
    Kind.ATTRIBUTION: "Who said it",
    Kind.PULL_TEXT: "Sentence",
    Kind.SPEAKER: "Who said it",
    Kind.ROLE: "Who said it: role",
    Kind.BOX_TITLE: "Title",
    Kind.GALLERY_TITLE: "Title",
    Kind.SEPARATOR: "Separator",
    Kind.SOURCE: "Locked block",
    Kind.TABLE: "Table",
}
_STYLES = {
    Kind.TABLE: "Table cell",
    Kind.PULL_TEXT: "Pull quote",
    Kind.BOX_TITLE: "Box title",
    Kind.GALLERY_TITLE: "Gallery title",
}
_HEADS = {2: "Cross-head", 3: "Cross-head, smaller", 4: "Cross-head, smallest"}
_CARDS = {
    CardKind.PUBLICATION: "Publication",
    CardKind.EMBED: "Embedded work",
    CardKind.CONTACT: "Contact",
}
_TAKEN_OUT = {
    "q": "Take out of the quote",
    "u": "Make paragraphs of the list",
    "o": "Make paragraphs of the list",
    "i": "Take out of the list",
    "b": "Take out of the box",
    "l": "Same language as the item",
    "g": "Single photos instead of the gallery",
    "f": "Take out of the gallery",
}


@dataclass(frozen=True, slots=True)
class Place:
    """One thing that a line stands in; ``path`` leads to it, and is empty for the line itself."""

    words: str
    path: Path = ()


def places_of(block: QTextBlock) -> tuple[Place, ...]:
    """Return what a line stands in, from the outside, and the line itself at the end."""
    path = line_path(block)
    found = [Place(_container(name), path[: size + 1]) for size, name in enumerate(path)]
    words = _line(block)
    return (*found, Place(words)) if words else tuple(found)


def direction_of(document: QTextDocument) -> str:
    """Return ``rtl`` or ``ltr``, the side that the text as a whole is written from."""
    is_rtl = document.defaultTextOption().textDirection() == Qt.LayoutDirection.RightToLeft
    return "rtl" if is_rtl else "ltr"


def head_words(level: int) -> str:
    """Return what a cross-head of a level is called."""
    return _HEADS.get(level, f"Cross-head {level}")


def style_words(block: QTextBlock) -> str:
    """Return what stands in place of a paragraph's style where the line has none."""
    return _STYLES.get(line_kind(block), "") or _line(block) or "Photo"


def taking_out(path: Path) -> str:
    """Return what it is called to take away the innermost container of a path."""
    innermost = path[-1][0] if path else ""
    if innermost == "f" and not is_in_gallery(path):
        innermost = ""
    return _TAKEN_OUT.get(innermost, "Take out of the quote, list or box")


def _line(block: QTextBlock) -> str:
    """Return what a line is called; nothing where its container says enough."""
    kind = line_kind(block)
    if kind.level:
        return head_words(kind.level)
    if kind is Kind.CARD and (placed := card_at(block)) is not None:
        return _CARDS[placed.card.kind]
    return _LINES.get(kind, "")


def _container(name: str) -> str:
    if name[0] == "l":
        tag, _direction = passage_language(name)
        return language(tag).name
    return _CONTAINERS[name[0]]
