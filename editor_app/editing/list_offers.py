"""What is offered while a name of a managed list is typed."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError

if TYPE_CHECKING:
    from editor_app.model.lists import Entry

MOST = 12
"""How many are offered at once: what a short list shows without scrolling."""

_CODE_LENGTH = 2
_NOT_COUNTRIES = frozenset({"EU", "EZ", "UN", "ZZ", "QO"})


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be picked: its value, and the names by which it is found, the first one shown."""

    value: str
    names: tuple[str, ...]

    def shown_for(self, typed: str) -> str:
        """Return its name, with the other name that was typed behind it."""
        wanted = folded(typed)
        if not wanted or wanted in folded(self.names[0]):
            return self.names[0]
        found = next((name for name in self.names[1:] if wanted in folded(name)), "")
        return f"{self.names[0]}  ·  {found}" if found else self.names[0]


def entry_offers(entries: Iterable["Entry"]) -> list[Offer]:
    """Return entries of a list as offers."""
    return [Offer(entry.name, entry.names()) for entry in entries]


@cache
def country_offers(language: str) -> tuple[Offer, ...]:
    """Return all countries of ISO 3166, with their names in English and in a language."""
    english, own = country_names("en"), country_names(language)
    return tuple(
        Offer(code, tuple(dict.fromkeys([name, own.get(code, name), code])))
        for code, name in english.items()
    )


@cache
def country_names(language: str) -> dict[str, str]:
    """Return the names of all countries in a language by code, by the alphabet."""
    names = _locale(language).territories
    return {
        code: name
        for code, name in sorted(names.items(), key=lambda one: folded(one[1]))
        if len(code) == _CODE_LENGTH and code.isalpha() and code not in _NOT_COUNTRIES
    }


def matching(offers: Sequence[Offer], typed: str, *, most: int = MOST) -> list[Offer]:
    """Return the offers with a name that has what was typed in it, those that begin so first."""
    wanted = folded(typed)
    if not wanted:
        return list(offers[:most])
    ranked: list[list[Offer]] = [[], [], []]
    for offer in offers:
        rank = min((_rank(folded(name), wanted) for name in offer.names), default=len(ranked))
        if rank < len(ranked):
            ranked[rank].append(offer)
    return [offer for found in ranked for offer in found][:most]


def named(offers: Iterable[Offer], typed: str) -> Offer | None:
    """Return the offer one of whose names was typed whole; case and accents do not matter."""
    wanted = folded(typed)
    every = [offer for offer in offers if wanted and wanted in map(folded, offer.names)]
    return next((offer for offer in every if typed.strip() in offer.names), None) or next(
        iter(every), None
    )


@lru_cache(maxsize=32_768)
def folded(text: str) -> str:
    """Return text as names are compared while they are typed: without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(one for one in plain if not unicodedata.combining(one)).split())


def _rank(name: str, wanted: str) -> int:
    if name.startswith(wanted):
        return 0
    if f" {wanted}" in name:
        return 1
    return 2 if wanted in name else 3


@cache
def _locale(language: str) -> Locale:
    for tag in (language, language.split("-", maxsplit=1)[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (ValueError, UnknownLocaleError):
            continue
    return Locale("en")
