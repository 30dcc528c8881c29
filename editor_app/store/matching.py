"""What the search index holds of an item, and what a user's words ask of it."""

import re
import unicodedata
from functools import lru_cache

from editor_app.body.errors import BodyError
from editor_app.body.read import read_markdown
from editor_app.body.text import plain_text
from editor_app.model.item import NewsItem

_BLANK_LINES = re.compile(r"\n[ \t]*\n")
_UNSPACED = re.compile("([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])")
# Prose without a sign that Markdown could take for markup: its plain text is what it says.
_BARE = re.compile(r"(?!\s*(?:[#>+=:-]|\d+[.)]))[^\\`*_\[\]<>&~^|{}\n]*")
_MOST_WORDS = 24
_LONGEST_WORD = 64
_LONGEST_SEARCH = 2_000


class IndexedText:
    """The text of items as the index takes it in.

    A piece between blank lines is read once and remembered: saving after a keystroke in a long
    text reads one paragraph, not all of them.
    """

    def __init__(self, *, pieces: int = 4096) -> None:
        self._plain = lru_cache(maxsize=pieces)(_plain)

    def of(self, item: NewsItem) -> dict[str, str]:
        """Return what of item is searched, by column of the index."""
        others = (*item.tags, item.lead_figure.caption, item.lead_figure.credit, item.byline)
        return {
            "headline": spaced(item.headline),
            "standfirst": spaced(item.standfirst),
            "body": spaced(self.of_body(item.body)),
            "others": spaced("\n".join(others)),
        }

    def of_body(self, markdown: str) -> str:
        """Return the plain text of a body, near enough for finding it."""
        return "\n".join(self._plain(piece) for piece in _BLANK_LINES.split(markdown))


def spaced(text: str) -> str:
    """Return text with spaces around the characters of scripts that are written without them."""
    return text if text.isascii() else _UNSPACED.sub(r" \1 ", text)


def match_of(text: str) -> str:
    """Return what FTS5 is asked for text: every word, the last one as the start of a word.

    Words in double quotes must stand together. The result is never an error for FTS5, whatever
    the user typed; it is empty where text has nothing that could be looked for.
    """
    phrases = []
    for number, part in enumerate(text[:_LONGEST_SEARCH].split('"')):
        pieces = [part] if number % 2 else part.split()
        phrases += [words for piece in pieces if (words := _words(piece))]
    asked = [f'"{" ".join(words)}"' for words in phrases[:_MOST_WORDS]]
    if not asked:
        return ""
    return " ".join(asked) + " *"


def _words(piece: str) -> list[str]:
    """Return the words in piece as the index splits them, near enough."""
    letters = "".join(sign if _is_in_word(sign) else " " for sign in spaced(piece))
    words = [word[:_LONGEST_WORD] for word in letters.split()]
    return [word for word in words if any(sign.isalnum() for sign in word)][:_MOST_WORDS]


def _is_in_word(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LNM"


def _plain(piece: str) -> str:
    if _BARE.fullmatch(piece):
        return piece
    try:
        return plain_text(read_markdown(piece))
    except BodyError:
        return piece
