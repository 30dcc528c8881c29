"""What stands in place of the rows where there are none: why, and what to do."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from editor_app.editing.narrowing import without
from editor_app.store.query import ItemQuery
from editor_app.store.query_text import filters_of
from editor_app.ui.item_list.filter_words import filter_name

_MOST = 4  # filters that have a button of their own
_LONGEST = 60  # letters of a search that are repeated


class NothingShown(QWidget):
    """Says what stands in the way, and takes it away at a click.

    Signals:
        query_edited: The user took away what stands in the way; carries the new query.
        clear_requested: The user wants to see everything again.
        new_requested: The user wants to write the first item.
    """

    query_edited = Signal(object)
    clear_requested = Signal()
    new_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nothingShown")
        self.words = QLabel(self)
        self.words.setObjectName("noItems")
        self.words.setProperty("look", "muted")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.fewer: list[QPushButton] = []
        self.clear = _button("Show all items", self)
        self.clear.clicked.connect(self.clear_requested)
        self.new = _button("Write the first item", self)
        self.new.clicked.connect(self.new_requested)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(24, 36, 24, 24)
        self._layout.setSpacing(14)
        self._layout.addWidget(self.words)
        for button in (self.clear, self.new):
            self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._layout.addStretch(1)

    def show_query(self, query: ItemQuery, *, why: str = "") -> None:
        """Say why there are no rows; ``why`` is a reason that the library knows of."""
        self.words.setText(" ".join(part for part in (_said(query), why) if part))
        for button in self.fewer:
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.fewer = [self._without(words, fewer) for words, fewer in _ways_on(query)]
        is_empty = not (query.is_narrowed or query.is_trashed)
        self.new.setVisible(is_empty)
        self.clear.setVisible(not is_empty)

    def _without(self, words: str, fewer: ItemQuery) -> QPushButton:
        button = _button(words, self)
        button.setObjectName("takeAway")
        button.clicked.connect(partial(self._on_fewer_clicked, fewer))
        place = self._layout.indexOf(self.clear)
        self._layout.insertWidget(place, button, 0, Qt.AlignmentFlag.AlignHCenter)
        return button

    def _on_fewer_clicked(self, fewer: ItemQuery, _is_on: object = None) -> None:
        self.query_edited.emit(fewer)


def _button(words: str, parent: QWidget) -> QPushButton:
    button = QPushButton(words.replace("&", "&&"), parent)
    button.setAccessibleName(words)
    button.setAutoDefault(False)
    return button


def _said(query: ItemQuery) -> str:
    search = query.search.strip()
    if search:
        short = search if len(search) <= _LONGEST else f"{search[:_LONGEST]}…"
        return f"Nothing found for “{short}”."
    if query.is_narrowed:
        return "No item is like this."
    if query.is_trashed:
        return "The trash is empty."
    return "No items yet. Write one, or drop a text file here."


def _ways_on(query: ItemQuery) -> list[tuple[str, ItemQuery]]:
    """Return what to take away, one thing each, where more than one stands in the way."""
    filters = filters_of(query)
    if len(filters) + bool(query.search.strip()) <= 1:
        return []
    ways = [(f"Without “{filter_name(one)}”", without(query, [one])) for one in filters[:_MOST]]
    if query.search.strip():
        ways.append(("Without the words", replace(query, search="")))
    return ways
