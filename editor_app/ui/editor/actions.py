"""The commands of the editor as actions: for the formatting bar, the menus and the keyboard."""

from collections.abc import Callable, Container
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QIcon, QKeySequence, QTextCharFormat, QTextCursor

from editor_app.body.tree import Mark
from editor_app.ui.editor import input_events
from editor_app.ui.editor.blocks import select_unit
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.commands.entries import (
    ENTRIES,
    MARK_ACTIONS,
    NOTE_ACTIONS,
    REFUSALS,
    Entry,
)
from editor_app.ui.editor.commands.forms import Forms
from editor_app.ui.editor.commands.on_text import Command, text_commands
from editor_app.ui.editor.commands.state import Standing, plain_standing, standing_at
from editor_app.ui.editor.formats import mark_format
from editor_app.ui.editor.galleries import make_gallery
from editor_app.ui.editor.marks import (
    adding,
    clear_marks,
    removing,
    toggle_mark,
    typing_marks,
)
from editor_app.ui.editor.standing import Place, places_of, style_words

IconSource = Callable[[str], QIcon]
_OF_READERS = frozenset({"copy", "selectAll"})
_Seen = tuple[int, int, int, bool, bool, bool, QTextCharFormat]


class EditorActions(QObject):
    """All commands of one editor; what is checked and enabled follows the caret.

    The actions are found by their object names, here with `named`. Those with a shortcut work
    wherever the editor has the focus. A small editor can have ``only`` some of them.

    Signals:
        standing_changed: The caret stands somewhere else, or the text there is another.
        insert_requested: The user wants to choose what to put in.
        library_photo_requested: The user wants to put in a photo that the library has.
        gallery_requested: The user wants photos to be put in as a gallery, or into the one there.
        block_menu_requested: The user wants to do something with what the caret stands in.
    """

    standing_changed = Signal()
    insert_requested = Signal()
    library_photo_requested = Signal()
    gallery_requested = Signal()
    block_menu_requested = Signal()

    def __init__(
        self, editor: BodyEditor, icons: IconSource, *, only: Container[str] | None = None
    ) -> None:
        super().__init__(editor)
        self._editor = editor
        self._icons = icons
        self._actions: dict[str, QAction] = {}
        self._entries: list[Entry] = []
        self._seen: _Seen | None = None
        self._shown: tuple[object, ...] | None = None  # what the actions show now, if it is plain
        self.forms = Forms(editor, self._for_notes)
        slots = self._slots()
        for entry in ENTRIES:
            if only is None or entry.name in only:
                self.join(entry, slots[entry.name])
        self._connect()
        self.refresh()

    def named(self, name: str) -> QAction:
        """Return the action with an object name."""
        return self._actions[name]

    def join(self, entry: Entry, slot: Callable[[], object]) -> QAction:
        """Add a command to those of the editor and return its action."""
        action = QAction(entry.text, self)
        action.setObjectName(entry.name)
        action.setCheckable(entry.is_checkable)
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        plain = entry.text.rstrip("…")
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{plain} ({keys})" if keys else plain)
        action.triggered.connect(lambda _checked: self._do(slot))
        if entry.icon:
            action.setIcon(self._icons(entry.icon))
        self._editor.addAction(action)
        self._actions[entry.name] = action
        self._entries.append(entry)
        self._shown = None
        return action

    def show_icons(self, icons: IconSource) -> None:
        """Use other icons, because the colours of the window have changed."""
        self._icons = icons
        for entry in self._entries:
            if entry.icon:
                self._actions[entry.name].setIcon(icons(entry.icon))

    def can_edit(self) -> bool:
        """Whether the text may be changed."""
        return self._editor.isEnabled() and not self._editor.isReadOnly()

    def cursor(self) -> QTextCursor:
        """Return where the caret is and what is selected."""
        return self._editor.textCursor()

    def select(self, place: Place) -> None:
        """Select one of the things the caret stands in."""
        cursor = self._editor.textCursor()
        select_unit(cursor, place.path)
        self._editor.setTextCursor(cursor)

    def places(self) -> tuple[Place, ...]:
        """Return what the caret stands in, from the outside, and its line at the end."""
        return places_of(self._editor.textCursor().block())

    def style_words(self) -> str:
        """Return what the caret's line is called where it has no paragraph style."""
        return style_words(self._editor.textCursor().block())

    def _for_notes(self, editor: BodyEditor) -> "EditorActions":
        made = EditorActions(editor, self._icons, only=NOTE_ACTIONS)
        made.forms.items = self.forms.items
        return made

    def focus_editor(self) -> None:
        """Give the focus back to the text."""
        self._editor.setFocus()

    # ------------------------------------------------------------ what the actions do

    def _do(self, slot: Callable[[], object]) -> None:
        """Do what an action does; whether it is checked then is for the text to say."""
        revision = self._editor.document().revision()
        slot()
        self._shown = None
        self.refresh()
        if self._editor.document().revision() != revision:
            self._editor.show_caret()

    def _slots(self) -> dict[str, Callable[[], object]]:
        editor = self._editor
        commands = text_commands()
        return {
            "undo": editor.undo,
            "redo": editor.redo,
            "clearFormatting": self._on_clear,
            "insertFigure": editor.figure_requested.emit,
            "insertLibraryPhoto": self.library_photo_requested.emit,
            "insertGallery": self._on_gallery,
            "cut": lambda: input_events.cut(editor),
            "copy": editor.copy,
            "paste": editor.paste,
            "pasteAsText": editor.paste_as_text,
            "selectAll": editor.selectAll,
            **{name: partial(self._on_mark, mark) for name, mark in MARK_ACTIONS.items()},
            **{name: partial(self.run, name, command) for name, command in commands.items()},
            **self.forms.slots(),
            "quickInsert": self.insert_requested.emit,
            "blockMenu": self.block_menu_requested.emit,
        }

    def _connect(self) -> None:
        editor = self._editor
        editor.cursorPositionChanged.connect(self._on_changed)
        editor.currentCharFormatChanged.connect(self._on_changed)
        editor.textChanged.connect(self._on_changed)
        editor.selectionChanged.connect(self._on_changed)
        editor.lock_changed.connect(self.refresh)

    def run(self, name: str, command: Command) -> None:
        """Do something to the text where the caret is and show the caret, or say why not."""
        cursor = self._editor.textCursor()
        if command(cursor) is False and name in REFUSALS:
            self._editor.refused.emit(REFUSALS[name])
        self._editor.setTextCursor(cursor)
        self._editor.show_caret()

    def _on_mark(self, mark: Mark) -> None:
        cursor = self._editor.textCursor()
        if cursor.hasSelection():
            toggle_mark(cursor, mark)
        else:
            marks = typing_marks(cursor)
            change = removing(mark) if mark in marks else adding(mark)
            self._editor.setCurrentCharFormat(mark_format(change(marks)))

    def _on_gallery(self) -> None:
        """Make a gallery of the photos that are selected, else ask for photos."""
        cursor = self._editor.textCursor()
        if cursor.hasSelection() and make_gallery(cursor):
            self._editor.setTextCursor(cursor)
        else:
            self.gallery_requested.emit()

    def _on_clear(self) -> None:
        cursor = self._editor.textCursor()
        if cursor.hasSelection():
            clear_marks(cursor)
        else:
            self._editor.setCurrentCharFormat(mark_format(frozenset()))

    # ------------------------------------------------------------ what is checked and enabled

    @Slot()
    def _on_changed(self) -> None:
        """Follow the caret; one key sends several signals, of which the last ones say no more."""
        if self._standing() != self._seen:
            self.refresh()

    def _standing(self) -> _Seen:
        document, cursor = self._editor.document(), self._editor.textCursor()
        return (
            document.revision(),
            cursor.position(),
            cursor.anchor(),
            document.isUndoAvailable(),
            document.isRedoAvailable(),
            self.can_edit(),
            cursor.charFormat(),
        )

    @Slot()
    def refresh(self) -> None:
        """Let what is checked and enabled follow the caret."""
        self._seen = self._standing()
        cursor = self._editor.textCursor()
        plain = plain_standing(cursor)
        shown = None if plain is None else (*plain, *self._seen[3:6], self._editor.isEnabled())
        if shown is None or shown != self._shown:
            self._shown = shown
            self._show(standing_at(cursor))

    def _show(self, standing: Standing) -> None:
        document = self._editor.document()
        for name, is_checked in standing.checked.items():
            if name in self._actions:
                self._actions[name].setChecked(is_checked)
        enabled = dict.fromkeys(self._actions, True) | {
            "undo": document.isUndoAvailable(),
            "redo": document.isRedoAvailable(),
            **standing.enabled,
        }
        if not self.can_edit():
            kept = _OF_READERS if self._editor.isEnabled() else frozenset()
            enabled = {name: is_enabled and name in kept for name, is_enabled in enabled.items()}
        for name, action in self._actions.items():
            action.setEnabled(enabled[name])
        if "blockDetails" in self._actions:  # not in the editor of a note
            self._actions["blockDetails"].setText(standing.details)
            self._actions["unwrapBlock"].setText(standing.unwrap)
            self._actions["insertGallery"].setText(standing.gallery)
        self.standing_changed.emit()
