"""The row of boilerplates: texts of the house that stand under the item, picked from their list."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.editing.languages import language
from editor_app.editing.list_offers import Offer, named
from editor_app.model.item import Boilerplate
from editor_app.model.lists import ListKind
from editor_app.ui.details.records import ListsAtHand
from editor_app.ui.details.row import Row
from editor_app.ui.fields.name_offers import NameOffers
from editor_app.ui.look.icons import Icons

Newer = Callable[[Boilerplate], Boilerplate | None]


class BoilerplateCard(QFrame):
    """One boilerplate as it stands in the item; its words are the house's and not edited here.

    Signals:
        removed: The user wants to take it out.
        renewed: The user wants the words that the list has now.
    """

    removed = Signal()
    renewed = Signal()

    def __init__(self, boilerplate: Boilerplate, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        heading = boilerplate.heading or boilerplate.name
        head, words = QLabel(heading, self), QLabel(boilerplate.text, self)
        for label in (head, words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head.setProperty("look", "heading")
        note = QLabel(_note(boilerplate), self)
        note.setProperty("look", "hint")
        self.renew = QPushButton("Take the newer words", self)
        self.renew.setAccessibleName(f"Take the newer words of {heading}")
        self.renew.clicked.connect(self.renewed)
        self.renew.hide()
        remove = QToolButton(self)
        remove.setIcon(icons("trash"))
        remove.setAccessibleName(f"Remove {heading}")
        remove.setToolTip("Remove this boilerplate")
        remove.clicked.connect(self.removed)
        column = QVBoxLayout()
        column.setSpacing(4)
        for widget in (head, words, note):
            column.addWidget(widget)
        column.addWidget(self.renew, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 10, 6, 10)
        layout.addLayout(column, 1)
        layout.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)


class BoilerplatesField(QWidget):
    """The boilerplates of the item, and a line to add one by name.

    Signals:
        boilerplates_edited: The user changed them; carries them as a tuple.
    """

    boilerplates_edited = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._lists: ListsAtHand | None = None
        self._newer: Newer = lambda _: None
        self._shown: tuple[Boilerplate, ...] = ()
        self.cards: list[BoilerplateCard] = []
        self.line = QLineEdit(self)
        self.line.setPlaceholderText("Add a boilerplate by its name")
        self.line.setAccessibleName("Add a boilerplate")
        self.line.returnPressed.connect(self._on_entered)
        self.offers = NameOffers(self.line, self._offered)
        self.offers.picked.connect(self._on_picked)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._layout.addWidget(self.line)

    def take_lists(self, lists: ListsAtHand, newer: Newer) -> None:
        """Offer the boilerplates of the house, and tell by newer where the list has other words."""
        self._lists, self._newer = lists, newer
        self.show_lists()

    def show_boilerplates(self, boilerplates: Sequence[Boilerplate]) -> None:
        """Show boilerplates."""
        if tuple(boilerplates) != self._shown:
            self._shown = tuple(boilerplates)
            self._fill()
        self.show_lists()

    def show_lists(self) -> None:
        """Offer newer words where there are some."""
        for card, one in zip(self.cards, self._shown, strict=True):
            card.renew.setVisible(self._newer(one) is not None)

    def _fill(self) -> None:
        for card in self.cards:
            self._layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [BoilerplateCard(one, self._icons, self) for one in self._shown]
        for number, card in enumerate(self.cards):
            card.removed.connect(partial(self._on_removed, number))
            card.renewed.connect(partial(self._on_renewed, number))
            self._layout.insertWidget(number, card)

    def _change(self, boilerplates: tuple[Boilerplate, ...]) -> None:
        self.show_boilerplates(boilerplates)
        self.boilerplates_edited.emit(boilerplates)

    def _offered(self) -> Sequence[Offer]:
        return self._lists.offers(ListKind.BOILERPLATE) if self._lists is not None else ()

    @Slot()
    def _on_entered(self) -> None:
        found = named(self._offered(), self.line.text())
        if found is not None:
            self._on_picked(found.value)

    @Slot(str)
    def _on_picked(self, name: str) -> None:
        made = self._lists.filled(ListKind.BOILERPLATE, name, None) if self._lists else None
        if not isinstance(made, Boilerplate):
            return
        self.line.clear()
        if made.name not in {one.name for one in self._shown}:
            self._change((*self._shown, made))

    def _on_removed(self, number: int) -> None:
        self._change(self._shown[:number] + self._shown[number + 1 :])
        self.line.setFocus()

    def _on_renewed(self, number: int) -> None:
        newer = self._newer(self._shown[number])
        if newer is not None:
            self._change((*self._shown[:number], newer, *self._shown[number + 1 :]))


def boilerplates_row(field: str, label: str, icons: Icons) -> Row:
    """Return a row for boilerplates."""
    row = Row(field, label)
    control = BoilerplatesField(icons, row)
    row.hold(control, control.show_boilerplates)
    control.boilerplates_edited.connect(row.send)
    return row


def _note(boilerplate: Boilerplate) -> str:
    name = language(boilerplate.language).name if boilerplate.language else ""
    version = f"version {boilerplate.version}" if boilerplate.version else ""
    words = ", ".join(part for part in (name, version) if part)
    return words[:1].upper() + words[1:]
