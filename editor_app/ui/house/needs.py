"""The page of lists: what an item of each type must have, whose words are mandatory, the lists."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from editor_app.editing.house_changes import HousePage
from editor_app.model.house import House
from editor_app.model.house_style import Need
from editor_app.model.lists import Donor, Entry
from editor_app.ui.details.pane import CONTENT_TYPES
from editor_app.ui.house.form import HouseForm

_FIELDS: Mapping[str, str] = {
    "contacts": "Contacts",
    "boilerplates": "Boilerplate",
    "projects": "Project",
    "tags": "Tags",
    "countries": "Countries",
}


class NeedsPage(HouseForm):
    """A box for each type of item and field; under them one for each donor.

    Signals:
        lists_requested: The window of lists is to be opened.
        donor_ticked: The words of a donor are mandatory, or not; carries its `Entry` and which.
    """

    lists_requested = Signal()
    donor_ticked = Signal(object, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(HousePage.NEEDS, parent)
        self.boxes: dict[tuple[str, str], QCheckBox] = {}
        self.donors: list[QCheckBox] = []
        self._entries: tuple[Entry, ...] = ()
        self.add_heading("What an item must have")
        self.column.addLayout(self._make_grid())
        self.add_heading("Donors")
        self._donor_hint = self.add_hint("")
        self._of_donors = QVBoxLayout()
        self._of_donors.setSpacing(4)
        self.column.addLayout(self._of_donors)
        self.add_heading("Lists")
        self.add_hint(
            "Sections, tags, contacts, projects, donors, boilerplates and publications are kept in"
            " lists of their own, in the order in which they are offered."
        )
        self.lists = QPushButton("Open the lists…", self.inside)
        self.lists.setObjectName("openLists")
        self.lists.setAccessibleName("Open the lists")
        self.lists.setAutoDefault(False)
        self.lists.clicked.connect(self.lists_requested)
        self.column.addWidget(self.lists, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.show_donors(())

    @override
    def show_house(self, house: House) -> None:
        """Show what a house says."""
        needed = {
            (need.content_type.casefold(), field)
            for need in house.style.needs
            for field in need.fields
        }
        for key, box in self.boxes.items():
            box.setChecked(key in needed)

    @override
    def house(self, over: House) -> House:
        """Return a house with what is ticked; needs that are not shown here stay."""
        fields: dict[str, list[str]] = {}
        for need in over.style.needs:
            kind = need.content_type.casefold()
            others = [one for one in need.fields if (kind, one) not in self.boxes]
            fields.setdefault(kind, []).extend(others)
        for (kind, field), box in self.boxes.items():
            if box.isChecked():
                fields.setdefault(kind, []).append(field)
        needs = (
            Need(content_type=kind, fields=tuple(dict.fromkeys(names)))
            for kind, names in fields.items()
            if names
        )
        return replace(over, style=replace(over.style, needs=tuple(needs)))

    def show_donors(self, entries: Sequence[Entry]) -> None:
        """Show the donors of the list, each with whether its words are mandatory."""
        donors = tuple(one for one in entries if isinstance(one.record, Donor))
        if donors != self._entries:
            self._entries = donors
            for box in self.donors:
                box.hide()
                box.deleteLater()
            self.donors = [self._donor_box(one) for one in donors]
        self._donor_hint.setText(
            "An item about a project that one of these pays for must not go out without its words:"
            if donors
            else "There are no donors in the lists yet."
        )

    def _donor_box(self, entry: Entry) -> QCheckBox:
        box = QCheckBox(entry.name, self.inside)
        box.setAccessibleName(f"The words of {entry.name} are mandatory")
        box.setChecked(isinstance(entry.record, Donor) and entry.record.is_mandatory)
        box.clicked.connect(lambda is_ticked: self.donor_ticked.emit(entry, is_ticked))
        self._of_donors.addWidget(box)
        return box

    def _make_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        for column, title in enumerate(_FIELDS.values(), start=1):
            label = QLabel(title, self.inside)
            label.setProperty("look", "label")
            grid.addWidget(label, 0, column)
        for row, kind in enumerate(CONTENT_TYPES, start=1):
            words = f"{kind[0].upper()}{kind[1:]}"
            grid.addWidget(QLabel(words, self.inside), row, 0)
            for column, (field, title) in enumerate(_FIELDS.items(), start=1):
                box = QCheckBox(self.inside)
                box.setAccessibleName(f"{words}: {title}")
                box.clicked.connect(lambda: self.edited.emit(""))
                self.boxes[kind, field] = box
                grid.addWidget(box, row, column)
        grid.setColumnStretch(len(_FIELDS) + 1, 1)
        return grid
