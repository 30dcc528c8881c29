"""The settings of a house from plain values that anybody may have written, field by field."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any, get_type_hints

from editor_app.checks.catalogue import RULES
from editor_app.checks.finding import Level
from editor_app.checks.term_tables import TermKind
from editor_app.model.house import House
from editor_app.model.house_style import HouseStyle, Limits
from editor_app.model.house_words import (
    DATE_PATTERNS,
    address_problem,
    dateline_problem,
    is_language,
)
from editor_app.model.item import NewsItem
from editor_app.model.strict_fields import OddFieldError, read_field
from editor_app.render.look import sound_look

_OFF = "off"
_LEVELS = {*(level.value for level in Level), _OFF}
_CHOICES = {"ise_or_ize": {"", "ise", "ize"}, "percent": {"", "%", "per cent", "percent"}}
_LONGEST_MARK = 3
_MOST = 9999


def taken_over(said: Mapping[str, Any], over: House) -> tuple[House, list[str]]:
    """Return a house with what is said, and sentences on what was left out."""
    remarks: list[str] = []
    plain = {name: value for name, value in said.items() if name != "style"}
    house = _with_fields(House, plain, over, remarks)
    own_style = said.get("style")
    style = over.style
    if isinstance(own_style, Mapping):
        lists = set(TermKind)
        known = {name: value for name, value in own_style.items() if name not in lists}
        style = _with_fields(HouseStyle, known, style, remarks)
    house = _sound_house(house, over, remarks)
    return replace(house, style=_sound_style(style, over.style, remarks)), remarks


def _with_fields(kind: Any, said: Mapping[str, Any], over: Any, remarks: list[str]) -> Any:
    hints = get_type_hints(kind)
    good: dict[str, Any] = {}
    for field in fields(kind):
        if field.name in said:
            try:
                good[field.name] = read_field(hints[field.name], said[field.name], field.name)
            except OddFieldError as error:
                remarks.append(f"A setting was left out: {error}.")
    return replace(over, **good)


def _sound_house(house: House, over: House, remarks: list[str]) -> House:
    if problem := address_problem(house.address):
        remarks.append(f"The web address was left out. {problem}")
        house = replace(house, address=over.address)
    if not is_language(house.language):
        remarks.append("The language was left out: it is no language.")
        house = replace(house, language=over.language)
    look = sound_look(house.look)
    if look != house.look:
        remarks.append("Colours or fonts were left out: they cannot be used or read.")
    languages = (one for one in house.languages if is_language(one) and one != house.language)
    return replace(house, look=look, languages=tuple(dict.fromkeys(languages)))


def _sound_style(style: HouseStyle, own: HouseStyle, remarks: list[str]) -> HouseStyle:
    if problem := dateline_problem(style.dateline):
        remarks.append(f"The dateline was left out. {problem}")
        style = replace(style, dateline=own.dateline)
    for name, choices in _CHOICES.items():
        if getattr(style, name) not in choices:
            remarks.append(f"A setting was left out: “{name}” is none of the choices.")
            said: dict[str, Any] = {name: getattr(own, name)}
            style = replace(style, **said)
    if any(getattr(style.limits, field.name) > _MOST for field in fields(Limits)):
        remarks.append("The limits were left out: one of them is too large.")
        style = replace(style, limits=own.limits)
    return _without_odd_entries(style, remarks)


def _without_odd_entries(style: HouseStyle, remarks: list[str]) -> HouseStyle:
    rules, names = {rule.id for rule in RULES}, {field.name for field in fields(NewsItem)}
    kept: dict[str, tuple[Any, ...]] = {
        "levels": tuple(one for one in style.levels if one.rule in rules and one.level in _LEVELS),
        "quotation_marks": tuple(
            one
            for one in style.quotation_marks
            if is_language(one.language) and _are_marks((*one.outer, *one.inner))
        ),
        "date_patterns": tuple(
            one
            for one in style.date_patterns
            if is_language(one.language) and one.pattern in DATE_PATTERNS
        ),
        "needs": tuple(one for one in style.needs if set(one.fields) <= names),
    }
    for name, entries in kept.items():
        if gone := len(getattr(style, name)) - len(entries):
            remarks.append(f"Of “{name}”, {gone:,} were left out: they cannot be used here.")
    said: dict[str, Any] = dict(kept)
    return replace(style, **said)


def _are_marks(marks: Iterable[str]) -> bool:
    return all(mark.strip() and len(mark) <= _LONGEST_MARK for mark in marks)
