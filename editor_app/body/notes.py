"""Notes: the places in a text where their numbers stand, and the list of them after it.

HTML is made with unnumbered places, which hold a character that no text can, and is numbered
last: so a block passes the gate without ids, and nobody's HTML can bring ids that clash.
"""

import re
from collections.abc import Iterable, Iterator

from editor_app.body.contents import contents_of
from editor_app.body.tree import Block, Footnote

_SIGN = "\x01"
_PLACE = re.compile(f"<sup>{_SIGN}([0-9]+){_SIGN}</sup>")


def footnotes_of(block: Block) -> Iterator[Footnote]:
    """Yield the notes in block, in reading order."""
    for content in contents_of(block):
        for piece in content:
            if isinstance(piece, Footnote):
                yield piece


def place_words(index: int) -> str:
    """Return the words of the ``<sup>`` where the number of a block's note will stand."""
    return f"{_SIGN}{index}{_SIGN}"


def note_place(index: int) -> str:
    """Return the place where the number of a block's note will stand; its first one is 0."""
    return f"<sup>{place_words(index)}</sup>"


def with_note_numbers(html: str, first_note: int) -> str:
    """Return html with a number, which leads to its note, in each place of one."""

    def numbered(place: re.Match[str]) -> str:
        number = first_note + int(place[1])
        reference = f'<a id="note-ref-{number}" href="#note-{number}" role="doc-noteref">'
        return f'<sup class="note">{reference}{number}</a></sup>'

    return _PLACE.sub(numbered, html) if _SIGN in html else html


def without_places(html: str) -> str:
    """Return html without the places of notes."""
    return _PLACE.sub("", html)


def notes_section(notes: Iterable[str]) -> str:
    """Return the list of all notes of a text, each given as HTML; nothing where there are none."""
    items = "".join(
        f'<li id="note-{number}">{note} <a href="#note-ref-{number}" role="doc-backlink">'
        "\N{LEFTWARDS ARROW WITH HOOK}</a></li>"
        for number, note in enumerate(notes, start=1)
    )
    return f'<section class="notes" role="doc-endnotes"><ol>{items}</ol></section>' if items else ""
