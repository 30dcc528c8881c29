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
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Lines that belong together: one definition, code between fences, or text."""

    lines: tuple[str, ...]
    label: str = ""
    is_code: bool = False


def with_inline_notes(markdown: str) -> str:
    """Return markdown with each defined footnote as a note where it is referred to.

    A definition that nothing refers to and a reference without a definition stay as they are.
    """
    if "[^" not in markdown:
        return markdown
    pieces = _pieces(markdown.split("\n"))
    words = {piece.label: _words(piece) for piece in pieces if piece.label}
    used: set[str] = set()
    parts: list[str] = []
    for piece in pieces:
        text = "\n".join(piece.lines)
        parts.append(text if piece.label or piece.is_code else _noted(text, words, used))
    used |= {label for one in used for label in _labels(words[one]) if label in words}
    kept = [part for piece, part in zip(pieces, parts, strict=True) if piece.label not in used]
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


def _noted(text: str, words: Mapping[str, str], used: set[str]) -> str:
    """Return text with its references as notes; note in ``used`` which there were."""

    def note(found: re.Match[str]) -> str:
        label = found["label"]
        if not label or not words.get(label):
            return found[0]
        used.add(label)
        return f"^[{_without_references(words[label], words)}]"

    return _REFERENCE.sub(note, text)


def _without_references(words: str, all_words: Mapping[str, str]) -> str:
    """Return the words of a note with what they refer to in brackets: notes hold no notes."""

    def in_brackets(found: re.Match[str]) -> str:
        inner = all_words.get(found["label"] or "", "")
        return f" ({_REFERENCE.sub(_dropped, inner)})" if inner else found[0]

    return _REFERENCE.sub(in_brackets, words)


def _dropped(found: re.Match[str]) -> str:
    return "" if found["label"] else found[0]


def _labels(words: str) -> list[str]:
    return [found["label"] for found in _REFERENCE.finditer(words) if found["label"]]
