"""The rule of English about a and an."""

# ruff: noqa: RUF001 - marks that look alike are what this is about

import re
from collections.abc import Iterator

from editor_app.checks.finding import Found, Level
from editor_app.checks.passage import Passage
from editor_app.checks.rule import Context, Group, PassageRule
from editor_app.checks.words_shown import Edit, mended, words_shown

_ARTICLE = re.compile(
    r"(?<![\w.'’\-])(?P<article>[Aa]n?)[ \u00a0](?P<word>[A-Za-z][a-z]+)(?![\w'’])"
)

# Words whose first letter does not say how they begin, by New Hart's Rules and the OED.
_VOWEL_SOUND = re.compile(r"(?:hours?|hourly|honest|honou?r|heirs?|heiress)", re.IGNORECASE)
_CONSONANT_SOUND = re.compile(
    r"(?:one|ones|once|oneself|ouija|eu|ewe|uni(?!n|m)|us[aeiu]|ut[aeio]|ub[io]|ufo|uk|ur[aeiou]|ula)",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"(?:his|hot|her|hy|hu|hal|hab|hi|un$)", re.IGNORECASE
)  # "an historic" is no error
_VOWEL = re.compile(r"[aeio]|u[mnlp]", re.IGNORECASE)
_CONSONANT = re.compile(r"[bcdfgjklmnpqrstvwyz]|h[aeo]", re.IGNORECASE)
_NO_NOUNS = frozenset(
    {"and", "or", "is", "as", "in", "of", "on", "at", "are", "am", "an", "it", "if"}
)


def article_for(phrase: str) -> str | None:
    """Return a or an, as a phrase begins; None where only a speaker could say."""
    word = phrase.split(" ", 1)[0].split("-", 1)[0]
    if len(word) > 1 and word.isupper():
        return None
    if _VOWEL_SOUND.fullmatch(word) or word.lower().startswith(("honour", "honor", "hour")):
        return "an"
    if _CONSONANT_SOUND.match(word):
        return "a"
    if _OPEN.match(word):
        return None
    if _VOWEL.match(word):
        return "an"
    return "a" if _CONSONANT.match(word) else None


def _articles(passage: Passage, _context: Context) -> Iterator[Found]:
    edits = (
        Edit(found.start("article"), found.end("article"), _like(found["article"], right))
        for found in _ARTICLE.finditer(words_shown(passage))
        if (right := article_for(found["word"])) is not None
        and right != found["article"].lower()
        and found["word"].lower() not in _NO_NOUNS
    )
    yield from mended("The wrong one of “a” and “an” stands here.", "Put the other one", edits)


def _like(article: str, right: str) -> str:
    return right.capitalize() if article[0] == "A" else right


RULES = (
    PassageRule(
        id="a-or-an",
        title="A in place of an",
        group=Group.LANGUAGE,
        level=Level.HINTS,
        find=_articles,
        languages=frozenset({"en"}),
    ),
)
"""The rule about a and an."""
