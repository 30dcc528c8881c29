"""Inline content to Markdown, at a chosen level of caution."""

import re
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from editor_app.body.escapes import Surroundings, encoded, escaped, reference
from editor_app.body.marks import is_bracketed
from editor_app.body.spans import Span, spans
from editor_app.body.tree import (
    Abbreviation,
    Break,
    Content,
    Footnote,
    Image,
    Inline,
    Language,
    Link,
    Mark,
    RawInline,
    Text,
)


class Caution(IntEnum):
    """How far a block is written away from what a person would type, so that it reads back."""

    PRETTY = 0  # escapes where the place asks for one
    ESCAPED = 1  # every escapable character escaped
    TAGGED = 2  # HTML tags for marks and breaks
    ENCODED = 3  # character references for all punctuation


class Place(StrEnum):
    """Where content stands; that decides what is special in it."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LINE = "line"  # a caption or a credit
    CELL = "cell"
    TABLE_CAPTION = "table caption"
    PULL_QUOTE = "pull quote"
    NOTE = "note"
    NOTE_IN_CELL = "note in a cell"


_SIGNS = {
    Mark.STRONG: "**",
    Mark.EMPHASIS: "*",
    Mark.STRIKE: "~~",
    Mark.SUPERSCRIPT: "^",
    Mark.SUBSCRIPT: "~",
}
_AMPERSAND = re.compile(r"&(?=#|[0-9a-zA-Z]+;)")
_TICKS = re.compile("`+")
_NOTES = (Place.NOTE, Place.NOTE_IN_CELL)
_WITH_CELLS = (
    Place.CELL,
    Place.TABLE_CAPTION,
    Place.NOTE_IN_CELL,
)  # a pipe would part what stands there
_LINE_SEPARATORS = "\u2028\u2029"


def write_content(
    content: Content, place: Place, caution: Caution, labels: frozenset[str] = frozenset()
) -> str:
    """Return content as Markdown; ``labels`` are those of reference definitions in the text."""
    has_breaks = any(isinstance(piece, Break) for piece in content)
    signs = _paired_signs(content)
    text = _ContentWriter(content, place, caution, labels, has_breaks, signs).write()
    return _with_safe_ends(text, place)


def _with_safe_ends(text: str, place: Place) -> str:
    """Return text with blanks at its ends as references: Python-Markdown strips any white space."""
    if place is Place.CELL:
        return re.sub(r"^\s|\s$", lambda found: reference(found[0]), text)
    if not text.strip():
        return "".join(map(reference, text))
    lead, end = len(text) - len(text.lstrip()), len(text.rstrip())
    ends = "".join(map(reference, text[:lead])), "".join(map(reference, text[end:]))
    return f"{ends[0]}{text[lead:end]}{ends[1]}"


def write_image(image: Image, place: Place, caution: Caution) -> str:
    """Return image as Markdown."""
    special = "[]!*_~^" if caution >= Caution.TAGGED else "[]"
    alt = _attribute(image.alt, special, place)
    return f"![{alt}]({_address(image.src, place, caution)}{_title(image.title, place, caution)})"


# ---------------------------------------------------------------- attributes


def _attribute(text: str, special: str, place: Place) -> str:
    """Return text with what the inline patterns would touch as character references."""
    special += '\\`"<>' + ("|" if place in _WITH_CELLS else "")
    return "".join(
        reference(c) if c in special or _is_odd_blank(c) else c
        for c in _AMPERSAND.sub("&amp;", text)
    )


def _is_odd_blank(character: str) -> bool:
    return character != " " and (character.isspace() or character in _LINE_SEPARATORS)


def _address(address: str, place: Place, caution: Caution) -> str:
    """Return a link's or an image's destination, never in ``<>``.

    The HTML preprocessor takes ``</x y>`` for an end tag and drops the ``y``.
    """
    special = "\\`\"'<>[] " + ("|" if place in _WITH_CELLS else "")
    if caution >= Caution.ENCODED:
        special += "*_~^"
    if caution >= Caution.TAGGED or not _is_balanced(address):
        special += "()"
    written = "".join(
        reference(c) if c in special or _is_odd_blank(c) else c
        for c in _AMPERSAND.sub("&amp;", address)
    )
    return written or "<>"


def _is_balanced(address: str) -> bool:
    depth = 0
    for character in address:
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return False
    return not depth


def _title(title: str, place: Place, caution: Caution) -> str:
    if not title:
        return ""
    special = ""
    if caution >= Caution.ESCAPED:
        special = "'()[]"
    elif "'" in title and '"' in title:
        special = "'"
    return f' "{_attribute(title, special, place)}"'


def _words_attributes(mark: Language | Abbreviation) -> str:
    if isinstance(mark, Abbreviation):
        return f'abbr="{_attribute(mark.expansion, "[]{}*_~^|", Place.LINE)}"'
    return f"lang={mark.tag} dir={mark.direction.value}" if mark.direction else f"lang={mark.tag}"


# ---------------------------------------------------------------- content


@dataclass(slots=True)
class _ContentWriter:
    """Writes one stretch of content from left to right, looking at what stands on both sides."""

    content: Content
    place: Place
    caution: Caution
    labels: frozenset[str]
    has_breaks: bool
    paired_signs: str
    out: list[str] = field(default_factory=list)
    index: int = 0  # of the piece that is written
    is_blank: bool = True  # nothing but white space was written

    def write(self) -> str:
        self._write(spans(self.content), inside=())
        return "".join(self.out)

    def _write(self, parts: tuple[Span, ...], inside: tuple[Mark, ...]) -> None:
        for span in parts:
            match span.mark:
                case None:
                    self._write_piece(span.piece)
                    self.index += 1
                case Link() as link:
                    self._write_link(span, link, inside)
                case Language() | Abbreviation() as mark:
                    self._write_words(span, mark, inside)
                case Mark.CODE:
                    self._write(span.inside, inside)
                case mark:
                    self._write_mark(span, mark, inside)

    def _write_link(self, span: Span, link: Link, inside: tuple[Mark, ...]) -> None:
        self._put("[")
        self._write(span.inside, inside)
        address = _address(link.href, self.place, self.caution)
        self._put(f"]({address}{_title(link.title, self.place, self.caution)})")

    def _write_words(
        self, span: Span, mark: Language | Abbreviation, inside: tuple[Mark, ...]
    ) -> None:
        attributes = [_words_attributes(mark)]
        match span.inside:  # words that are both share their brackets
            case (Span(mark=Abbreviation() as short) as inner,) if isinstance(mark, Language):
                attributes.append(_words_attributes(short))
                span = inner
        self._put("[")
        self._write(span.inside, inside)
        self._put(f"]{{{' '.join(attributes)}}}")

    def _write_mark(self, span: Span, mark: Mark, inside: tuple[Mark, ...]) -> None:
        opening, closing = f"<{mark}>", f"</{mark}>"
        if self.caution < Caution.TAGGED:
            opening = closing = self._sign(span, mark, inside)
        self._put(opening)
        self._write(span.inside, (*inside, mark))
        self._put(closing)

    def _sign(self, span: Span, mark: Mark, inside: tuple[Mark, ...]) -> str:
        """Return the sign of mark; ``_`` for emphasis where ``*`` would run into another one."""
        if mark is not Mark.EMPHASIS:
            return _SIGNS[mark]
        end = self.index + _length(span)
        before, after = self._before(), _first_character(self.content, end)
        touches = "*" in (before, after) or Mark.STRONG in inside or _holds(span, Mark.STRONG)
        if touches and not _is_wordy(before) and not _is_wordy(after):
            return "_"
        return _SIGNS[mark]

    def _put(self, text: str) -> None:
        self.out.append(text)
        self.is_blank = self.is_blank and not text.strip()

    def _before(self) -> str:
        return next((text[-1] for text in reversed(self.out) if text), "")

    # ------------------------------------------------------------ pieces

    def _write_piece(self, piece: Inline | None) -> None:
        match piece:
            case Text(text=text, marks=marks) if Mark.CODE in marks:
                self._put(self._code(text))
            case Text(text=text):
                self._put(self._text(text))
            case Break():
                self._put(self._break())
            case Image():
                self._put(write_image(piece, self.place, self.caution))
            case RawInline(source=source):
                self._put(source)
            case Footnote(content=content):
                has_cells = self.place in _WITH_CELLS or self.has_breaks
                place = Place.NOTE_IN_CELL if has_cells else Place.NOTE
                note = write_content(content, place, self.caution, self.labels)
                self._put(f"^[{note}]")

    def _break(self) -> str:
        """Return a line break: two spaces and a line end, where a line may end.

        Raw HTML at the start of a line would be a block.
        """
        following = self.content[self.index + 1] if self.index + 1 < len(self.content) else None
        is_plain = self.place is Place.PARAGRAPH and self.caution < Caution.TAGGED
        return "  \n" if is_plain and not isinstance(following, RawInline) else "<br>"

    def _code(self, text: str) -> str:
        """Return text as a code span; ``&#`` in one would confuse the HTML preprocessor."""
        if self.caution >= Caution.ENCODED or "&#" in text:
            return f"<code>{encoded(text)}</code>"
        runs = {len(run) for run in _TICKS.findall(text)}
        fence = "`"
        while len(fence) in runs:
            fence += "`"
        pad = " " if text.startswith("`") or text.endswith("`") else ""
        return f"{fence}{pad}{text}{pad}{fence}"

    def _text(self, text: str) -> str:
        if self.caution >= Caution.ENCODED:
            return encoded(text)
        return escaped(text, self._surroundings())

    def _surroundings(self) -> Surroundings:
        before = self.content[self.index - 1] if self.index else None
        following = self.content[self.index + 1] if self.index + 1 < len(self.content) else None
        return Surroundings(
            before=self._before(),
            after=_first_character(self.content, self.index + 1),
            starts_line=self.is_blank or self._before() == "\n",
            follows_break=isinstance(before, Break),
            precedes_break=isinstance(following, Break),
            precedes_bracket=following is not None and is_bracketed(following.marks),
            is_in_brackets=self.place is Place.NOTE or is_bracketed(self.content[self.index].marks),
            is_heading=self.place is Place.HEADING,
            is_above_lines=self.place is Place.PULL_QUOTE,
            has_cells=self.place in _WITH_CELLS or self.has_breaks,
            paired_signs=self.paired_signs,
            labels=self.labels,
            escapes_all=self.caution >= Caution.ESCAPED,
        )


def _first_character(content: Content, index: int) -> str:
    """Return the character that comes first in content from index on, ``!`` for a picture."""
    if index >= len(content):
        return ""
    match content[index]:
        case Text(text=text):
            return text[0]
        case Break():
            return " "
        case Footnote():
            return "^"
    return "!"


def _paired_signs(content: Content) -> str:
    """Return which of ``~`` and ``^`` could find a partner in content."""
    text = "".join(p.text for p in content if isinstance(p, Text) and Mark.CODE not in p.marks)
    marks = {mark for piece in content for mark in piece.marks}
    signs = "~" if text.count("~") > 1 or marks & {Mark.STRIKE, Mark.SUBSCRIPT} else ""
    return signs + ("^" if text.count("^") > 1 or Mark.SUPERSCRIPT in marks else "")


def _length(span: Span) -> int:
    return 1 if span.mark is None else sum(map(_length, span.inside))


def _holds(span: Span, mark: Mark) -> bool:
    return span.mark is mark or any(_holds(inner, mark) for inner in span.inside)


def _is_wordy(character: str) -> bool:
    return character.isalnum() or character == "_"
