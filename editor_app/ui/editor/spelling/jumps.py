"""From one mistake to the next, with what is offered for it."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.ui.editor.spelling.marks import Marks
from editor_app.ui.editor.spelling.offers import Offers

Place = tuple[int, int]

NO_MISTAKE = "No misspelt word was found."


class Jumps(QObject):
    """Goes to the mistakes of one text, round and round.

    Signals:
        said: Something the user should know; carries a sentence.
    """

    said = Signal(str)

    def __init__(self, marks: Marks, offers: Offers) -> None:
        super().__init__(marks)
        self._marks = marks
        self._offers = offers
        self._wanted: bool | None = None  # forward, backward, or nothing
        marks.settled.connect(self._on_settled)

    def go(self, *, is_forward: bool) -> None:
        """Go to the next mistake or the one before, once every line was looked at."""
        self._wanted = is_forward
        if self._marks.is_settled:
            self._on_settled()

    @Slot()
    def _on_settled(self) -> None:
        if self._wanted is None:
            return
        is_forward, self._wanted = self._wanted, None
        for place in self._places(is_forward=is_forward):
            if place is None:  # words nobody knows yet: go on when they are known
                self._wanted = is_forward
                return
            self._show(*place)
            return
        self.said.emit(NO_MISTAKE)

    def _show(self, start: int, end: int) -> None:
        editor = self._marks.editor
        cursor = editor.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()
        self._offers.show(self._marks)

    def _places(self, *, is_forward: bool) -> Iterator[Place | None]:
        """Yield where mistakes are, from the caret on, once round the text; None is not known."""
        cursor = self._marks.editor.textCursor()
        home = cursor.block()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        here = self._in_line(home, is_forward=is_forward)
        near = [p for p in here if p is None or (p[0] >= end if is_forward else p[1] <= start)]
        yield from near
        for block in _round(home, is_forward=is_forward):
            yield from self._in_line(block, is_forward=is_forward)
        yield from (place for place in here if place not in near)

    def _in_line(self, block: QTextBlock, *, is_forward: bool) -> list[Place | None]:
        found = self._marks.findings(block)
        if found.unknown:
            self._marks.proofreader.ask(found.unknown)
            return [None]
        line = block.position()
        places = [(line + mistake.start, line + mistake.end) for mistake in found.mistakes]
        return [*places] if is_forward else [*reversed(places)]


def _round(home: QTextBlock, *, is_forward: bool) -> Iterator[QTextBlock]:
    """Yield all other lines of a document, beginning beside one."""
    document = home.document()
    block = home
    while True:
        block = block.next() if is_forward else block.previous()
        if not block.isValid():
            block = document.firstBlock() if is_forward else document.lastBlock()
        if block == home:
            return
        yield block
