"""The web-address part of an item: proposed from its headline until the world knows it."""

import re
from collections.abc import Callable

from slugify import slugify

from editor_app.model.item import NewsItem
from editor_app.model.limits import SLUG

_NUMBER = re.compile(r"-\d+$")
# Names that some file system or web server keeps for itself.
_RESERVED = re.compile(r"con|prn|aux|nul|index|img|(com|lpt)\d")
_GERMAN = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue"))
_DANISH = (("ø", "oe"), ("å", "aa"), ("Ø", "Oe"), ("Å", "Aa"))


def slug_of(text: str, *, language: str) -> str:
    """Return text as a slug: ``[a-z0-9-]``, at most 60 characters, cut between words.

    Letters of other scripts are spelt in Latin ones; the ``&`` is said in the language of the
    item. A text without letters and digits gives an empty slug.
    """
    slug = slugify(
        text,
        max_length=SLUG,
        word_boundary=True,
        save_order=True,
        replacements=_replacements(language.split("-", maxsplit=1)[0].lower()),
    )
    return f"{slug}-item" if _RESERVED.fullmatch(slug) else slug


def follows_headline(item: NewsItem) -> bool:
    """Whether the slug is empty, or is what the headline gives (with a number, if taken)."""
    proposed = slug_of(item.headline, language=item.language)
    if item.slug in {"", proposed}:
        return True
    stem = _NUMBER.sub("", item.slug)
    was_shortened = len(proposed) > SLUG - 5 and len(stem) > SLUG - 15
    return stem == proposed or (was_shortened and proposed.startswith(stem))


def is_settled(item: NewsItem, *, was_exported: Callable[[], bool]) -> bool:
    """Whether the slug stays when the headline changes: the world knows it, or somebody chose it.

    ``was_exported`` is asked only where nothing else decides.
    """
    if not item.slug:
        return False
    if item.status.is_finished or item.first_published_at is not None:
        return True
    return not follows_headline(item) or (item.version > 0 and was_exported())


def _replacements(language: str) -> list[tuple[str, str]]:
    """Return how a language spells what Latin letters cannot say alone."""
    said_and = {"en": "and", "fr": "et", "de": "und", "es": "y", "it": "e", "pt": "e"}
    letters = {"de": _GERMAN, "da": _DANISH, "nb": _DANISH, "nn": _DANISH, "no": _DANISH}
    ampersand = (("&", f" {said_and[language]} "),) if language in said_and else ()
    return [*letters.get(language, ()), *ampersand]
