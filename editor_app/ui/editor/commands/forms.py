"""The commands that ask something first: all forms of one editor, and whose is meant where."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtWidgets import QDialog
from typing_extensions import override

from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.commands.block_forms import BlockForms
from editor_app.ui.editor.commands.details import Details, details_at
from editor_app.ui.editor.commands.note_forms import NoteForms
from editor_app.ui.editor.commands.word_forms import WordForms
from editor_app.ui.editor.footnotes import footnote_at
from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.lines import line_kind
from editor_app.ui.editor.note_form import NamedActions


class Forms(QObject):
    """Opens the forms of one editor; the focus goes back to the text when one is closed.

    A card or a note opens its form when it is clicked twice.
    """

    def __init__(self, editor: BodyEditor, act_on: Callable[[BodyEditor], NamedActions]) -> None:
        super().__init__(editor)
        self._editor = editor
        self.words = WordForms(editor, self._open)
        self.blocks = BlockForms(editor, self._open)
        self.notes = NoteForms(editor, self._open, act_on)
        editor.viewport().installEventFilter(self)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of these actions does."""
        return {
            **self.words.slots(),
            **self.blocks.slots(),
            **self.notes.slots(),
            "blockDetails": self.open_details,
        }

    def _open(self, form: QDialog) -> None:
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.finished.connect(lambda _result: self._editor.setFocus())
        form.open()

    @Slot()
    def open_details(self) -> None:
        """Open the form of whatever stands at the caret."""
        cursor = self._editor.textCursor()
        found = details_at(cursor)
        if found is not None:
            self._openers()[found]()

    def _openers(self) -> Mapping[Details, Callable[[], object]]:
        return {
            Details.NOTE: self.notes.edit_note,
            Details.LINK: self.words.edit_link,
            Details.ABBREVIATION: self.words.edit_abbreviation,
            Details.WORD_LANGUAGE: self.words.edit_language,
            Details.CARD: self.blocks.edit_card,
            Details.FIGURE: lambda: self.blocks.open_figure(
                self._editor.textCursor().blockNumber()
            ),
            Details.TABLE: self.blocks.edit_table,
            Details.PASSAGE: self.blocks.edit_passage,
        }

    # ------------------------------------------------------------ the mouse

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the form of a card or a note that is clicked twice."""
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonDblClick
            and event.button() == Qt.MouseButton.LeftButton
            and not self._editor.isReadOnly()
        ):
            return self._open_at(event.position().toPoint())
        return super().eventFilter(watched, event)

    def _open_at(self, point: QPoint) -> bool:
        cursor = self._editor.cursorForPosition(point)
        if line_kind(cursor.block()) is Kind.CARD:
            self._editor.setTextCursor(cursor)
            self.blocks.edit_card()
            return True
        placed = footnote_at(cursor)
        if placed is None or not self._is_on(placed.position, point):
            return False
        self.notes.open_note(placed)
        return True

    def _is_on(self, position: int, point: QPoint) -> bool:
        """Whether a point on the screen is on the letter at a position."""
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(position)
        before = self._editor.cursorRect(cursor)
        cursor.setPosition(position + 1)
        after = self._editor.cursorRect(cursor)
        left, right = sorted((before.left(), after.left()))
        return left <= point.x() <= right and before.top() <= point.y() <= before.bottom()
