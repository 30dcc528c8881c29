"""Rules about the texts of the house under an item."""

from collections.abc import Iterator
from dataclasses import replace

from editor_app.checks.finding import Change, Fix, Found, Level, Place, SetValue
from editor_app.checks.rule import Examined, Group, ItemRule, Rule
from editor_app.model.item import Boilerplate
from editor_app.wording.dates import primary


def _language(examined: Examined) -> Iterator[Found]:
    item = examined.item
    for number, one in enumerate(item.boilerplates):
        if not one.language or primary(one.language) == primary(item.language):
            continue
        listed = examined.lists.boilerplate(one.name)
        ours = listed.for_item(item.language) if listed else None
        fits = ours is not None and primary(ours.language) == primary(item.language)
        fix = _with(number, ours, "Take it in the item's language") if ours and fits else None
        message = f"“{one.heading or one.name}” is not in the language of the item."
        yield Found(message, Place(f"boilerplates[{number}]"), fix, subject=one.text)


def _old(examined: Examined) -> Iterator[Found]:
    for number, one in enumerate(examined.item.boilerplates):
        listed = examined.lists.boilerplate(one.name)
        newest = listed.for_item(one.language) if listed and one.language else None
        if newest is None or newest.language != one.language or newest.version <= one.version:
            continue
        fix = _with(number, replace(newest, name=one.name), "Take the new one")
        message = f"“{one.heading or one.name}” has been written anew since it was picked."
        yield Found(message, Place(f"boilerplates[{number}]"), fix, subject=one.text)


def _with(number: int, text: Boilerplate, label: str) -> Fix:
    return Fix(label, (Change(Place(f"boilerplates[{number}]"), SetValue(text)),))


RULES: tuple[Rule, ...] = (
    ItemRule(
        id="boilerplate-language",
        title="Text about the house in another language",
        group=Group.DETAILS,
        level=Level.WARNS,
        find=_language,
    ),
    ItemRule(
        id="boilerplate-old",
        title="Old text about the house",
        group=Group.DETAILS,
        level=Level.WARNS,
        find=_old,
    ),
)
