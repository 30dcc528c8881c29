"""Setting punctuation as it is typed: quotes, apostrophes, dashes, ellipses, French spaces.

Rules over strings: what stands before the caret, what was typed last, and in which language. They
never look further back than `REACH` characters, and know nothing of Qt.
"""

# ruff: noqa: RUF001 - the marks that look alike are what this is about

import re
from dataclasses import dataclass
from itertools import takewhile

from editor_app.wording.punctuation import (
    APOSTROPHE,
    NO_BREAK,
    THIN,
    Pair,
    Punctuation,
    punctuation_of,
)

REACH = 400
TRIGGERS = frozenset("\"'-.;:!? ")
"""Characters that a rule may begin with whatever stands before them."""

_HYPHENS = re.compile(r"-{2,3}")
_WORD = re.compile(r"\S*$")
_ADDRESS = re.compile(
    r"://|\]\(|^\W*(?:www\.|mailto:)|\w@\w|^\W*\.{0,2}[/\\]|\w\.\w{2,}/", re.IGNORECASE
)
_ENTITY = re.compile(r"&#?\w+$")
_FEET = re.compile(r"\d'\d+$")
_DECADE = re.compile(r"(?:^|[\s(\[“—–-])‘\d\ds$")
_ELIDED = re.compile(r"(?:^|[\s(\[“—–-])‘(\w+)\W$")
_SCHEMES = frozenset({"http", "https", "ftp", "mailto", "tel", "file", "doi", "urn", "isbn"})
_BEFORE_QUOTATION = frozenset("([{<¿¡/")
_DASHES = ("-", "–", "—", "―")
_EMPHASIS = "*_~"
_AFTER_WORDS = frozenset(")]}»”’›\"'%‰°€$£…")
_FIXED = frozenset((NO_BREAK, THIN))


@dataclass(frozen=True, slots=True)
class Replacement:
    """Some characters before the caret to be exchanged; ``kept`` are those that follow them."""

    old: str
    new: str
    kept: str = ""


def setting_of(before: str, typed: str, language: str) -> Replacement | None:
    """Return what typed text becomes, or None where it stays what it is.

    ``before`` is what stood before the text in its paragraph, as far back as is known.
    """
    rules = punctuation_of(language)
    raw = (before + typed)[-REACH - len(typed) :]
    text = raw[: len(raw) - len(typed)]
    for letter in typed:
        text = _set_letter(text + letter, rules)
    return None if text == raw else _difference(raw, text)


def _difference(raw: str, text: str) -> Replacement:
    def same(pair: tuple[str, str]) -> bool:
        return pair[0] == pair[1]

    head = sum(1 for _ in takewhile(same, zip(raw, text, strict=False)))
    most = min(len(raw), len(text)) - head
    tail = sum(1 for _ in takewhile(same, zip(raw[::-1][:most], text[::-1], strict=False)))
    return Replacement(
        raw[head : len(raw) - tail], text[head : len(text) - tail], raw[len(raw) - tail :]
    )


def _set_letter(text: str, rules: Punctuation) -> str:
    """Return a text whose last letter was just typed with what that letter makes of it."""
    before, letter = text[:-1], text[-1]
    if _in_code(text):
        return text
    by_letter = {'"': _double, "'": _single, "-": _dash, ".": _ellipsis}
    if letter in by_letter:
        return by_letter[letter](before, rules)
    for pair in rules.pairs:
        if pair.space and letter in {pair.opening, pair.closing}:
            return _spaced(before, letter, pair)
    return _after_letter(_space_before(text, rules), rules)


def _word(text: str) -> str:
    found = _WORD.search(text)
    return found.group() if found else ""


def _in_code(text: str) -> bool:
    """Whether a backtick opened code that is not closed yet."""
    if "`" not in text:
        return False
    ticks = [index for index, letter in enumerate(text) if letter == "`"]
    last = ticks[-1]
    return len(ticks) % 2 == 1 and not text[last + 1 : last + 2].isspace()


def _is_address(text: str) -> bool:
    return _ADDRESS.search(_word(text)) is not None


# ---------------------------------------------------------------- quotation marks


def _double(before: str, rules: Punctuation) -> str:
    typed = before + '"'
    if rules.double is None or "](" in _word(before):
        return typed
    open_pairs = _unclosed(before, rules)
    quotes = [pair for pair in open_pairs if pair != rules.single]
    if _FEET.search(before) or (before[-1:].isdigit() and not quotes):
        return typed
    if _opens(before, rules, rules.double, is_open=bool(quotes)):
        pair = rules.nested if quotes and rules.nested else rules.double
        return before + pair.opening + pair.space
    pair = quotes[-1] if quotes else rules.double
    space = "" if before[-1:] in _FIXED else pair.space
    return before + space + pair.closing


def _single(before: str, rules: Punctuation) -> str:
    last = before[-1:]
    if _is_address(before):
        return before + "'"
    is_open = rules.single in _unclosed(before, rules)
    if last.isdigit() and not is_open:
        return before + "'"
    if rules.single is None:
        return before + APOSTROPHE
    if _opens(before, rules, rules.single, is_open=is_open) and last != APOSTROPHE:
        return before + rules.single.opening
    return before + (rules.single.closing if is_open else APOSTROPHE)


def _opens(before: str, rules: Punctuation, own: Pair, *, is_open: bool) -> bool:
    """Whether a quotation begins after a text, rather than ends one of its own kind."""
    last = before[-1:]
    if rules.without_gaps or last in _DASHES or last == APOSTROPHE:
        return not is_open
    if not last or last in _BEFORE_QUOTATION:
        return True
    if last in _EMPHASIS:
        return _opens(before.rstrip(_EMPHASIS), rules, own, is_open=is_open)
    if last.isspace():
        return not (last in _FIXED and is_open and not _just_opened(before, rules))
    return any(last == pair.opening for pair in rules.pairs if pair.is_told_apart and pair != own)


def _just_opened(before: str, rules: Punctuation) -> bool:
    return any(before.endswith(pair.opening + pair.space) for pair in rules.pairs if pair.space)


def _spaced(before: str, mark: str, pair: Pair) -> str:
    """Return a text with a mark that was typed as itself, and the space that goes with it."""
    if mark == pair.opening:
        return before + mark + pair.space
    words = before.removesuffix(" ")
    has_space = not words or words[-1] in _FIXED
    return words + mark if has_space else words + pair.space + mark


def _unclosed(text: str, rules: Punctuation) -> list[Pair]:
    """Return the quotations that are open at the end of a text, from the outside."""
    found: list[Pair] = []
    pairs = [pair for pair in rules.pairs if pair.is_told_apart]
    marks = {mark for pair in pairs for mark in (pair.opening, pair.closing)}
    for index, letter in enumerate(text):
        if letter not in marks:
            continue
        closed = next((pair for pair in found[::-1] if pair.closing == letter), None)
        if closed is not None:
            if letter != APOSTROPHE or not text[index + 1 : index + 2].isalnum():
                del found[found.index(closed) :]
        else:
            found.extend(pair for pair in pairs if pair.opening == letter)
    return found


# ---------------------------------------------------------------- dashes, ellipses


def _dash(before: str, rules: Punctuation) -> str:
    text = before + "-"
    if _HYPHENS.fullmatch(text) or _is_address(text) or text.endswith("<!--"):
        return text
    if text.endswith("--"):
        return text if text.endswith("---") else text[:-2] + rules.dash
    if before.endswith(rules.dash) and before != rules.dash:
        return before[: -len(rules.dash)] + rules.long_dash
    return text


def _ellipsis(before: str, rules: Punctuation) -> str:
    is_third = before.endswith("..") and before[-3:-2] not in {".", "/", "\\"}
    if not is_third or _is_address(before):
        return before + "."
    return before[:-2] + rules.ellipsis


# ---------------------------------------------------------------- spaces before marks


def _space_before(text: str, rules: Punctuation) -> str:
    letter, before = text[-1], text[:-1]
    if letter == " " and ":" in rules.spaces:
        return _after_colon(text, rules)
    space = rules.spaces.get(letter)
    if space is None or _is_address(before) or _ENTITY.search(before):
        return text
    if before.endswith(" "):
        words = before[:-1]
        return words + space + letter if words and not _is_opening(words[-1], rules) else text
    if not before or not (before[-1].isalnum() or before[-1] in _AFTER_WORDS):
        return text
    if letter == ":" and not _may_take_colon(before):
        return text
    return before + space + letter


def _is_opening(letter: str, rules: Punctuation) -> bool:
    return (
        letter.isspace()
        or letter in _BEFORE_QUOTATION
        or any(letter == pair.opening for pair in rules.pairs)
    )


def _may_take_colon(before: str) -> bool:
    """Whether a colon here ends words: not an hour, a drive or an address's beginning."""
    word = _word(before)
    return len(word) > 1 and not word[-1].isdigit() and word.lower() not in _SCHEMES


def _after_colon(text: str, rules: Punctuation) -> str:
    """Return a text with the space it lacks before its last colon, now that a space follows."""
    before = text[:-2]
    is_late = text.endswith(": ") and before[-1:].isalnum() and not _is_address(before)
    if not is_late or _word(before).lower() in _SCHEMES:
        return _without_second_space(text, rules)
    return f"{before}{rules.spaces[':']}: "


def _without_second_space(text: str, rules: Punctuation) -> str:
    """Return a text without the space that was typed although the opening mark has its own."""
    before = text[:-1]
    return before if _just_opened(before, rules) else text


# ---------------------------------------------------------------- what a later letter tells


def _after_letter(text: str, rules: Punctuation) -> str:
    """Return a text with earlier characters as the last one shows them to be meant."""
    letter, before = text[-1], text[:-1]
    if _HYPHENS.fullmatch(before):
        dash = rules.dash if len(before) == len("--") else rules.long_dash
        return dash + letter
    if letter.isalpha() and _is_apostrophe(before, rules):
        return before[:-1] + APOSTROPHE + letter
    if rules.single is None or rules.single.opening != "‘":
        return text
    if letter == "s" and _DECADE.search(text):
        return f"{text[:-4]}{APOSTROPHE}{text[-3:]}"
    if not letter.isalnum() and (found := _ELIDED.search(text)):
        start = found.start(1)
        if found.group(1).lower() in rules.elided:
            return text[: start - 1] + APOSTROPHE + text[start:]
    return text


def _is_apostrophe(before: str, rules: Punctuation) -> bool:
    """Whether the mark that a letter has come to stand behind joins two parts of a word."""
    mark, letter = before[-1:], before[-2:-1]
    if mark == "'":
        return letter.isdigit()
    is_closing = rules.single is not None and mark == rules.single.closing != APOSTROPHE
    return is_closing and letter.isalnum()
