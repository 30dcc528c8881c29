"""Finding the words of lists in a text, in a time that grows with the text alone."""

# ruff: noqa: RUF001 - marks that look alike are what this is about

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from typing_extensions import override

from editor_app.model.house_style import Term
from editor_app.wording.dates import primary
from editor_app.wording.sentences import Word, words

_ARABIC_MARKS = re.compile("[\u0640\u064b-\u065f\u0670]")
_ARABIC_PREFIXES = frozenset("وفبلك")
_SHORTEST_ARABIC = 4
_GAP = re.compile(r"[\s\-\u2010\u2011]+")


class Match(NamedTuple):
    """Words of a list in a text: where, as which form of which term."""

    start: int
    end: int
    form: str
    term: Term


class _Step(NamedTuple):
    """One word of a form; in small letters it also stands for its capitals."""

    text: str
    is_beginning: bool
    is_exact: bool

    def fits(self, word: str) -> bool:
        if self.is_exact and not self.is_beginning:
            return word == self.text
        own = word if self.is_exact else word.casefold()
        return own.startswith(self.text) if self.is_beginning else own == self.text


class _Form(NamedTuple):
    steps: tuple[_Step, ...]
    form: str
    term: Term


class TermIndex:
    """Terms of one language by the first words of their forms; of two for one form the first."""

    def __init__(self, terms: Iterable[Term], language: str) -> None:
        self._is_arabic = primary(language) == "ar"
        self._whole: dict[str, list[_Form]] = {}
        self._beginnings: dict[str, list[_Form]] = {}
        seen: set[str] = set()
        for term in terms:
            for form in term.forms:
                if form not in seen:
                    seen.add(form)
                    self._add(form, term)
        self._lengths = sorted({len(beginning) for beginning in self._beginnings})

    def _add(self, form: str, term: Term) -> None:
        texts = [word.text for word in words(_plain(form.rstrip("*")))]
        if not texts:
            return
        last = len(texts) - 1
        steps = tuple(
            _Step(
                text=text,
                is_beginning=form.endswith("*") and number == last,
                is_exact=text != text.casefold(),
            )
            for number, text in enumerate(texts)
        )
        table = self._beginnings if steps[0].is_beginning else self._whole
        found = table.setdefault(steps[0].text.casefold(), [])
        found.append(_Form(steps, form, term))
        found.sort(key=lambda one: -len(one.steps))

    def find(self, text: str) -> Iterator[Match]:
        """Yield what is in a text, of several at one place the longest; none overlap."""
        found_words = words(text)
        done = 0
        for number, word in enumerate(found_words):
            if number < done:
                continue
            for first in self._firsts(_plain(word.text)):
                match = self._longest(text, found_words, number, first)
                if match is not None:
                    length, form = match
                    done = number + length
                    start = word.end - len(first) if len(first) < len(word.text) else word.start
                    yield Match(start, found_words[done - 1].end, form.form, form.term)
                    break

    def _firsts(self, word: str) -> tuple[str, ...]:
        """Return the readings of a word: in Arabic also without the small word joined to it."""
        if self._is_arabic and len(word) >= _SHORTEST_ARABIC and word[0] in _ARABIC_PREFIXES:
            return (word, word[1:])
        return (word,)

    def _longest(
        self, text: str, found_words: tuple[Word, ...], number: int, first: str
    ) -> tuple[int, _Form] | None:
        for form in self._candidates(first.casefold()):
            steps = form.steps
            rest = found_words[number + 1 : number + len(steps)]
            if not steps[0].fits(first) or len(rest) < len(steps) - 1:
                continue
            if all(
                step.fits(_plain(word.text)) for step, word in zip(steps[1:], rest, strict=True)
            ) and _are_joined(text, (found_words[number], *rest)):
                return len(steps), form
        return None

    def _candidates(self, word: str) -> Iterator[_Form]:
        yield from self._whole.get(word, ())
        for length in self._lengths[: bisect_right(self._lengths, len(word))]:
            yield from self._beginnings.get(word[:length], ())


def _plain(word: str) -> str:
    return _ARABIC_MARKS.sub("", word.replace("’", "'").replace("\u2011", "-"))


def _are_joined(text: str, found: tuple[Word, ...]) -> bool:
    """Whether nothing but spaces and hyphens stands between words."""
    return all(
        _GAP.fullmatch(text, before.end, after.start) is not None
        for before, after in pairwise(found)
    )


class _Same:
    """A value that is known by being the same object: comparing long lists would take too long."""

    __slots__ = ("terms",)

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self.terms = terms

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.terms is self.terms

    @override
    def __hash__(self) -> int:
        return id(self.terms)


def index_of(own: tuple[Term, ...], shipped: tuple[Term, ...], language: str) -> TermIndex:
    """Return the index of the house's own terms of a language, then of those of the program."""
    return _index(_Same(own), _Same(shipped), language)


@lru_cache(maxsize=32)
def _index(own: _Same, shipped: _Same, language: str) -> TermIndex:
    main = primary(language)
    return TermIndex(
        (*(one for one in own.terms if primary(one.language) == main), *shipped.terms), language
    )
