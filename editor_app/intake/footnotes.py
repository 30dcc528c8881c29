"""Footnotes as GitHub and Python-Markdown write them, put where they belong as notes of ours."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_FENCE = re.compile(r"(`{3,}|~{3,})")
_DEFINITION = re.compile(r" {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)")
_INDENTED = re.compile(r"(?: {4}|\t)[ \t]*\S")
_REFERENCE = re.compile(
    r"(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n\n).)*?(?<!`)(?P=ticks)(?!`)"
    r"|\\.|[ ]?\[\^(?P<label>[^\]\s]+)\](?!:)",
    re.DOTALL,
)
_MOST_REPEATED = 200_000  # characters that come in by writing notes out where they are called
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Lines that belong together: one definition, code between fences, or text."""

    lines: tuple[str, ...]
    label: str = ""
    is_code: bool = False


def with_inline_notes(markdown: str) -> str:
    """Return markdown with each defined footnote as a note where it is referred to.

    A definition that nothing refers to and a reference without a definition stay as they are; so
    do the last of thousands of references to long notes, each of which would repeat its words.
    """
    if "[^" not in markdown:
        return markdown
    pieces = _pieces(markdown.split("\n"))
    notes = _Notes({piece.label: _words(piece) for piece in pieces if piece.label})
    parts: list[str] = []
    for piece in pieces:
        text = "\n".join(piece.lines)
        parts.append(text if piece.label or piece.is_code else notes.put_into(text))
    kept = [
        part for piece, part in zip(pieces, parts, strict=True) if piece.label not in notes.used
    ]
    return "\n".join(kept)


def _pieces(lines: list[str]) -> list[_Piece]:
    pieces: list[_Piece] = []
    at = 0
    while at < len(lines):
        definition = _DEFINITION.fullmatch(lines[at])
        if fence := _FENCE.match(lines[at]):
            end = _end_of_code(lines, at, fence[1])
        else:
            end = _end_of_definition(lines, at) if definition else at + 1
        label = definition[1] if definition else ""
        pieces.append(_Piece(tuple(lines[at:end]), label, is_code=fence is not None))
        at = end
    return _with_text_joined(pieces)


def _end_of_code(lines: list[str], start: int, fence: str) -> int:
    for number in range(start + 1, len(lines)):
        if lines[number].rstrip() == fence:
            return number + 1
    return start + 1


def _end_of_definition(lines: list[str], start: int) -> int:
    """Return where a definition ends: it goes on as one paragraph, and in indented ones."""
    end, is_in_paragraph = start + 1, True
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if not line.strip():
            is_in_paragraph = False
            continue
        goes_on = is_in_paragraph and not _DEFINITION.match(line) and not _FENCE.match(line)
        if not goes_on and not _INDENTED.match(line):
            break
        end, is_in_paragraph = number + 1, True
    return end


def _with_text_joined(pieces: list[_Piece]) -> list[_Piece]:
    """Return pieces with lines of text as one: a reference may stand over two of them."""
    result: list[_Piece] = []
    text: list[str] = []
    for piece in pieces:
        if piece.label or piece.is_code:
            result += [_Piece(tuple(text))] if text else []
            result.append(piece)
            text = []
        else:
            text += piece.lines
    return result + ([_Piece(tuple(text))] if text else [])


def _words(definition: _Piece) -> str:
    """Return the words of a definition on one line, their brackets in pairs."""
    first = _DEFINITION.fullmatch(definition.lines[0])
    lines = [first[2] if first else "", *definition.lines[1:]]
    words = " ".join(line.strip() for line in lines if line.strip())
    return words if _is_balanced(words) else _BRACKET.sub(_escaped, words)


def _is_balanced(words: str) -> bool:
    depth = 0
    for bracket in _BRACKET.finditer(words):
        depth += (bracket[0] == "[") - (bracket[0] == "]")
        if depth < 0:
            return False
    return not depth


def _escaped(bracket: re.Match[str]) -> str:
    return bracket[0] if len(bracket[0]) > 1 else "\\" + bracket[0]


class _Notes:
    """The words of the footnotes of one text; those called more than once as far as is bearable."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self.used: set[str] = set()
        self._words = words
        self._room = _MOST_REPEATED

    def put_into(self, text: str) -> str:
        """Return text with its references as notes."""

        def note(found: re.Match[str]) -> str:
            words = self._take(found["label"])
            return f"^[{self._without_references(words)}]" if words else found[0]

        return _REFERENCE.sub(note, text)

    def _without_references(self, words: str) -> str:
        """Return the words of a note, what they refer to in brackets: notes hold no notes."""

        def in_brackets(found: re.Match[str]) -> str:
            inner = self._take(found["label"])
            return f" ({_REFERENCE.sub(_dropped, inner)})" if inner else found[0]

        return _REFERENCE.sub(in_brackets, words)

    def _take(self, label: str | None) -> str:
        """Return the words of a note, or nothing where it has none, or none that fit in again."""
        words = self._words.get(label or "", "")
        if words and label in self.used:
            self._room -= len(words)
            if self._room < 0:
                return ""
        if words and label:
            self.used.add(label)
        return words


def _dropped(found: re.Match[str]) -> str:
    return "" if found["label"] else found[0]
