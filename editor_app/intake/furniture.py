"""What a page leaves behind in copied text: menus, buttons, rules. Taken out, and named."""

import itertools
import re
from dataclasses import dataclass

from editor_app.wording.vocabulary import phrase, vocabulary

_RULE = re.compile(r"(?:[-*_=~\u2013\u2014]\s*){3,}")
_LONE_SIGN = re.compile(r"[-\u2013\u2014•·|*>»\u203a]")
_CRUMBS = re.compile(r"\s*[\u203a»>/|→]\s*")
_BULLET = re.compile(r"\s*[-•*·◦▪\u2023]\s+(?P<text>\S.*)")
_LONGEST_LABEL = 40
_MOST_WORDS = 5
_MENU = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text; ``opens`` says that an empty line, or the start, lies before it."""

    text: str
    opens: bool = False
    is_rule: bool = False


def lines_of(text: str) -> list[Line]:
    """Return the lines of text that say something, without white space at their ends."""
    # Form feeds and the separators of Unicode and of Word are line ends that nobody sees.
    plain = re.sub(r"[\v\u2028\x85]", "\n", text)
    plain = re.sub(r"[\f\u2029]", "\n\n", plain)
    lines: list[Line] = []
    opens = True
    for written in plain.split("\n"):
        line = written.strip().strip("\ufeff\u200b").strip()
        if not line:
            opens = True
            continue
        lines.append(Line(line, opens=opens, is_rule=bool(_RULE.fullmatch(line))))
        opens = False
    return lines


def without_furniture(lines: list[Line]) -> tuple[list[Line], tuple[str, ...]]:
    """Return the lines that belong to the text, and those that were dropped, as written."""
    chrome = {at for at, line in enumerate(lines) if not line.is_rule and _is_chrome(line.text)}
    menu = _menu(lines, chrome)
    dropped = chrome | menu
    kept: list[Line] = []
    owes_gap = False
    for at, line in enumerate(lines):
        if at in dropped:
            owes_gap = True
            continue
        kept.append(Line(line.text, opens=line.opens or owes_gap, is_rule=line.is_rule))
        owes_gap = False
    return kept, tuple(lines[at].text for at in sorted(dropped))


def bullet(text: str) -> str:
    """Return what a line with a bullet says; empty if it has none."""
    found = _BULLET.fullmatch(text)
    return found["text"] if found else ""


def _is_chrome(text: str) -> bool:
    if _LONE_SIGN.fullmatch(text):
        return True
    said = phrase(text)
    if said in vocabulary().leftovers:
        return True
    first, *others = _CRUMBS.split(text)
    is_trail = bool(others) and all(_is_label(one) for one in others)
    return is_trail and phrase(first) in vocabulary().home


def _menu(lines: list[Line], chrome: set[int]) -> set[int]:
    """Return the labels of a menu: printed twice, or glued to the text that follows them."""
    shown = [at for at, line in enumerate(lines) if at not in chrome and not line.is_rule]
    pairs = [
        (at, after)
        for at, after in itertools.pairwise(shown)
        if _is_label(lines[at].text) and _repeats(lines[at].text, lines[after].text)
    ]
    if len(pairs) < _MENU:
        return {after for at, after in pairs if lines[at].text == lines[after].text}
    found = {one for pair in pairs for one in pair}
    return found | _points(lines, shown, last=max(found))


def _points(lines: list[Line], shown: list[int], *, last: int) -> set[int]:
    """Return the short points that go on with a menu whose last label stands at last."""
    points: set[int] = set()
    for at in shown:
        if at <= last:
            continue
        said = bullet(lines[at].text)
        if not said or not _is_label(said):
            break
        points.add(at)
    return points


def _is_label(text: str) -> bool:
    return (
        len(text) <= _LONGEST_LABEL
        and len(text.split()) <= _MOST_WORDS
        and not text.endswith((".", "!", "?", ":", ";", ","))
        and not bullet(text)
    )


def _repeats(label: str, after: str) -> bool:
    if label.casefold() == after.casefold():
        return True
    glued = after[len(label) : len(label) + 1]
    return after.casefold().startswith(label.casefold()) and glued.isalpha() and glued.isupper()
