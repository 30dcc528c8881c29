"""Asks the speller on a thread, a few words at a time, and remembers what it said."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from editor_app.background.threads import Background
from editor_app.errors import EditorError
from editor_app.spelling.dictionaries import Dictionaries, Dictionary
from editor_app.spelling.judging import MOST_SUGGESTIONS, Endings, Span
from editor_app.spelling.speller import Speller
from editor_app.ui.editor.spelling.verdicts import Findings, Stretch, Verdicts

_PAUSE = 80  # milliseconds in which words gather before they are asked about
_AT_ONCE = 3000
_TRIES = 2

Suggested = Callable[[Sequence[str]], None]


class Proofreader(QObject):
    """Knows which words are wrong, or will know soon.

    One question is asked at a time; suggestions, which somebody is waiting for, come first.

    Signals:
        learned: Something new is known of words: look again at those that were not.
        changed: Words may be right now that were wrong, or wrong that were right: look at all.
        said: Something the user should know; carries a sentence.
    """

    learned = Signal()
    changed = Signal()
    said = Signal(str)

    def __init__(
        self, background: Background, find: Callable[[], Dictionaries], *, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._find = find
        self._speller = Speller()
        self._verdicts = Verdicts()
        self._endings = Endings.EITHER
        self._is_on = False
        self._has_dictionaries = False
        self._is_asking = False
        self._is_closed = False
        self._unknown: dict[str, tuple[Dictionary, dict[str, None]]] = {}
        self._wanted: tuple[str, Dictionary, Suggested] | None = None
        self._failures: dict[str, int] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._ask_next)
        background.call_before_closing(self._close)

    # ------------------------------------------------------------ what is wanted

    @property
    def is_on(self) -> bool:
        """Whether spelling is checked."""
        return self._is_on

    def switch(self, *, is_on: bool) -> None:
        """Check spelling, or leave it."""
        if is_on == self._is_on:
            return
        self._is_on = is_on
        if is_on:
            self.find_dictionaries()
        self.changed.emit()

    @property
    def endings(self) -> Endings:
        """Which British endings are right."""
        return self._endings

    def use_endings(self, endings: Endings) -> None:
        """Take these British endings for right."""
        if endings is not self._endings:
            self._endings = endings
            self._start_anew()

    @property
    def with_capitals(self) -> bool:
        """Whether words in capitals are checked."""
        return self._verdicts.with_capitals

    def check_capitals(self, *, is_wanted: bool) -> None:
        """Check words in capitals as well, or leave them."""
        self._verdicts.check_capitals(is_wanted=is_wanted)
        self._start_anew()

    def use_own_words(self, words: Iterable[str]) -> None:
        """Let these words pass, whatever the dictionaries say."""
        self._verdicts.use_own_words(words)
        self.changed.emit()

    def find_dictionaries(self) -> None:
        """Look again which dictionaries there are."""
        self._has_dictionaries = True
        self._failures.clear()
        self._verdicts.use_dictionaries(self._find())
        self._start_anew()

    def dictionary_for(self, language: str) -> Dictionary | None:
        """Return the dictionary that serves a language, if there is one."""
        if not self._has_dictionaries:
            self._has_dictionaries = True
            self._verdicts.use_dictionaries(self._find())
        return self._verdicts.dictionary_for(language)

    # ------------------------------------------------------------ what is known

    def findings(self, text: str, stretches: Sequence[Stretch]) -> Findings:
        """Return what is wrong in a line, as far as it is known."""
        return self._verdicts.findings(text, stretches)

    def ask(self, unknown: Iterable[tuple[Dictionary, str]]) -> None:
        """Find out about some words soon; `learned` says when."""
        for dictionary, word in unknown:
            self._unknown.setdefault(dictionary.tag, (dictionary, {}))[1][word] = None
        if self._unknown and not self._is_asking and not self._pause.isActive():
            self._pause.start()

    def suggest(self, word: str, dictionary: Dictionary, then: Suggested) -> None:
        """Find out what may have been meant by a word; only the newest wish is answered."""
        self._wanted = (word, dictionary, then)
        if not self._is_asking:
            self._ask_next()

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being asked and nothing is waiting to be."""
        return not self._is_asking and not self._unknown and self._wanted is None

    # ------------------------------------------------------------ asking

    @Slot()
    def _ask_next(self) -> None:
        if self._is_asking or self._is_closed:
            return
        if self._wanted is not None:
            self._ask_for_suggestions()
        elif self._unknown:
            self._ask_about_words()

    def _ask_for_suggestions(self) -> None:
        if self._wanted is None:
            return
        word, dictionary, then = self._wanted
        self._wanted = None
        self._is_asking = True
        endings, speller, verdicts = self._endings, self._speller, self._verdicts

        def work() -> Sequence[str]:
            own = verdicts.own_words_like(word)
            found = speller.suggestions(word, dictionary, endings)
            return [*dict.fromkeys((*own, *found))][:MOST_SUGGESTIONS]

        def answered(found: Sequence[str]) -> None:
            self._is_asking = False
            if self._wanted is None:
                then(found)
            self._ask_next()

        self._background.run(work, then=answered, failed=lambda _error: answered(()))

    def _ask_about_words(self) -> None:
        tag, (dictionary, gathered) = next(iter(self._unknown.items()))
        words = list(gathered)[:_AT_ONCE]
        rest = dict.fromkeys(list(gathered)[_AT_ONCE:])
        del self._unknown[tag]
        if rest:
            self._unknown[tag] = (dictionary, rest)
        self._is_asking = True
        endings, speller = self._endings, self._speller

        def answered(found: Mapping[str, tuple[Span, ...]]) -> None:
            self._is_asking = False
            self._failures.pop(tag, None)
            if endings is self._endings:
                self._verdicts.learn(dictionary, found)
            self.learned.emit()
            self._ask_next()

        def failed(error: EditorError) -> None:
            self._is_asking = False
            self._failures[tag] = self._failures.get(tag, 0) + 1
            if self._failures[tag] >= _TRIES:
                self._verdicts.give_up(dictionary)
                self.said.emit(str(error))
            self.learned.emit()
            self._ask_next()

        self._background.run(
            lambda: speller.wrong_parts(words, dictionary, endings), then=answered, failed=failed
        )

    def _close(self) -> None:
        self._is_closed = True
        self._speller.close()

    def _start_anew(self) -> None:
        self._verdicts.forget()
        self._unknown.clear()
        self.changed.emit()
