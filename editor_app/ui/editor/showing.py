"""Another text in the editor, laid out no further than it shows."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor_app.body.tree import Body
from editor_app.ui.editor.document import fill
from editor_app.ui.editor.leaves import Line


def put_in(editor: QTextEdit, body: Body) -> list[Line]:
    """Fill the editor's document with body, the caret at its start; return its lines.

    The caret would go with the text to its end, and all would be laid out to say where that is.
    """
    with QSignalBlocker(editor):
        editor.setTextCursor(QTextCursor())
        lines = fill(editor.document(), body)
        editor.setTextCursor(QTextCursor(editor.document()))
    return lines
