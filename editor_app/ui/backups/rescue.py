"""A library that cannot be opened at all: the newest whole backup is offered in its place."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QVBoxLayout

from editor_app.editing.upkeep import place_in
from editor_app.errors import EditorError
from editor_app.store.backups.keeping import Backup, newest_whole
from editor_app.store.backups.restoring import restore
from editor_app.store.names import BACKUPS_NAME
from editor_app.ui.backups.at_work import SECOND
from editor_app.ui.backups.words import items
from editor_app.ui.history.words import moment_words
from editor_app.ui.look.look import Look
from editor_app.ui.photos.facts import size_words
from editor_app.ui.window_memory import WindowMemory

_BUTTON = 170  # pixels; the words of a default button are set bold after they were measured


class RescueDialog(QDialog):
    """Says that a library is damaged, and what can be brought back."""

    def __init__(self, error: EditorError, backup: Backup, *, folder: Path, now: datetime) -> None:
        super().__init__()
        self.setObjectName("rescueDialog")
        self.setWindowTitle("Standfirst")
        moment = moment_words(backup.made_at, now=now)
        at = f"at {moment}" if "," not in moment else f"on {moment}".replace("on yest", "yest")
        number, size = items(backup.manifest().items), size_words(backup.size)
        self.words = QLabel(
            f"{error.message}\n\nThe newest whole backup was made {at} "
            f"({number}, {size}{_where(backup, folder)}). The damaged database is kept in the "
            f"folder “{BACKUPS_NAME}”.",
            self,
        )
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        self.agree = buttons.addButton("Bring it back", QDialogButtonBox.ButtonRole.AcceptRole)
        self.agree.setObjectName("rescueAgree")
        self.agree.setMinimumWidth(_BUTTON)
        self.agree.setDefault(True)
        leave = buttons.addButton("Quit", QDialogButtonBox.ButtonRole.RejectRole)
        leave.setObjectName("rescueQuit")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(18)
        layout.addWidget(self.words)
        layout.addWidget(buttons)
        self.setMinimumWidth(500)


def places_of(folder: Path, settings: Path) -> tuple[Path, ...]:
    """Return where the backups of a library lie: in it, and in the second place if one is named."""
    second = WindowMemory(settings, folder).text(SECOND)
    own = folder / BACKUPS_NAME
    return (own, place_in(Path(second), folder)) if second else (own,)


def rescue(
    running: QApplication,
    folder: Path,
    error: EditorError,
    *,
    places: Sequence[Path],
    clock: Callable[[], datetime],
) -> bool:
    """Offer the newest whole backup of a damaged library; return whether it was brought back.

    Raises:
        LibraryError: it could not be brought back; nothing was changed.
    """
    backup = newest_whole(places)
    if backup is None:
        return False
    look = Look(running)
    dialog = RescueDialog(error, backup, folder=folder, now=clock())
    dialog.setStyleSheet(look.style_sheet())
    is_wanted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    look.let_go()
    if is_wanted:
        restore(folder, backup.path, clock=clock)
    return is_wanted


def _where(backup: Backup, folder: Path) -> str:
    """Return where a backup lies, if that is not in the library itself."""
    place = backup.path.parent
    return "" if place == folder / BACKUPS_NAME else f", in {place}"
