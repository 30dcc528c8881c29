"""Rules about the language versions of an item: they must say the same."""

from collections.abc import Iterator

from editor_app.checks.finding import Found, Level, Place
from editor_app.checks.rule import Examined, Group, ItemRule, Rule
from editor_app.checks.untranslated import untranslated
from editor_app.checks.version_facts import (
    YEAR,
    facts_of,
    facts_of_item,
    is_compared,
    numbers_in,
)
from editor_app.model.item import NewsItem
from editor_app.wording.date_search import dates_in

_MOST_NAMED = 5


def _behind(examined: Examined) -> Iterator[Found]:
    item, source = examined.item, _source(examined)
    worded = examined.others.worded_in(source) if source is not None else 0
    if 0 < item.translated_version < worded:
        message = (
            f"The original was changed after this version was made from it "
            f"(version {worded}; this is from {item.translated_version})."
        )
        yield Found(message, Place(), subject=str(worded))


def _numbers(examined: Examined) -> Iterator[Found]:
    source = _source(examined)
    if source is None:
        return
    theirs = facts_of_item(source).numbers
    ours = set[str]()
    for placed in examined.passages:
        if not is_compared(placed.passage):
            continue
        for number in numbers_in(placed.passage.text, placed.passage.language):
            ours.add(number.digits)
            if number.digits not in theirs:
                words = placed.passage.text[number.start : number.end]
                place = placed.place.between(number.start, number.end)
                yield Found(f"The number {words} is not in the original.", place)
    if missing := sorted(theirs - ours):
        named = ", ".join(missing[:_MOST_NAMED])
        yield Found(f"The original has numbers that are not here: {named}.", subject=named)


def _dates(examined: Examined) -> Iterator[Found]:
    source = _source(examined)
    if source is None:
        return
    theirs = facts_of_item(source).days
    for placed in examined.passages:
        if not is_compared(placed.passage):
            continue
        text = placed.passage.text
        for named in dates_in(text, placed.passage.language, YEAR):
            if named.day and (named.day.month, named.day.day) not in theirs:
                words = text[named.day_start : named.end]
                place = placed.place.between(named.day_start, named.end)
                yield Found(f"The date “{words}” is not in the original.", place)


def _links(examined: Examined) -> Iterator[Found]:
    source = _source(examined)
    if source is None:
        return
    missing = sorted(facts_of_item(source).hosts - facts_of(examined.passages).hosts)
    if missing:
        named = ", ".join(missing[:_MOST_NAMED])
        yield Found(f"The original has links that are not here: to {named}.", subject=named)


def _untranslated(examined: Examined) -> Iterator[Found]:
    source = _source(examined)
    if source is None:
        return
    for placed in untranslated(examined.passages, source):
        yield Found("These are still the words of the original.", placed.place)


def _source(examined: Examined) -> NewsItem | None:
    """Return the version that an item was translated from; None for an original."""
    wanted = examined.item.translated_from
    if wanted is None:
        return None
    versions = examined.others.versions_of(examined.item)
    return next((one for one in versions if one.id == wanted and not one.is_trashed), None)


RULES: tuple[Rule, ...] = (
    ItemRule(
        id="version-untranslated",
        title="Words of the original that are not translated yet",
        group=Group.LANGUAGE,
        level=Level.WARNS,
        find=_untranslated,
    ),
    ItemRule(
        id="version-behind",
        title="Original changed after the translation",
        group=Group.LANGUAGE,
        level=Level.WARNS,
        find=_behind,
    ),
    ItemRule(
        id="version-numbers",
        title="Other numbers than the original",
        group=Group.LANGUAGE,
        level=Level.WARNS,
        find=_numbers,
    ),
    ItemRule(
        id="version-dates",
        title="Other dates than the original",
        group=Group.LANGUAGE,
        level=Level.WARNS,
        find=_dates,
    ),
    ItemRule(
        id="version-links",
        title="Links of the original that are missing",
        group=Group.LANGUAGE,
        level=Level.WARNS,
        find=_links,
    ),
)
