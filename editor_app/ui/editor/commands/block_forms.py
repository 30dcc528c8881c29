"""The forms of whole blocks: cards, tables, and paragraphs in another language."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog

from editor_app.body.tree import CARD_FIELDS, Card, CardKind, Language
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.cards import PlacedCard, card_at, change_card, insert_card
from editor_app.ui.editor.containers import clear_passage, passage_at, set_passage
from editor_app.ui.editor.forms.card_form import CardForm
from editor_app.ui.editor.forms.language_form import LanguageForm
from editor_app.ui.editor.forms.table_form import TableDetails, TableForm
from editor_app.ui.editor.lines import one_step, table_at
from editor_app.ui.editor.reader import Reader
from editor_app.ui.editor.standing import direction_of
from editor_app.ui.editor.table_details import set_table_details
from editor_app.ui.editor.tables import align_columns

_NO_PASSAGE = "The lines of a box, a pull quote or a card cannot be in another language as a whole."


class BlockForms(QObject):
    """Opens the forms of the blocks at the caret, and of cards to be put in."""

    def __init__(self, editor: BodyEditor, show: Callable[[QDialog], None]) -> None:
        super().__init__(editor)
        self._editor, self._show = editor, show

    # ------------------------------------------------------------ cards

    def add_card(self, kind: CardKind) -> None:
        """Ask what a new card says, then put it where the caret is."""
        cursor = self._editor.textCursor()
        form = CardForm(Card(kind, ("",) * len(CARD_FIELDS[kind])), parent=self._editor)
        form.card_edited.connect(lambda card: self._put_card(cursor, card))
        self._show(form)

    def _put_card(self, cursor: QTextCursor, card: Card) -> None:
        insert_card(cursor, card)
        self._editor.setTextCursor(cursor)
        self._editor.show_caret()

    def edit_card(self) -> None:
        """Ask what the card at the caret says."""
        placed = card_at(self._editor.textCursor().block())
        if placed is None:
            return
        form = CardForm(placed.card, parent=self._editor)
        form.card_edited.connect(lambda card: self._change_card(placed, card))
        self._show(form)

    def _change_card(self, placed: PlacedCard, card: Card) -> None:
        change_card(self._editor.textCursor(), placed, card)

    # ------------------------------------------------------------ tables

    def edit_table(self) -> None:
        """Ask what the table at the caret is about and how it is set."""
        cursor = self._editor.textCursor()
        table = table_at(cursor)
        held = Reader(cursor.document()).table(table).table if table is not None else None
        if held is None:
            return
        form = TableForm(held, parent=self._editor)
        form.table_edited.connect(lambda details: self._change_table(cursor, details))
        self._show(form)

    def _change_table(self, cursor: QTextCursor, details: TableDetails) -> None:
        with one_step(cursor):
            set_table_details(cursor, details.caption, has_header_column=details.has_header_column)
            align_columns(cursor, details.alignments)
        self._editor.show_caret()

    # ------------------------------------------------------------ other languages

    def edit_passage(self) -> None:
        """Ask which language the selected paragraphs, or the passage at the caret, are in."""
        cursor = self._editor.textCursor()
        held = passage_at(cursor)
        form = LanguageForm(
            Language(*held) if held else None,
            title="Language of the paragraphs",
            around=direction_of(self._editor.document()),
            parent=self._editor,
        )
        form.language_chosen.connect(lambda language: self._put_passage(cursor, language))
        form.language_removed.connect(lambda: clear_passage(cursor))
        self._show(form)

    def _put_passage(self, cursor: QTextCursor, language: Language) -> None:
        if not set_passage(cursor, language.tag, language.direction):
            self._editor.refused.emit(_NO_PASSAGE)
