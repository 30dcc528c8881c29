"""The dialog that asks where a link leads: to the web, to mail, or to another item."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from editor_app.body.addresses import is_item_address
from editor_app.ui.editor.forms.addresses import complete_address
from editor_app.ui.editor.forms.sheet import Sheet

_HINT = "https://…, an e-mail address, or words of a headline"
_ROWS = 5
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True)
class ItemChoice:
    """An item of the library that a link can lead to."""

    address: str
    headline: str
    detail: str
    is_out: bool = True  # a page of it is exported, or will be


class ItemFinder(Protocol):
    """Finds items of the library for links."""

    def search(self, words: str) -> Sequence[ItemChoice]:
        """Return the items that fit words best, the open one not among them."""

    def named(self, address: str) -> ItemChoice | None:
        """Return the item that an address leads to, if the library has it."""


class NoItems:
    """Finds no items: what an editor without a library has."""

    def search(self, words: str) -> Sequence[ItemChoice]:
        """Return nothing, whatever the words."""
        del words
        return ()

    def named(self, address: str) -> ItemChoice | None:
        """Return nothing, whatever the address."""
        del address
        return None


class LinkDialog(QDialog):
    """Asks for the words and the address of a link.

    One field takes a web address, an e-mail address, a place (#…) or words of a headline; the items
    that fit are listed under it.

    Signals:
        link_chosen: Carries the words and the complete address.
        link_removed: The words shall stay, the link shall go.
    """

    link_chosen = Signal(str, str)
    link_removed = Signal()

    def __init__(
        self,
        *,
        text: str,
        address: str,
        is_new: bool,
        items: ItemFinder | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._has_words = bool(text)
        self._finder = items or NoItems()
        self._kept = self._finder.named(address) if is_item_address(address) else None
        self._address = address
        self.words = QLineEdit(" ".join(text.split()), self)
        self.words.setReadOnly(self._has_words)
        self.words.setPlaceholderText("The same as the address")
        self.address = QLineEdit(self._kept.headline if self._kept else address, self)
        self.address.setPlaceholderText(_HINT)
        self.address.installEventFilter(self)
        self.items = QListWidget(self)
        self.items.setObjectName("linkItems")
        self.items.setAccessibleName("Items that fit")
        self.items.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.items.setFixedHeight(_ROWS * (self.fontMetrics().height() + 8))
        self._sheet = Sheet(self, name="linkDialog", title="Link", width=520)
        self._sheet.row("Words", self.words, "linkWords")
        self._sheet.row("Leads to", self.address, "linkAddress")
        self._sheet.wide(self.items)
        self._sheet.when_agreed(self._on_agreed)
        if not is_new:
            self._sheet.offer("Remove link", self.link_removed.emit)
        self.address.textChanged.connect(self._on_typed)
        self.items.currentItemChanged.connect(self._on_item_changed)
        self.items.itemDoubleClicked.connect(self._on_item_chosen)
        self._on_typed()
        self.address.selectAll()
        self.address.setFocus()

    # ------------------------------------------------------------ where it leads

    def target(self) -> str:
        """Return the complete address, or an empty string while there is none."""
        typed = self.address.text()
        if self._kept and typed == self._kept.headline and not self._is_listing():
            return self._kept.address
        if is_item_address(typed.strip()):
            return typed.strip()
        if complete := complete_address(typed):
            return complete
        row = self.items.currentRow()
        return "" if row < 0 else str(self.items.item(row).data(Qt.ItemDataRole.UserRole))

    def _is_listing(self) -> bool:
        return self.items.count() > 0

    @Slot()
    def _on_typed(self) -> None:
        typed = self.address.text().strip()
        is_kept = self._kept is not None and typed == self._kept.headline
        is_address = bool(complete_address(typed)) or is_item_address(typed)
        found = () if is_kept or is_address or not typed else self._finder.search(typed)
        self._list(found)
        self._say()

    def _list(self, found: Sequence[ItemChoice]) -> None:
        self.items.clear()
        for choice in found:
            item = QListWidgetItem(f"{choice.headline} · {choice.detail}", self.items)
            item.setToolTip(item.text())
            item.setData(Qt.ItemDataRole.UserRole, choice.address)
        if found:
            self.items.setCurrentRow(0)
        self.items.setVisible(bool(found))

    @Slot()
    def _on_item_changed(self) -> None:
        self._say()

    @Slot()
    def _on_item_chosen(self) -> None:
        self._on_agreed()
        self.accept()

    def _say(self) -> None:
        typed, target = self.address.text().strip(), self.target()
        if not typed:
            self._sheet.say("Write an address, or search for an item.")
        elif not target:
            self._sheet.say("This is no address, and no item has these words.")
        elif is_item_address(target):
            known = self._finder.named(target)
            self._sheet.say(_said_of(known), is_problem=False)
        else:
            words = "" if target == typed else f"Leads to {target}"
            self._sheet.say(words, is_problem=False)

    def _on_agreed(self) -> None:
        target = self.target()
        if not target:
            return
        words = "" if self._has_words else self.words.text().strip()
        if not self._has_words and not words and is_item_address(target):
            known = self._finder.named(target)
            words = known.headline if known else ""
        self.link_chosen.emit(words, target)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk through the list while the words are typed."""
        if watched is self.address and isinstance(event, QKeyEvent) and self._is_listing():
            step = _STEPS.get(Qt.Key(event.key()), 0) if event.type() == QEvent.Type.KeyPress else 0
            if step:
                row = self.items.currentRow() + step
                self.items.setCurrentRow(max(0, min(row, self.items.count() - 1)))
                return True
        return super().eventFilter(watched, event)


def _said_of(item: ItemChoice | None) -> str:
    """Return in words where a link to an item leads."""
    if item is None:
        return "Leads to an item that is not there any more."
    leads = f"Leads to the item “{item.headline}”."
    if item.is_out:
        return leads
    return f"{leads} It is not finished: until it is, the page shows the words without the link."
