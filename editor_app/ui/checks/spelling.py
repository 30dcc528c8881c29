"""How many words of an item are in no dictionary, by what the proofreader knows already."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from editor_app.body.tree import Language, Mark
from editor_app.checks.passage import Kind, Passage
from editor_app.checks.passages import passages_of
from editor_app.editing.draft import Draft
from editor_app.ui.editor.spelling.proofreader import Proofreader
from editor_app.ui.editor.spelling.verdicts import Stretch

_FIELDS = frozenset({"headline", "standfirst"})
_UNCHECKED = frozenset({Kind.SOURCE, Kind.CARD, Kind.ALT})
_GATHER = 400  # milliseconds in which answers of the dictionaries gather


class SpellingCount(QObject):
    """Counts what is marked in the text, the headline and the standfirst.

    Signals:
        changed: More is known of the words: count again.
    """

    changed = Signal()

    def __init__(self, proofreader: Proofreader, parent: QObject) -> None:
        super().__init__(parent)
        self._proofreader = proofreader
        self._known: dict[Passage, int] = {}  # of passages whose words are all known
        self._soon = QTimer(self, singleShot=True, interval=_GATHER)
        self._soon.timeout.connect(self.changed)
        proofreader.learned.connect(self._soon.start)
        proofreader.changed.connect(self._on_changed)

    def count(self, draft: Draft) -> int | None:
        """Return how many words are marked; None where spelling is not checked."""
        item = draft.item
        if not self._proofreader.is_on or self._proofreader.dictionary_for(item.language) is None:
            return None
        passages = [placed.passage for placed in passages_of(item, draft.body)]
        wanted = [one for one in passages if _is_checked(one)]
        counts = {one: self._counted(one) for one in wanted}
        return sum(counts[one] for one in wanted)

    def stop(self) -> None:
        """Tell of nothing more, because the window closes."""
        self._soon.stop()

    def _counted(self, passage: Passage) -> int:
        known = self._known.get(passage)
        if known is not None:
            return known
        found = self._proofreader.findings(passage.text, _stretches(passage))
        if found.unknown:
            self._proofreader.ask(found.unknown)
        else:
            if len(self._known) > 2_000:  # noqa: PLR2004 - a bound, not a measure
                self._known.clear()
            self._known[passage] = len(found.mistakes)
        return len(found.mistakes)

    @Slot()
    def _on_changed(self) -> None:
        self._known.clear()
        self._soon.start()


def _is_checked(passage: Passage) -> bool:
    if passage.field != "body":
        return passage.field in _FIELDS
    return passage.kind not in _UNCHECKED


def _stretches(passage: Passage) -> list[Stretch]:
    """Return the stretches of a passage by language, without code."""
    found: list[Stretch] = []
    start = 0
    for span in passage.spans:
        if span.start < start or not (span.mark is Mark.CODE or isinstance(span.mark, Language)):
            continue
        found.append(Stretch(start, span.start, passage.language))
        if isinstance(span.mark, Language):
            found.append(Stretch(span.start, span.end, span.mark.tag))
        start = span.end
    found.append(Stretch(start, len(passage.text), passage.language))
    return [one for one in found if one.start < one.end]
