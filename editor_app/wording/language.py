"""Which language a text is written in, by its letters and its small words."""

import re
from collections import Counter

from editor_app.wording.vocabulary import stop_words, telling_letters

DEFAULT = "en-GB"
_TAGS = {"en": "en-GB", "zh": "zh-Hans"}
_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh-Hans", re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ar", re.compile(r"[\u0600-\u06ff\u0750-\u077f]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("am", re.compile(r"[\u1200-\u137f]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("bn", re.compile(r"[\u0980-\u09ff]")),
    ("latin", re.compile(r"[A-Za-z\u00c0-\u024f]")),
)
_KANA_SHARE = 0.1
_FAMILIES = {"ar": ("ar", "fa", "ur"), "ru": ("ru", "uk", "be", "sr", "bg")}
_FEWEST = 2


def detect(text: str) -> str:
    """Return the BCP 47 tag of the language text is written in, British English if in doubt."""
    sample = text[:_SAMPLE]
    counts = {script: len(pattern.findall(sample)) for script, pattern in _SCRIPTS}
    if counts["ja"] > _KANA_SHARE * max(1, counts["zh-Hans"]):
        counts["ja"] += counts["zh-Hans"]
    script = max(counts, key=lambda one: counts[one])
    if not counts[script]:
        return DEFAULT
    if script == "latin":
        return _by_words(sample, [one for one in stop_words() if one not in _NOT_LATIN])
    if script in _FAMILIES:
        return _in_family(sample, _FAMILIES[script])
    return script


_NOT_LATIN = frozenset({"ar", "ru", "sr", "bg"})


def _in_family(sample: str, family: tuple[str, ...]) -> str:
    letters = Counter(sample)
    total = sum(letters[one] for one in letters if one.isalpha())
    for language in family[1:]:
        telling = telling_letters().get(language, frozenset())
        if sum(letters[one] for one in telling) * 100 > total:
            return language
    known = [one for one in family if one in stop_words()]
    found = _by_words(sample, known)
    return found if found in family else family[0]


def _by_words(sample: str, languages: list[str]) -> str:
    words = Counter(_WORD.findall(sample.casefold()))
    hits = {language: sum(words[word] for word in stop_words()[language]) for language in languages}
    best = max(hits, key=lambda one: hits[one])
    if hits[best] < _FEWEST:
        return DEFAULT
    return _TAGS.get(best, best)
