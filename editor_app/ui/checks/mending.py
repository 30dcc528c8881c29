"""Fixes put into the open item, each as one step that can be undone."""

from collections.abc import Callable

from PySide6.QtGui import QTextCursor

from editor_app.checks.applying import Mended, mended
from editor_app.checks.finding import Fix
from editor_app.editing.draft import Draft
from editor_app.editing.errors import NothingOpenError
from editor_app.editing.session import EditingSession
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.counting import units
from editor_app.ui.fields.growing_text import GrowingText

Undo = Callable[[], None]


class Mending:
    """Puts fixes into text and fields.

    What is mended in the text, the headline or the standfirst is undone there by Ctrl+Z too; for
    all other fields, what `mend` returns is the way back.
    """

    def __init__(
        self, session: EditingSession, body: BodyEditor, lines: dict[str, GrowingText]
    ) -> None:
        self._session, self._body, self._lines = session, body, lines

    def mend(self, fix: Fix) -> Undo:
        """Put a fix into the open item, and return what undoes it.

        Raises:
            OutdatedFixError: its words are not there any more.
            NothingOpenError: no item is open.
        """
        before = self._open()
        after = mended(before.item, before.body, fix)
        steps: list[Undo] = []
        if after.body != before.body:
            self._body.apply_body(after.body)
            steps.append(self._body.undo)
        steps += [self._set(name, after) for name in sorted(after.fields)]

        def undo() -> None:
            for step in reversed(steps):
                step()

        return undo

    def _open(self) -> Draft:
        if self._session.draft is None:
            raise NothingOpenError
        return self._session.draft

    def _set(self, name: str, after: Mended) -> Undo:
        value = getattr(after.item, name)
        line = self._lines.get(name)
        if line is not None:
            _retype(line, value)
            return line.undo
        before = getattr(self._open().item, name)
        self._session.edit(**{name: value})
        return lambda: self._session.edit(**{name: before})


def _retype(line: GrowingText, text: str) -> None:
    """Put words into a field as if they were typed, so that its own undo knows of it."""
    old = line.text()
    start = next(
        (at for at, (a, b) in enumerate(zip(old, text, strict=False)) if a != b),
        min(len(old), len(text)),
    )
    room = min(len(old), len(text)) - start
    tail = next((at for at in range(room) if old[-1 - at] != text[-1 - at]), room)
    cursor = QTextCursor(line.document())
    cursor.setPosition(units(old[:start]))
    cursor.setPosition(units(old[: len(old) - tail]), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text[start : len(text) - tail])
