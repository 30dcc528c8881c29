"""Which lines of a text are to be looked at, and the wavy lines under their mistakes."""

import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit
from typing_extensions import override

from editor_app.spelling.words import word_around
from editor_app.ui.editor.spelling.proofreader import Proofreader
from editor_app.ui.editor.spelling.stretches import LONGEST_LINE, stretches_of, units_of
from editor_app.ui.editor.spelling.verdicts import Findings, Mistake

_WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline
_TURN = 5  # milliseconds from one turn to the next
_SLICE = 0.002  # seconds of a turn: short enough that no key waits for it
_FEW = 3  # lines: whoever writes changes no more at a time, and sees what he writes
_AT_ONCE = 20  # lines that are looked at as they change; more are a new text, and can wait

Refresh = Callable[[int, int], None]


class Marks(QObject):
    """Marks the mistakes of one text, a few lines at a time, those that can be seen first.

    A line that changes is looked at at once by what is known of its words; the rest follows when
    the proofreader knows more. The words of lines out of sight are asked about, but not marked
    before they come into sight: laying a line out anew costs more than looking at it. The word
    that is being typed is not marked.

    Signals:
        settled: Every line was looked at, and nothing is being asked.
    """

    settled = Signal()

    def __init__(self, editor: QTextEdit, proofreader: Proofreader, refresh: Refresh) -> None:
        super().__init__(editor)
        self._editor = editor
        self._document = editor.document()
        self._proofreader = proofreader
        self._refresh = refresh
        self._language = ""
        self._colour = QColor("#b3261e")
        self._due: set[int] = set()
        self._waiting: set[int] = set()  # in sight, with words that the proofreader is asked about
        self._count = self._document.blockCount()
        self._left_at_once = _AT_ONCE
        self._has_sight_moved = False
        self._is_typing = False
        self._held: QTextCursor | None = None  # before the word that is being typed
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(_TURN)
        self._turn.timeout.connect(self._on_turn)
        editor.installEventFilter(self)
        editor.cursorPositionChanged.connect(self._on_caret_moved)
        editor.verticalScrollBar().valueChanged.connect(self._on_sight_moved)
        editor.verticalScrollBar().rangeChanged.connect(self._on_sight_moved)
        self._document.contentsChange.connect(self._on_contents_change)
        proofreader.learned.connect(self._on_learned)
        proofreader.changed.connect(self.look_at_all)

    @property
    def editor(self) -> QTextEdit:
        """Return whose text it is."""
        return self._editor

    @property
    def proofreader(self) -> Proofreader:
        """Return who knows about the words."""
        return self._proofreader

    @property
    def is_settled(self) -> bool:
        """Whether every line was looked at, and nothing is being asked."""
        return not self._due and self._proofreader.is_idle

    def use_language(self, language: str) -> None:
        """Take the text as a whole to be in a language."""
        if language != self._language:
            self._language = language
            self.look_at_all()

    def use_colour(self, colour: QColor) -> None:
        """Mark in this colour."""
        self._colour = colour
        self._on_sight_moved()

    # ------------------------------------------------------------ what is laid over a line

    def layer(self, block: QTextBlock) -> Iterable[tuple[int, int, QTextCharFormat]]:
        """Return the marks of a line that has changed or is asked for."""
        if not self._proofreader.is_on:
            return
        if self._left_at_once <= 0:
            self._look_later(block.blockNumber())
            return
        self._left_at_once -= 1
        if not self._turn.isActive():
            self._turn.start()
        shape = QTextCharFormat()
        shape.setUnderlineStyle(_WAVE)
        shape.setUnderlineColor(self._colour)
        for mistake in self._asked(block).mistakes:
            yield mistake.start, mistake.end - mistake.start, shape

    def findings(self, block: QTextBlock) -> Findings:
        """Return what is wrong in a line, as far as it is known."""
        if not self._proofreader.is_on:
            return Findings([], [])
        return self._proofreader.findings(units_of(block), stretches_of(block, self._language))

    def mistake_at(self, cursor: QTextCursor) -> Mistake | None:
        """Return the mistake that a cursor stands in or beside."""
        place = cursor.positionInBlock()
        found = self.findings(cursor.block()).mistakes
        return next((m for m in found if m.start <= place <= m.end), None)

    def _asked(self, block: QTextBlock) -> Findings:
        """Return what is wrong in a line, and ask about the words that nobody knows."""
        found = self.findings(block)
        if (typed := self._typed_word(block)) is not None:
            start, end = typed
            mistakes = [m for m in found.mistakes if m.end < start or end < m.start]
            word = units_of(block)[start:end]
            found = Findings(mistakes, [one for one in found.unknown if one[1] != word])
        if found.unknown:
            self._waiting.add(block.blockNumber())
            self._proofreader.ask(found.unknown)
        return found

    # ------------------------------------------------------------ the word that is being typed

    def _typed_word(self, block: QTextBlock) -> tuple[int, int] | None:
        """Return from where to where the word goes that is being typed in a line."""
        if not self._is_typing and self._held is None:
            return None
        cursor = self._editor.textCursor()
        if cursor.block() != block or not self._editor.hasFocus():
            return None
        word = word_around(units_of(block)[:LONGEST_LINE], cursor.positionInBlock())
        if word is not None and self._is_typing:
            self._held = QTextCursor(block)
            self._held.setPosition(block.position() + word[0])
            self._held.setKeepPositionOnInsert(True)
        return word if self._is_held(block, word) else None

    def _is_held(self, block: QTextBlock, word: tuple[int, int] | None) -> bool:
        if self._held is None or word is None:
            return False
        return self._held.position() == block.position() + word[0]

    @Slot()
    def _on_caret_moved(self) -> None:
        self._is_typing = False
        if self._held is None:
            return
        cursor = self._editor.textCursor()
        block = cursor.block()
        word = word_around(units_of(block), cursor.positionInBlock())
        if not self._is_held(block, word):
            self._look_later(self._held.block().blockNumber())
            self._held = None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.InputMethod):
            self._is_typing = True
        elif kind == QEvent.Type.FocusOut and self._held is not None:
            self._look_later(self._held.block().blockNumber())
            self._held = None
        return False

    # ------------------------------------------------------------ which lines are looked at

    @Slot()
    def look_at_all(self) -> None:
        """Look at every line anew."""
        self._waiting.clear()
        self._due = set(range(self._document.blockCount()))
        self._turn.start()

    @Slot()
    def _on_learned(self) -> None:
        self._due |= self._waiting
        self._waiting.clear()
        self._turn.start()

    @Slot()
    def _on_sight_moved(self) -> None:
        self._has_sight_moved = True
        if not self._turn.isActive():
            self._turn.start()

    @Slot(int, int, int)
    def _on_contents_change(self, position: int, _removed: int, _added: int) -> None:
        """Look again at the lines below one that came or went, as far down as any is due."""
        count = self._document.blockCount()
        by, self._count = abs(count - self._count), count
        if by and (self._due or self._waiting):
            first = self._document.findBlock(position).blockNumber()
            last = max(*self._due, *self._waiting, first) + by
            self._due |= set(range(first, min(last, count - 1) + 1))
            self._turn.start()

    def _look_later(self, number: int) -> None:
        self._due.add(number)
        if not self._turn.isActive():
            self._turn.start()

    @Slot()
    def _on_turn(self) -> None:
        self._left_at_once = _AT_ONCE
        self._is_typing = False
        if self._has_sight_moved and self._proofreader.is_on:
            self._has_sight_moved = False
            self._due |= self._seen()
        if self._due:
            self._look_at_some()
        if self._due:
            self._turn.start()
        elif self._proofreader.is_idle:
            self.settled.emit()

    def _look_at_some(self) -> None:
        until = time.perf_counter() + _SLICE
        seen = sorted(self._due if len(self._due) <= _FEW else self._due & self._seen())
        for number in seen or sorted(self._due):
            self._due.discard(number)
            block = self._document.findBlockByNumber(number)
            if block.isValid():
                self._look_at(block, is_seen=bool(seen))
            if time.perf_counter() > until:
                return

    def _look_at(self, block: QTextBlock, *, is_seen: bool) -> None:
        found = self._asked(block)
        if not is_seen:
            self._waiting.discard(block.blockNumber())
        elif self._marked(block) != [(m.start, m.end) for m in found.mistakes]:
            self._left_at_once = _AT_ONCE
            self._refresh(block.blockNumber(), block.blockNumber())

    def _seen(self) -> set[int]:
        area = self._editor.viewport().rect()
        first = self._editor.cursorForPosition(QPoint(area.left(), area.top()))
        last = self._editor.cursorForPosition(QPoint(area.right(), area.bottom()))
        return set(range(first.blockNumber(), last.blockNumber() + 1))

    def _marked(self, block: QTextBlock) -> list[tuple[int, int]] | None:
        """Return from where to where the marks of a line go, None where they are out of date."""
        found: list[tuple[int, int]] = []
        for laid in block.layout().formats():
            if laid.format.underlineStyle() != _WAVE:
                continue
            if laid.format.underlineColor() != self._colour:
                return None
            if found and found[-1][1] == laid.start:
                found[-1] = (found[-1][0], laid.start + laid.length)
            else:
                found.append((laid.start, laid.start + laid.length))
        return found
