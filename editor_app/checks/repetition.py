"""Whether two texts say the same, even when one was reworded a little."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

REPEATED = 0.6  # share of word triples; reworded repeats reach 0.9, unrelated texts 0.05
_RUN = 3
Run = tuple[str, ...]
"""Three words in a row."""
_FEWEST_WORDS = 6  # shorter texts share a triple by chance, so only sameness counts

# Scripts written without spaces: every character is a word here.
_WITHOUT_SPACES = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # kana, ideographs
    "\U00020000-\U0003ffff"
)
_WORD = re.compile(rf"[{_WITHOUT_SPACES}]|[^\W_{_WITHOUT_SPACES}]+")
_TATWEEL = "\u0640"  # stretches an Arabic word and says nothing


def containment(a: str, b: str) -> float:
    """Return how much of a is said in b, as the share of a's runs of three words: 0 to 1."""
    ours, theirs = _words(a), _words(b)
    length = min(_RUN, len(ours), len(theirs))
    if length == 0:
        return 0.0
    if length < _RUN:
        return float(ours == theirs)
    wanted = _runs(a)
    return len(wanted & _runs(b)) / len(wanted)


def is_repeat(a: str, b: str) -> bool:
    """Whether the shorter of two texts is for the most part said in the other."""
    ours, theirs = _words(a), _words(b)
    if min(len(ours), len(theirs)) < _FEWEST_WORDS:
        return bool(ours) and ours == theirs
    shorter, longer = (a, b) if len(ours) <= len(theirs) else (b, a)
    return containment(shorter, longer) >= REPEATED


def near_repeats(standfirst: str, paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return the paragraphs that repeat the standfirst, word for word or reworded."""
    return tuple(paragraph for paragraph in paragraphs if is_repeat(standfirst, paragraph))


def runs_of(text: str) -> frozenset[tuple[str, ...]]:
    """Return the runs of three words in text; none where it is too short to be told by them."""
    return _runs(text) if len(_words(text)) >= _FEWEST_WORDS else frozenset()


def spoken(text: str) -> tuple[str, ...]:
    """Return the words of text without case, accents and what stands between them."""
    return _words(text)


def same_words(a: str, b: str) -> bool:
    """Whether two texts are the same words, whatever stands between them."""
    return _words(a) == _words(b)


@lru_cache(maxsize=2048)
def _words(text: str) -> tuple[str, ...]:
    """Return the words of text without case, accents and marks over letters."""
    split = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(one for one in split if unicodedata.category(one) != "Mn" and one != _TATWEEL)
    return tuple(_WORD.findall(unicodedata.normalize("NFC", bare)))


@lru_cache(maxsize=2048)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = _words(text)
    return frozenset(words[at : at + _RUN] for at in range(len(words) - _RUN + 1))
