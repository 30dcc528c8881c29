"""Looking for words in a line of text; nothing here knows of windows or documents.

Expressions are the `regex` package's, because it alone can be told to give up after some time, and
does so in the thread it was called in: no thread is left behind that cannot be stopped.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, NoReturn

from editor_app.editing.errors import FindError
from editor_app.editing.expressions import Expression, compiled
from editor_app.editing.folding import Folded, Folding, fold, folding_for, is_word_letter

if TYPE_CHECKING:
    import regex

OBJECT = "\ufffc"
"""Stands for a picture, a note or a piece of HTML; never a part of a hit."""

_BREAK = "\u2028"
_TOO_LONG = "This expression takes too long. Make it simpler."
_SECONDS = 0.06  # for one line


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is looked for, and how."""

    words: str = ""
    matches_case: bool = False
    is_whole_word: bool = False
    ignores_accents: bool = False
    is_expression: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of a line that was looked for, in UTF-16 units as Qt counts.

    ``groups`` are the parts of an expression by number and name, the whole as "0".
    """

    start: int
    end: int
    groups: Mapping[str, str] = field(default_factory=dict)


Stretch = tuple[int, int, "regex.Match[str] | None"]


class Finder:
    """Finds what one query asks for, line by line.

    Raises:
        FindError: the expression is not a right one.
    """

    def __init__(self, query: Query, *, language: str = "") -> None:
        self.query = query
        given = Folding(
            keeps_case=query.matches_case or query.is_expression,
            keeps_accents=not query.ignores_accents,
        )
        self._folding = folding_for(query.words, given, language=language)
        self._words = query.words
        if not query.is_expression or query.ignores_accents:
            self._words = fold(query.words, self._folding).text
        self._expression: Expression | None = None
        if query.is_expression and query.words:
            self._expression = compiled(self._words, matches_case=query.matches_case)

    def hits(self, text: str) -> list[Hit]:
        """Return the hits in a line, which may hold breaks and objects.

        Raises:
            FindError: the expression takes too long.
        """
        if not self._words or not text:
            return []
        folded = self._fold(text)
        search = self._literal if self._expression is None else self._matches
        units = _units(text)
        found: list[Hit] = []
        for start, end, match in search(folded):
            stretch = folded.stretch(start, end)
            if stretch is None or not self._is_wanted(text, *stretch):
                continue
            groups = _groups(folded, match) if match is not None else {}
            found.append(Hit(units(stretch[0]), units(stretch[1]), groups))
        return found

    def _fold(self, text: str) -> Folded:
        if not self.query.is_expression:
            return fold(text, self._folding)
        text = text.replace(_BREAK, "\n")
        return fold(text, self._folding) if self.query.ignores_accents else Folded(text, text)

    def _is_wanted(self, text: str, start: int, end: int) -> bool:
        if not self.query.is_whole_word:
            return True
        is_cut = start > 0 and is_word_letter(text[start]) and is_word_letter(text[start - 1])
        goes_on = end < len(text) and is_word_letter(text[end - 1]) and is_word_letter(text[end])
        return not is_cut and not goes_on

    def _literal(self, folded: Folded) -> Iterator[Stretch]:
        size = len(self._words)
        place = folded.text.find(self._words)
        while place >= 0:
            end = place + size
            is_hit = OBJECT not in self._words and self._is_held(folded, place, end)
            if is_hit:
                yield place, end, None
            place = folded.text.find(self._words, end if is_hit else place + 1)

    def _is_held(self, folded: Folded, start: int, end: int) -> bool:
        stretch = folded.stretch(start, end)
        return stretch is not None and self._is_wanted(folded.source, *stretch)

    def _matches(self, folded: Folded) -> Iterator[Stretch]:
        if self._expression is None:
            return
        try:
            for start, end in _parts(folded.text):
                for match in self._expression.finditer(folded.text, start, end, timeout=_SECONDS):
                    if match.end() > match.start():
                        yield match.start(), match.end(), match
        except (TimeoutError, MemoryError):
            _give_up()


def _give_up() -> NoReturn:
    raise FindError(_TOO_LONG) from None


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of a line between its objects."""
    start = 0
    while start < len(text):
        end = text.find(OBJECT, start)
        end = len(text) if end < 0 else end
        if end > start:
            yield start, end
        start = end + 1


def _groups(folded: Folded, match: "regex.Match[str]") -> dict[str, str]:
    """Return the parts of a match as they stand in the text."""

    def words(group: int | str) -> str:
        start, end = match.span(group)
        if start < 0 or folded.places is None:
            return match.group(group) or ""
        return folded.source[folded.places[start] : folded.places[end]]

    numbered = {str(number): words(number) for number in range(match.re.groups + 1)}
    return numbered | {name: words(name) for name in match.re.groupindex}


def _units(text: str) -> Callable[[int], int]:
    """Return what turns a place in text into UTF-16 units."""
    if text.isascii() or max(text) <= "\uffff":
        return lambda place: place
    sums = (0, *accumulate(1 + (letter > "\uffff") for letter in text))
    return sums.__getitem__
