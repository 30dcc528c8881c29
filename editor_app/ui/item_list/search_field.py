"""The field that searches as one types: offers for its fields, and what was searched before."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget
from typing_extensions import override

from editor_app.ui.look.icons import Icons

if TYPE_CHECKING:  # there is nothing to offer before the library is open
    from editor_app.store.query_offers import Offers

_SHORTEST = 2  # letters of a name before it is offered
_MOST_KEPT = 20  # searches
_LONGEST_KEPT = 200  # letters
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})

Offer = Callable[[str, int], "Offers"]
"""Returns what the piece before a caret in a text can become."""


class SearchField(QLineEdit):
    """A line of search words and fields.

    Up goes to what was searched before, Down back, and from there into the list. While offers are
    up, the arrows choose one, Return takes it.

    Signals:
        focused: The keyboard came to the field.
        list_requested: The user wants to go on to what was found.
        history_edited: Another search is remembered; carries all of them, the newest first.
    """

    focused = Signal()
    list_requested = Signal()
    history_edited = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchField")
        self.setAccessibleName("Search items")
        self.setPlaceholderText("Search headlines, text, tags…")
        self.setToolTip("Words, “phrases”, -without, or section: tag: status: from: missing: …")
        self.setClearButtonEnabled(True)
        self.addAction(icons("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._offer: Offer | None = None
        self._offered: Offers | None = None
        self._history: list[str] = []
        self._at = -1  # in the history; before its first is what is being typed
        self._unfinished = ""
        self._texts = QStringListModel(self)
        self._completer = QCompleter(self._texts, self)
        self._completer.setWidget(self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.offers = QListView()
        self.offers.setObjectName("searchOffers")
        self.offers.setAccessibleName("Offers for the search")
        self._completer.setPopup(self.offers)
        self._completer.activated.connect(self._on_offer_taken)
        self.textEdited.connect(self._on_text_edited)
        self.textChanged.connect(self._on_text_changed)

    def use(self, offer: Offer) -> None:
        """Offer what can be typed on."""
        self._offer = offer

    def show_history(self, searches: Sequence[str]) -> None:
        """Let Up go to these searches, the newest first."""
        self._history = list(searches)[:_MOST_KEPT]

    @property
    def is_offering(self) -> bool:
        """Whether offers are up."""
        return self.offers.isVisible()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_offering and self._leaves_to_offers(event):
            event.ignore()
            return
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Up:
            self._walk(by=1)
        elif key == Qt.Key.Key_Down and self._at >= 0:
            self._walk(by=-1)
        elif key == Qt.Key.Key_Down or key in _ENTER:
            self._remember()
            self.list_requested.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self._remember()
            self.clear()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.offers.hide()
            self._remember()

    def _leaves_to_offers(self, event: QKeyEvent) -> bool:
        """Return whether a key is for the offers that are up; put them away where it is not."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Escape, Qt.Key.Key_Tab}:
            return True
        if key not in _ENTER:
            return False
        if self.offers.currentIndex().isValid():
            return True
        self.offers.hide()
        return False

    def _walk(self, *, by: int) -> None:
        """Show another search of the history, or at its end what was being typed."""
        place = self._at + by
        if place >= len(self._history):
            return
        if self._at < 0:
            self._unfinished = self.text()
            if place < len(self._history) - 1 and self._history[place] == self._unfinished:
                place += 1
        words = self._unfinished if place < 0 else self._history[place]
        self.setText(words)
        self._at = place

    def _remember(self) -> None:
        words = self.text().strip()
        if not words or len(words) > _LONGEST_KEPT or self._history[:1] == [words]:
            return
        others = [one for one in self._history if one != words]
        self._history = [words, *others][:_MOST_KEPT]
        self._at = -1
        self.history_edited.emit(tuple(self._history))

    @Slot(str)
    def _on_text_changed(self, _text: str) -> None:
        self._at = -1

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        self._offered = self._offer(text, self.cursorPosition()) if self._offer else None
        texts = self._texts_of(text)
        self._texts.setStringList(texts)
        if texts:
            self._completer.complete()
        else:
            self.offers.hide()

    def _texts_of(self, text: str) -> list[str]:
        """Return what is offered, if it says more than what is typed."""
        offered = self._offered
        if offered is None or offered.end - offered.start < _SHORTEST:
            return []
        typed = text[offered.start : offered.end].casefold()
        return [one.strip() for one in offered.texts if one.strip().casefold() != typed]

    @Slot(str)
    def _on_offer_taken(self, chosen: str) -> None:
        offered = self._offered
        if offered is None:
            return
        taken = next((one for one in offered.texts if one.strip() == chosen), chosen)
        text, caret = self.text(), offered.start + len(taken)
        self.setText(text[: offered.start] + taken + text[offered.end :].lstrip())
        self.setCursorPosition(caret)
        if taken.endswith(":"):
            self._on_text_edited(self.text())
