"""The normal form of inline content: equal neighbours joined, white space where it belongs."""

import re
from dataclasses import replace
from functools import lru_cache

from editor_app.body.bracketed import LANGUAGE_TAG
from editor_app.body.marks import AnyMark, link_of
from editor_app.body.tidy import clean_attribute, clean_text
from editor_app.body.tree import (
    NO_MARKS,
    Abbreviation,
    Break,
    Content,
    Footnote,
    Image,
    Inline,
    Language,
    Link,
    Mark,
    Marks,
    RawInline,
    Text,
)

_LANGUAGE_TAG = re.compile(LANGUAGE_TAG)


def is_language_tag(tag: str) -> bool:
    """Return whether tag has the form of a language's name, such as ``fr`` or ``zh-Hant``."""
    return _LANGUAGE_TAG.fullmatch(tag) is not None


@lru_cache(maxsize=16_384)  # most of a text is what it was a moment ago
def normalised_content(content: Content) -> Content:
    """Return content in normal form.

    Markdown's marks cling to words: white space at the edge of a run keeps only the marks that
    it shares with the words on both sides. Spaces at the ends of a line are not kept.
    """
    while True:
        normal = _trimmed(_settled(_cleaned(content)))
        if normal == content:
            return normal
        content = normal


# ---------------------------------------------------------------- each piece


def _cleaned(content: Content) -> list[Inline]:
    result: list[Inline] = []
    for piece in content:
        marks = _clean_marks(piece)
        match piece:
            case Text(text=text):
                _append(result, Text(clean_text(text), marks))
            case Image(src=src, alt=alt, title=title):
                src, alt, title = map(clean_attribute, (src, alt, title))
                result.append(Image(src, alt, title, marks))
            case RawInline(source=source):
                result.append(RawInline(clean_text(source), marks))
            case Footnote(content=inside):
                result.append(Footnote(normalised_content(words_alone(inside)), marks))
            case Break():
                result.append(Break(marks))
    return [piece for piece in result if isinstance(piece, Text) or not _says_nothing(piece)]


def _says_nothing(piece: Inline) -> bool:
    match piece:
        case RawInline(source=inside) | Footnote(content=inside):
            return not inside
    return False


def words_alone(content: Content) -> Content:
    """Return content as a note holds it, not yet in normal form: words with their marks."""
    result: list[Inline] = []
    for piece in content:
        match piece:
            case Break(marks=marks):
                result.append(Text(" ", marks))
            case Image(alt=words, marks=marks) | RawInline(source=words, marks=marks):
                result.append(Text(words, marks))
            case Footnote(content=inside):
                result += [Text(" ("), *words_alone(inside), Text(")")]
            case _:
                result.append(piece)
    return tuple(result)


def _clean_marks(piece: Inline) -> Marks:
    """Return the marks of piece, of each kind with words of its own one at most.

    Code is for text alone, and a note's number leads to the note, wherever it stands.
    """
    marks = piece.marks
    if not marks:
        return NO_MARKS
    plain: Marks = frozenset(mark for mark in marks if isinstance(mark, Mark))
    if not isinstance(piece, Text):
        plain -= {Mark.CODE}
    if isinstance(piece, Footnote):
        plain -= {Mark.SUPERSCRIPT, Mark.SUBSCRIPT}
        marks = frozenset(mark for mark in marks if not isinstance(mark, Link))
    if len(plain) == len(marks):
        return plain
    worded = [clean for mark in marks - plain if (clean := _clean_mark(mark)) is not None]
    if len(worded) > 1:
        kinds = sorted(worded, key=repr, reverse=True)
        worded = list({type(mark): mark for mark in kinds}.values())
    return plain.union(worded)


def _clean_mark(mark: AnyMark) -> AnyMark | None:
    match mark:
        case Link(href=href, title=title):
            return Link(clean_attribute(href), clean_attribute(title))
        case Language(tag=tag):
            return mark if is_language_tag(tag) else None
        case Abbreviation(expansion=expansion):
            expansion = clean_attribute(expansion)
            return Abbreviation(expansion) if expansion else None
    return None


def _append(result: list[Inline], text: Text) -> None:
    if not text.text:
        return
    before = result[-1] if result else None
    if isinstance(before, Text) and before.marks == text.marks:
        result[-1] = Text(before.text + text.text, text.marks)
    else:
        result.append(text)


# ---------------------------------------------------------------- white space and marks


def _settled(content: list[Inline]) -> Content:
    """Return content with the marks of its white space settled."""
    if all(not piece.marks for piece in content):
        return tuple(content)
    pieces = _split_at_edges(content)
    following = _marks_of_next_words(pieces)
    result: list[Inline] = []
    preceding: Marks = NO_MARKS
    for piece, after in zip(pieces, following, strict=True):
        settled = piece
        if not _is_blank(piece):
            preceding = piece.marks
        elif piece.marks:
            settled = replace(piece, marks=piece.marks & preceding & after - {Mark.CODE})
        if isinstance(settled, Text):
            _append(result, settled)
        else:
            result.append(settled)
    return tuple(result)


def _is_blank(piece: Inline) -> bool:
    return isinstance(piece, Break) or (isinstance(piece, Text) and not piece.text.strip())


def _split_at_edges(content: list[Inline]) -> list[Inline]:
    pieces: list[Inline] = []
    for piece in content:
        if isinstance(piece, Text) and piece.marks and piece.text.strip():
            lead = len(piece.text) - len(piece.text.lstrip())
            end = len(piece.text.rstrip())
            parts = (piece.text[:lead], piece.text[lead:end], piece.text[end:])
            pieces += [Text(part, piece.marks) for part in parts if part]
        else:
            pieces.append(piece)
    return pieces


def _marks_of_next_words(pieces: list[Inline]) -> list[Marks]:
    following: list[Marks] = [NO_MARKS] * len(pieces)
    marks: Marks = NO_MARKS
    for index in range(len(pieces) - 1, -1, -1):
        following[index] = marks
        if not _is_blank(pieces[index]):
            marks = pieces[index].marks
    return following


# ---------------------------------------------------------------- the ends of lines


def _trimmed(content: Content) -> Content:
    """Return content without spaces beside breaks and ends, without breaks at the ends."""
    last = len(content) - 1
    result: list[Inline] = []
    for index, piece in enumerate(content):
        if isinstance(piece, Text):
            text = piece.text
            if index == 0 or isinstance(content[index - 1], Break):
                text = text.lstrip(" ")
            if index == last or isinstance(content[index + 1], Break):
                text = text.rstrip(" ")
            if text:
                result.append(piece if text == piece.text else Text(text, piece.marks))
        else:
            result.append(piece)
    while result and isinstance(result[0], Break):
        del result[0]
    while result and isinstance(result[-1], Break):
        del result[-1]
    return tuple(result)


def is_linked(piece: Inline) -> bool:
    """Return whether piece is part of a link."""
    return link_of(piece.marks) is not None
