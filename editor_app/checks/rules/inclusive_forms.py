"""The rule about forms for women and men in one word, in French, German and Spanish.

Which form is right is the house's business and changes with the country; that one text has one
form is not in dispute.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType

from editor_app.checks.finding import Found, Level, Place
from editor_app.checks.passage import Passage
from editor_app.checks.rule import Examined, Group, ItemRule
from editor_app.checks.words_shown import words_shown
from editor_app.wording.dates import primary

_FORMS = MappingProxyType(
    {
        "de": (
            re.compile(r"[a-zäöüß](?P<form>[*:_·])(?:innen|in)(?!\w)"),
            re.compile(r"[a-zäöüß](?P<form>/-?)(?:innen|in)(?!\w)"),
            re.compile(r"[a-zäöüß](?P<form>I)(?:nnen|n)(?!\w)"),
            re.compile(r"[a-zäöüß](?P<form>\()(?:innen|in)\)"),
        ),
        "fr": (
            re.compile(r"[a-zéè](?P<form>[·•.‧-])(?:e|ne|trice|euse|ère|rice)(?:[·•.‧-]?s)?(?!\w)"),
            re.compile(r"[a-zéè](?P<form>\()(?:e|ne|trice|euse|ère)s?\)"),
            re.compile(r"[a-zéè](?P<form>/)(?:e|ne|trice|euse|ère)s?(?!\w)"),
        ),
        "es": (
            re.compile(r"[a-záéíóúñ]{2}(?P<form>[@x])s(?!\w)"),
            re.compile(r"[a-záéíóúñ]o(?P<form>/-?)as?(?!\w)"),
            re.compile(r"[a-záéíóúñ]o(?P<form>\()as?\)"),
        ),
    }
)


@lru_cache(maxsize=1024)
def _forms(passage: Passage) -> tuple[tuple[int, int, str], ...]:
    text = words_shown(passage)
    patterns = _FORMS.get(primary(passage.language), ())
    return tuple(
        sorted(
            (found.start(), found.end(), found["form"].rstrip("-") or "-")
            for pattern in patterns
            for found in pattern.finditer(text)
        )
    )


def _mixed(examined: Examined) -> Iterator[Found]:
    counts: Counter[str] = Counter()
    places: dict[str, Place] = {}
    for placed in examined.passages:
        for start, end, form in _forms(placed.passage):
            counts[form] += 1
            places.setdefault(form, placed.place.between(start, end))
    if len(counts) > 1:
        shown = ", ".join(f"{form} ({count})" for form, count in counts.most_common())
        fewest = counts.most_common()[-1][0]
        message = f"Forms for women and men are written in several ways: {shown}."
        yield Found(message, places[fewest])


RULES = (
    ItemRule(
        id="inclusive-forms-mixed",
        title="Forms for women and men written in several ways",
        group=Group.LANGUAGE,
        level=Level.HINTS,
        find=_mixed,
        languages=frozenset(_FORMS),
    ),
)
"""The rule about forms for women and men."""
