"""How hard a text is to read: LIX for every language, and the Flesch family where it has a formula.

Formulas: Flesch (1948) for English, Amstad (1978) for German, Kandel and Moles (1958) for French,
Fernández Huerta (1959) for Spanish, Oborneva (2006) for Russian; LIX by Björnsson (1968).
Syllables are counted by groups of vowels, so that all figures are approximate.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from editor_app.wording.sentences import sentences, words

_LONG_WORD = 6  # LIX: a word of more letters is long
_VOWELS = MappingProxyType(
    {
        "en": re.compile(r"[aeiouy]+"),
        "fr": re.compile(r"[aeiouyàâäéèêëîïôöùûüœæ]+"),
        "de": re.compile(r"[aeiouyäöü]+"),
        "es": re.compile(r"[aeoáéó]?[iuü]?[aeoáéó][iuüy]?|[íú]|[iuü]+"),
        "ru": re.compile(r"[аеёиоуыэюя]"),
    }
)
_MUTE = MappingProxyType(
    {"en": re.compile(r"[^aeiouyl]e[sd]?$"), "fr": re.compile(r"[^aeiouyéèê](?:es?|ent)$")}
)


@dataclass(frozen=True, slots=True)
class Formula:
    """A member of the Flesch family: a start, and what is taken off for each length.

    ``sentence`` is for a word in the mean sentence, ``word`` for a syllable in the mean word.
    """

    start: float
    sentence: float
    word: float


_FORMULAS = MappingProxyType(
    {
        "en": Formula(206.835, 1.015, 84.6),
        "de": Formula(180, 1, 58.5),
        "fr": Formula(207, 1.015, 73.6),
        "es": Formula(206.84, 1.02, 60),
        "ru": Formula(206.835, 1.3, 60.1),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What readability is reckoned from; tallies of passages add up to that of the item."""

    words: int = 0
    sentences: int = 0
    long_words: int = 0
    syllables: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            words=self.words + other.words,
            sentences=self.sentences + other.sentences,
            long_words=self.long_words + other.long_words,
            syllables=self.syllables + other.syllables,
        )


@lru_cache(maxsize=1024)
def tally(text: str, language: str) -> Tally:
    """Return what one passage adds."""
    all_words = [word.text.casefold() for word in words(text)]
    primary = language.partition("-")[0].lower()
    return Tally(
        words=len(all_words),
        sentences=len(sentences(text, language)),
        long_words=sum(len(word) > _LONG_WORD for word in all_words),
        syllables=sum(syllables(word, primary) for word in all_words),
    )


@lru_cache(maxsize=16384)
def syllables(word: str, primary: str) -> int:
    """Return about how many syllables a word in small letters has; 0 where nobody knows."""
    vowels = _VOWELS.get(primary)
    if vowels is None:
        return 0
    count = sum(1 for _ in vowels.finditer(word))
    mute = _MUTE.get(primary)
    if count > 1 and mute is not None and mute.search(word[-8:]):
        count -= 1
    return max(1, count)


def lix(counted: Tally) -> int:
    """Return the LIX of a text: under 40 easy, over 60 very hard; 0 for no words."""
    if not counted.words or not counted.sentences:
        return 0
    return round(counted.words / counted.sentences + 100 * counted.long_words / counted.words)


def flesch(counted: Tally, language: str) -> int | None:
    """Return the reading ease of a text, about 0 (hard) to 100; None without a formula for it."""
    formula = _FORMULAS.get(language.partition("-")[0].lower())
    if formula is None or not counted.words or not counted.sentences:
        return None
    mean_sentence = counted.words / counted.sentences
    mean_word = counted.syllables / counted.words
    return round(formula.start - formula.sentence * mean_sentence - formula.word * mean_word)
