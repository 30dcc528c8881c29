"""Rules about the topics and countries by which an item is found."""

from collections.abc import Iterator
from functools import lru_cache

from babel import Locale

from editor_app.checks.finding import Change, Fix, Found, Level, Place, SetValue
from editor_app.checks.passage import Kind, Passage, PlacedPassage
from editor_app.checks.rule import Examined, Group, ItemRule, Rule
from editor_app.wording.countries import NamedCountry, countries_in

_TITLES = frozenset({"headline", "standfirst"})
_TEXTS = frozenset({Kind.PARAGRAPH, Kind.CROSS_HEAD, Kind.PULL_TEXT})
_OFTEN = 2


def _no_topics(examined: Examined) -> Iterator[Found]:
    if not any(tag.strip() for tag in examined.item.tags):
        yield Found("The item has no topics.", Place("tags"))


def _untagged(examined: Examined) -> Iterator[Found]:
    item = examined.item
    tagged = {code.upper() for code in item.countries}
    named: dict[str, list[tuple[PlacedPassage, NamedCountry]]] = {}
    for placed, countries in examined.telling(_countries):
        for country in countries:
            named.setdefault(country.code, []).append((placed, country))
    for code, places in named.items():
        placed, country = places[0]
        if code in tagged or (placed.passage.field not in _TITLES and len(places) < _OFTEN):
            continue
        name = _english_name(code)
        change = Change(Place("countries"), SetValue((*item.countries, code)))
        yield Found(
            f"{name} is named in the text and is not among the countries.",
            placed.place.between(country.start, country.end),
            Fix(f"Add {name}", (change,)),
            subject=code,
        )


def _countries(passage: Passage) -> tuple[NamedCountry, ...]:
    if passage.field in _TITLES or passage.kind in _TEXTS:
        return countries_in(passage.text, passage.language)
    return ()


@lru_cache(maxsize=512)
def _english_name(code: str) -> str:
    return str(Locale("en").territories.get(code, code))


RULES: tuple[Rule, ...] = (
    ItemRule(
        id="topics-missing",
        title="No topics",
        group=Group.DETAILS,
        level=Level.HINTS,
        find=_no_topics,
    ),
    ItemRule(
        id="country-missing",
        title="Country in the text that is not among the countries",
        group=Group.DETAILS,
        level=Level.HINTS,
        find=_untagged,
    ),
)
