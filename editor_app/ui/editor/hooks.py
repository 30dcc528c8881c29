"""Where other parts of the window join in with the body editor, without it knowing them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QRectF
from PySide6.QtGui import (
    QAction,
    QKeyEvent,
    QPainter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

if TYPE_CHECKING:
    from editor_app.ui.editor.body_editor import BodyEditor

KeyRule = Callable[[QKeyEvent], bool]
"""Do what a key stands for before the editor does; return False to leave it to the next one."""

TypingRule = Callable[[QTextCursor, str], bool]
"""Improve what was just typed, as an undo step of its own; return False to leave it to the next.

The cursor stands after the text, which is what one key or one input method has given.
"""

MenuSource = Callable[[QTextCursor], Sequence[QAction]]
"""Return the actions that the context menu begins or ends with where a cursor stands."""

Overlay = Callable[[QPainter, QTextDocument, QRectF], None]
"""Paint over the text of an area, in the document's coordinates."""

Layer = Callable[[QTextBlock], Iterable[tuple[int, int, QTextCharFormat]]]
"""Return what is laid over the letters of a line: first letter, how many, and the format.

Places are in UTF-16 units. The formats are merged with those of the look; they are not a part of
the text.
"""


PasteRule = Callable[[QMimeData], bool]
"""Take in what is pasted or dropped; return False to leave it to the next one."""


PartRule = Callable[["BodyEditor"], None]
"""Join in with the small editor that a part of the text, such as a note, is written in."""


@dataclass(frozen=True, slots=True)
class Hooks:
    """What has joined in with one editor; each kind is asked in the order it came."""

    keys: list[KeyRule] = field(default_factory=list)
    typing: list[TypingRule] = field(default_factory=list)
    menu: list[MenuSource] = field(default_factory=list)
    menu_end: list[MenuSource] = field(default_factory=list)
    overlays: list[Overlay] = field(default_factory=list)
    layers: list[Layer] = field(default_factory=list)
    pastes: list[PasteRule] = field(default_factory=list)
    parts: list[PartRule] = field(default_factory=list)
