"""Who publishes the pages and where, as the export dialog says it; the house style changes it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from editor_app.model.house import House

_NOBODY = House()


class HouseLine(QWidget):
    """A sentence on the house, with a warning while its name or address is still to be said.

    Signals:
        house_requested: The user wants to change the house style.
    """

    house_requested = Signal()

    def __init__(self, house: House, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = QLabel(house_words(house), self)
        self.words.setObjectName("exportHouse")
        self.words.setAccessibleName("Organisation and web address")
        self.words.setProperty("look", "warning" if _is_to_be_said(house) else "hint")
        self.words.setWordWrap(True)
        self.change = QPushButton("House style…", self)
        self.change.setObjectName("exportHouseStyle")
        self.change.setAccessibleName("Change the house style")
        self.change.setAutoDefault(False)
        self.change.clicked.connect(self.house_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.change)


def house_words(house: House) -> str:
    """Return who publishes the pages and where they will be."""
    place = house.address.removeprefix("https://").rstrip("/")
    said = f"The pages say “{house.organisation}” and lead to {place}."
    return f"{said} Set your own first." if _is_to_be_said(house) else said


def _is_to_be_said(house: House) -> bool:
    return house.organisation == _NOBODY.organisation or house.address == _NOBODY.address
