"""Text from an input method, which may be put together over many events before it is final."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtGui import QInputMethodEvent

from editor_app.ui.editor import input_events

if TYPE_CHECKING:
    from editor_app.ui.editor.body_editor import BodyEditor


class Composition:
    """What an input method writes in one editor.

    The selection goes when composing begins and the text comes when it ends: both are one undo
    step.
    """

    def __init__(self) -> None:
        self._steps_after_deletion = -1

    def begin(self, editor: "BodyEditor", event: QInputMethodEvent) -> bool:
        """Make room for what an event brings; return False where no text may be typed."""
        if not (event.commitString() or event.preeditString()):
            return True
        before = editor.document().availableUndoSteps()
        is_ready = input_events.make_ready(editor)
        after = editor.document().availableUndoSteps()
        if after != before:
            self._steps_after_deletion = after
        return is_ready

    @contextmanager
    def one_step(self, editor: "BodyEditor", event: QInputMethodEvent) -> Iterator[None]:
        """Join the text that is put in here to the deletion that made room for it."""
        steps, cursor = editor.document().availableUndoSteps(), editor.textCursor()
        is_joined = bool(event.commitString()) and steps == self._steps_after_deletion
        if not event.preeditString():
            self._steps_after_deletion = -1
        if is_joined:
            cursor.joinPreviousEditBlock()
        try:
            yield
        finally:
            if is_joined:
                cursor.endEditBlock()
