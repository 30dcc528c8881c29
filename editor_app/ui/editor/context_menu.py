"""The context menu of the text: what can be done where it was opened."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit

from editor_app.ui.editor.commands.entries import (
    BLOCK_ACTIONS,
    COLUMN_ACTIONS,
    FIGURE_ACTIONS,
    INSERT_ACTIONS,
    ROW_ACTIONS,
    WHOLE_TABLE_ACTIONS,
)
from editor_app.ui.editor.lines import figure_lines

if TYPE_CHECKING:
    from editor_app.ui.editor.body_editor import BodyEditor

_FIRST = (
    ("undo", "redo"),
    ("cut", "copy", "paste", "pasteAsText"),
    ("link", "unlink", "blockDetails"),
)
_TABLE = (("Row", ROW_ACTIONS), ("Column", COLUMN_ACTIONS), ("Table", WHOLE_TABLE_ACTIONS))


def open_context_menu(editor: "BodyEditor", point: QPoint, on_screen: QPoint) -> None:
    """Open the menu for a point of an editor; the caret goes there from outside a selection."""
    menu = QMenu(editor)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    under = editor.cursorForPosition(point)
    chosen = editor.textCursor()
    if not chosen.selectionStart() <= under.position() <= chosen.selectionEnd():
        editor.setTextCursor(under)
    for source in editor.hooks.menu:
        if offered := source(under):
            menu.addActions(list(offered))
            menu.addSeparator()
    fill_context_menu(menu, editor, editor.textCursor())
    for source in editor.hooks.menu_end:
        menu.addSeparator()
        menu.addActions(list(source(under)))
    menu.popup(on_screen)


def fill_context_menu(menu: QMenu, editor: QTextEdit, cursor: QTextCursor) -> None:
    """Put in what can be done where a cursor stands, by the names of the editor's own actions."""
    named = {action.objectName(): action for action in editor.actions()}

    def add(to: QMenu, groups: Sequence[Sequence[str]]) -> None:
        for names in groups:
            found: list[QAction] = [
                named[name] for name in names if name in named and _is_offered(named[name])
            ]
            if found and not to.isEmpty():
                to.addSeparator()
            to.addActions(found)

    add(menu, _FIRST)
    if cursor.currentTable() is not None:
        menu.addSeparator()
        for words, names in _TABLE:
            add(menu.addMenu(words), (names,))
    if "moveBlockUp" in named:
        menu.addSeparator()
        if figure_lines(cursor.block()):
            add(menu.addMenu("Photo"), (FIGURE_ACTIONS,))
        add(menu.addMenu("Insert"), INSERT_ACTIONS)
        add(menu.addMenu("Block"), (BLOCK_ACTIONS,))
    add(menu, (("selectAll",),))


def _is_offered(action: QAction) -> bool:
    """Whether an action has a place in the menu: some only where there is something for them."""
    return action.isEnabled() or action.objectName() not in {"blockDetails", "unlink"}
