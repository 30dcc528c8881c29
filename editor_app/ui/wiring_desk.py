"""What every part of the wiring needs, and the one door through which errors reach the user."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from editor_app.background.threads import Background
from editor_app.editing.autosave import Autosave
from editor_app.editing.session import EditingSession
from editor_app.errors import EditorError
from editor_app.store.library import Library
from editor_app.ui.look.look import Look
from editor_app.ui.messages import Notices
from editor_app.ui.window_memory import WindowMemory

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The objects behind the window, made once by `editor_app.app`."""

    library: Library
    session: EditingSession
    autosave: Autosave
    background: Background
    clock: Callable[[], datetime]
    look: Look
    memory: WindowMemory


def attempt(notices: Notices, work: Callable[[], Result]) -> Result | None:
    """Do work and return what it gives; say in words why it could not be done."""
    try:
        return work()
    except EditorError as error:
        notices.show_error(error)
        return None
