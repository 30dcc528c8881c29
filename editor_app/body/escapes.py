"""Which characters of a text would mean something else in Markdown, and how to write them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from editor_app.body.profile import ESCAPABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What stands around a run of text."""

    before: str = ""  # the character written before it
    after: str = ""  # the character that comes after it
    starts_line: bool = False
    follows_break: bool = False
    precedes_break: bool = False
    precedes_bracket: bool = False
    is_in_brackets: bool = False
    is_heading: bool = False
    is_above_lines: bool = False  # of which each starts with colons
    has_cells: bool = False  # a pipe would part it: a table cell, or a text of several lines
    paired_signs: str = ""  # which of ~ and ^ may find a partner
    labels: frozenset[str] = frozenset()
    escapes_all: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """One character of a run."""

    text: str
    position: int
    around: Surroundings

    @property
    def before(self) -> str:
        return self.text[self.position - 1] if self.position else self.around.before

    @property
    def after(self) -> str:
        is_last = self.position + 1 == len(self.text)
        return self.around.after if is_last else self.text[self.position + 1]

    @property
    def rest(self) -> str:
        return self.text[self.position :]

    @property
    def is_last(self) -> bool:
        return self.position + 1 == len(self.text)

    @property
    def is_first_of_line(self) -> bool:
        return self.around.starts_line and not self.text[: self.position].strip()


_INTERESTING = re.compile(r"[\\`*_{}\[\]()>#+\-.!|~^<&=:]|(?! )\s")
_REFERENCE = re.compile(r"&(?:#|[0-9a-zA-Z]+;)")
_REFERENCE_START = re.compile(r"&[#\w]")
_LINK_START = re.compile(r"\[[^\]]*(\]|$)\s?[\(\[:{]")
_BRACES = re.compile(
    r"\{ *(?:(?:lang|dir|abbr)=|(?:left|right|full|decorative)[ }]|header-column\})"
)
_BOX = ":::"
_NUMBER = re.compile(r"\s*\d+$")
_NEVER_ESCAPED = "()}"


def encoded(text: str) -> str:
    """Return text with all punctuation as character references."""
    return "".join(
        reference(c) if c.isascii() and c.isprintable() and not c.isalnum() and c != " " else c
        for c in text
    )


def reference(character: str) -> str:
    """Return the numeric character reference of character."""
    return f"&#{ord(character)};"


def escaped(text: str, around: Surroundings) -> str:
    """Return text so that every character of it means itself."""

    def written(found: re.Match[str]) -> str:
        return _written(_Place(text, found.start(), around), found[0])

    return _INTERESTING.sub(written, text)


def _written(place: _Place, character: str) -> str:
    if character.isspace():
        return reference(character) if _is_at_break(place) else character
    if character in _AS_REFERENCES:
        return _AS_REFERENCES[character](place)
    if place.around.escapes_all:
        return character if character in _NEVER_ESCAPED else "\\" + character
    needs_escape = character in ESCAPABLE and _RULES.get(character, _never)(place)
    return "\\" + character if needs_escape else character


def _is_at_break(place: _Place) -> bool:
    """Odd blanks beside a break are dropped by Python-Markdown's pretty printing."""
    is_after = place.position == 0 and place.around.follows_break
    return is_after or (place.is_last and place.around.precedes_break)


# ---------------------------------------------------------------- no backslash will do


def _less_than(place: _Place) -> str:
    is_plain = place.after == " " or place.after.isdigit()
    if is_plain and not place.around.escapes_all and not {">", "@"} & set(place.rest):
        return "<"
    return "&lt;"


def _ampersand(place: _Place) -> str:
    is_reference = _REFERENCE.match(place.rest) is not None
    may_be_one = place.around.escapes_all and _REFERENCE_START.match(place.rest) is not None
    touches = place.is_last and bool(place.around.after)
    return "&amp;" if is_reference or may_be_one or touches else "&"


def _equals(place: _Place) -> str:
    return reference("=") if place.is_first_of_line else "="


def _colon(place: _Place) -> str:
    if not place.is_first_of_line:
        return ":"
    around = place.around
    is_line = around.follows_break or around.is_above_lines or place.rest.startswith(_BOX)
    return reference(":") if is_line else ":"


_AS_REFERENCES: MappingProxyType[str, Callable[[_Place], str]] = MappingProxyType(
    {"<": _less_than, "&": _ampersand, "=": _equals, ":": _colon}
)


# ---------------------------------------------------------------- a backslash will do


def _always(_place: _Place) -> bool:
    return True


def _never(_place: _Place) -> bool:
    return False


def _asterisk(place: _Place) -> bool:
    stands_alone = place.before == " " and place.after == " "
    return place.is_first_of_line or not stands_alone


def _underscore(place: _Place) -> bool:
    return not (place.before.isalnum() and place.after.isalnum())


def _tilde(place: _Place) -> bool:
    return "~" in place.around.paired_signs


def _caret(place: _Place) -> bool:
    opens_note = place.after == "[" or (place.is_last and place.around.precedes_bracket)
    return "^" in place.around.paired_signs or opens_note


def _opening_brace(place: _Place) -> bool:
    return place.before == "]" or _BRACES.match(place.rest) is not None


def _opening_bracket(place: _Place) -> bool:
    rest = place.rest
    if place.around.is_in_brackets or place.before == "!" or "]" not in rest:
        return True
    if _LINK_START.match(rest) or rest[1 : rest.find("]")].strip().lower() in place.around.labels:
        return True
    return rest.rstrip().endswith("]") and place.around.after in tuple("([!")


def _closing_bracket(place: _Place) -> bool:
    touches = place.is_last and bool(place.around.after)
    return place.around.is_in_brackets or touches or place.after in tuple("(:[")


def _exclamation_mark(place: _Place) -> bool:
    return place.after == "[" or (place.is_last and place.around.precedes_bracket)


def _pipe(place: _Place) -> bool:
    return place.around.has_cells


def _greater_than(place: _Place) -> bool:
    return place.is_first_of_line


def _hash(place: _Place) -> bool:
    """A heading starts with hashes and may end with them."""
    ends_heading = place.around.is_heading and not place.rest.strip("# ") and not place.around.after
    return place.is_first_of_line or ends_heading


def _list_sign(place: _Place) -> bool:
    return place.is_first_of_line and (place.after in tuple("-=") or not place.after.strip())


def _full_stop(place: _Place) -> bool:
    is_number = place.around.starts_line and _NUMBER.match(place.text[: place.position])
    return bool(is_number) and not place.after.strip(" ")


_RULES: MappingProxyType[str, Callable[[_Place], bool]] = MappingProxyType(
    {
        "\\": _always,
        "`": _always,
        "*": _asterisk,
        "_": _underscore,
        "~": _tilde,
        "^": _caret,
        "[": _opening_bracket,
        "{": _opening_brace,
        "]": _closing_bracket,
        "!": _exclamation_mark,
        "|": _pipe,
        ">": _greater_than,
        "#": _hash,
        "+": _list_sign,
        "-": _list_sign,
        ".": _full_stop,
    }
)
