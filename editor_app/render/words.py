"""What a page says of its own accord, in the language of the item."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from editor_app.paths import resources

_FALLBACK = "en"
_KILOBYTE = 1000
_UNITS = ("B", "kB", "MB", "GB")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """The words, dates and names of one language. Use `page_words` to get them."""

    tag: str
    locale: Locale
    texts: Mapping[str, str]
    photo_words: tuple[str, ...]

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``, the way the language is written."""
        return self.locale.text_direction

    @property
    def open_graph_locale(self) -> str:
        """The locale as Open Graph writes it, such as ``fr_FR``; empty without a country."""
        territory = self.locale.territory or _likely_territory(self.locale)
        return f"{self.locale.language}_{territory}" if territory else ""

    def day(self, day: date) -> str:
        """Return a day as it is printed."""
        return _day(day, self.locale)

    def month(self, day: date) -> str:
        """Return the month of a day with its year, such as ``September 2015``."""
        return format_skeleton("yMMMM", day, locale=self.locale)

    def month_name(self, day: date) -> str:
        """Return the name of the month of a day, as it stands alone."""
        return format_date(day, format="LLLL", locale=self.locale)

    def numbered(self, number: int) -> str:
        """Return what a page of a list is called, such as ``Page 3``."""
        return self.texts["page_number"].format(number=format_decimal(number, locale=self.locale))

    def dateline(self, place: str, day: date | None) -> str:
        """Return the words that open the text, such as ``VIENNA, 15 September 2015``."""
        place = place.strip().upper()
        if day is None:
            return place
        return self.texts["dateline"].format(place=place, date=self.day(day))

    def reading_time(self, minutes: int) -> str:
        """Return how long the text takes to read."""
        number = format_decimal(minutes, locale=self.locale)
        return self.texts["reading_time"].format(minutes=number)

    def country(self, code: str) -> str:
        """Return the name of a country, or its code where it has none."""
        return str(self.locale.territories.get(code.strip().upper(), code))

    def language(self, tag: str) -> str:
        """Return the name of a language in this one."""
        spoken = _locale(tag)
        name = spoken.get_language_name(str(self.locale)) if spoken else None
        return name or tag

    def size(self, size: int) -> str:
        """Return a file's size as it is printed, such as ``1.2 MB``."""
        amount, unit = float(size), 0
        while amount >= _KILOBYTE and unit < len(_UNITS) - 1:
            amount, unit = amount / _KILOBYTE, unit + 1
        digits = "0.#" if unit > 1 else "0"
        name = self.texts.get(f"unit_{_UNITS[unit]}", _UNITS[unit])
        return f"{format_decimal(amount, digits, locale=self.locale)}\N{NO-BREAK SPACE}{name}"

    def pages(self, count: int) -> str:
        """Return how many pages a document has."""
        form = self.locale.plural_form(count)
        text = self.texts.get(f"pages_{form}", self.texts["pages_other"])
        return text.format(count=format_decimal(count, locale=self.locale))

    def credit(self, credit: str) -> str:
        """Return a photo's credit as it is printed: it starts by saying that it is one."""
        credit = credit.strip()
        if not credit or credit.casefold().startswith(self.photo_words):
            return credit
        return self.texts["credit"].format(credit=credit)

    @property
    def credit_opening(self) -> str:
        """The words that a printed credit begins with."""
        return self.texts["credit"].partition("{credit}")[0]

    def bare_credit(self, credit: str) -> str:
        """Return a credit without the words that only a printed one begins with."""
        credit, opening = credit.strip(), self.credit_opening.strip()
        return credit.removeprefix(opening).lstrip() or credit


@lru_cache(maxsize=64)
def page_words(tag: str) -> PageWords:
    """Return the words of a language; what is not translated is said in English."""
    locale = _locale(tag) or Locale(_FALLBACK)
    english, own = _catalogue(_FALLBACK), _catalogue(locale.language)
    texts = english | own
    openings = f"{english['photo_words']}|{texts['photo_words']}".casefold().split("|")
    return PageWords(tag=tag, locale=locale, texts=texts, photo_words=tuple(openings))


@lru_cache(maxsize=256)
def own_language_name(tag: str) -> str:
    """Return what a language calls itself, such as *Français*."""
    locale = _locale(tag)
    name = locale.get_language_name() if locale else None
    return name[0].upper() + name[1:] if name else tag


@lru_cache(maxsize=256)
def text_direction(tag: str) -> str:
    """Return ``rtl`` or ``ltr``, the way a language is written."""
    locale = _locale(tag)
    return locale.text_direction if locale else "ltr"


@lru_cache(maxsize=256)
def _locale(tag: str) -> Locale | None:
    """Return the locale of a BCP 47 tag, or of its language where the rest is unknown."""
    for wanted in (tag, tag.split("-", maxsplit=1)[0]):
        try:
            return Locale.parse(wanted, sep="-")
        except (ValueError, UnknownLocaleError):
            continue
    return None


def _likely_territory(locale: Locale) -> str:
    parts = str(get_global("likely_subtags").get(locale.language, "")).split("_")
    return parts[-1] if len(parts) > 1 else ""


@lru_cache(maxsize=4096)
def _day(day: date, locale: Locale) -> str:
    return format_date(day, format="long", locale=locale)


@cache
def _catalogue(language: str) -> dict[str, str]:
    file = resources() / "page_words" / f"{language}.json"
    if not file.is_file():
        return {}
    texts: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return texts
