"""What can be searched: the text, the fields over it, its source; each line by line."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from editor_app.editing.finding import OBJECT, Hit
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.finding.inside import lines_of, with_words
from editor_app.ui.editor.formats import OBJECT as OBJECT_LETTER
from editor_app.ui.editor.formats import kind_of, object_format, object_of
from editor_app.ui.editor.leaves import Kind

Editor = QTextEdit | QPlainTextEdit

_MOST_KEPT = 20_000  # lines whose hits are remembered
_AT_ONCE = 100  # hits that are replaced between two events


@dataclass(frozen=True, slots=True)
class Found:
    """A hit in a document.

    ``start`` and ``end`` are what is marked. Where the words are inside an object, that is the
    object, ``line`` its line and ``hit`` the place there. Nothing is replaced in a locked block.
    """

    start: int
    end: int
    hit: Hit
    line: int = -1
    is_locked: bool = False

    @property
    def groups(self) -> Mapping[str, str]:
        """The parts of the hit that an expression names."""
        return self.hit.groups


class Finds(Protocol):
    """Finds something in a line."""

    def hits(self, text: str, /) -> list[Hit]:
        """Return the hits in a line."""


class Surface(Protocol):
    """An editor that can be searched."""

    @property
    def editor(self) -> Editor:
        """The editor itself."""

    def find(self, block: QTextBlock, lines: "Lines") -> Iterable[Found]:
        """Return the hits in one text block, in order."""

    def replace(self, found: Sequence[tuple[Found, str]]) -> None:
        """Put words in place of hits, in one undo step."""


@dataclass(slots=True)
class Lines:
    """Finds in lines, and remembers what is in each: most lines stay as they are."""

    finder: Finds
    _known: dict[str, list[Hit]] = field(default_factory=dict)

    def hits(self, text: str) -> list[Hit]:
        """Return the hits in a line."""
        found = self._known.get(text)
        if found is None:
            if len(self._known) > _MOST_KEPT:
                self._known.clear()
            found = self._known[text] = self.finder.hits(text)
        return found


class PlainSurface:
    """A field of plain words: headline, standfirst, the source."""

    def __init__(self, editor: Editor) -> None:
        self.editor = editor

    def find(self, block: QTextBlock, lines: Lines) -> Iterator[Found]:
        """Return the hits in one text block, in order."""
        start = block.position()
        for hit in lines.hits(block.text()):
            yield Found(start + hit.start, start + hit.end, hit)

    def replace(self, found: Sequence[tuple[Found, str]]) -> None:
        """Put words in place of hits, in one undo step."""
        with _one_step(self.editor.document()) as cursor:
            for one, words in reversed(found):
                _select(cursor, one)
                cursor.insertText(words)


class BodySurface:
    """The text of an item: its marks and objects outlive a replacement."""

    def __init__(self, editor: BodyEditor) -> None:
        self.editor = editor

    def find(self, block: QTextBlock, lines: Lines) -> Iterable[Found]:
        """Return the hits in one text block, in order, those in notes and cards included."""
        text = block.text()
        start = block.position()
        hits = lines.hits(text)
        if not hits and OBJECT not in text:
            return ()
        is_locked = bool(hits) and kind_of(block.blockFormat()) is Kind.SOURCE
        found = [Found(start + h.start, start + h.end, h, is_locked=is_locked) for h in hits]
        if OBJECT in text:
            found += _inside(block, lines)
            found.sort(key=lambda one: one.start)
        return found

    def replace(self, found: Sequence[tuple[Found, str]]) -> None:
        """Put words in place of hits, in one undo step; nothing happens in locked blocks.

        The new words have the marks of the first letter they replace.
        """
        with _one_step(self.editor.document()) as cursor:
            for one, words in reversed(found):
                _replace(cursor, one, words)

    def replacing(self, found: Sequence[tuple[Found, str]]) -> Iterator[None]:
        """Put words in place of hits, some of them in each step."""
        cursor = QTextCursor(self.editor.document())
        for number, (one, words) in enumerate(reversed(found), start=1):
            _replace(cursor, one, words)
            if not number % _AT_ONCE:
                yield


class _one_step:  # noqa: N801 - reads as the function it stands for
    """Makes everything done with its cursor one undo step."""

    def __init__(self, document: QTextDocument) -> None:
        self._cursor = QTextCursor(document)

    def __enter__(self) -> QTextCursor:
        self._cursor.beginEditBlock()
        return self._cursor

    def __exit__(self, *_error: object) -> None:
        self._cursor.endEditBlock()


def _replace(cursor: QTextCursor, found: Found, words: str) -> None:
    if found.is_locked:
        return
    if found.line >= 0:
        _replace_inside(cursor, found, words)
        return
    cursor.setPosition(found.start + 1)
    shape = cursor.charFormat()
    _select(cursor, found)
    cursor.insertText(words, shape)


def _select(cursor: QTextCursor, found: Found) -> None:
    cursor.setPosition(found.start)
    cursor.setPosition(found.end, QTextCursor.MoveMode.KeepAnchor)


def _inside(block: QTextBlock, lines: Lines) -> Iterator[Found]:
    """Yield the hits in the objects of a line."""
    step = block.begin()
    while not step.atEnd():
        fragment = step.fragment()
        if OBJECT_LETTER in fragment.text() and (node := object_of(fragment.charFormat())):
            for offset, letter in enumerate(fragment.text()):
                if letter == OBJECT_LETTER:
                    start = fragment.position() + offset
                    for number, words in enumerate(lines_of(node)):
                        for hit in lines.hits(words):
                            yield Found(start, start + 1, hit, number)
        step += 1


def _replace_inside(cursor: QTextCursor, found: Found, words: str) -> None:
    _select(cursor, found)
    node = object_of(cursor.charFormat())
    if node is not None:
        cursor.setCharFormat(object_format(with_words(node, found.line, found.hit, words)))
