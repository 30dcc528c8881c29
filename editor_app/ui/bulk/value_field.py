"""The field of a bulk change: what many items are to have."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from editor_app.editing import bulk_changes
from editor_app.editing.bulk import BulkChange
from editor_app.editing.languages import offered_languages
from editor_app.model.identity import ItemId
from editor_app.model.status import Status
from editor_app.ui.bulk.actions import BulkKind
from editor_app.ui.fields.choices import read_tags
from editor_app.ui.item_list.words import NAMES

_LABELS = {
    BulkKind.STATUS: "New status",
    BulkKind.SECTION: "New section",
    BulkKind.ADD_TAGS: "Tags to add",
    BulkKind.REMOVE_TAGS: "Tags to remove",
    BulkKind.LANGUAGE: "New language",
}
_TAGS_HINT = "Tags, each with # before it or a comma after it"


class ValueField(QWidget):
    """Asks what items are to have; there is nothing to ask where they only move.

    Signals:
        edited: What is asked for is another.
    """

    edited = Signal()

    def __init__(self, kind: BulkKind, sections: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = kind
        self.choice = QComboBox(self)
        self.line = QLineEdit(self)
        for field, name in ((self.choice, "bulkChoice"), (self.line, "bulkTags")):
            field.setObjectName(name)
            field.setAccessibleName(_LABELS.get(kind, ""))
            field.hide()
        self.line.setPlaceholderText(_TAGS_HINT)
        self._offer(sections)
        label = QLabel(_LABELS.get(kind, ""), self)
        label.setProperty("look", "label")
        shown = self.line if kind in {BulkKind.ADD_TAGS, BulkKind.REMOVE_TAGS} else self.choice
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(label)
        layout.addWidget(shown, 1)
        shown.show()
        self.setFocusProxy(shown)
        self.setVisible(kind in _LABELS)
        self.line.textEdited.connect(self._on_edited)
        self.choice.currentTextChanged.connect(self._on_edited)

    def choose(self, status: Status) -> None:
        """Ask for a status to begin with."""
        self.choice.setCurrentIndex(self.choice.findData(status.value))

    def change(self, *, now: datetime, is_known: Callable[[ItemId], bool]) -> BulkChange | None:
        """Return the change that is asked for, or None while nothing is."""
        made: BulkChange | None = None
        tags = read_tags(self.line.text())
        match self._kind:
            case BulkKind.STATUS:
                made = bulk_changes.to_status(Status(self.choice.currentData()), now=now)
            case BulkKind.SECTION:
                made = bulk_changes.to_section(self.choice.currentText().strip())
            case BulkKind.ADD_TAGS if tags:
                made = bulk_changes.with_tags(tags)
            case BulkKind.REMOVE_TAGS if tags:
                made = bulk_changes.without_tags(tags)
            case BulkKind.LANGUAGE:
                made = bulk_changes.to_language(self.choice.currentData(), is_known=is_known)
            case BulkKind.TRASH:
                made = bulk_changes.to_trash(now=now)
            case BulkKind.RESTORE:
                made = bulk_changes.from_trash()
        return made

    def _offer(self, sections: Sequence[str]) -> None:
        if self._kind is BulkKind.STATUS:
            for status in Status:
                self.choice.addItem(NAMES[status], status.value)
            self.choice.setCurrentIndex(self.choice.findData(Status.IN_REVIEW.value))
        elif self._kind is BulkKind.SECTION:
            self.choice.setEditable(True)
            self.choice.addItems(list(sections))
        elif self._kind is BulkKind.LANGUAGE:
            for one in offered_languages():
                self.choice.addItem(one.name, one.tag)

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit()
