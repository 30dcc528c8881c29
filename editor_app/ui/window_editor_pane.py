"""The pane in the middle: the formatting bar over the sheet, or words where no item is open."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor_app.editing.draft import Draft
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.format_bar import FormatBar
from editor_app.ui.fields.header import ItemHeader
from editor_app.ui.trash_bar import TrashBar
from editor_app.ui.window_column import WritingColumn


class EditorPane(QWidget):
    """Shows the open item to be written, or an invitation to open one."""

    def __init__(
        self, bar: FormatBar, header: ItemHeader, body: BodyEditor, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("editorPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bar, self.header, self.body = bar, header, body
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = WritingColumn(header, body, self)
        self.parts = QSplitter(Qt.Orientation.Horizontal, self)
        self.parts.setObjectName("textAndSource")
        self.parts.setChildrenCollapsible(False)
        self.parts.addWidget(self.column)
        self._sheet = QWidget(self)
        self._sheet_parts = QVBoxLayout(self._sheet)
        self._sheet_parts.setContentsMargins(0, 0, 0, 0)
        self._sheet_parts.setSpacing(0)
        self._sheet_parts.addWidget(bar)
        self._sheet_parts.addWidget(self.parts, 1)
        self.invitation, self.invite = self._make_invitation()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._sheet)
        self._stack.addWidget(self.invitation)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.trash_bar = TrashBar(self)
        layout.setSpacing(0)
        layout.addWidget(self.trash_bar)
        layout.addWidget(self._stack, 1)
        self._shown: Draft | None = None
        self.show_sheet(is_shown=False)

    @property
    def shown(self) -> Draft | None:
        """The item as it was when it was put on the sheet."""
        return self._shown

    def show_draft(self, draft: Draft, *, caret: int = 0) -> None:
        """Put another item on the sheet, with the caret in its text."""
        self._shown = draft
        self.header.show_draft(draft)
        self.body.show_body(draft.body, language=draft.item.language)
        self.set_locked(is_locked=draft.item.is_trashed)
        self.show_sheet(is_shown=True)
        self.column.scroll_to(0)
        self.body.set_caret(caret)

    def show_sheet(self, *, is_shown: bool) -> None:
        """Show the sheet, or the invitation; what is not shown is out of the keyboard's reach."""
        shown, hidden = (self._sheet, self.invitation)[:: 1 if is_shown else -1]
        had_focus = _has_focus(hidden)
        shown.setEnabled(True)
        self._stack.setCurrentWidget(shown)
        hidden.setEnabled(False)
        self.trash_bar.setVisible(is_shown and not self.header.isEnabled())
        if had_focus:
            self.take_focus()

    def take_focus(self) -> None:
        """Give the keyboard to the text, or to the button for a new item where none is open."""
        wanted = self.body if self.body.isEnabled() else self.invite
        wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_under_bar(self, widget: QWidget) -> None:
        """Put something between the formatting bar and the sheet."""
        self._sheet_parts.insertWidget(self._sheet_parts.indexOf(self.parts), widget)

    def put_below(self, widget: QWidget) -> None:
        """Put something under the sheet."""
        self._sheet_parts.addWidget(widget)

    def around_text(self) -> list[QWidget]:
        """Return what stands over and under the sheet."""
        found = (self._sheet_parts.itemAt(place) for place in range(self._sheet_parts.count()))
        widgets = (item.widget() for item in found if item is not None)
        return [each for each in widgets if each is not None and each is not self.parts]

    def set_locked(self, *, is_locked: bool) -> None:
        """Let the item be read only, because it lies in the trash."""
        self.header.setEnabled(not is_locked)
        self.body.setReadOnly(is_locked)
        self.bar.setEnabled(not is_locked)
        self.trash_bar.setVisible(is_locked)

    def _make_invitation(self) -> tuple[QWidget, QPushButton]:
        page = QWidget(self)
        words = QLabel("Choose an item in the list, or write a new one.", page)
        words.setProperty("look", "muted")
        button = QPushButton("New item", page)
        button.setProperty("look", "primary")
        button.setAccessibleName("New item")
        layout = QVBoxLayout(page)
        layout.addStretch(2)
        layout.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(12)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        return page, button


def _has_focus(widget: QWidget) -> bool:
    """Return whether the keyboard is inside a widget, or was when its window was left."""
    focused: QWidget | None = widget.window().focusWidget()
    return focused is not None and widget.isAncestorOf(focused)
