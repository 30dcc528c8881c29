"""Countries: ISO 3166 codes behind names that complete themselves."""

from functools import cache

from babel import Locale
from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from editor_app.ui.details.row import Row
from editor_app.ui.item_list.flow import FlowLayout

_CODE_LENGTH = 2


@cache
def country_names() -> dict[str, str]:
    """Return the names of all countries by code, as the window says them."""
    territories = Locale("en").territories
    return {
        code: name
        for code, name in sorted(territories.items(), key=lambda one: one[1])
        if len(code) == _CODE_LENGTH
        and code.isalpha()
        and code not in {"EU", "EZ", "UN", "ZZ", "QO"}
    }


class CountriesField(QWidget):
    """A chip for each country, and a line to add one by name or code.

    Signals:
        countries_edited: The user changed them; carries the codes as a tuple.
    """

    countries_edited = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._codes: tuple[str, ...] = ()
        self.line = QLineEdit(self)
        self.line.setPlaceholderText("Add a country by name or code")
        self.line.setAccessibleName("Add a country")
        self.line.installEventFilter(self)
        self.line.returnPressed.connect(self._on_entered)
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

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and self.line.completer() is None:
            completer = QCompleter(list(country_names().values()), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.activated.connect(self._on_entered, Qt.ConnectionType.QueuedConnection)
            self.line.setCompleter(completer)
        return False

    def _chip(self, code: str) -> QPushButton:
        name = country_names().get(code, code)
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
        code = code_of(self.line.text())
        if not code:
            return
        self.line.clear()
        if code not in self._codes:
            self._change((*self._codes, code))


def code_of(text: str) -> str:
    """Return the code of a country that is named in words or by its code, or nothing."""
    wanted = text.strip().casefold()
    names = country_names()
    if wanted.upper() in names:
        return wanted.upper()
    return next((code for code, name in names.items() if name.casefold() == wanted), "")


def countries_row(field: str, label: str) -> Row:
    """Return a row for countries."""
    row = Row(field, label)
    control = CountriesField(row)
    row.hold(control, control.show_countries)
    control.countries_edited.connect(row.send)
    return row
