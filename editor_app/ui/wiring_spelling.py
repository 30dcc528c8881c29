"""Spelling joins the window when that is on the screen: a start does not wait for it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMenu, QMenuBar

from editor_app.editing.changes import Change
from editor_app.ui.editor.spelling.actions import SpellingActions
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk

if TYPE_CHECKING:
    from editor_app.ui.spelling import SpellingCommands

_SOON = 300  # milliseconds after which the text can be written in


def connect_spelling(window: MainWindow, desk: Desk) -> None:
    """Put the Spelling menu into the bar, and let spelling be checked soon.

    It is to hear of another item before the text shows it: of the language first, then the words.
    """
    actions = SpellingActions(window)
    menu = _made_menu(window.menuBar())
    menu.setEnabled(False)
    actions.fill(menu)
    joined: list[SpellingCommands] = []

    def start() -> None:
        from editor_app.ui.spelling import SpellingCommands  # noqa: PLC0415 - costs 25 ms

        commands = SpellingCommands(window, desk, actions)
        commands.start()
        joined.append(commands)
        menu.setEnabled(True)

    def hear(change: Change) -> None:
        for commands in joined:
            commands.hear(change)

    desk.session.subscribe(hear)
    soon = QTimer(window)
    soon.setSingleShot(True)
    soon.timeout.connect(start)
    soon.start(_SOON)
    window.call_after_closing(soon.stop)


def _made_menu(bar: QMenuBar) -> QMenu:
    """Return a new menu, before that of help."""
    menu = QMenu("&Spelling", bar)
    bar.insertMenu(bar.actions()[-1], menu)
    return menu
