"""One search through everything that can be searched, in slices that nobody feels."""

import time
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from editor_app.editing.errors import FindError
from editor_app.editing.finding import Finder
from editor_app.ui.editor.finding.surfaces import Found, Lines, Surface

Wanted = Callable[[int, Found], bool]
"""Whether a hit in a surface, by its number, counts."""

_FIRST_SLICE = 0.04  # seconds at once before anybody sees anything
_SLICE = 0.012
_LONGEST = 6.0  # seconds of one search
_TOO_LONG = "This text is too long to look through with this expression."


class Place(NamedTuple):
    """A hit and the number of the surface it is in; places compare as the reader meets them."""

    surface: int
    start: int
    found: Found


class Search(QObject):
    """Goes through surfaces line by line and keeps what it finds.

    Signals:
        progressed: There are more hits than before, or the search is over.
    """

    progressed = Signal()

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.places: list[Place] = []
        self.problem = ""
        self._steps: Iterator[None] = iter(())
        self._lines: Lines | None = None
        self._spent = 0.0
        self._is_running = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def is_running(self) -> bool:
        """Whether there may be more to come."""
        return self._is_running

    def start(self, finder: Finder, surfaces: Sequence[Surface], is_wanted: Wanted) -> None:
        """Search surfaces from their start; what was found before is forgotten."""
        if self._lines is None or self._lines.finder is not finder:
            self._lines = Lines(finder)
        self._begin(self._walk(self._lines, tuple(surfaces), is_wanted))

    def stop(self, problem: str = "") -> None:
        """Forget what was found; a problem says why there is nothing."""
        self._begin(iter(()))
        self.problem = problem

    def finish(self) -> None:
        """Search to the end before returning."""
        self._run(_LONGEST)
        self.progressed.emit()

    def after(self, place: Place, length: int) -> int:
        """Return the number of the hit that follows one that was just replaced."""
        found = place.found
        if found.line < 0:
            return self.first_from(place.surface, place.start + length)
        done = (found.line, found.hit.start + length)
        number = self.first_from(place.surface, place.start)
        while number < len(self.places) and self.places[number][:2] == place[:2]:
            if (self.places[number].found.line, self.places[number].found.hit.start) >= done:
                break
            number += 1
        return number

    def first_from(self, surface: int, position: int) -> int:
        """Return the number of the first hit at or after a position, or how many there are."""
        return bisect_left(self.places, (surface, position), key=lambda place: place[:2])

    def number_of(self, surface: int, start: int, end: int) -> int:
        """Return the number of the hit that stands exactly there, or -1."""
        number = self.first_from(surface, start)
        if number < len(self.places):
            place = self.places[number]
            if (place.surface, place.start, place.found.end) == (surface, start, end):
                return number
        return -1

    def _begin(self, steps: Iterator[None]) -> None:
        self.places = []
        self.problem = ""
        self._steps = steps
        self._spent = 0.0
        self._is_running = True
        self._run(_FIRST_SLICE)
        if self._is_running:
            self._timer.start()

    @Slot()
    def _on_timeout(self) -> None:
        self._run(_SLICE)
        self.progressed.emit()

    def _run(self, seconds: float) -> None:
        """Go on for some time."""
        start = time.monotonic()
        while self._is_running and time.monotonic() - start < seconds:
            try:
                next(self._steps)
            except StopIteration:
                self._end()
            except FindError as error:
                self.places = []
                self._end(str(error))
        self._spent += time.monotonic() - start
        if self._is_running and self._spent > _LONGEST:
            self._end(_TOO_LONG)

    def _end(self, problem: str = "") -> None:
        self.problem = problem
        self._is_running = False
        self._timer.stop()

    def _walk(
        self, lines: Lines, surfaces: tuple[Surface, ...], is_wanted: Wanted
    ) -> Iterator[None]:
        for number, surface in enumerate(surfaces):
            block = surface.editor.document().firstBlock()
            while block.isValid():
                self.places += [
                    Place(number, found.start, found)
                    for found in surface.find(block, lines)
                    if is_wanted(number, found)
                ]
                yield
                block = block.next()
