"""The forms of what is said of words: where they lead, what they stand for, their language."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QDialog

from editor_app.body.tree import Abbreviation, Language, Link
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.clipboard import clipboard_text
from editor_app.ui.editor.formats import mark_format
from editor_app.ui.editor.forms.abbreviation_form import AbbreviationForm
from editor_app.ui.editor.forms.language_form import LanguageForm
from editor_app.ui.editor.link_dialog import ItemFinder, LinkDialog
from editor_app.ui.editor.marks import select_said, set_link, set_said, typing_marks
from editor_app.ui.editor.standing import direction_of


class WordForms(QObject):
    """Opens the forms of words at the caret or of those selected.

    ``show`` opens a dialog; ``items`` says what finds items for links.
    """

    def __init__(
        self,
        editor: BodyEditor,
        show: Callable[[QDialog], None],
        items: Callable[[], ItemFinder | None],
    ) -> None:
        super().__init__(editor)
        self._editor, self._show, self._items = editor, show, items

    @Slot()
    def edit_link(self) -> None:
        """Ask for the address of a link at the caret or for the selection."""
        cursor = self._editor.textCursor()
        is_chosen = cursor.hasSelection()
        link = select_said(cursor, Link)
        if link is None and not is_chosen:
            cursor = self._editor.textCursor()
        dialog = LinkDialog(
            text=cursor.selectedText() if cursor.hasSelection() else "",
            address=link.href if link else _address_on_clipboard(),
            is_new=link is None,
            items=self._items(),
            parent=self._editor,
        )
        dialog.link_chosen.connect(lambda text, href: self._put_link(cursor, text, href))
        dialog.link_removed.connect(lambda: set_link(cursor, None))
        self._show(dialog)

    def _put_link(self, cursor: QTextCursor, text: str, href: str) -> None:
        if cursor.hasSelection():
            set_link(cursor, Link(href))
        else:
            marks = typing_marks(cursor) | {Link(href)}
            cursor.insertText(text or href, mark_format(marks))
        cursor.setPosition(cursor.selectionEnd())
        self._editor.setTextCursor(cursor)

    @Slot()
    def edit_abbreviation(self) -> None:
        """Ask what the short form at the caret, or the selected one, stands for."""
        cursor = self._editor.textCursor()
        held = select_said(cursor, Abbreviation)
        words = cursor.selectedText().strip()
        if not words:
            self._editor.refused.emit("Select the short form first, or put the caret into it.")
            return
        form = AbbreviationForm(words, held.expansion if held else "", parent=self._editor)
        form.expansion_chosen.connect(
            lambda expansion: set_said(cursor, Abbreviation, Abbreviation(expansion))
        )
        form.abbreviation_removed.connect(lambda: set_said(cursor, Abbreviation, None))
        self._show(form)

    @Slot()
    def edit_language(self) -> None:
        """Ask which language the words at the caret, or the selected ones, are in."""
        cursor = self._editor.textCursor()
        held = select_said(cursor, Language)
        if not cursor.selectedText().strip():
            self._editor.refused.emit("Select the words first, or put the caret into one.")
            return
        form = LanguageForm(
            held,
            title="Language of the words",
            around=direction_of(self._editor.document()),
            parent=self._editor,
        )
        form.language_chosen.connect(lambda language: set_said(cursor, Language, language))
        form.language_removed.connect(lambda: set_said(cursor, Language, None))
        self._show(form)


def _address_on_clipboard() -> str:
    """Return the web address on the clipboard, if there is one and nothing else."""
    if QApplication.instance() is None:
        return ""
    text = clipboard_text().strip()
    is_address = text.startswith(("http://", "https://", "mailto:")) and len(text.split()) == 1
    return text if is_address else ""
