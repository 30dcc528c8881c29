"""The question before many photos go: which, how large they are, and what stays."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from editor_app.store.photo_query import PhotoSummary
from editor_app.ui.photos.browser_words import photos_words, tile_name
from editor_app.ui.photos.facts import size_words

_MOST_NAMED = 500
_BUTTON = 132  # pixels; the words of a default button are set bold after they were measured


class SweepQuestion(QDialog):
    """Names the photos that are to go; nothing has happened yet when it opens.

    Signals:
        agreed: The user wants them to go.
    """

    agreed = Signal()

    def __init__(
        self, photos: Sequence[PhotoSummary], *, is_for_good: bool, stay: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sweepQuestion")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = "Empty the trash" if is_for_good else "Move unused photos to the trash"
        self.setWindowTitle(title)
        size = size_words(sum(photo.size for photo in photos))
        self.lead = QLabel(_lead(len(photos), size, is_for_good=is_for_good), self)
        self.lead.setWordWrap(True)
        self.names = self._names_of(photos)
        self.stays = QLabel(_stays(stay, is_for_good=is_for_good), self)
        self.stays.setProperty("look", "muted")
        self.stays.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.lead)
        layout.addWidget(self.names, 1)
        layout.addWidget(self.stays)
        layout.addWidget(self._buttons(is_for_good=is_for_good))
        self.resize(460, 420)

    def _names_of(self, photos: Sequence[PhotoSummary]) -> QListWidget:
        names = QListWidget(self)
        names.setAccessibleName("The photos that are to go")
        names.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        for photo in photos[:_MOST_NAMED]:
            names.addItem(f"{tile_name(photo)}  ·  {size_words(photo.size)}")
        if len(photos) > _MOST_NAMED:
            names.addItem(f"and {len(photos) - _MOST_NAMED:,} more")
        return names

    def _buttons(self, *, is_for_good: bool) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        words = "Delete for good" if is_for_good else "Move to trash"
        agree = buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
        agree.setObjectName("sweepAgree")
        agree.setMinimumWidth(_BUTTON)
        cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        # What cannot be undone is not one careless key away.
        (cancel if is_for_good else agree).setDefault(True)
        (cancel if is_for_good else agree).setFocus()
        buttons.accepted.connect(self.accept)
        buttons.accepted.connect(self.agreed)
        buttons.rejected.connect(self.reject)
        return buttons


def _lead(number: int, size: str, *, is_for_good: bool) -> str:
    if is_for_good:
        verb = "lies" if number == 1 else "lie"
        return f"{photos_words(number)} ({size}) {verb} in the trash. What goes now is gone."
    verb, ending = ("is", "it") if number == 1 else ("are", "them")
    return (
        f"{photos_words(number)} ({size}) {verb} shown by no item. "
        f"You can bring {ending} back until the trash is emptied."
    )


def _stays(number: int, *, is_for_good: bool) -> str:
    if is_for_good:
        return "A photo stays if an item or an earlier version of one still shows it."
    if not number:
        return "There is no other photo in the library."
    verb = "stays, because an item shows it" if number == 1 else "stay, because items show them"
    return f"{photos_words(number)} {verb}; items in the trash count too."
