"""What the words of a photo itself add under it: licence and links, and a long description."""

import re
from collections.abc import Callable
from dataclasses import replace
from html import escape

from editor_app.body.addresses import is_safe_address
from editor_app.body.pictures import Picture, Saying
from editor_app.body.tree import Content, Link, RawInline, Text
from editor_app.model.licences import Licence, licence_at
from editor_app.model.photo_words import PhotoWords

_ON_THE_WEB = ("https://", "http://")
_NOT_OF_A_NAME = re.compile(r"[\W_]+")


def credit_html(credit: Content, picture: Picture | None, write: Callable[[Content], str]) -> str:
    """Return the words of a credit that write sets as HTML, with links to source and licence.

    The photo's title is named where a Creative Commons licence asks for it; a licence is not named
    twice. Without words there is no line at all: a licence alone credits nobody.
    """
    if not credit or picture is None or picture.words is None or picture.saying is None:
        return write(credit)
    words, saying = picture.words, picture.saying
    opening, who = _parted(credit, saying)
    return "".join(
        (
            escape(opening, quote=False),
            _title(words, saying),
            _linked(who, words.source_address, write),
            _licence(credit, words),
        )
    )


def description_html(picture: Picture | None) -> str:
    """Return the long description of a photo, folded away under its name; nothing without one."""
    if picture is None or picture.words is None or picture.saying is None:
        return ""
    paragraphs = [one.strip() for one in picture.words.long_description.split("\n\n")]
    words = "".join(f"<p>{escape(one, quote=False)}</p>" for one in paragraphs if one)
    if not words:
        return ""
    label = escape(picture.saying.description, quote=False)
    return f'<details class="description"><summary>{label}</summary>{words}</details>'


def printed_licence(words: PhotoWords) -> Licence | None:
    """Return the licence that stands in a photo's credit line: one with terms for everybody."""
    licence = words.known_licence
    return licence if licence and licence.address else None


def licence_address(words: PhotoWords) -> str:
    """Return where the terms of a photo can be read, or nothing."""
    own, licence = words.licence_address.strip(), words.known_licence
    if is_on_the_web(own) and (licence is None or licence_at(own) in (licence, None)):
        return own
    return licence.address if licence else ""


def is_on_the_web(address: str) -> bool:
    """Return whether a page may link to address as to a place on the web."""
    return address.lower().startswith(_ON_THE_WEB) and is_safe_address(address)


def _parted(credit: Content, saying: Saying) -> tuple[str, Content]:
    """Return what opens the line, and the rest of it."""
    first, *others = credit
    if not isinstance(first, Text):
        return saying.opening, credit
    words = first.text.lstrip()
    bare = saying.opening.strip()
    if words.startswith(bare) and (rest := words[len(bare) :].lstrip()) and not first.marks:
        return saying.opening, (replace(first, text=rest), *others)
    return ("" if words.casefold().startswith(saying.openings) else saying.opening), credit


def _title(words: PhotoWords, saying: Saying) -> str:
    licence, title = words.known_licence, words.title.strip()
    if not title or licence is None or not licence.is_creative_commons:
        return ""
    quoted = escape(saying.title.format(title=title), quote=False)
    return f'<cite dir="auto">{quoted}</cite>{saying.comma}'


def _linked(who: Content, address: str, write: Callable[[Content], str]) -> str:
    """Return who made it, leading to where it was found; a link inside a link is none."""
    html, address = write(who), address.strip()
    holds_links = any(
        isinstance(piece, RawInline) or any(isinstance(mark, Link) for mark in piece.marks)
        for piece in who
    )
    if holds_links or not is_on_the_web(address):
        return html
    return f'<a href="{escape(address)}" dir="auto">{html}</a>'


def _licence(credit: Content, words: PhotoWords) -> str:
    licence = printed_licence(words)
    if licence is None or _plain(licence.name) in _plain(_words_of(credit)):
        return ""
    address = escape(licence_address(words))
    return f' / <a rel="license" href="{address}" dir="ltr">{escape(licence.name)}</a>'


def _words_of(credit: Content) -> str:
    return "".join(piece.text for piece in credit if isinstance(piece, Text))


def _plain(words: str) -> str:
    return _NOT_OF_A_NAME.sub("", words).casefold()
