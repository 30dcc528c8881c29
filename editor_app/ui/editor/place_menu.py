"""What can be done with one of the things the caret stands in, as a menu."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu, QWidget

from editor_app.body.tree import PullQuote
from editor_app.ui.editor.actions import EditorActions
from editor_app.ui.editor.blocks import (
    can_unwrap,
    duplicate_unit,
    remove_unit,
    turn,
    turning,
    unwrap,
)
from editor_app.ui.editor.commands.entries import STYLE_ACTIONS
from editor_app.ui.editor.lines import line_kind
from editor_app.ui.editor.moving import move_block
from editor_app.ui.editor.paths import Path
from editor_app.ui.editor.standing import Place, taking_out

_TURNED = (*STYLE_ACTIONS, "bulletList", "numberedList", "quote", "factBox")


class PlaceMenu(QMenu):
    """Offers to turn a thing into another, to move, double, remove and unwrap it."""

    def __init__(self, place: Place, actions: EditorActions, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("placeMenu")
        self.setAccessibleName(place.words)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._place, self._actions = place, actions
        cursor = actions.cursor()
        whole = place.path
        if whole or not line_kind(cursor.block()).is_part:
            self._offer_changes(cursor, whole)
        if actions.named("blockDetails").isEnabled():
            self.addSeparator()
            self.addAction(actions.named("blockDetails"))

    def _offer_changes(self, cursor: QTextCursor, whole: Path) -> None:
        """Offer what can be done with a thing that stands for itself, as a caption does not."""
        self._offer_turning(cursor)
        self._offer("Move up", "moveBlockUp", partial(move_block, up=True, whole=whole))
        self._offer("Move down", "moveBlockDown", partial(move_block, up=False, whole=whole))
        self._offer("Duplicate", "duplicateBlock", partial(duplicate_unit, path=whole))
        self._offer("Remove", "removeBlock", partial(remove_unit, path=whole))
        if can_unwrap(whole):
            self.addSeparator()
            self._offer(taking_out(whole), "unwrapBlock", partial(unwrap, path=whole))

    def open_over(self, widget: QWidget) -> None:
        """Show the menu above a widget."""
        corner = widget.mapToGlobal(QPoint(0, 0))
        self.popup(corner - QPoint(0, self.sizeHint().height()))

    def _offer_turning(self, cursor: QTextCursor) -> None:
        path = self._place.path
        if path and path[-1][0] in "qp":
            turned = turning(cursor, path)
            if turned is not None:
                words = "Pull quote" if isinstance(turned, PullQuote) else "Quote"
                self._offer(f"Turn into: {words}", "turnBlock", partial(turn, path=path))
                self.addSeparator()
            return
        offered = [self._actions.named(name) for name in _TURNED]
        if (not path or path[-1][0] in "uoi") and any(each.isEnabled() for each in offered):
            self.addMenu("Turn into").addActions(offered)
            self.addSeparator()

    def _offer(self, words: str, name: str, command: Callable[[QTextCursor], object]) -> None:
        action = QAction(words, self)
        action.setObjectName(f"place-{name}")
        action.setEnabled(self._actions.can_edit())
        action.triggered.connect(lambda: self._actions.run(name, command))
        self.addAction(action)
