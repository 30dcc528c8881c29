"""How long a text is to a reader."""

import unicodedata
from functools import lru_cache

import regex

from editor_app.body.text import count_words

_GRAPHEME = regex.compile(r"\X")


@lru_cache(maxsize=1024)
def length(text: str) -> int:
    """Return the characters of text as a reader counts them; one as wide as two counts as two.

    A letter with its accents is one (UAX 29), a Chinese character is two (UAX 11).
    """
    if text.isascii():
        return len(text)
    return sum(
        2 if unicodedata.east_asian_width(one[0][0]) in "WF" else 1
        for one in _GRAPHEME.finditer(text)
    )


@lru_cache(maxsize=2048)
def words_in(text: str) -> int:
    """Return how many words text has."""
    return count_words(text)
