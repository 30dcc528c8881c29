"""A quick look at stored words, to leave out what a search cannot find anything in.

It may let pass what has no hit, never keep back what has one: text and query are made plain in the
same way, letter by letter, and coarser than any search compares them.
"""

import re
import unicodedata
from html import unescape

import regex

from editor_app.editing.finding import Query
from editor_app.editing.folding import plain_letters

_TARGETS = re.compile(r"\]\([^)\n]*\)")
_TAGS = re.compile(r"<[^<>]*>")
_MARKUP = re.compile(r"[*_~`\\\[\]{}^<>|#&;:/()\"'.,-]+")
_MARKS = regex.compile(r"\p{M}+")
_BLANKS = re.compile(r"\s+")


class Sieve:
    """What a query needs to be in a text, made plain; an expression lets everything pass."""

    def __init__(self, query: Query) -> None:
        self._needle = "" if query.is_expression else _plain(query.words).strip()

    def lets_pass(self, text: str) -> bool:
        """Return whether a hit is possible in an item's stored words, Markdown and all."""
        if not self._needle:
            return True
        bare = _TAGS.sub("", _TARGETS.sub("]", unescape(text)))
        in_records = text.replace("\\n", " ")  # a line end in a record, as it is stored
        return any(self._needle in _plain(one) for one in (text, bare, in_records))


def _plain(text: str) -> str:
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFD", plain_letters(text).casefold()))
    return _BLANKS.sub(" ", _MARKUP.sub("", text.casefold()))
