"""What settings of the house look like in a text: quotation marks, dates and datelines."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from editor_app.model.house_words import DATELINE_SLOT
from editor_app.wording.punctuation import Pair, punctuation_of

DAY = date(2015, 9, 15)
_THIN = "\u202f"
MARKS: Mapping[str, tuple[tuple[str, str], tuple[str, str]]] = MappingProxyType(
    {
        "English, double": (("\u201c", "\u201d"), ("\u2018", "\u2019")),
        "English, single": (("\u2018", "\u2019"), ("\u201c", "\u201d")),
        "French": ((f"\u00ab{_THIN}", f"{_THIN}\u00bb"), ("\u201c", "\u201d")),
        "Spanish, Italian": (("\u00ab", "\u00bb"), ("\u201c", "\u201d")),
        "Swiss": (("\u00ab", "\u00bb"), ("\u2039", "\u203a")),
        "Russian": (("\u00ab", "\u00bb"), ("\u201e", "\u201c")),
        "German": (("\u201e", "\u201c"), ("\u201a", "\u2018")),
        "German, pointing in": (("\u00bb", "\u00ab"), ("\u203a", "\u2039")),
        "Polish": (("\u201e", "\u201d"), ("\u00ab", "\u00bb")),
        "Nordic": (("\u201d", "\u201d"), ("\u2019", "\u2019")),
    }
)


def usual_marks(language: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the outer and inner quotation marks that a language is set with."""
    rules = punctuation_of(language)
    outer = rules.double or Pair('"', '"')
    return _with_space(outer), _with_space(rules.nested or rules.single or outer)


def quoted(marks: tuple[tuple[str, str], tuple[str, str]]) -> str:
    """Return a quotation inside another, in outer and inner marks."""
    (opening, closing), (inner_opening, inner_closing) = marks
    return f"{opening}One {inner_opening}two{inner_closing}{closing}"


def written_day(language: str, pattern: str) -> str:
    """Return a day as a pattern writes it in a language; an empty one is the language's own."""
    try:
        locale = Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        locale = Locale("en")
    return format_date(DAY, pattern or "long", locale=locale)


def written_dateline(pattern: str, day: str) -> str:
    """Return how a text opens where its dateline follows a pattern."""
    said = {"{PLACE}": "VIENNA", "{Place}": "Vienna", "{date}": day}
    return f"{DATELINE_SLOT.sub(lambda slot: said[slot[0]], pattern)}Thirty people met."


def _with_space(pair: Pair) -> tuple[str, str]:
    return pair.opening + pair.space, pair.space + pair.closing
