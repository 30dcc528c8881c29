"""The form of one entry of a managed list."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from editor_app.model.item import Contact, Publication
from editor_app.model.lists import (
    Donor,
    Label,
    ListedBoilerplate,
    ListedProject,
    ListKind,
    Record,
)
from editor_app.ui.details import kinds
from editor_app.ui.lists.parts import CheckPart, FormPart, LinePart, PhotoPart, ShownPicture
from editor_app.ui.lists.said_part import SaidPart, TextsPart
from editor_app.ui.look.icons import Icons

_BLANK: dict[ListKind, Record] = {
    ListKind.SECTION: Label(name=""),
    ListKind.TAG: Label(name=""),
    ListKind.CONTACT: Contact(name=""),
    ListKind.PROJECT: ListedProject(name=""),
    ListKind.DONOR: Donor(name=""),
    ListKind.BOILERPLATE: ListedBoilerplate(name=""),
    ListKind.PUBLICATION: Publication(title=""),
}
_LABELS = "Names in other languages"


class EntryForm(QScrollArea):
    """Shows the fields of one entry and gives back the record that they make.

    Signals:
        edited: The user changed something.
        photo_requested: The user wants to choose a photo; carries the `PhotoPart` it is for.
    """

    edited = Signal()
    photo_requested = Signal(object)

    def __init__(
        self, kind: ListKind, icons: Icons, picture: ShownPicture, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self._icons, self._picture = icons, picture
        self.setObjectName(f"{kind}Form")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(self)
        self.parts = self._make_parts(inside)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(12)
        for part in self.parts.values():
            part.edited.connect(self.edited)
            if isinstance(part, PhotoPart):
                part.photo_requested.connect(self._on_photo_requested)
            layout.addWidget(part)
        layout.addStretch(1)
        self.setWidget(inside)
        self._shown = _BLANK[kind]
        self.show_record(self._shown)

    @property
    def is_edited(self) -> bool:
        """Whether the user has changed what was shown."""
        return self.record() != self._shown

    def record(self) -> Record:
        """Return what the fields say."""
        fields: dict[str, Any] = {name: part.value() for name, part in self.parts.items()}
        return replace(self._shown, **fields)

    def show_record(self, record: Record | None) -> None:
        """Show a record; None shows empty fields for a new one."""
        self._shown = record if record is not None else _BLANK[self.kind]
        for name, part in self.parts.items():
            part.show_value(getattr(self._shown, name))
        self._shown = self.record()  # as the fields hold it: blanks around words are no change

    def offer_donors(self, names: Sequence[str]) -> None:
        """Offer the donors of the list to a project."""
        part = self.parts.get("donor")
        if isinstance(part, LinePart):
            part.offer(names)

    def start(self) -> None:
        """Let the user write the name."""
        first = next(iter(self.parts.values()))
        if isinstance(first, LinePart):
            first.line.setFocus()
            first.line.selectAll()

    @Slot()
    def _on_photo_requested(self) -> None:
        self.photo_requested.emit(self.sender())

    def _make_parts(self, parent: QWidget) -> dict[str, FormPart]:
        make = {
            ListKind.SECTION: self._label_parts,
            ListKind.TAG: self._label_parts,
            ListKind.CONTACT: self._contact_parts,
            ListKind.PROJECT: self._project_parts,
            ListKind.DONOR: self._donor_parts,
            ListKind.BOILERPLATE: self._boilerplate_parts,
            ListKind.PUBLICATION: self._publication_parts,
        }[self.kind]
        return make(parent)

    def _label_parts(self, parent: QWidget) -> dict[str, FormPart]:
        return {
            "name": LinePart("Name", parent),
            "labels": SaidPart(_LABELS, self._icons, parent),
        }

    def _contact_parts(self, parent: QWidget) -> dict[str, FormPart]:
        return {
            "name": LinePart("Name", parent),
            "role": LinePart("Role", parent),
            "email": LinePart("E-mail", parent),
            "phone": LinePart("Phone", parent),
        }

    def _project_parts(self, parent: QWidget) -> dict[str, FormPart]:
        return {
            "name": LinePart("Title", parent),
            "donor": LinePart("Donor", parent),
            "labels": SaidPart("Titles in other languages", self._icons, parent),
        }

    def _donor_parts(self, parent: QWidget) -> dict[str, FormPart]:
        return {
            "name": LinePart("Name", parent),
            "labels": SaidPart(_LABELS, self._icons, parent),
            "statements": SaidPart("What has to be said", self._icons, parent, shape="area"),
            "disclaimers": SaidPart("Disclaimer", self._icons, parent, shape="area"),
            "is_mandatory": CheckPart("An item must not go out without these words", parent),
            "emblem": PhotoPart("Emblem", parent, picture=self._picture),
            "emblem_alt": LinePart("Alt text of the emblem", parent),
        }

    def _boilerplate_parts(self, parent: QWidget) -> dict[str, FormPart]:
        return {
            "name": LinePart("Name in this list", parent),
            "texts": TextsPart("Words", self._icons, parent),
        }

    def _publication_parts(self, parent: QWidget) -> dict[str, FormPart]:
        lines: dict[str, FormPart] = {
            part.field: LinePart(part.label, parent, read=part.read, write=part.write)
            for part in kinds.PUBLICATION.parts
        }
        return lines | {"cover": PhotoPart("Cover", parent, picture=self._picture)}
