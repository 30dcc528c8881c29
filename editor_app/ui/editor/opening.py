"""A double click on the caption of a table, which is painted and no text, opens its form."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor
from typing_extensions import override

if TYPE_CHECKING:
    from editor_app.ui.editor.body_editor import BodyEditor

_OPENS = "blockDetails"


class CaptionOpening(QObject):
    """Puts the caret into the table and triggers the command that opens its form."""

    def __init__(self, editor: "BodyEditor") -> None:
        super().__init__(editor)
        self._editor = editor
        editor.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonDblClick
            and event.button() == Qt.MouseButton.LeftButton
        ):
            number = self._editor.caption_under(event.position().toPoint())
            return number is not None and self._open(number)
        return False

    def _open(self, number: int) -> bool:
        editor = self._editor
        editor.setTextCursor(QTextCursor(editor.document().findBlockByNumber(number)))
        for action in editor.actions():
            if action.objectName() == _OPENS and action.isEnabled():
                action.trigger()
                return True
        return False
