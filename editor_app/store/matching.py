"""What the search index holds of an item."""

import re
from functools import lru_cache
from typing import NamedTuple

from editor_app.body.errors import BodyError
from editor_app.body.read import read_markdown
from editor_app.body.text import plain_text
from editor_app.model.item import NewsItem
from editor_app.store.folded import words_in

_BLANK_LINES = re.compile(r"\n[ \t]*\n")
# Prose without a sign that Markdown could take for markup: its plain text is what it says.
_BARE = re.compile(r"(?!\s*(?:[#>+=:-]|\d+[.)]))[^\\`*_\[\]<>&~^|{}\n]*")
LONGEST_WORD = 64  # letters of a word that are looked at


class Searched(NamedTuple):
    """The words of an item, folded, by column of the index, with a space between two.

    In the body a line ends where a part between blank lines does.
    """

    headline: str = ""
    standfirst: str = ""
    body: str = ""
    others: str = ""

    @property
    def distinct(self) -> dict[str, None]:
        """Every word once."""
        return dict.fromkeys(" ".join(self).split())


class Reworded(NamedTuple):
    """The columns of `Searched` in which an item is others now; None for those that stay."""

    headline: str | None = None
    standfirst: str | None = None
    body: str | None = None
    others: str | None = None

    def over(self, before: Searched) -> Searched:
        """Return the words now."""
        columns = zip(self, before, strict=True)
        return Searched(*(old if new is None else new for new, old in columns))


class IndexedText:
    """The text of items as the index takes it in.

    A piece between blank lines is read once and remembered: saving after a keystroke in a long
    text reads one paragraph, not all of them.
    """

    def __init__(self, *, pieces: int = 4096) -> None:
        self._words = lru_cache(maxsize=pieces)(_words_of_piece)

    def of(self, item: NewsItem) -> Searched:
        """Return what of item is searched."""
        return Searched(
            headline=_joined(item.headline),
            standfirst=_joined(item.standfirst),
            body=self._body(item),
            others=_joined("\n".join(others_of(item))),
        )

    def reworded(self, old: NewsItem, new: NewsItem) -> Reworded:
        """Return what of an item is searched that was not before."""
        others = others_of(new)
        return Reworded(
            headline=None if new.headline == old.headline else _joined(new.headline),
            standfirst=None if new.standfirst == old.standfirst else _joined(new.standfirst),
            body=None if new.body == old.body else self._body(new),
            others=None if others == others_of(old) else _joined("\n".join(others)),
        )

    def _body(self, item: NewsItem) -> str:
        return "\n".join(filter(None, map(self._words, pieces_of(item.body))))


def pieces_of(markdown: str) -> list[str]:
    """Return the parts of a body between its blank lines."""
    return _BLANK_LINES.split(markdown)


def plain_piece(piece: str) -> str:
    """Return the plain text of a part of a body, near enough for finding it."""
    if _BARE.fullmatch(piece):
        return piece
    try:
        return plain_text(read_markdown(piece))
    except BodyError:
        return piece


def others_of(item: NewsItem) -> list[str]:
    """Return what is searched of an item beside its headline, standfirst and body."""
    lead = item.lead_figure
    contacts = ((one.name, one.role, one.email, one.phone) for one in item.contacts)
    projects = ((one.title, one.donor) for one in item.projects)
    parts = (
        *(item.short_headline, item.summary, item.byline, item.dateline_place),
        *item.tags,
        *(lead.caption, lead.credit, lead.alt),
        *(" ".join(contact) for contact in contacts),
        *(" ".join(project) for project in projects),
        *(publication.title for publication in item.publications),
        *(related.text for related in item.related),
        *(item.notes_to_editors, item.internal_notes),
        *(note.text for note in item.change_notes),
    )
    return [part for part in parts if part.strip()]


def folded_words(text: str) -> str:
    """Return the words of text as the index has them, with a space between two."""
    return _joined(text)


def _joined(text: str) -> str:
    return " ".join(word[:LONGEST_WORD] for word in words_in(text))


def _words_of_piece(piece: str) -> str:
    return _joined(plain_piece(piece))
