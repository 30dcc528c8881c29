"""Which words of a language version are still those of its original."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from editor_app.body import read_markdown
from editor_app.checks.passage import Kind, PlacedPassage
from editor_app.checks.passages import passages_of
from editor_app.checks.repetition import spoken
from editor_app.model.item import NewsItem
from editor_app.wording.dates import primary

_TITLES = frozenset({Kind.CROSS_HEAD, Kind.TITLE, Kind.TABLE_CAPTION})
_SENTENCES = frozenset({Kind.PARAGRAPH, Kind.PULL_TEXT, Kind.CAPTION, Kind.ALT, Kind.NOTE})
_TITLE_FIELDS = frozenset({"headline", "short_headline"})
_FIELDS = frozenset({"standfirst", "summary", "notes_to_editors", *_TITLE_FIELDS})
_FEWEST_IN_TITLE = 2  # words: one may be the same in both languages
_FEWEST = 3  # fewer are often a name


def untranslated(passages: Iterable[PlacedPassage], original: NewsItem) -> Iterator[PlacedPassage]:
    """Yield the passages that say in another language what the original says, word for word.

    Names of people and photographers, numbers and cards are the same in every language.
    """
    said = _said(original)
    for placed in passages:
        passage = placed.passage
        fewest = _fewest(passage.kind, passage.field)
        if not fewest or primary(passage.language) == primary(original.language):
            continue
        words = spoken(passage.text)
        if words in said and sum(word.isalpha() for word in words) >= fewest:
            yield placed


def _fewest(kind: Kind, field: str) -> int:
    """Return how many words make a passage that is translated; 0 for one that is not."""
    if kind is Kind.FIELD:
        return _FEWEST_IN_TITLE if field in _TITLE_FIELDS else _FEWEST * (field in _FIELDS)
    if kind in _TITLES:
        return _FEWEST_IN_TITLE
    return _FEWEST if kind in _SENTENCES else 0


@lru_cache(maxsize=16)
def _said(item: NewsItem) -> frozenset[tuple[str, ...]]:
    """Return the words of each passage of a saved item that is in its own language."""
    return frozenset(
        spoken(placed.passage.text)
        for placed in passages_of(item, read_markdown(item.body))
        if primary(placed.passage.language) == primary(item.language)
    )
