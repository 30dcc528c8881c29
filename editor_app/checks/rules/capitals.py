"""The rule about words in capitals: several are hard to read, and may be read out by letters."""

# ruff: noqa: RUF001 - marks that look alike are what this is about

import re
from collections.abc import Iterator

from editor_app.checks.finding import Found, Level, at
from editor_app.checks.passage import Kind, Passage
from editor_app.checks.rule import Context, Group, PassageRule
from editor_app.checks.words_shown import words_shown

_FEWEST = 4  # words
_LONG = 4  # letters: among shorter ones may be nothing but short forms
_WORD = r"[A-ZÀ-ÖØ-ÞА-ЯЁΑ-Ω'’\-&]{2,}+"
_CAPITALS = re.compile(rf"(?<![\w'’\-&]){_WORD}(?:[ \u00a0]++{_WORD}){{3,}}+")


def _capitals(passage: Passage, context: Context) -> Iterator[Found]:
    if passage.field == "headline" or passage.kind is Kind.CREDIT:
        return
    allowed = frozenset(context.style.allowed_acronyms)
    for found in _CAPITALS.finditer(words_shown(passage)):
        words = found.group().split()
        said = [word for word in words if len(word) >= _LONG and word not in allowed]
        if len(said) * 2 >= _FEWEST:
            yield Found(f"{len(words)} words in a row are in capitals.", at(*found.span()))


RULES = (
    PassageRule(
        id="capitals",
        title="Words in capitals",
        group=Group.TYPOGRAPHY,
        level=Level.HINTS,
        find=_capitals,
    ),
)
"""The rule about capitals."""
