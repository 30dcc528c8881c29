"""Rules about words on lists: terms the house does not use, names, words that leave people out."""

import re
from collections.abc import Iterator

from editor_app.body.tree import Mark
from editor_app.checks.finding import Fix, Found, Level, at, reword
from editor_app.checks.passage import Kind, Passage
from editor_app.checks.quotation_marks import is_inside
from editor_app.checks.rule import Context, Group, PassageRule
from editor_app.checks.rules.articles import article_for
from editor_app.checks.term_lists import shipped_terms
from editor_app.checks.term_matching import Match, index_of
from editor_app.checks.words_shown import words_shown
from editor_app.model.house_style import Term
from editor_app.wording.dates import primary
from editor_app.wording.sentences import words
from editor_app.wording.vocabulary import is_small_word

_NEXT_WORD = re.compile(r"[ \u00a0]([^\W\d_]+)")
_ALTERNATIVES = " / "
_NAMES = frozenset({Kind.CREDIT, Kind.SPEAKER, Kind.CARD})
_ARTICLES = ("a ", "an ", "A ", "An ")


def _terminology(passage: Passage, context: Context) -> Iterator[Found]:
    yield from _found(passage, context.style.terms, "words")


def _names(passage: Passage, context: Context) -> Iterator[Found]:
    yield from _found(passage, context.style.official_names, "names")


def _inclusive(passage: Passage, _context: Context) -> Iterator[Found]:
    yield from _found(passage, (), "inclusive")


def _found(passage: Passage, own: tuple[Term, ...], kind: str) -> Iterator[Found]:
    if passage.is_quoted or passage.kind in _NAMES:
        return
    text = words_shown(passage)
    index = index_of(own, shipped_terms(kind, passage.language), passage.language)
    for match in index.find(text):
        if match.term.suggestion in match.term.forms or _is_exempt(passage, text, match):
            continue
        if match.form.startswith("the ") and _names_a_kind(text, match.end, passage.language):
            continue
        yield Found(_message(text, match), at(match.start, match.end), _fix(passage, text, match))


def _is_exempt(passage: Passage, text: str, match: Match) -> bool:
    """Whether these are somebody else's words: in quotation marks, or the title of a law."""
    if is_inside(text, match.start, match.end) or passage.field == "headline":
        return is_inside(text, match.start, match.end)
    if any(
        span.mark is Mark.EMPHASIS and span.start <= match.start and match.end <= span.end
        for span in passage.spans
    ):
        return True
    inner = words(text[match.start : match.end])[1:]
    return match.form == match.form.casefold() and any(word.text[0].isupper() for word in inner)


def _names_a_kind(text: str, end: int, language: str) -> bool:
    """Whether a noun follows: "the elderly man", not "the elderly"."""
    following = _NEXT_WORD.match(text, end)
    return following is not None and not is_small_word(following.group(1), language)


def _message(text: str, match: Match) -> str:
    term = match.term
    said = f"“{text[match.start : match.end]}”"
    better = f": better “{term.suggestion}”" if term.suggestion else " is not used here"
    why = "; ".join(part for part in (term.reason, term.source) if part)
    return f"{said}{better} ({why})." if why else f"{said}{better}."


def _fix(passage: Passage, text: str, match: Match) -> Fix | None:
    suggestion = match.term.suggestion
    if not suggestion or _ALTERNATIVES in suggestion or match.form.endswith("*"):
        return None
    new, start = suggestion, match.start
    if text[start].isupper() and not match.form[0].isupper():
        new = new[0].upper() + new[1:]
    if primary(passage.language) == "en":
        start, new = _with_article(text, start, new)
    return reword(f"Write “{suggestion}”", start, match.end, new)


def _with_article(text: str, start: int, new: str) -> tuple[int, str]:
    """Return where to begin and what to put, with the a or an that stands before it."""
    for article in _ARTICLES:
        begin = start - len(article)
        if text[:start].endswith(article) and not text[max(0, begin - 1) : begin].isalnum():
            right = article_for(new)
            if right is None or right == article.strip().lower():
                break
            return begin, f"{right.capitalize() if article[0] == 'A' else right} {new}"
    return start, new


RULES = (
    PassageRule(
        id="terminology",
        title="Words the house does not use",
        group=Group.WORDS,
        level=Level.WARNS,
        find=_terminology,
    ),
    PassageRule(
        id="official-names",
        title="Names of countries",
        group=Group.WORDS,
        level=Level.HINTS,
        find=_names,
    ),
    PassageRule(
        id="inclusive-words",
        title="Words that leave somebody out",
        group=Group.WORDS,
        level=Level.HINTS,
        find=_inclusive,
    ),
)
"""The rules about words on lists."""
