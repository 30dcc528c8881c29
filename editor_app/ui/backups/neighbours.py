"""What lies round the library: strange databases in its folder, and the drive it lies on."""

from functools import partial
from pathlib import Path

from editor_app.store.drives import is_on_network
from editor_app.store.library import Library
from editor_app.store.surroundings import conflict_copies
from editor_app.ui.backups.comparing import StrangeCopy
from editor_app.ui.messages import Choice, Tone
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk
from editor_app.ui.wiring_items import ItemCommands

_SAID_NETWORK = "network-drive-said"


class Neighbours:
    """Looks round the library once after the start, on a thread, and says what it found."""

    def __init__(self, window: MainWindow, desk: Desk, items: ItemCommands) -> None:
        self._window, self._desk, self._items = window, desk, items

    def look(self) -> None:
        """Look, and say what is to be known."""
        library = self._desk.library
        self._desk.background.run(
            lambda: _round(library), then=self._tell, failed=self._window.notices.show_error
        )

    def _compare(self, copy: Path) -> None:
        """Show what a strange database has that the library lacks."""
        shown = StrangeCopy(self._desk, copy, parent=self._window)
        shown.taken.connect(self._items.show_list_anew)
        shown.show()
        shown.begin()

    def _tell(self, found: tuple[tuple[Path, ...], bool]) -> None:
        copies, is_far = found
        if copies:
            names = ", ".join(f"“{one.name}”" for one in copies)
            verb = "is another database" if len(copies) == 1 else "are other databases"
            self._window.notices.show_notice(
                f"In the library's folder there {verb}: {names}. A program that keeps folders in "
                "step may have made it of two versions.",
                tone=Tone.WARNING,
                choices=[Choice(words="Compare…", act=partial(self._compare, copies[0]))],
            )
        elif is_far and not self._desk.memory.text(_SAID_NETWORK):
            self._desk.memory.keep_text(_SAID_NETWORK, "said")
            self._window.notices.show_notice(
                "This library lies on a network drive. Let only one computer at a time work in it; "
                "a second place for backups on this computer's own disk is a good idea."
            )


def _round(library: Library) -> tuple[tuple[Path, ...], bool]:
    return conflict_copies(library.folder), is_on_network(library.folder)
