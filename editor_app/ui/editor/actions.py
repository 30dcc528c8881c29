"""The commands of the editor as actions: for the formatting bar, the menus and the keyboard."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QIcon, QKeySequence, QTextCursor
from PySide6.QtWidgets import QApplication

from editor_app.body.tree import Alignment, Link, Mark
from editor_app.ui.editor import input_events, tables
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.clipboard import clipboard_text
from editor_app.ui.editor.figure_form import FigureForm
from editor_app.ui.editor.formats import mark_format
from editor_app.ui.editor.insertion import insert_separator
from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.lines import covered, figure_lines, line_kind, table_at
from editor_app.ui.editor.link_dialog import LinkDialog
from editor_app.ui.editor.lists import list_letter, toggle_list
from editor_app.ui.editor.marks import (
    adding,
    clear_marks,
    link_span,
    removing,
    set_link,
    shared_marks,
    toggle_mark,
    typing_marks,
)
from editor_app.ui.editor.quotes import is_quoted, toggle_quote
from editor_app.ui.editor.styles import can_be_head, set_cross_head, set_paragraph

IconSource = Callable[[str], QIcon]


@dataclass(frozen=True, slots=True)
class _Entry:
    """How one action is called, which icon and keys it has."""

    name: str
    text: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    is_checkable: bool = False


_ENTRIES = (
    _Entry("undo", "Undo", "undo", ("Ctrl+Z",)),
    _Entry("redo", "Redo", "redo", ("Ctrl+Y", "Ctrl+Shift+Z")),
    _Entry("bold", "Bold", "bold", ("Ctrl+B",), is_checkable=True),
    _Entry("italic", "Italic", "italic", ("Ctrl+I",), is_checkable=True),
    _Entry("strike", "Strikethrough", "strike", ("Ctrl+Shift+X",), is_checkable=True),
    _Entry("superscript", "Superscript", "superscript", ("Ctrl+Shift+=",), is_checkable=True),
    _Entry("subscript", "Subscript", "subscript", ("Ctrl+=",), is_checkable=True),
    _Entry("inlineCode", "Code", "code", ("Ctrl+Shift+M",), is_checkable=True),
    _Entry("clearFormatting", "Clear formatting", "", ("Ctrl+Space",)),
    _Entry("link", "Link…", "link", ("Ctrl+K",), is_checkable=True),
    _Entry("bulletList", "Bullets", "bullet-list", ("Ctrl+Shift+L",), is_checkable=True),
    _Entry("numberedList", "Numbers", "numbered-list", ("Ctrl+Shift+7",), is_checkable=True),
    _Entry("quote", "Quote", "quote", ("Ctrl+Shift+Q",), is_checkable=True),
    _Entry("paragraph", "Paragraph", "paragraph", ("Ctrl+Alt+0",), is_checkable=True),
    _Entry("crossHead", "Cross-head 2", "heading", ("Ctrl+Alt+2",), is_checkable=True),
    _Entry("crossHead3", "Cross-head 3", "heading", ("Ctrl+Alt+3",), is_checkable=True),
    _Entry("crossHead4", "Cross-head 4", "heading", ("Ctrl+Alt+4",), is_checkable=True),
    _Entry("insertFigure", "Photo…", "figure", ("Ctrl+Shift+P",)),
    _Entry("figureDetails", "Photo details…", "pencil", ("Alt+Return",)),
    _Entry("insertTable", "Table", "table", ("Ctrl+Shift+T",)),
    _Entry("insertSeparator", "Separator", "separator", ("Ctrl+Shift+-",)),
    _Entry("cut", "Cut"),
    _Entry("copy", "Copy"),
    _Entry("paste", "Paste"),
    _Entry("pasteAsText", "Paste as plain text", "", ("Ctrl+Shift+V",)),
    _Entry("selectAll", "Select all"),
    _Entry("rowAbove", "Add row above"),
    _Entry("rowBelow", "Add row below"),
    _Entry("columnBefore", "Add column before"),
    _Entry("columnAfter", "Add column after"),
    _Entry("alignColumn", "Change the column's side"),
    _Entry("deleteRow", "Delete row"),
    _Entry("deleteColumn", "Delete column"),
    _Entry("deleteTable", "Delete table"),
)

MARK_ACTIONS = {
    "bold": Mark.STRONG,
    "italic": Mark.EMPHASIS,
    "strike": Mark.STRIKE,
    "superscript": Mark.SUPERSCRIPT,
    "subscript": Mark.SUBSCRIPT,
    "inlineCode": Mark.CODE,
}
STYLE_ACTIONS = ("paragraph", "crossHead", "crossHead3", "crossHead4")
_LEVELS = {"crossHead": 2, "crossHead3": 3, "crossHead4": 4}
_NEXT_SIDE = {
    Alignment.NONE: Alignment.CENTRE,
    Alignment.CENTRE: Alignment.RIGHT,
    Alignment.RIGHT: Alignment.LEFT,
    Alignment.LEFT: Alignment.NONE,
}


class EditorActions(QObject):
    """All commands of one editor; what is checked and enabled follows the caret.

    The actions are found by their object names, here with `named`. Those with a shortcut work
    wherever the editor has the focus.
    """

    def __init__(self, editor: BodyEditor, icons: IconSource) -> None:
        super().__init__(editor)
        self._editor = editor
        self._actions: dict[str, QAction] = {}
        for entry in _ENTRIES:
            self._actions[entry.name] = self._make(entry)
        self.show_icons(icons)
        self._connect()
        self.refresh()

    def named(self, name: str) -> QAction:
        """Return the action with an object name."""
        return self._actions[name]

    def show_icons(self, icons: IconSource) -> None:
        """Use other icons, because the colours of the window have changed."""
        for entry in _ENTRIES:
            if entry.icon:
                self._actions[entry.name].setIcon(icons(entry.icon))

    def _make(self, entry: _Entry) -> QAction:
        action = QAction(entry.text, self)
        action.setObjectName(entry.name)
        action.setCheckable(entry.is_checkable)
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        plain = entry.text.rstrip("…")
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{plain} ({keys})" if keys else plain)
        self._editor.addAction(action)
        return action

    def _connect(self) -> None:
        editor = self._editor
        slots: dict[str, Callable[[], None]] = {
            "undo": editor.undo,
            "redo": editor.redo,
            "clearFormatting": self._on_clear,
            "link": self.edit_link,
            "bulletList": lambda: self._run(lambda c: toggle_list(c, is_numbered=False)),
            "numberedList": lambda: self._run(lambda c: toggle_list(c, is_numbered=True)),
            "quote": lambda: self._run(toggle_quote),
            "paragraph": lambda: self._run(set_paragraph),
            "insertFigure": editor.figure_requested.emit,
            "figureDetails": self._on_figure_details,
            "insertTable": lambda: self._run(tables.insert_table),
            "insertSeparator": lambda: self._run(insert_separator),
            "cut": lambda: input_events.cut(editor),
            "copy": editor.copy,
            "paste": editor.paste,
            "pasteAsText": editor.paste_as_text,
            "selectAll": editor.selectAll,
            **self._table_slots(),
        }
        for name, level in _LEVELS.items():
            slots[name] = partial(self._run, partial(set_cross_head, level=level))
        for name, mark in MARK_ACTIONS.items():
            slots[name] = partial(self._on_mark, mark)
        for name, slot in slots.items():
            self._actions[name].triggered.connect(lambda _checked, slot=slot: slot())
        editor.cursorPositionChanged.connect(self.refresh)
        editor.currentCharFormatChanged.connect(self.refresh)
        editor.textChanged.connect(self.refresh)
        editor.selectionChanged.connect(self.refresh)
        editor.link_requested.connect(self.edit_link)
        editor.figure_opened.connect(self.open_figure)

    def _table_slots(self) -> dict[str, Callable[[], None]]:
        return {
            "rowAbove": lambda: self._run(lambda c: tables.add_row(c, below=False)),
            "rowBelow": lambda: self._run(lambda c: tables.add_row(c, below=True)),
            "columnBefore": lambda: self._run(lambda c: tables.add_column(c, after=False)),
            "columnAfter": lambda: self._run(lambda c: tables.add_column(c, after=True)),
            "alignColumn": lambda: self._run(_turn_column),
            "deleteRow": lambda: self._run(tables.delete_row),
            "deleteColumn": lambda: self._run(tables.delete_column),
            "deleteTable": lambda: self._run(tables.delete_table),
        }

    def _run(self, command: Callable[[QTextCursor], None]) -> None:
        cursor = self._editor.textCursor()
        command(cursor)
        self._editor.setTextCursor(cursor)
        self._editor.ensureCursorVisible()
        self.refresh()

    def focus_editor(self) -> None:
        """Give the focus back to the text."""
        self._editor.setFocus()

    # ------------------------------------------------------------ single commands

    def _on_mark(self, mark: Mark) -> None:
        cursor = self._editor.textCursor()
        if cursor.hasSelection():
            toggle_mark(cursor, mark)
        else:
            marks = typing_marks(cursor)
            change = removing(mark) if mark in marks else adding(mark)
            self._editor.setCurrentCharFormat(mark_format(change(marks)))
        self.refresh()

    def _on_clear(self) -> None:
        cursor = self._editor.textCursor()
        if cursor.hasSelection():
            clear_marks(cursor)
        else:
            self._editor.setCurrentCharFormat(mark_format(frozenset()))
        self.refresh()

    def edit_link(self) -> None:
        """Ask for the address of a link at the caret or for the selection."""
        cursor = self._editor.textCursor()
        span = link_span(cursor)
        if span is not None:
            cursor.setPosition(span[0])
            cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        address = span[2].href if span else _address_on_clipboard()
        dialog = LinkDialog(
            text=cursor.selectedText() if cursor.hasSelection() else "",
            address=address,
            is_new=span is None,
            parent=self._editor,
        )
        dialog.link_chosen.connect(lambda text, href: self._put_link(cursor, text, href))
        dialog.link_removed.connect(lambda: self._drop_link(cursor))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self._editor.setFocus())
        dialog.open()
        self.refresh()

    def _put_link(self, cursor: QTextCursor, text: str, href: str) -> None:
        if cursor.hasSelection():
            set_link(cursor, Link(href))
        else:
            marks = typing_marks(cursor) | {Link(href)}
            cursor.insertText(text or href, mark_format(marks))
        cursor.setPosition(cursor.selectionEnd())
        self._editor.setTextCursor(cursor)
        self.refresh()

    def _drop_link(self, cursor: QTextCursor) -> None:
        set_link(cursor, None)
        self.refresh()

    def _on_figure_details(self) -> None:
        self.open_figure(self._editor.textCursor().blockNumber())

    @Slot(int)
    def open_figure(self, number: int) -> None:
        """Open the form of the figure that a text block belongs to."""
        placed = self._editor.figure_at(number)
        if placed is None:
            return
        form = FigureForm(placed.figure, parent=self._editor)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.figure_edited.connect(lambda figure: self._editor.change_figure(placed, figure))
        form.finished.connect(lambda _result: self._editor.setFocus())
        form.open()

    # ------------------------------------------------------------ what is checked and enabled

    @Slot()
    def refresh(self) -> None:
        """Let what is checked and enabled follow the caret."""
        cursor = self._editor.textCursor()
        marks = shared_marks(cursor)
        for name, mark in MARK_ACTIONS.items():
            self._actions[name].setChecked(mark in marks)
        blocks = covered(cursor)
        first = blocks[0]
        kind = line_kind(first)
        self._actions["bulletList"].setChecked(list_letter(first) == "u")
        self._actions["numberedList"].setChecked(list_letter(first) == "o")
        self._actions["quote"].setChecked(is_quoted(first))
        self._actions["paragraph"].setChecked(kind.is_prose)
        for name, level in _LEVELS.items():
            self._actions[name].setChecked(kind.level == level)
        self._actions["link"].setChecked(kind is not Kind.SOURCE and link_span(cursor) is not None)
        self._enable(cursor, is_styled=any(can_be_head(block) for block in blocks[:50]))

    def _enable(self, cursor: QTextCursor, *, is_styled: bool) -> None:
        document = self._editor.document()
        is_locked = line_kind(cursor.block()) is Kind.SOURCE and not cursor.hasSelection()
        is_in_table = table_at(cursor) is not None
        enabled = dict.fromkeys(self._actions, True) | {
            "undo": document.isUndoAvailable(),
            "redo": document.isRedoAvailable(),
            "cut": cursor.hasSelection(),
            "copy": cursor.hasSelection(),
            "link": not is_locked,
            "figureDetails": bool(figure_lines(cursor.block())),
        }
        enabled.update(dict.fromkeys(MARK_ACTIONS, not is_locked))
        enabled.update(dict.fromkeys((*STYLE_ACTIONS, "bulletList", "numberedList"), is_styled))
        enabled.update(dict.fromkeys(input_events.TABLE_ACTIONS, is_in_table))
        for name, is_enabled in enabled.items():
            self._actions[name].setEnabled(is_enabled)
        if self._editor.isReadOnly():
            for name in self._actions.keys() - {"copy", "selectAll"}:
                self._actions[name].setEnabled(False)


def _turn_column(cursor: QTextCursor) -> None:
    tables.align_column(cursor, _NEXT_SIDE[tables.column_alignment(cursor)])


def _address_on_clipboard() -> str:
    """Return the web address on the clipboard, if there is one and nothing else."""
    if QApplication.instance() is None:
        return ""
    text = clipboard_text().strip()
    is_address = text.startswith(("http://", "https://", "mailto:")) and len(text.split()) == 1
    return text if is_address else ""
