"""Rules about characters that nobody typed: invisible, lost, split, or read wrongly."""

# ruff: noqa: RUF001 - characters that look alike are what this is about

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from html import unescape

from editor_app.checks.finding import Found, Level, at
from editor_app.checks.passage import Passage
from editor_app.checks.rule import Context, Examined, Group, ItemRule, PassageRule
from editor_app.checks.words_shown import Edit, edited, mended, mended_everywhere, words_shown

_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]++")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]++")
_SPACING_CONTROLS = frozenset("\x0b\x0c\x85\u2028\u2029")
_LOST = re.compile("\ufffd++")
_SPLIT = re.compile(r"(?<![\u0300-\u036f])[^\W\d_][\u0300-\u036f]{1,4}(?![\u0300-\u036f])")
_ENTITY = re.compile(
    r"&(?:amp;)+(?:(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});)?"
    r"|&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});"
)

# Scripts that need joiners and breaks without width: Arabic to Tibetan, Thai, Khmer, and so on.
_WITH_JOINERS = re.compile(
    r"[\u0590-\u1fff\u2190-\u2bff\u3000-\ud7ff\ufb50-\ufdff\U0001f000-\U0001ffff]"
)

_FEWEST = 3  # letters of a stretch that is wrong beyond doubt
_CLOSING = frozenset("”’»›…–—")


def _invisible(examined: Examined) -> Iterator[Found]:
    message = "Invisible characters stand in the text."
    label = "Remove the invisible characters"
    yield from mended_everywhere(examined.telling(_invisible_in), message, label)


@lru_cache(maxsize=1024)
def _invisible_in(passage: Passage) -> tuple[Edit, ...]:
    text = words_shown(passage)
    if text.isascii():
        return ()
    return tuple(
        Edit(*found.span(), "")
        for found in _INVISIBLE.finditer(text)
        if not _is_needed(text, found.start(), found.end())
    )


def _is_needed(text: str, start: int, end: int) -> bool:
    beside = text[max(0, start - 1) : start] + text[end : end + 1]
    return _WITH_JOINERS.search(beside) is not None or "\ufe0f" in beside


def _controls(passage: Passage, _context: Context) -> Iterator[Found]:
    edits = (
        Edit(*found.span(), " " if _SPACING_CONTROLS & set(found.group()) else "")
        for found in _CONTROLS.finditer(words_shown(passage))
    )
    yield from mended(
        "Control characters stand in the text.", "Remove the control characters", edits
    )


def _lost(passage: Passage, _context: Context) -> Iterator[Found]:
    for found in _LOST.finditer(words_shown(passage)):
        yield Found("A letter was lost here and shows as �.", at(*found.span()))


def _split(examined: Examined) -> Iterator[Found]:
    message = "Accents stand apart from their letters."
    yield from mended_everywhere(examined.telling(_split_in), message, "Join the accents")


@lru_cache(maxsize=1024)
def _split_in(passage: Passage) -> tuple[Edit, ...]:
    text = words_shown(passage)
    if text.isascii():
        return ()
    return tuple(
        Edit(*found.span(), joined)
        for found in _SPLIT.finditer(text)
        if (joined := unicodedata.normalize("NFC", found.group())) != found.group()
    )


def _entities(passage: Passage, _context: Context) -> Iterator[Found]:
    edits = (
        Edit(*found.span(), said)
        for found in _ENTITY.finditer(words_shown(passage))
        if (said := _unescaped(found.group())) != found.group()
        and said.replace("\u00a0", "").isprintable()
    )
    yield from mended("HTML code shows as text.", "Put the characters it stands for", edits)


def _unescaped(code: str) -> str:
    """Return what HTML code stands for, also where it was escaped several times."""
    while (said := unescape(code)) != code:
        code = said
    return said


# ---------------------------------------------------------------- the wrong encoding


@cache
def _misread() -> re.Pattern[str]:
    """Return what finds UTF-8 that was read as Windows-1252 or Latin-1."""
    follows = "".join(sorted({_as_read(byte) for byte in range(0x80, 0xC0)}))
    one = f"[{re.escape(follows)}]"
    letter = rf"(?:[\u00c2-\u00df]{one}|[\u00e0-\u00ef]{one}{{2}}|[\u00f0-\u00f4]{one}{{3}})"
    return re.compile(f"{letter}++")


def _as_read(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


@cache
def _bytes_of() -> dict[str, int]:
    return {chr(byte): byte for byte in range(256)} | {
        _as_read(byte): byte for byte in range(0x80, 0x100)
    }


def _mojibake(passage: Passage, _context: Context) -> Iterator[Found]:
    text = words_shown(passage)
    if text.isascii():
        return
    edits = _read_again(text)
    if edits and not _read_again(edited(text, edits)):
        message = "Letters were read in the wrong encoding."
        yield from mended(message, "Put the letters that were meant", edits)


def _read_again(text: str) -> list[Edit]:
    return [
        Edit(*found.span(), said)
        for found in _misread().finditer(text)
        if (said := _said(found.group())) and _is_certain(text, found, said)
    ]


def _said(wrong: str) -> str:
    """Return what was meant, also where it was misread several times; empty where nothing was."""
    known = _bytes_of()
    try:
        said = bytes(known[letter] for letter in wrong).decode()
    except UnicodeDecodeError:
        return ""
    return _misread().sub(lambda found: _said(found.group()) or found.group(), said)


# What is written with letters beyond ASCII where this happens: Latin, Greek, Cyrillic, Hebrew,
# Arabic, and the marks of print.
_MEANT = re.compile(
    "[\u00a0-\u017f\u0370-\u04ff\u0590-\u06ff\u2010-\u2044\u20ac\u2122\u2212\ufeff]+"
)


def _is_certain(text: str, found: re.Match[str], said: str) -> bool:
    """Whether these letters cannot have been meant.

    A capital letter with an accent before a closing mark can: IRMÃ”.
    """
    wrong = found.group()
    before = text[max(0, found.start() - 1) : found.start()]
    if "\u00c2" <= before <= "\u00f4" or not _MEANT.fullmatch(said) or "\u00ad" in wrong:
        return False
    if len(wrong) >= _FEWEST or wrong[1] not in _CLOSING:
        return True
    return not before.isupper()


RULES = (
    PassageRule(
        id="encoding-wrong",
        title="Letters read in the wrong encoding (Ã©)",
        group=Group.TYPOGRAPHY,
        level=Level.WARNS,
        find=_mojibake,
    ),
    PassageRule(
        id="letter-lost",
        title="Letters that were lost (�)",
        group=Group.TYPOGRAPHY,
        level=Level.WARNS,
        find=_lost,
    ),
    PassageRule(
        id="html-code",
        title="HTML code in the text (&amp;)",
        group=Group.TYPOGRAPHY,
        level=Level.WARNS,
        find=_entities,
    ),
    ItemRule(
        id="invisible-characters",
        title="Invisible characters",
        group=Group.TYPOGRAPHY,
        level=Level.WARNS,
        find=_invisible,
    ),
    PassageRule(
        id="control-characters",
        title="Control characters",
        group=Group.TYPOGRAPHY,
        level=Level.WARNS,
        find=_controls,
    ),
    ItemRule(
        id="accents-split",
        title="Accents apart from their letters",
        group=Group.TYPOGRAPHY,
        level=Level.WARNS,
        find=_split,
    ),
)
"""The rules about characters."""
