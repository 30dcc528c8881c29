"""What can be done with the photos that are chosen in the browser: buttons, menu and keys."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from editor_app.ui.look.icons import Icons


class BrowserActions(QObject):
    """The commands over what is chosen; what is offered follows it."""

    def __init__(self, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self.lead = self._make("photoAsLead", "Use as lead photo")
        self.insert = self._make("photoIntoText", "Put into the text")
        self.gallery = self._make("photosAsGallery", "Put in as gallery")
        self.details = self._make("photoDetails", "Photo details…")
        self.export = self._make("photoExport", "Export original…")
        self.trash = self._make("photoTrash", "Move to trash")
        self.restore = self._make("photoRestore", "Restore from trash")
        for action, icon in (
            (self.lead, "figure"),
            (self.insert, "plus"),
            (self.gallery, "table"),
            (self.details, "pencil"),
            (self.export, "export"),
            (self.trash, "trash"),
            (self.restore, "restore"),
        ):
            action.setIcon(icons(icon))
        self.show_chosen(0, is_trash=False, can_use=False)

    def show_chosen(self, number: int, *, is_trash: bool, can_use: bool) -> None:
        """Offer what can be done with so many photos, in the trash or not.

        ``can_use`` says that an item is open which may be edited.
        """
        is_one, is_some = number == 1, number > 0
        self.lead.setEnabled(is_one and can_use and not is_trash)
        self.insert.setEnabled(is_some and can_use and not is_trash)
        self.gallery.setEnabled(number > 1 and can_use and not is_trash)
        self.details.setEnabled(is_one)
        self.export.setEnabled(is_one)
        self.trash.setEnabled(is_some and not is_trash)
        self.trash.setVisible(not is_trash)
        self.restore.setEnabled(is_some and is_trash)
        self.restore.setVisible(is_trash)

    def all(self) -> tuple[QAction, ...]:
        """Return every command, in the order of the buttons."""
        return (
            *(self.lead, self.insert, self.details, self.gallery),
            *(self.export, self.trash, self.restore),
        )

    def fill(self, menu: QMenu) -> None:
        """Put what can be done now into a menu."""
        for action in self.all():
            if action.isVisible():
                menu.addAction(action)

    def _make(self, name: str, words: str) -> QAction:
        action = QAction(words, self)
        action.setObjectName(name)
        return action


def button_for(action: QAction, parent: QWidget) -> QPushButton:
    """Return a button that does what an action does, and is enabled when that is."""
    button = QPushButton(action.icon(), action.text(), parent)
    button.setObjectName(f"{action.objectName()}Button")
    button.setAccessibleName(action.text())
    button.setAutoDefault(False)
    button.clicked.connect(action.trigger)
    action.changed.connect(partial(_follow, button, action))
    _follow(button, action)
    return button


def _follow(button: QPushButton, action: QAction) -> None:
    button.setEnabled(action.isEnabled())
    button.setVisible(action.isVisible())
