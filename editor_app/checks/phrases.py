"""The phrases that checks look for, in all languages together: a text may mix them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from editor_app.paths import resources
from editor_app.wording.dates import primary
from editor_app.wording.vocabulary import phrase, vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Phrases of all languages, as `phrase` returns them.

    ``leftovers`` are what a page's furniture says, ``loading`` what stands until a page is there,
    ``whole`` what stands alone where words are still to come, ``bracketed`` the same in brackets,
    ``bracket_openings`` how a note to oneself begins, ``draft`` a mark that a text is one,
    ``vague_links`` what says nothing about where a link leads, ``picture_of`` how an alt text says
    that it is one, ``not_real_name`` that a name was changed, ``people`` are words for people whom
    a photo may show, ``made_by_software`` how a caption says that a picture was.
    """

    leftovers: frozenset[str]
    loading: frozenset[str]
    whole: frozenset[str]
    bracketed: frozenset[str]
    bracket_openings: tuple[str, ...]
    draft: frozenset[str]
    vague_links: frozenset[str]
    picture_of: tuple[str, ...]
    not_real_name: tuple[str, ...]
    people: frozenset[str]
    made_by_software: tuple[str, ...]


@cache
def phrases() -> Phrases:
    """Return the shipped phrases."""
    return Phrases(
        leftovers=_gathered("leftovers") | vocabulary().leftovers,
        loading=_gathered("loading"),
        whole=_gathered("whole"),
        bracketed=_gathered("bracketed"),
        bracket_openings=_openings("bracket_openings"),
        draft=_gathered("draft"),
        vague_links=_gathered("vague_links"),
        picture_of=_openings("picture_of"),
        not_real_name=_openings("not_real_name"),
        people=_gathered("people"),
        made_by_software=_openings("made_by_software"),
    )


@cache
def relative_days(language: str) -> tuple[str, ...]:
    """Return how a language says on what day, seen from the day of writing, as it is written."""
    return tuple(_read().get(primary(language), {}).get("relative_days", ()))


def loading_words() -> Iterable[str]:
    """Return what stands until a page is there, as it is written."""
    return (one for language in _read().values() for one in language["loading"])


def _gathered(name: str) -> frozenset[str]:
    return frozenset(phrase(one) for language in _read().values() for one in language[name])


def _openings(name: str) -> tuple[str, ...]:
    return tuple(sorted(_gathered(name)))


@cache
def _read() -> dict[str, dict[str, list[str]]]:
    path = resources() / "checks" / "phrases.json"
    content: dict[str, dict[str, list[str]]] = json.loads(path.read_text(encoding="utf-8"))
    return content
