"""Numbers, dates, links and names of two versions side by side, compared as one writes."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from editor_app.background.threads import Background
from editor_app.checks.finding import Place
from editor_app.checks.passage import PlacedPassage
from editor_app.checks.passages import passages_of
from editor_app.checks.untranslated import untranslated
from editor_app.checks.version_differences import only_in
from editor_app.editing.draft import Draft
from editor_app.errors import EditorError
from editor_app.ui.beside.differences import PlaceMarks, Row
from editor_app.ui.beside.following import Following
from editor_app.ui.beside.pane import BesidePane
from editor_app.ui.checks.jumping import Jumps
from editor_app.ui.checks.places import stretch_of
from editor_app.ui.window import MainWindow

if TYPE_CHECKING:
    from editor_app.background.threads import Task


class Comparing(QObject):
    """Lists and marks what only one of two versions says, and leads to both places."""

    def __init__(
        self, window: MainWindow, pane: BesidePane, following: Following, background: Background
    ) -> None:
        super().__init__(pane)
        self._pane, self._following, self._background = pane, following, background
        self._jumps = Jumps(window)
        self._marks = PlaceMarks(window.panes.editor.body, self)
        self._marks_beside = PlaceMarks(pane.body, self)
        self._task: Task[list[Row]] | None = None
        pane.differences.chosen.connect(self._on_chosen)

    def compare(self, written: Draft, read: Draft) -> None:
        """Show the differences between two versions as soon as they are known."""
        if self._task is not None:
            self._task.forget()
        self._task = self._background.run(
            lambda: differing(written, read), then=self._show, failed=self._on_failed
        )

    def end(self) -> None:
        """Show no differences any more."""
        if self._task is not None:
            self._task.forget()
        self._show([])

    def _show(self, rows: list[Row]) -> None:
        self._pane.differences.show_rows(rows)
        self._marks.show([row.difference.place for row in rows if row.is_here])
        self._marks_beside.show([row.difference.place for row in rows if not row.is_here])

    def _on_failed(self, _error: EditorError) -> None:
        """Show nothing: whoever opens the version is told what is wrong with it."""
        self._show([])

    @Slot(object)
    def _on_chosen(self, row: Row) -> None:
        """Go to what is said in one version, and to the place in the other where it would be."""
        place = row.difference.place
        if row.is_here:
            self._jumps.visit(place)
            return
        self._pane.show_text()
        counterpart = -1
        if place.is_in_body:
            counterpart = self._following.counterpart(place.block[0], of_written=False)
        if counterpart >= 0:
            self._jumps.visit(Place("body", (counterpart,), start=0, end=0))
        self._show_beside(place, is_level=counterpart >= 0)

    def _show_beside(self, place: Place, *, is_level: bool) -> None:
        """Choose words of the version that is read; it scrolls where nothing leads it there."""
        body = self._pane.body
        stretch = stretch_of(body, place) if place.is_in_body else None
        if stretch is None:
            self._pane.column.scroll_to(0)
            return
        body.setTextCursor(stretch.cursor(body))
        if not is_level:
            body.show_caret()


def differing(written: Draft, read: Draft) -> list[Row]:
    """Return what only one of two versions says, that of the written one first; for any thread."""
    there = passages_of(read.item, read.body)
    here = passages_of(written.item, written.body)
    same = set(untranslated(here, read.item))
    here = tuple(_in_language(read.item.language, one) if one in same else one for one in here)
    rows = [Row(one, is_here=True) for one in only_in(here, there)]
    return rows + [Row(one, is_here=False) for one in only_in(there, here)]


def _in_language(language: str, placed: PlacedPassage) -> PlacedPassage:
    """Return words that are not translated yet as those of the language that they are in."""
    return replace(placed, passage=replace(placed.passage, language=language))
