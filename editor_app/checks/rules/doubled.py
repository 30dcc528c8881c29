"""The rule about words that stand twice in a row."""

from collections.abc import Iterator
from itertools import pairwise
from types import MappingProxyType

from editor_app.checks.finding import Found, Level
from editor_app.checks.passage import OBJECT, Passage
from editor_app.checks.rule import Context, Group, PassageRule
from editor_app.checks.words_shown import Edit, mended, words_shown
from editor_app.wording.dates import primary
from editor_app.wording.sentences import words

# What may well stand twice: "had had", "nous nous souvenons", "die, die die Arbeit tun".
_RIGHT = MappingProxyType(
    {
        "en": frozenset({"had", "that", "very", "so", "no", "bye", "is", "do", "her", "far"}),
        "fr": frozenset({"nous", "vous", "si", "très", "non", "oui", "bla", "faire", "en"}),
        "de": frozenset({"die", "der", "das", "den", "dem", "sie", "sehr", "was", "nie", "ihr"}),
        "es": frozenset({"no", "sí", "muy", "bla", "tan", "ya"}),
        "ru": frozenset({"да", "нет", "очень", "так", "что", "ну", "чуть"}),
        "it": frozenset({"molto", "così", "via", "piano", "quasi", "no", "sì"}),
        "pt": frozenset({"muito", "não", "sim", "bem"}),
    }
)
_WITHOUT_RULE = frozenset(
    {"zh", "ja", "th", "id", "ms", "tl", "sw", "so"}
)  # a plural, or no spaces


def _doubled(passage: Passage, _context: Context) -> Iterator[Found]:
    main = primary(passage.language)
    if main in _WITHOUT_RULE:
        return
    text = words_shown(passage)
    right = _RIGHT.get(main, frozenset())
    edits: list[Edit] = []
    for before, after in pairwise(words(text)):
        if before.text.casefold() != after.text.casefold() or before.text.casefold() in right:
            continue
        gap = text[before.end : after.start]
        if gap.isspace() and "\n" not in gap and _is_word(before.text, after.text):
            start = max(before.end, edits[-1].end if edits else 0)
            edits.append(Edit(start, after.end, ""))
    yield from mended("A word stands twice in a row.", "Leave one", edits)


def _is_word(before: str, after: str) -> bool:
    """Whether words are no name of two equal parts, and no figures."""
    if OBJECT in before or not before.isalpha():
        return False
    return not (after[0].isupper() and before[0].isupper())


RULES = (
    PassageRule(
        id="word-doubled",
        title="A word twice in a row",
        group=Group.LANGUAGE,
        level=Level.HINTS,
        find=_doubled,
    ),
)
"""The rule about doubled words."""
