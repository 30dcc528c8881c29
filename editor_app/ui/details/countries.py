"""Countries: ISO 3166 codes behind their names, in English and in the item's language."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from editor_app.editing.list_offers import Offer, country_names, country_offers, named
from editor_app.ui.details.row import Row
from editor_app.ui.fields.name_offers import NameOffers
from editor_app.ui.item_list.flow import FlowLayout


class CountriesField(QWidget):
    """A chip for each country, and a line to add one by name or code.

    Signals:
        countries_edited: The user changed them; carries the codes as a tuple.
    """

    countries_edited = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._codes: tuple[str, ...] = ()
        self._language = "en"
        self.line = QLineEdit(self)
        self.line.setPlaceholderText("Add a country by name or code")
        self.line.setAccessibleName("Add a country")
        self.line.returnPressed.connect(self._on_entered)
        self.offers = NameOffers(self.line, self._offered)
        self.offers.picked.connect(self._on_picked)
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips, gap=5)
        self._flow.setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(self._chips)
        layout.addWidget(self.line)

    def show_countries(self, codes: tuple[str, ...]) -> None:
        """Show countries."""
        if codes == self._codes:
            return
        self._codes = codes
        while (entry := self._flow.takeAt(0)) is not None:
            if (chip := entry.widget()) is not None:
                chip.hide()
                chip.deleteLater()
        for code in codes:
            self._flow.addWidget(self._chip(code))
        self._chips.setVisible(bool(codes))

    def show_language(self, tag: str) -> None:
        """Find countries by their names in a language too."""
        self._language = tag

    def _offered(self) -> Sequence[Offer]:
        return country_offers(self._language)

    def _chip(self, code: str) -> QPushButton:
        name = country_names("en").get(code, code)
        chip = QPushButton(f"{name}  ✕", self._chips)
        chip.setProperty("look", "chip")
        chip.setAccessibleName(f"Remove {name}")
        chip.setToolTip(f"{code}: click to remove")
        chip.clicked.connect(lambda: self._change(tuple(c for c in self._codes if c != code)))
        return chip

    def _change(self, codes: tuple[str, ...]) -> None:
        self.show_countries(codes)
        self.countries_edited.emit(codes)

    @Slot()
    def _on_entered(self) -> None:
        found = named(self._offered(), self.line.text())
        if found is not None:
            self._on_picked(found.value)

    @Slot(str)
    def _on_picked(self, code: str) -> None:
        self.line.clear()
        if code not in self._codes:
            self._change((*self._codes, code))


def countries_row(field: str, label: str) -> Row:
    """Return a row for countries."""
    row = Row(field, label)
    control = CountriesField(row)
    row.hold(control, control.show_countries)
    control.countries_edited.connect(row.send)
    return row
