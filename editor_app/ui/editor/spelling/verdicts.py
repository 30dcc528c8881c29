"""What is known of words so far: the dictionaries' verdicts, and the words that pass anyway."""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from editor_app.spelling.dictionaries import Dictionaries, Dictionary, best_dictionary
from editor_app.spelling.judging import Span
from editor_app.spelling.scripts import is_in_letters_of
from editor_app.spelling.words import is_checked, plain, without_addresses, words_of

_MOST_WORDS = 200_000
_MOST_OWN = 2  # suggestions
_NEARLY = 0.8  # of the letters are the same


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
        self._with_capitals = False
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

    @property
    def with_capitals(self) -> bool:
        """Whether words in capitals are checked."""
        return self._with_capitals

    def check_capitals(self, *, is_wanted: bool) -> None:
        """Check words in capitals as well, or leave them."""
        self._with_capitals = is_wanted
        self.forget()

    def use_own_words(self, words: Iterable[str]) -> None:
        """Let these words pass, whatever the dictionaries say."""
        self._own = frozenset(map(plain, words))

    def own_words_like(self, word: str) -> list[str]:
        """Return the words of one's own that are nearly like a word."""
        return get_close_matches(plain(word), self._own, n=_MOST_OWN, cutoff=_NEARLY)

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
        text = without_addresses(text)
        for start, end, language in stretches:
            dictionary = self.dictionary_for(language)
            if dictionary is None:
                continue
            known = self._known.setdefault(dictionary.tag, {})
            for match in words_of(text, start, end):
                if known.get(match[0]) != ():
                    self._judge(match, dictionary, known, found)
        return found

    def _judge(
        self,
        match: re.Match[str],
        dictionary: Dictionary,
        known: dict[str, tuple[Span, ...]],
        found: Findings,
    ) -> None:
        word = match[0]
        spans = known.get(word)
        if spans is None:
            is_asked = is_checked(word, with_capitals=self._with_capitals)
            if is_asked and is_in_letters_of(word, dictionary.tag):
                found.unknown.append((dictionary, word))
            else:
                known[word] = ()
        elif spans and not self._passes(word):
            start = match.start()
            for first, last in spans:
                if not self._passes(word[first:last]):
                    found.mistakes.append(Mistake(start + first, start + last, dictionary))

    def _passes(self, word: str) -> bool:
        known = plain(word)
        return known in self._own or known.lower() in self._own
