"""Who publishes the pages and where: asked in the export dialog, until it is known."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QLineEdit, QWidget

from editor_app.model.house import House

_NOBODY = House()
_STILL_TO_SAY = (
    f"Until both are filled in, the pages say “{_NOBODY.organisation}” and lead to"
    f" {_NOBODY.address.removeprefix('https://').rstrip('/')}."
)
_LEAD_ON = "Where a page moved or was withdrawn, leave one that leads on"


class HouseFields:
    """Fields for the organisation's name and web address, and a warning while one is missing."""

    def __init__(self, house: House, parent: QWidget) -> None:
        self._house = house
        self.address = QLineEdit(_given(house.address, _NOBODY.address), parent)
        self.address.setObjectName("exportAddress")
        self.address.setAccessibleName("Web address of the site")
        self.address.setPlaceholderText("Where the folder is uploaded to: https://…")
        self.organisation = QLineEdit(_given(house.organisation, _NOBODY.organisation), parent)
        self.organisation.setObjectName("exportOrganisation")
        self.organisation.setAccessibleName("Name of the organisation")
        self.organisation.setPlaceholderText("As it stands at the head of every page")
        self.redirects = QCheckBox(_LEAD_ON, parent)
        self.redirects.setObjectName("exportRedirects")
        self.redirects.setAccessibleName(_LEAD_ON)
        self.redirects.setChecked(house.leaves_redirects)
        self.warning = QLabel(_STILL_TO_SAY, parent)
        self.warning.setObjectName("exportWarning")
        self.warning.setProperty("look", "warning")
        self.warning.setWordWrap(True)
        for field in (self.address, self.organisation):
            field.textChanged.connect(self._show_warning)
        self._show_warning()

    def lay_out(self, form: QFormLayout) -> None:
        """Add the fields to a form."""
        form.addRow(_label("Web address", self.address), self.address)
        form.addRow(_label("Organisation", self.organisation), self.organisation)
        form.addRow("", self.redirects)
        form.addRow("", self.warning)

    def house(self) -> House:
        """Return the house with what the fields say; an empty one changes nothing."""
        return replace(
            self._house,
            address=self.address.text().strip() or self._house.address,
            organisation=self.organisation.text().strip() or self._house.organisation,
            leaves_redirects=self.redirects.isChecked(),
        )

    def _show_warning(self) -> None:
        is_given = self.address.text().strip() and self.organisation.text().strip()
        self.warning.setVisible(not is_given)


def _given(words: str, nobodys: str) -> str:
    """Return words that somebody gave, and nothing for those a new library begins with."""
    return "" if words == nobodys else words


def _label(words: str, field: QLineEdit) -> QLabel:
    label = QLabel(words, field.parentWidget())
    label.setProperty("look", "label")
    label.setBuddy(field)
    return label
