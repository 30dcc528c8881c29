"""The commands that ask something first: each opens a form and does what its answer says."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QDialog

from editor_app.body.tree import Link
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.clipboard import clipboard_text
from editor_app.ui.editor.figure_form import FigureForm
from editor_app.ui.editor.formats import mark_format
from editor_app.ui.editor.link_dialog import LinkDialog
from editor_app.ui.editor.marks import link_span, set_link, typing_marks


class Forms(QObject):
    """Opens the forms of one editor; the focus goes back to the text when one is closed."""

    def __init__(self, editor: BodyEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        editor.link_requested.connect(self.edit_link)
        editor.figure_opened.connect(self.open_figure)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of these actions does."""
        return {
            "link": self.edit_link,
            "blockDetails": self.open_details,
        }

    def _open(self, form: QDialog) -> None:
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.finished.connect(lambda _result: self._editor.setFocus())
        form.open()

    # ------------------------------------------------------------ links

    @Slot()
    def edit_link(self) -> None:
        """Ask for the address of a link at the caret or for the selection."""
        cursor = self._editor.textCursor()
        span = link_span(cursor)
        if span is not None:
            cursor.setPosition(span[0])
            cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        dialog = LinkDialog(
            text=cursor.selectedText() if cursor.hasSelection() else "",
            address=span[2].href if span else _address_on_clipboard(),
            is_new=span is None,
            parent=self._editor,
        )
        dialog.link_chosen.connect(lambda text, href: self._put_link(cursor, text, href))
        dialog.link_removed.connect(lambda: set_link(cursor, None))
        self._open(dialog)

    def _put_link(self, cursor: QTextCursor, text: str, href: str) -> None:
        if cursor.hasSelection():
            set_link(cursor, Link(href))
        else:
            marks = typing_marks(cursor) | {Link(href)}
            cursor.insertText(text or href, mark_format(marks))
        cursor.setPosition(cursor.selectionEnd())
        self._editor.setTextCursor(cursor)

    # ------------------------------------------------------------ what stands at the caret

    @Slot()
    def open_details(self) -> None:
        """Open the form of whatever stands at the caret."""
        self.open_figure(self._editor.textCursor().blockNumber())

    @Slot(int)
    def open_figure(self, number: int) -> None:
        """Open the form of the figure that a text block belongs to."""
        placed = self._editor.figure_at(number)
        if placed is None:
            return
        form = FigureForm(placed.figure, parent=self._editor)
        form.figure_edited.connect(lambda figure: self._editor.change_figure(placed, figure))
        self._open(form)


def _address_on_clipboard() -> str:
    """Return the web address on the clipboard, if there is one and nothing else."""
    if QApplication.instance() is None:
        return ""
    text = clipboard_text().strip()
    is_address = text.startswith(("http://", "https://", "mailto:")) and len(text.split()) == 1
    return text if is_address else ""
