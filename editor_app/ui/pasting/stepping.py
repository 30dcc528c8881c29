"""Changing an open text in many places, a few at a time, as one undo step."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtGui import QTextCursor

from editor_app.background.timers import QtTimer
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.insertion import insertion_steps
from editor_app.ui.editor.leaves import Leaf

_AT_ONCE = 60
_SHOWN_AFTER = 0.03  # seconds until the sign that something is going on is on the screen
_QUICK_LINES = 100
_QUICK_CHARACTERS = 30_000
_CELLS_TO_A_LINE = 4  # what a cell costs, beside a line


class Stepping:
    """Takes steps between events, so that the window stays alive; typing waits meanwhile.

    It ends with the caret where ``cursor`` is, and by calling ``done`` with whether all steps were
    taken: what was begun is taken back when it is stopped.
    """

    def __init__(
        self,
        editor: BodyEditor,
        cursor: QTextCursor,
        steps: Iterator[None],
        *,
        done: Callable[[bool], None],
    ) -> None:
        self._editor, self._cursor, self._steps, self._done = editor, cursor, steps, done
        self._timer = QtTimer(editor)
        self._has_begun = False
        self._expected = 0

    def start(self) -> None:
        """Take the first step as soon as the window has shown what it has to show."""
        self._editor.setReadOnly(True)
        self._editor.tracker().hold()
        self._timer.start(_SHOWN_AFTER, self._step)

    def stop(self) -> None:
        """Take back what was done so far."""
        if not self._timer.is_waiting:
            return
        self._timer.cancel()
        is_ours = self._editor.document().availableUndoSteps() == self._expected
        if self._has_begun and is_ours:
            self._editor.document().undo()
        self._end(is_whole=False)

    def _step(self) -> None:
        document = self._editor.document()
        if self._has_begun and document.availableUndoSteps() != self._expected:
            self._end(is_whole=False)  # somebody else has changed the text meanwhile
            return
        if self._has_begun:
            self._cursor.joinPreviousEditBlock()
        else:
            self._cursor.beginEditBlock()
        try:
            is_over = next(self._steps, _OVER) is _OVER
        finally:
            self._cursor.endEditBlock()
        self._has_begun = True
        self._expected = document.availableUndoSteps()
        if is_over:
            self._end(is_whole=True)
        else:
            self._timer.start(0, self._step)

    def _end(self, *, is_whole: bool) -> None:
        self._editor.setReadOnly(False)
        self._editor.tracker().release()
        self._editor.setTextCursor(self._cursor)
        self._editor.show_caret()
        self._editor.cursorPositionChanged.emit()  # so that commands see that they can go on
        self._done(is_whole)


_OVER = object()


def putting_in(cursor: QTextCursor, leaves: Sequence[Leaf]) -> Iterator[None]:
    """Put lines in at a cursor, some of them in each step."""
    return insertion_steps(cursor, leaves, at_once=_AT_ONCE)


def is_quick(leaves: Sequence[Leaf]) -> bool:
    """Whether lines are few enough to be put in at once without being felt."""
    cells = sum(len(leaf.table.rows) * len(leaf.table.alignments) for leaf in leaves if leaf.table)
    if len(leaves) + cells / _CELLS_TO_A_LINE > _QUICK_LINES:
        return False
    letters = sum(len(getattr(n, "text", "")) for leaf in leaves for n in leaf.content)
    return letters <= _QUICK_CHARACTERS
