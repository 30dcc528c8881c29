"""Tables of words read from CSV files and written into them, on a thread."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from editor_app.checks.term_lists import MOST_BYTES
from editor_app.checks.term_tables import TermTable, read_table, table_as_csv
from editor_app.editing.house_changes import HousePage
from editor_app.editing.house_terms import with_records
from editor_app.intake.textfile import read_bytes
from editor_app.model.house import House
from editor_app.store.files import in_words, write_whole
from editor_app.ui.house.terms import TermsPage
from editor_app.ui.messages import Choice, Notices, Report, Tone
from editor_app.ui.wiring_desk import Desk

_CSV = "Tables (*.csv);;All files (*)"


class TermTables(QObject):
    """Reads a file into the table that a page shows, and writes that into a file.

    ``take`` keeps the page of a house with what was read.
    """

    def __init__(
        self,
        page: TermsPage,
        desk: Desk,
        notices: Notices,
        take: Callable[[HousePage, House], None],
    ) -> None:
        super().__init__(page)
        self._page, self._desk, self._notices, self._take = page, desk, notices, take
        page.import_requested.connect(self._on_import)
        page.export_requested.connect(self._on_export)

    @Slot()
    def _on_import(self) -> None:
        dialog = QFileDialog(self._page, "Import a table of words", "", _CSV)
        dialog.setObjectName("importTerms")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._read)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _read(self, name: str) -> None:
        kind, language, file = self._page.kind, self._page.language, Path(name)

        def read() -> TermTable:
            return read_table(kind, read_bytes(file, limit=MOST_BYTES), language)

        def take(found: TermTable) -> None:
            house = self._page.house(self._desk.library.house.get())
            self._take(HousePage.TERMS, with_records(house, kind, found.records))
            self._say(file.name, found)

        self._desk.background.run(read, then=take, failed=self._notices.show_error)

    def _say(self, name: str, found: TermTable) -> None:
        words = f"Read {_rows(len(found.records))} from “{name}”."
        if not found.remarks:
            self._notices.show_notice(words, tone=Tone.GOOD)
            return
        remarks = "\n".join(found.remarks)

        def show() -> None:
            Report("Import", lead=words, words=remarks, parent=self._page).show()

        self._notices.show_notice(
            f"{words} Some were left out.",
            tone=Tone.WARNING,
            choices=[Choice(words="What was left out…", act=show)],
        )

    @Slot()
    def _on_export(self) -> None:
        name = f"{self._page.kind}-{self._page.language}.csv"
        dialog = QFileDialog(self._page, "Export the table of words", name, _CSV)
        dialog.setObjectName("exportTerms")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(self._write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _write(self, name: str) -> None:
        file, records = Path(name), self._page.records()
        content = table_as_csv(self._page.kind, records)

        def write() -> None:
            with in_words(file.parent):
                write_whole(file, content)

        words = f"Wrote {_rows(len(records))} to “{file.name}”."
        self._desk.background.run(
            write,
            then=lambda _: self._notices.show_notice(words, tone=Tone.GOOD),
            failed=self._notices.show_error,
        )


def _rows(number: int) -> str:
    return "1 row" if number == 1 else f"{number:,} rows"
