"""The commands that ask something first: all forms of one editor, and whose is meant where."""

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QMouseEvent, QTextCursor
from typing_extensions import override

from editor_app.body.tree import CardKind
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.commands.details import Details, details_at
from editor_app.ui.editor.footnotes import footnote_at
from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.lines import line_kind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from editor_app.ui.editor.commands.block_forms import BlockForms
    from editor_app.ui.editor.commands.note_forms import NoteForms
    from editor_app.ui.editor.commands.word_forms import WordForms
    from editor_app.ui.editor.link_dialog import ItemFinder
    from editor_app.ui.editor.note_form import NamedActions


class Forms(QObject):
    """Opens the forms of one editor; the focus goes back to the text when one is closed.

    A card or a note opens its form when it is clicked twice. The forms are loaded when the first
    of their kind is asked for, which the window does not wait for.
    """

    def __init__(self, editor: BodyEditor, act_on: "Callable[[BodyEditor], NamedActions]") -> None:
        super().__init__(editor)
        self._editor, self._act_on = editor, act_on
        self.items: ItemFinder | None = None
        editor.link_requested.connect(self.edit_link)
        editor.viewport().installEventFilter(self)

    @cached_property
    def words(self) -> "WordForms":
        """What opens the forms of words."""
        from editor_app.ui.editor.commands.word_forms import WordForms  # noqa: PLC0415 - see above

        return WordForms(self._editor, self._open, lambda: self.items)

    @cached_property
    def blocks(self) -> "BlockForms":
        """What opens the forms of blocks."""
        from editor_app.ui.editor.commands.block_forms import BlockForms  # noqa: PLC0415

        return BlockForms(self._editor, self._open)

    @cached_property
    def notes(self) -> "NoteForms":
        """What opens the forms of notes."""
        from editor_app.ui.editor.commands.note_forms import NoteForms  # noqa: PLC0415

        return NoteForms(self._editor, self._open, self._act_on)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of these actions does."""
        return {
            "link": self.edit_link,
            "abbreviation": self._edit_abbreviation,
            "wordLanguage": self._edit_word_language,
            "publicationCard": partial(self._add_card, CardKind.PUBLICATION),
            "embedCard": partial(self._add_card, CardKind.EMBED),
            "contactCard": partial(self._add_card, CardKind.CONTACT),
            "tableDetails": self._edit_table,
            "passageLanguage": self._edit_passage,
            "footnote": self._edit_note,
            "footnoteList": self._list_notes,
            "blockDetails": self.open_details,
        }

    @Slot()
    def edit_link(self) -> None:
        """Ask for the address of a link at the caret or for the selection."""
        self.words.edit_link()

    def _edit_abbreviation(self) -> None:
        self.words.edit_abbreviation()

    def _edit_word_language(self) -> None:
        self.words.edit_language()

    def _edit_table(self) -> None:
        self.blocks.edit_table()

    def _edit_passage(self) -> None:
        self.blocks.edit_passage()

    def _edit_note(self) -> None:
        self.notes.edit_note()

    def _list_notes(self) -> None:
        self.notes.list_notes()

    def _edit_card(self) -> None:
        self.blocks.edit_card()

    def _edit_figure(self) -> None:
        self._editor.figure_opened.emit(self._editor.textCursor().blockNumber())

    def _add_card(self, kind: CardKind) -> None:
        self.blocks.add_card(kind)

    def _open(self, form: "QDialog") -> None:
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
            Details.NOTE: self._edit_note,
            Details.LINK: self.edit_link,
            Details.ABBREVIATION: self._edit_abbreviation,
            Details.WORD_LANGUAGE: self._edit_word_language,
            Details.CARD: self._edit_card,
            Details.FIGURE: self._edit_figure,
            Details.TABLE: self._edit_table,
            Details.PASSAGE: self._edit_passage,
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
