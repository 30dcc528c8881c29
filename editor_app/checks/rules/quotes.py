"""Rules about quotation marks and apostrophes: straight, mixed, of another nation, unbalanced."""

# ruff: noqa: RUF001 - marks that look alike are what this is about

from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType

from editor_app.checks.finding import Change, Fix, Found, Level, Place, at
from editor_app.checks.passage import Kind, Passage
from editor_app.checks.quotation_marks import MarksRead, Quoted, marks_read
from editor_app.checks.rule import Context, Examined, Group, ItemRule, PassageRule
from editor_app.checks.words_shown import Edit, changes_in, counted, edited, mended, words_shown
from editor_app.model.house_style import QuotationMarks
from editor_app.wording.dates import primary
from editor_app.wording.punctuation import APOSTROPHE, Pair, punctuation_of

# Pairs that are as good as the first choice where the house has not chosen.
_ALSO_GOOD = MappingProxyType(
    {
        "en": ("‘’",),
        "es": ("“”",),
        "ar": ("«»",),
        "de": ("»«", "›‹"),
        "pt": ("«»",),
        "it": ("“”",),
        "nl": ("‘’", "„”"),
        "da": ("»«",),
        "pl": ("»«",),
        "uk": ("“”",),
    }
)
_NOT_JUDGED = frozenset({Kind.CELL, Kind.HEAD_CELL, Kind.CARD})


Chosen = tuple[Pair, Pair] | None
"""The outer and inner marks that the house has chosen for a language, if it has."""


def _chosen(marks_of_house: tuple[QuotationMarks, ...], language: str) -> Chosen:
    if not marks_of_house:
        return None
    tag, main = language.lower(), primary(language)
    chosen = {one.language.lower(): one for one in marks_of_house}
    marks = chosen.get(tag) or chosen.get(main)
    return None if marks is None else (_pair(marks.outer), _pair(marks.inner))


def _pair(marks: tuple[str, str]) -> Pair:
    opening, closing = marks
    space = opening[1:] if opening[1:].isspace() else ""
    return Pair(opening.strip() or "“", closing.strip() or "”", space)


class _Marks:
    """The marks that a language is set with in this house."""

    def __init__(self, chosen: Chosen, language: str) -> None:
        rules = punctuation_of(language)
        self.is_chosen = chosen is not None
        self.outer, self.inner = chosen or (rules.double, rules.nested or rules.single)
        self.single = None if chosen else rules.single
        inside = (self.outer, self.inner) if self.is_chosen else rules.pairs
        self._outside = self._good(primary(language), self.outer, self.single)
        self._inside = self._good(primary(language), *inside)

    def _good(self, main: str, *pairs: Pair | None) -> frozenset[str]:
        """Return the marks that may stand."""
        known = frozenset(_both(pair) for pair in pairs if pair is not None)
        return known if self.is_chosen else known | frozenset(_ALSO_GOOD.get(main, ()))

    def wanted(self, pair: Quoted, outside: str) -> Pair | None:
        """Return the marks that a quotation should have; None where its own are good.

        ``outside`` are the marks of the quotation it stands in.
        """
        own = pair.opening + pair.closing
        if pair.depth % 2 and self.inner is not None:
            is_good = own in self._inside and (own != outside or self.inner == self.outer)
            return None if is_good else self.inner
        if own in (self._inside if pair.depth else self._outside):
            return None
        if pair.opening in "'‘‚" and pair.closing in "'’‘":
            return self.outer if self.is_chosen else self.single
        return self.outer


def _both(pair: Pair) -> str:
    return pair.opening + pair.closing


@lru_cache(maxsize=64)
def _marks(chosen: Chosen, language: str) -> _Marks:
    return _Marks(chosen, language)


def _edits(text: str, pair: Quoted, marks: Pair) -> tuple[Edit, Edit]:
    """Return what gives a quotation other marks, with the spaces that go with them."""
    inner_start, inner_end = pair.start + 1, pair.end - 1
    if text[inner_start : inner_start + 1] in {" ", "\u00a0", "\u202f"}:
        inner_start += 1
    if inner_end - 1 > inner_start and text[inner_end - 1] in " \u00a0\u202f":
        inner_end -= 1
    return (
        Edit(pair.start, inner_start, marks.opening + marks.space),
        Edit(inner_end, pair.end, marks.space + marks.closing),
    )


def _outsides(pairs: tuple[Quoted, ...]) -> Iterator[tuple[Quoted, str]]:
    """Yield each quotation with the marks of the one it stands in."""
    around: list[Quoted] = []
    for pair in pairs:
        del around[pair.depth :]
        yield pair, around[-1].opening + around[-1].closing if around else ""
        around.append(pair)


def _read(passage: Passage) -> MarksRead | None:
    rules = punctuation_of(passage.language)
    if rules.double is None or passage.kind in _NOT_JUDGED:
        return None
    return marks_read(words_shown(passage))


# ---------------------------------------------------------------- straight marks, in the whole item


@lru_cache(maxsize=1024)
def _straight(passage: Passage, of_house: tuple[QuotationMarks, ...]) -> tuple[Edit, ...]:
    """Return what sets the straight marks of a passage as its language has them."""
    read = _read(passage)
    if read is None:
        return ()
    marks = _marks(_chosen(of_house, passage.language), passage.language)
    text = words_shown(passage)
    edits = _straight_edits(text, read, marks)
    if edits:
        after = edited(text, edits)
        if _straight_edits(after, marks_read(after), marks):
            return ()  # so tangled that nobody can tell what was meant
    return edits


def _straight_edits(text: str, read: MarksRead, marks: _Marks) -> tuple[Edit, ...]:
    edits = [Edit(place, place + 1, APOSTROPHE) for place in read.straight]
    for pair, outside in _outsides(read.pairs):
        if pair.is_straight and (wanted := marks.wanted(pair, outside)) is not None:
            edits += _edits(text, pair, wanted)
    return tuple(sorted(edits))


@lru_cache(maxsize=1024)
def _set(passage: Passage) -> int:
    """Return how many quotation marks and apostrophes of a passage are not straight."""
    read = _read(passage)
    if read is None:
        return 0
    return read.curly + sum(not pair.is_straight for pair in read.pairs)


def _straight_changes(examined: Examined) -> tuple[tuple[Change, ...], Place]:
    changes = changes_in(examined.telling(_straight, examined.style.quotation_marks))
    return changes, changes[0].place if changes else Place()


def _mixed(examined: Examined) -> Iterator[Found]:
    changes, place = _straight_changes(examined)
    if changes and examined.telling(_set):
        marks = counted(len(changes), "mark is", "marks are")
        message = f"Straight and typographic quotation marks are mixed: {marks} straight."
        yield Found(message, place, Fix("Set all as this language has them", changes))


def _all_straight(examined: Examined) -> Iterator[Found]:
    changes, place = _straight_changes(examined)
    if changes and not examined.telling(_set):
        number = counted(len(changes), "mark", "marks")
        message = f"Quotation marks and apostrophes are straight ({number})."
        yield Found(message, place, Fix("Set all as this language has them", changes))


# ---------------------------------------------------------------- one passage


def _national(passage: Passage, context: Context) -> Iterator[Found]:
    read = _read(passage)
    if read is None:
        return
    marks = _marks(_chosen(context.style.quotation_marks, passage.language), passage.language)
    text = words_shown(passage)
    edits, shown = _national_edits(text, read, marks)
    after = edited(text, edits)
    if not edits or _national_edits(after, marks_read(after), marks)[0]:
        return  # right, or so tangled that nobody can tell what was meant
    message = f"These quotation marks are not those of this language: {shown} is right."
    yield from mended(message, f"Set {shown}", edits)


def _national_edits(text: str, read: MarksRead, marks: _Marks) -> tuple[tuple[Edit, ...], str]:
    """Return what sets the marks of another language right, and the marks that are."""
    edits: list[Edit] = []
    shown = ""
    for pair, outside in _outsides(read.pairs):
        if not pair.is_straight and (wanted := marks.wanted(pair, outside)) is not None:
            edits += _edits(text, pair, wanted)
            shown = shown or f"{wanted.opening} {wanted.closing}"
    return tuple(sorted(edits)), shown


def _unbalanced(passage: Passage, _context: Context) -> Iterator[Found]:
    read = _read(passage)
    if read is None or passage.is_quoted or not read.alone:
        return
    first = read.alone[0]
    text = words_shown(passage)
    if len(read.alone) == 1 and (not text[:first].strip() or not text[first + 1 :].strip()):
        return  # the first or last of several paragraphs of one quotation
    message = "A quotation mark has no other half in this paragraph."
    yield Found(message, at(first, first + 1))


RULES = (
    ItemRule(
        id="quotes-mixed",
        title="Straight and typographic quotation marks mixed",
        group=Group.TYPOGRAPHY,
        level=Level.WARNS,
        find=_mixed,
    ),
    ItemRule(
        id="quotes-straight",
        title="Straight quotation marks and apostrophes",
        group=Group.TYPOGRAPHY,
        level=Level.HINTS,
        find=_all_straight,
    ),
    PassageRule(
        id="quotes-national",
        title="Quotation marks of another language",
        group=Group.TYPOGRAPHY,
        level=Level.HINTS,
        find=_national,
    ),
    PassageRule(
        id="quotes-unbalanced",
        title="Quotation marks without their other half",
        group=Group.TYPOGRAPHY,
        level=Level.HINTS,
        find=_unbalanced,
    ),
)
"""The rules about quotation marks."""
