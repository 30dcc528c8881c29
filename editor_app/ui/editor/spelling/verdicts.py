"""What is known of words so far: the dictionaries' verdicts, and the words that pass anyway."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from editor_app.spelling.dictionaries import Dictionaries, Dictionary, best_dictionary
from editor_app.spelling.judging import Span
from editor_app.spelling.words import plain, words_of

_MOST_WORDS = 200_000


class Stretch(NamedTuple):
    """Letters of a line that are in one language."""

    start: int
    end: int
    language: str


class Mistake(NamedTuple):
    """A word, or a part of one, that is wrong, and the dictionary that says so."""

    start: int
    end: int
    dictionary: Dictionary


class Findings(NamedTuple):
    """What is wrong in a line, and which of its words nobody was asked about yet."""

    mistakes: list[Mistake]
    unknown: list[tuple[Dictionary, str]]


class Verdicts:
    """Remembers what every word is, by dictionary; the words of one's own stand above all."""

    def __init__(self) -> None:
        self.with_capitals = False
        self._dictionaries: Dictionaries = {}
        self._serving: dict[str, Dictionary | None] = {}
        self._broken: set[str] = set()
        self._known: dict[str, dict[str, tuple[Span, ...]]] = {}
        self._own: frozenset[str] = frozenset()

    def use_dictionaries(self, dictionaries: Dictionaries) -> None:
        """Judge by these dictionaries, and forget what others said."""
        self._dictionaries = dictionaries
        self._broken.clear()
        self.forget()

    def use_own_words(self, words: Iterable[str]) -> None:
        """Let these words pass, whatever the dictionaries say."""
        self._own = frozenset(map(plain, words))

    def give_up(self, dictionary: Dictionary) -> None:
        """Use a dictionary no more, because it cannot be read."""
        self._broken.add(dictionary.tag)
        self._serving.clear()

    def forget(self) -> None:
        """Ask about every word anew."""
        self._serving.clear()
        self._known.clear()

    def dictionary_for(self, language: str) -> Dictionary | None:
        """Return the dictionary that serves a language, if there is one."""
        if language not in self._serving:
            usable = {t: d for t, d in self._dictionaries.items() if t not in self._broken}
            self._serving[language] = best_dictionary(language, usable)
        return self._serving[language]

    def learn(self, dictionary: Dictionary, found: Mapping[str, tuple[Span, ...]]) -> None:
        """Remember what a dictionary says of some words."""
        known = self._known.setdefault(dictionary.tag, {})
        if len(known) > _MOST_WORDS:
            known.clear()
        known.update(found)

    def findings(self, text: str, stretches: Sequence[Stretch]) -> Findings:
        """Return what is wrong in a line of text, as far as it is known."""
        found = Findings([], [])
        by_start = iter(stretches)
        stretch = next(by_start, None)
        for start, word in words_of(text, with_capitals=self.with_capitals):
            while stretch is not None and stretch.end <= start:
                stretch = next(by_start, None)
            if stretch is None:
                break
            dictionary = self.dictionary_for(stretch.language)
            if dictionary is not None and start >= stretch.start:
                self._judge(start, word, dictionary, found)
        return found

    def _judge(self, start: int, word: str, dictionary: Dictionary, found: Findings) -> None:
        spans = self._known.get(dictionary.tag, {}).get(word)
        if spans is None:
            found.unknown.append((dictionary, word))
        elif spans and not self._passes(word):
            for first, last in spans:
                if not self._passes(word[first:last]):
                    found.mistakes.append(Mistake(start + first, start + last, dictionary))

    def _passes(self, word: str) -> bool:
        known = plain(word)
        return known in self._own or known.lower() in self._own
