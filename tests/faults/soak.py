"""Write in the real window for hours in a few minutes, and see whether it grows or dies.

    python -m tests.faults.soak [--previews 5000] [--minutes 60] [--leak]

For each preview two words are typed, with real keys, and the page waited for; now and then a step
is undone, a word made bold, a tab turned to, another item opened; every tenth time all is exported.
5,000 previews are 10,000 edits and 500 exports. Printed are the memory of the process and of the
browser's processes after warm-up (the first fifth) and at the end, in MB, and what became of the
references to None and True. Ends with 1 where memory grew by a tenth or more, where more references
went than there were edits, or where anything was complained about. ``--leak`` loses memory
on purpose and must end with 1.
"""

import argparse
import gc
import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabWidget

from editor_app import app, clock
from editor_app.export.kit import ExportOptions, export_items
from editor_app.ui.wiring_preview import PreviewUpdater
from tests.faults import templates
from tests.faults.places import Place

MOST_GROWTH = 0.1
_WARM_UP = 0.2  # of all previews
_PATIENCE = 30_000  # milliseconds for one page
_LEAKED = 100_000_000  # bytes, where some are lost on purpose
_WORDS = ("ferry", "quay", "delta", "teh", '"river"', "flood", "night", "(closed)", "don't")
_LONGEST = 3000  # characters; then the text is written anew
_CONTROL = Qt.KeyboardModifier.ControlModifier


def resident(process="self"):
    """Return how many MB of memory a process has."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def of_browser():
    """Return how many MB of memory the processes have that this one, or one of those, started."""
    started, wanted = {}, {str(os.getpid())}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            started[path.parent.name] = path.read_text().rpartition(")")[2].split()[1]
        except OSError:
            continue
    while new := {one for one, parent in started.items() if parent in wanted} - wanted:
        wanted |= new
    return sum(resident(one) for one in wanted - {str(os.getpid())})


@dataclass(frozen=True, slots=True)
class Sample:
    """What was measured after so many previews."""

    previews: int
    own: float
    browser: float
    references: tuple[int, int]

    @classmethod
    def taken(cls, previews):
        """Measure now."""
        gc.collect()
        references = sys.getrefcount(None), sys.getrefcount(True)  # noqa: FBT003
        return cls(previews, resident(), of_browser(), references)


@dataclass(slots=True)
class Soak:
    """One window, and what was done in it."""

    folder: Path
    edits: int = 0
    previews: int = 0
    exports: int = 0
    errors: list = field(default_factory=list)
    samples: list = field(default_factory=list)
    leaked: list = field(default_factory=list)

    def run(self, previews, *, minutes, leaks=False):
        """Open the window, work until so many pages were seen or time is up, and close it."""
        until = time.monotonic() + minutes * 60
        templates.make("export", self.folder)
        place = Place(self.folder)
        window = app.build(place.library, settings=self.folder / "window.ini")
        sys.excepthook = self._on_error
        window.panes.preview.page_failed.connect(self.errors.append)
        with _waiting(window.panes.preview.page_shown):
            window.show()
        updater = window.findChild(PreviewUpdater)
        for number in range(1, previews + 1):
            self._see_a_page(window, number)
            if number % 10 == 0:
                self._export(updater._library, place.site)
            if leaks:
                self.leaked.append(os.urandom(_LEAKED // previews))
            if number % max(1, previews // 200) == 0:
                self.samples.append(Sample.taken(number))
            if time.monotonic() > until:
                break
        window.close()
        QApplication.processEvents()

    def _on_error(self, kind, error, _trace):
        self.errors.append(f"{kind.__name__}: {error}")

    def _see_a_page(self, window, number):
        editor, tabs = window.panes.editor.body, window.findChild(QTabWidget, "sideTabs")
        if number % 25 == 0:
            actions = window.actions_
            (actions.next_item if number % 225 else actions.previous_item).trigger()
        editor.setFocus()
        with _waiting(window.panes.preview.page_shown) as page:
            if number % 7 == 0:
                QTest.keyClick(editor, Qt.Key.Key_Z, _CONTROL)
            if number % 9 == 0:
                QTest.keyClick(editor, Qt.Key.Key_B, _CONTROL)
            if number % 13 == 0:
                QTest.keyClick(editor, Qt.Key.Key_Return)
            if editor.document().characterCount() > _LONGEST:
                QTest.keyClick(editor, Qt.Key.Key_A, _CONTROL)
            for word in range(2):
                QTest.keyClicks(editor, f"{_WORDS[(number + word) % len(_WORDS)]} ")
                self.edits += 1
        self.previews += page.seen
        if number % 50 == 0:
            tabs.setCurrentIndex((tabs.currentIndex() + 1) % tabs.count())
            QApplication.processEvents()
            tabs.setCurrentIndex(0)

    def _export(self, library, site):
        options = ExportOptions(force_reason="a test")
        for _ in export_items(library, None, to=site, options=options, clock=clock.now):
            QApplication.processEvents()
        self.exports += 1


class _waiting:  # noqa: N801 - reads as a word
    """Lets the window work until a signal came after the block, or patience is at its end."""

    def __init__(self, signal):
        self._signal, self._loop, self.seen = signal, QEventLoop(), 0

    def __enter__(self):
        self._signal.connect(self._on_signal)
        return self

    def __exit__(self, *_error):
        if not self.seen:
            limit = QTimer(singleShot=True)
            limit.timeout.connect(self._loop.quit)
            limit.start(_PATIENCE)
            self._loop.exec()
        self._signal.disconnect(self._on_signal)

    def _on_signal(self):
        self.seen = 1
        self._loop.quit()


@dataclass(frozen=True, slots=True)
class Growth:
    """What was held after warm-up and at the end, as the median of some samples."""

    begin: float
    end: float

    @classmethod
    def of(cls, samples, name):
        """Compare the samples around the end of warm-up with the last ones."""
        values = [getattr(one, name) for one in samples]
        some, warm = max(1, len(values) // 20), round(len(values) * _WARM_UP)
        return cls(statistics.median(values[warm : warm + some]), statistics.median(values[-some:]))

    @property
    def share(self):
        """The growth as a share of what was there."""
        return self.end / self.begin - 1 if self.begin else 0.0


def main():
    """Soak, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--previews", type=int, default=5000)
    parser.add_argument("--minutes", type=float, default=24 * 60, help="stop after so long")
    parser.add_argument("--leak", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="standfirst-soak-") as scratch:
        soak = Soak(Path(scratch) / "place")
        soak.run(asked.previews, minutes=asked.minutes, leaks=asked.leak)
    own, browser = Growth.of(soak.samples, "own"), Growth.of(soak.samples, "browser")
    print(f"{soak.edits} edits, {soak.previews} previews, {soak.exports} exports")
    for name, growth in (("window", own), ("browser", browser)):
        print(f"{name:8} {growth.begin:8.1f} MB {growth.end:8.1f} MB {growth.share:+8.1%}")
    warm, last = soak.samples[round(len(soak.samples) * _WARM_UP)], soak.samples[-1]
    gone = [end - begin for begin, end in zip(warm.references, last.references, strict=True)]
    print(f"references to None {gone[0]:+}, to True {gone[1]:+}; {len(soak.errors)} complaints")
    for error in soak.errors[:10]:
        print(f"  {error}")
    is_well = own.share < MOST_GROWTH and min(gone) > -soak.edits and not soak.errors
    return 0 if is_well and soak.previews * 2 == soak.edits else 1


if __name__ == "__main__":
    sys.exit(main())
