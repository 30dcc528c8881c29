"""Which language a text certainly is in, and which script its letters belong to."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from editor_app.wording.sentences import words
from editor_app.wording.vocabulary import stop_words, telling_letters

_FEWEST_WORDS = 12
_FEWEST_HITS = 4
_CERTAIN_SHARE = 0.2  # of the words are small words of the language
_TIMES_OTHERS = 1.5  # as many as of any other language
_TIMES_DECLARED = 3  # as many as of the language that the text says it is in
_LATIN = "Latin"

# The first letter of each stretch of letters of one script (Unicode 15, Blocks), then the next.
_BLOCKS = (
    (0x0041, _LATIN),
    (0x0250, _LATIN),
    (0x0370, "Greek"),
    (0x0400, "Cyrillic"),
    (0x0530, "Armenian"),
    (0x0590, "Hebrew"),
    (0x0600, "Arabic"),
    (0x0700, "Syriac"),
    (0x0750, "Arabic"),
    (0x0780, ""),
    (0x08A0, "Arabic"),
    (0x0900, "Devanagari"),
    (0x0980, "Bengali"),
    (0x0A00, ""),
    (0x0B80, "Tamil"),
    (0x0C00, ""),
    (0x0E00, "Thai"),
    (0x0E80, "Lao"),
    (0x0F00, "Tibetan"),
    (0x1000, "Burmese"),
    (0x10A0, "Georgian"),
    (0x1100, "Korean"),
    (0x1200, "Ethiopic"),
    (0x13A0, ""),
    (0x1780, "Khmer"),
    (0x1800, ""),
    (0x1C90, "Georgian"),
    (0x1CC0, ""),
    (0x1D00, _LATIN),
    (0x1F00, "Greek"),
    (0x2000, ""),
    (0x2D00, "Georgian"),
    (0x2D30, ""),
    (0x3040, "Japanese"),
    (0x3100, ""),
    (0x3400, "Chinese"),
    (0xA000, ""),
    (0xAC00, "Korean"),
    (0xD7B0, ""),
    (0xFB50, "Arabic"),
    (0xFE00, ""),
    (0xFE70, "Arabic"),
    (0xFF00, ""),
    (0x20000, "Chinese"),
    (0x30000, ""),
)
_STARTS = tuple(start for start, _name in _BLOCKS)

_SCRIPTS = MappingProxyType(
    {
        **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "kk", "ky", "mn", "tg"), ("Cyrillic",)),
        **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb"), ("Arabic",)),
        "sr": ("Cyrillic", _LATIN),
        "el": ("Greek",),
        "he": ("Hebrew",),
        "hy": ("Armenian",),
        "ka": ("Georgian",),
        "am": ("Ethiopic",),
        "hi": ("Devanagari",),
        "ne": ("Devanagari",),
        "bn": ("Bengali",),
        "ta": ("Tamil",),
        "th": ("Thai",),
        "lo": ("Lao",),
        "my": ("Burmese",),
        "km": ("Khmer",),
        "zh": ("Chinese",),
        "ja": ("Japanese", "Chinese"),
        "ko": ("Korean", "Chinese"),
    }
)
_LANGUAGE_OF_SCRIPT = MappingProxyType(
    {
        "Greek": "el",
        "Armenian": "hy",
        "Hebrew": "he",
        "Georgian": "ka",
        "Thai": "th",
        "Korean": "ko",
        "Japanese": "ja",
        "Tamil": "ta",
        "Bengali": "bn",
        "Lao": "lo",
        "Burmese": "my",
        "Khmer": "km",
    }
)


class Run(NamedTuple):
    """Words in a row in one script."""

    start: int
    end: int
    script: str
    words: int


def script_of(letter: str) -> str:
    """Return the script of a letter, as English calls it; empty where it is none of the known."""
    if not letter.isalpha():
        return ""
    place = bisect_right(_STARTS, ord(letter)) - 1
    return _BLOCKS[place][1] if place >= 0 else ""


def scripts_of(language: str) -> tuple[str, ...]:
    """Return the scripts that a language is written in."""
    parts = language.lower().split("-")
    if "latn" in parts:
        return (_LATIN,)
    return _SCRIPTS.get(parts[0], (_LATIN,))


def runs_of_scripts(text: str) -> Iterator[Run]:
    """Yield the stretches of words in one script each."""
    current: Run | None = None
    for word in words(text):
        script = script_of(word.text[0])
        if not script:
            continue
        if current is not None and current.script == script:
            current = Run(current.start, word.end, script, current.words + 1)
            continue
        if current is not None:
            yield current
        current = Run(word.start, word.end, script, 1)
    if current is not None:
        yield current


@lru_cache(maxsize=1024)
def language_of_run(text: str, script: str) -> str:
    """Return the language that words in a script are certainly in; empty where there are several.

    Many scripts have one big language; Arabic, Cyrillic and Latin letters alone do not tell.
    """
    if script in _LANGUAGE_OF_SCRIPT:
        return _LANGUAGE_OF_SCRIPT[script]
    return certain_language(text)


@lru_cache(maxsize=1024)
def certain_language(text: str, declared: str = "") -> str:
    """Return the primary subtag of the language a text is certainly in, by its small words.

    Empty where there are too few words, or another language comes near; the one that is
    ``declared``, a primary subtag, has to be further away.
    """
    if len(text) < _FEWEST_WORDS * 2:
        return ""
    all_words = [word.text.casefold() for word in words(text)]
    if len(all_words) < _FEWEST_WORDS:
        return ""
    hits = _hits(Counter(all_words))
    best = max(hits, key=lambda one: hits[one])
    others = max((count for one, count in hits.items() if one != best), default=0)
    enough = max(_FEWEST_HITS, _CERTAIN_SHARE * len(all_words))
    if hits[best] < enough or hits[best] < _TIMES_OTHERS * others:
        return ""
    if best != declared and hits[best] < _TIMES_DECLARED * hits.get(declared, 0):
        return ""
    return best if _has_no_letters_of_others(text, best) else ""


def _hits(counts: Counter[str]) -> dict[str, int]:
    known = _languages_by_word()
    hits: Counter[str] = Counter(dict.fromkeys(stop_words(), 0))
    for word, count in counts.items():
        for language in known.get(word, ()):
            hits[language] += count
    return dict(hits)


@cache
def _languages_by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for language, some in stop_words().items():
        for word in some:
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}


def _has_no_letters_of_others(text: str, language: str) -> bool:
    letters = Counter(text)
    total = sum(letters.values())
    return not any(
        sum(letters[one] for one in telling) * 100 > total
        for other, telling in telling_letters().items()
        if other != language
    )
