"""Names offered under a line while one is typed, and a row that adds what is new to its list."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit
from typing_extensions import override

from editor_app.editing.list_offers import Offer, matching, named

Offers = Callable[[], Sequence[Offer]]
Split = Callable[[str], tuple[str, str]]
_BRIEF = 40  # letters of a new name in its row


def whole_line(text: str) -> tuple[str, str]:
    """Return what stands before the name that is typed, and the name: here it is all."""
    return "", text


class NameOffers(QCompleter):
    """Offers names of a list to a line; ``split`` tells which part of the line is a name.

    Signals:
        picked: The user chose a name; carries it as the list has it.
        add_requested: The user wants what was typed in the list; carries it.
    """

    picked = Signal(str)
    add_requested = Signal(str)

    def __init__(
        self, line: QLineEdit, offers: Offers, *, adds_to: str = "", split: Split = whole_line
    ) -> None:
        super().__init__(line)
        self._line, self._offers, self._adds_to, self._split = line, offers, adds_to, split
        self._shown: list[Offer | None] = []  # None: the row that adds what was typed
        self._rows = QStringListModel(self)
        self.setModel(self._rows)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        if (popup := self.popup()) is not None:
            popup.setObjectName("nameOffers")
            popup.setAccessibleName("Names to choose from")
        line.textEdited.connect(self._on_typed)  # before the completer hears of it
        line.setCompleter(self)
        self._typed = ""
        chosen = self.activated[QModelIndex]  # type: ignore[index]  # the stubs know one of its kinds
        chosen.connect(self._on_chosen, Qt.ConnectionType.QueuedConnection)

    def offer_all(self) -> None:
        """Show what there is without a letter typed."""
        self._on_typed(self._line.text())
        if self._shown:
            self.complete()

    @override
    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the line with the name in a row put in; the row that adds leaves it as typed."""
        offer = self._shown[index.row()] if index.row() < len(self._shown) else None
        before, typed = self._split(self._typed)
        return f"{before}{offer.value if offer is not None else typed}"

    @override
    def splitPath(self, path: str) -> list[str]:
        return [path]

    def _on_typed(self, text: str) -> None:
        self._typed = text
        _, typed = self._split(text)
        offers = self._offers()
        found = matching(offers, typed) if typed.strip() or not text else []
        self._shown = [*found]
        rows = [offer.shown_for(typed) for offer in found]
        if self._adds_to and typed.strip() and named(offers, typed) is None:
            self._shown.append(None)
            rows.append(f"Add “{_in_brief(typed.strip())}” to the {self._adds_to}")
        if [offer.value for offer in found] == [typed]:  # it is there already
            self._shown, rows = [], []
        self._rows.setStringList(rows)

    def _on_chosen(self, index: QModelIndex) -> None:
        offer = self._shown[index.row()] if 0 <= index.row() < len(self._shown) else None
        if offer is not None:
            self.picked.emit(offer.value)
        elif self._shown:
            self.add_requested.emit(self._split(self._typed)[1].strip())


def _in_brief(name: str) -> str:
    return name if len(name) <= _BRIEF else f"{name[:_BRIEF]}…"
