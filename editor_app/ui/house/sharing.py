"""The whole house style written into one file, and taken over from one after a look at it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from editor_app.editing.house_differences import differences
from editor_app.export.house_file import write_house
from editor_app.intake.house_file import HouseFile, read_house
from editor_app.model.house import House
from editor_app.ui.house.window import HouseWindow
from editor_app.ui.messages import Choice, Report, Tone
from editor_app.ui.wiring_desk import Desk

_ZIP = "House styles (*.zip);;All files (*)"
_NAME = "house-style.zip"


class HouseSharing(QObject):
    """Lets a house go out and come in; ``take_over`` keeps one and returns what was there."""

    def __init__(
        self,
        shown: HouseWindow,
        desk: Desk,
        *,
        house: Callable[[], House],
        take_over: Callable[[House], House | None],
    ) -> None:
        super().__init__(shown)
        self._shown, self._desk = shown, desk
        self._house, self._take_over = house, take_over
        shown.bring_in.clicked.connect(self._on_import)
        shown.write_out.clicked.connect(self._on_export)

    @Slot()
    def _on_export(self) -> None:
        dialog = QFileDialog(self._shown, "Export the house style", _NAME, _ZIP)
        dialog.setObjectName("exportHouse")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.fileSelected.connect(self._write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _write(self, name: str) -> None:
        words = f"The house style was written to “{Path(name).name}”."
        notices = self._shown.notices
        self._desk.background.run(
            partial(write_house, self._house(), Path(name)),
            then=lambda _: notices.show_notice(words, tone=Tone.GOOD),
            failed=notices.show_error,
        )

    @Slot()
    def _on_import(self) -> None:
        dialog = QFileDialog(self._shown, "Import a house style", "", _ZIP)
        dialog.setObjectName("importHouse")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._read)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _read(self, name: str) -> None:
        house = self._house()
        self._desk.background.run(
            partial(read_house, Path(name), house),
            then=partial(self._offer, Path(name).name, house),
            failed=self._shown.notices.show_error,
        )

    def _offer(self, name: str, house: House, found: HouseFile) -> None:
        """Show what would be another, and take it over if the user wants that."""
        changes = differences(house, found.house)
        lead = f"“{name}” would change this:" if changes else f"“{name}” changes nothing."
        words = "\n".join([*changes, *(("",) if found.remarks else ()), *found.remarks])
        sheet = Report("Import a house style", lead=lead, words=words, parent=self._shown)
        if changes:
            sheet.offer(Choice(words="Take over", act=partial(self._take, name, found.house)))
        sheet.show()

    def _take(self, name: str, house: House) -> None:
        before = self._take_over(house)
        if before is not None:
            self._shown.notices.show_notice(
                f"The house style of “{name}” was taken over.",
                tone=Tone.GOOD,
                choices=[Choice(words="Undo", act=partial(self._undo, before))],
            )

    def _undo(self, before: House) -> None:
        if self._take_over(before) is not None:
            self._shown.notices.show_notice("The house style is as it was before.")
