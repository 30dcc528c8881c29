"""How the text is shown: how large, alone on the screen, with its hidden characters."""

from editor_app.ui.editor.invisibles import Invisibles
from editor_app.ui.editor.zoom import Zoom
from editor_app.ui.focus_mode import FocusMode
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk


def connect_reading(window: MainWindow, desk: Desk) -> None:
    """Let the View menu change how the text is shown, and remember it."""
    actions, memory = window.actions_, desk.memory
    panes = window.panes.editor
    zoom = Zoom(panes.body)
    zoom.changed.connect(panes.header.show_zoom)
    zoom.changed.connect(memory.keep_zoom)
    zoom.show_level(memory.zoom)
    actions.zoom_in.triggered.connect(zoom.larger)
    actions.zoom_out.triggered.connect(zoom.smaller)
    actions.zoom_reset.triggered.connect(zoom.usual)

    focus = FocusMode(window)
    actions.focus_mode.toggled.connect(lambda is_on: focus.show_mode(is_on=is_on))
    focus.toggled.connect(actions.focus_mode.setChecked)
    window.call_after_closing(lambda: focus.show_mode(is_on=False))

    invisibles = Invisibles(panes.body)
    actions.show_hidden.toggled.connect(lambda is_on: invisibles.show_all(is_on=is_on))
    actions.show_hidden.toggled.connect(memory.keep_hidden_characters)
    actions.show_hidden.setChecked(memory.has_hidden_characters)
