"""The commands of the text that need the window round it: the place bar, quick insert, links."""

from PySide6.QtWidgets import QToolButton

from editor_app.ui.editor.actions import EditorActions
from editor_app.ui.editor.commands.entries import INSERT_ACTIONS, STYLE_ACTIONS
from editor_app.ui.editor.place_bar import PlaceBar
from editor_app.ui.editor.place_menu import PlaceMenu
from editor_app.ui.editor.quick_insert import QuickInsert
from editor_app.ui.editor.standing import Place
from editor_app.ui.library_items import LibraryItems
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk

_INSERTED = (*(name for names in INSERT_ACTIONS for name in names), "bulletList", "numberedList")


def connect_commands(window: MainWindow, desk: Desk, text: EditorActions) -> None:
    """Show where the caret stands, and let things be put in by their names."""
    pane = window.panes.editor
    bar = PlaceBar(text, parent=pane)
    pane.put_below(bar)
    text.forms.items = LibraryItems(desk.library, desk.session)

    def open_menu(place: Place, button: QToolButton) -> None:
        text.select(place)
        menu = PlaceMenu(place, text, parent=window)
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.open_over(button)

    def open_innermost() -> None:
        if buttons := bar.buttons():
            buttons[-1].click()

    def insert() -> None:
        actions = [text.named(name) for name in (*_INSERTED, *STYLE_ACTIONS)]
        popup = QuickInsert(actions, parent=window)
        body = pane.body
        popup.open_at(body.viewport().mapToGlobal(body.cursorRect().bottomLeft()))

    bar.place_chosen.connect(open_menu)
    text.block_menu_requested.connect(open_innermost)
    text.insert_requested.connect(insert)
