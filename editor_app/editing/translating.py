"""What of an item is taken over into another language, and what of that has changed since."""

from dataclasses import replace

from editor_app.editing.comparing import Comparison, compare
from editor_app.editing.draft import Draft

WORDS = frozenset(
    {
        *("headline", "short_headline", "standfirst", "summary", "dateline_place"),
        *("publications", "related", "notes_to_editors"),
    }
)
"""The fields beside text and photo that are said anew in each language."""


def changed_words(then: Draft, now: Draft) -> Comparison:
    """Return what those have to take over who translated an item as it was then."""
    found = compare(then, now)
    return replace(found, fields=tuple(one for one in found.fields if one.name in WORDS))
