"""Notes: written in a form, changed, and listed."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog

from editor_app.body.tree import Content
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.footnotes import (
    PlacedFootnote,
    can_take_footnote,
    change_footnote,
    delete_footnote,
    footnote_at,
    insert_footnote,
)
from editor_app.ui.editor.note_form import NamedActions, NoteForm
from editor_app.ui.editor.note_list import NoteList

_NO_NOTE = "A note can stand in text, a list, a table or a caption, but not here."


class NoteForms(QObject):
    """Opens the form of a note and the list of all notes.

    ``act_on`` gives a small editor its commands.
    """

    def __init__(
        self,
        editor: BodyEditor,
        show: Callable[[QDialog], None],
        act_on: Callable[[BodyEditor], NamedActions],
    ) -> None:
        super().__init__(editor)
        self._editor, self._show, self._act_on = editor, show, act_on
        self._list: NoteList | None = None

    def edit_note(self) -> None:
        """Ask for the words of the note at the caret, or of a new one."""
        cursor = self._editor.textCursor()
        if (placed := footnote_at(cursor)) is not None:
            self.open_note(placed)
        elif can_take_footnote(cursor):
            form = NoteForm((), self._act_on, is_new=True, parent=self._editor)
            form.note_chosen.connect(lambda content: self._put_in(cursor, content))
            self._show(form)
        else:
            self._editor.refused.emit(_NO_NOTE)

    def open_note(self, placed: PlacedFootnote) -> None:
        """Ask for the words of a note that is there."""
        cursor = self._editor.textCursor()
        form = NoteForm(placed.footnote.content, self._act_on, is_new=False, parent=self._editor)
        form.note_chosen.connect(lambda content: change_footnote(cursor, placed, content))
        form.note_removed.connect(lambda: delete_footnote(cursor, placed))
        self._show(form)

    def _put_in(self, cursor: QTextCursor, content: Content) -> None:
        insert_footnote(cursor, content)
        self._editor.setTextCursor(cursor)

    def list_notes(self) -> None:
        """Show the list of all notes beside the text, or bring it to the front."""
        if self._list is None:
            self._list = shown = NoteList(self._editor)
            shown.note_requested.connect(self._go_to)
            shown.note_opened.connect(self.open_note)
            shown.note_removed.connect(
                lambda placed: delete_footnote(self._editor.textCursor(), placed)
            )
        self._list.show_notes()
        self._list.show()
        self._list.raise_()

    def _go_to(self, placed: PlacedFootnote) -> None:
        cursor = self._editor.textCursor()
        cursor.setPosition(placed.position)
        cursor.setPosition(placed.position + 1, QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
        self._editor.show_caret()
