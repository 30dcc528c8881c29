"""The slim bar under the formatting bar: what is looked for, how, and what comes of it."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from editor_app.editing.finding import Query
from editor_app.ui.item_list.flow import FlowLayout
from editor_app.ui.look.icons import Icons

_SIDE = 26
_LONGEST_QUERY = 2000


@dataclass(frozen=True, slots=True)
class _Switch:
    """A way to search that can be on or off."""

    name: str
    words: str
    explanation: str


_SWITCHES = (
    _Switch("matchCase", "Match case", "Tell capital letters from small ones"),
    _Switch("wholeWords", "Whole words", "Find whole words, not parts of longer ones"),
    _Switch("ignoreAccents", "Ignore accents", "Find é, è and ê where e is written"),
    _Switch("inSelection", "In selection", "Find in the selected part of the text only"),
    _Switch("expression", "Pattern", "Find what a pattern describes (a regular expression)"),
)


class FindField(QLineEdit):
    """A field whose Enter key goes on instead of ending anything.

    Signals:
        entered: Enter was pressed; True with Shift.
        undo_requested: Ctrl+Z was pressed while what was done last was done to the text.
    """

    entered = Signal(bool)
    undo_requested = Signal()

    def __init__(self, *, name: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setPlaceholderText(words)
        self.setMaxLength(_LONGEST_QUERY)
        self.setMinimumWidth(96)
        self.undoes_text = False
        self.textEdited.connect(self._on_edited)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            event.accept()
        elif self.undoes_text and event.matches(QKeySequence.StandardKey.Undo):
            self.undo_requested.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_edited(self) -> None:
        self.undoes_text = False


class FindBar(QWidget):
    """Asks what is looked for and what is put in its place.

    Signals:
        query_changed: What is looked for, or how, is another.
        selection_toggled: The search is to stay in the selection, or no longer.
        next_requested, previous_requested: Go to another hit.
        replace_requested, replace_all_requested: Put the new words in.
        undo_requested: Take back what was put in.
        closed: The bar was closed.
    """

    query_changed = Signal()
    selection_toggled = Signal(bool)
    next_requested = Signal()
    previous_requested = Signal()
    replace_requested = Signal()
    replace_all_requested = Signal()
    undo_requested = Signal()
    closed = Signal()

    def __init__(self, icons: Icons, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAccessibleName("Find and replace")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.words = FindField(name="findField", words="Find", parent=self)
        self.replacement = FindField(name="replaceField", words="Replace with", parent=self)
        self.count = QLabel(self)
        self.count.setObjectName("findCount")
        self.count.setProperty("look", "hint")
        self.message = QLabel(self)
        self.message.setObjectName("findMessage")
        self.message.setProperty("look", "hint")
        self.message.setWordWrap(True)
        self.switches = {switch.name: self._switch(switch) for switch in _SWITCHES}
        self.previous = self._tool("findPreviousButton", "Previous hit (Shift+F3)")
        self.next = self._tool("findNextButton", "Next hit (F3)")
        self.close_button = self._tool("closeFind", "Close the find bar (Esc)")
        self.replace_one = QPushButton("Replace", self)
        self.replace_every = QPushButton("Replace all", self)
        self._lay_out()
        self._connect()
        for button, name in (
            (self.previous, "chevron-up"),
            (self.next, "chevron-down"),
            (self.close_button, "close"),
        ):
            button.setIcon(icons(name))
        self.show_count("")
        self.show_message("")
        self.hide()

    def query(self) -> Query:
        """Return what is looked for, and how."""
        return Query(
            words=self.words.text(),
            matches_case=self.switches["matchCase"].isChecked(),
            is_whole_word=self.switches["wholeWords"].isChecked(),
            ignores_accents=self.switches["ignoreAccents"].isChecked(),
            is_expression=self.switches["expression"].isChecked(),
        )

    def open(self, words: str, *, with_replace: bool) -> None:
        """Come up, with other words where some are given, ready to be typed over."""
        self._show_replace(is_shown=with_replace)
        self.show_message("")
        self.show()
        if words and not self.switches["expression"].isChecked():
            self.words.setText(words)
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def show_count(self, words: str) -> None:
        """Say how many hits there are."""
        self.count.setText(words)

    def show_message(self, words: str, *, is_problem: bool = False) -> None:
        """Say something in a line of its own, or nothing."""
        self.message.setText(words)
        self.message.setVisible(bool(words))
        self.message.setProperty("tone", "danger" if is_problem else "")
        self.message.style().polish(self.message)

    def show_undo(self, *, is_offered: bool) -> None:
        """Let Ctrl+Z in the fields take back what was put into the text, or be for the fields."""
        self.words.undoes_text = self.replacement.undoes_text = is_offered

    def set_in_selection(self, *, is_on: bool) -> None:
        """Show that the search stays in the selection, without telling of it."""
        switch = self.switches["inSelection"]
        switch.blockSignals(True)  # noqa: FBT003
        switch.setChecked(is_on)
        switch.blockSignals(False)  # noqa: FBT003

    def set_locked(self, *, is_locked: bool) -> None:
        """Offer no replacing where nothing can be written."""
        self.replace_one.setEnabled(not is_locked)
        self.replace_every.setEnabled(not is_locked)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    # ------------------------------------------------------------ parts

    def _switch(self, switch: _Switch) -> QToolButton:
        button = self._tool(switch.name, switch.words)
        button.setText(switch.words)
        button.setToolTip(switch.explanation)
        button.setProperty("look", "words")
        button.setCheckable(True)
        return button

    def _tool(self, name: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAccessibleName(words.partition(" (")[0])
        button.setToolTip(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setIconSize(QSize(15, 15))
        button.setFixedHeight(_SIDE)
        return button

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(2)
        first.addWidget(self.count)
        for button in (self.previous, self.next, self.close_button):
            first.addWidget(button)
        second = QHBoxLayout()
        second.setSpacing(6)
        for name, pressed in (("replaceOne", self.replace_one), ("replaceAll", self.replace_every)):
            pressed.setObjectName(name)
            pressed.setAutoDefault(False)
            pressed.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            pressed.setProperty("look", "quiet")
            second.addWidget(pressed)
        second.addStretch(1)
        layout = QGridLayout(self)
        layout.setContentsMargins(14, 5, 8, 5)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(4)
        layout.addWidget(self.words, 0, 0)
        layout.addLayout(first, 0, 1)
        layout.addWidget(self.replacement, 1, 0)
        layout.addLayout(second, 1, 1)
        layout.addWidget(self._switch_row(), 2, 0, 1, 2)
        layout.addWidget(self.message, 3, 0, 1, 2)
        layout.setColumnStretch(0, 1)
        switches = tuple(self.switches.values())
        order = (self.words, self.replacement, self.replace_one, self.replace_every)
        for before, after in pairwise((*order, self.previous, self.next, *switches)):
            self.setTabOrder(before, after)
        self.setTabOrder(switches[-1], self.close_button)

    def _switch_row(self) -> QWidget:
        """Return the ways to search side by side, in more lines where there is little room."""
        row = QWidget(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        line = FlowLayout(row, gap=2)
        line.setContentsMargins(0, 0, 0, 0)
        for switch in self.switches.values():
            line.addWidget(switch)
        return row

    def _connect(self) -> None:
        self.words.textChanged.connect(self.query_changed)
        for name, switch in self.switches.items():
            switch.toggled.connect(
                self.selection_toggled if name == "inSelection" else self.query_changed
            )
        self.words.entered.connect(self._on_entered)
        self.replacement.entered.connect(lambda _is_back: self.replace_requested.emit())
        for field in (self.words, self.replacement):
            field.undo_requested.connect(self.undo_requested)
        self.next.clicked.connect(self.next_requested)
        self.previous.clicked.connect(self.previous_requested)
        self.replace_one.clicked.connect(self.replace_requested)
        self.replace_every.clicked.connect(self.replace_all_requested)
        self.close_button.clicked.connect(self.closed)

    def _show_replace(self, *, is_shown: bool) -> None:
        for widget in (self.replacement, self.replace_one, self.replace_every):
            widget.setVisible(is_shown)

    @Slot(bool)
    def _on_entered(self, is_back: bool) -> None:  # noqa: FBT001
        (self.previous_requested if is_back else self.next_requested).emit()
