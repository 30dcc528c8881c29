"""The words that texts from web pages and offices come with, by language: shipped as data."""

import json
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

from editor_app.paths import resources

LANGUAGES = ("en", "fr", "es", "de", "ru", "ar")
_EDGES = " \t\u00a0\u200e\u200f.…:;,!|·•\u203a»>→↓↑←-\u2012\u2013\u2014\u2015_*#"


def folded(text: str) -> str:
    """Return text for comparing: no case, no accents, no marks over letters, single spaces."""
    split = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(one for one in split if unicodedata.category(one) != "Mn")
    return " ".join(bare.replace("\u2019", "'").split())


def phrase(text: str) -> str:
    """Return text for comparing as a phrase: folded, without signs at its edges."""
    return folded(text).strip(_EDGES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Phrases of all languages together, folded: a page may mix them."""

    sections: frozenset[str]
    credits: frozenset[str]
    date_prefixes: frozenset[str]
    leftovers: frozenset[str]
    home: frozenset[str]
    places: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """Return the shipped phrases."""
    files = [_read(language) for language in LANGUAGES]

    def gathered(name: str) -> frozenset[str]:
        return frozenset(phrase(one) for file in files for one in file[name])

    return Vocabulary(
        sections=gathered("sections"),
        credits=gathered("credits"),
        date_prefixes=gathered("date_prefixes"),
        leftovers=gathered("leftovers"),
        home=gathered("home"),
        places=frozenset(folded(one) for one in _read("places")["places"]),
    )


@cache
def stop_words() -> dict[str, frozenset[str]]:
    """Return the small words by which a language in Latin or Cyrillic letters is known."""
    words = {language: _read(language)["stop_words"] for language in LANGUAGES}
    words |= _read("languages")["stop_words"]
    return {language: frozenset(one.casefold() for one in some) for language, some in words.items()}


def is_small_word(text: str, language: str) -> bool:
    """Whether text is one of the words that every sentence of a language may begin with."""
    return text.casefold() in _small_words(language.partition("-")[0].lower())


@cache
def _small_words(language: str) -> frozenset[str]:
    return stop_words().get(language, frozenset()) | frozenset(_read("dates")["openings"])


@cache
def date_words() -> frozenset[str]:
    """Return the words that may stand in a date beside day, month and year, folded."""
    return frozenset(folded(one) for one in _read("dates")["words"])


@cache
def telling_letters() -> dict[str, frozenset[str]]:
    """Return the letters that only one language of a script has."""
    return {
        language: frozenset(letters) for language, letters in _read("languages")["letters"].items()
    }


@cache
def field_names() -> dict[str, str]:
    """Return what fields are called in files, folded, with the field that is meant."""
    return {
        key(synonym): field for field, synonyms in _read("keys").items() for synonym in synonyms
    }


def key(text: str) -> str:
    """Return the name of a field for comparing: ``Publish-Date`` is ``publish date``."""
    return folded(text.replace("_", " ").replace("-", " "))


@cache
def _read(name: str) -> dict[str, Any]:
    path = resources() / "wording" / f"{name}.json"
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content
