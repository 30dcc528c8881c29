"""What a style attribute or a style sheet says of words, as far as a text of ours can say it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from editor_app.intake.clipboard.nodes import Node

_SELECTOR = re.compile(r"(?:[a-z][a-z0-9]*)?\.[\w-]+")
_LEVEL = re.compile(r"@list\s+(l\d+:level\d)\b")
_MOST_SHEETS = 600_000  # characters; Word's own take about 40,000
_NUMBER = re.compile(r"-?[0-9]*\.?[0-9]+")
_BOLD = 600
_POINTS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 28.35, "mm": 2.835, "pc": 12.0}

Declarations = Mapping[str, str]


def declarations(text: str) -> dict[str, str]:
    """Return the declarations of a style attribute."""
    found = {}
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        if colon:
            found[name.strip().lower()] = value.strip()
    return found


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rules of a page's style sheets: by class, and for the levels of Word's lists."""

    classes: dict[str, Declarations] = field(default_factory=dict)
    levels: dict[str, Declarations] = field(default_factory=dict)

    def of(self, node: Node) -> Declarations:
        """Return what is declared for an element: its classes first, then its own attribute."""
        own = node.get("style")
        names = node.get("class").split()
        if not names or not self.classes:
            return declarations(own) if own else {}
        found: dict[str, str] = {}
        for name in names:
            found.update(self.classes.get(f".{name}", {}))
            found.update(self.classes.get(f"{node.tag}.{name}", {}))
        found.update(declarations(own))
        return found


def read_sheet(text: str) -> Sheet:
    """Return the rules of style sheets."""
    sheet = Sheet()
    for rule in _without_comments(text[:_MOST_SHEETS]).split("}"):
        before, brace, inside = rule.rpartition("{")
        if not brace:
            continue
        selector, found = before.strip(), declarations(inside)
        if level := _LEVEL.search(selector):
            sheet.levels[level[1]] = found
        elif "@" not in selector:
            for each in _simple(selector.split(",")):
                sheet.classes[each] = {**sheet.classes.get(each, {}), **found}
    return sheet


def _without_comments(text: str) -> str:
    start, *rest = text.replace("<!--", " ").replace("-->", " ").split("/*")
    return " ".join([start, *(part.partition("*/")[2] for part in rest)])


def _simple(selectors: Iterable[str]) -> Iterable[str]:
    for selector in selectors:
        if _SELECTOR.fullmatch(each := selector.strip()):
            yield each


# ---------------------------------------------------------------- what is declared


def says_bold(style: Declarations) -> bool | None:
    """Return whether words are bold, or None where nothing is said."""
    weight = style.get("font-weight", "").lower()
    if weight.isdigit():
        return int(weight) >= _BOLD
    if weight in {"bold", "bolder"}:
        return True
    return False if weight in {"normal", "lighter"} else None


def says_italic(style: Declarations) -> bool | None:
    """Return whether words are slanted, or None where nothing is said."""
    slant = style.get("font-style", "").lower()
    if slant.startswith(("italic", "oblique")):
        return True
    return False if slant == "normal" else None


def says_struck(style: Declarations) -> bool:
    """Return whether words are struck through."""
    lines = style.get("text-decoration", "") + style.get("text-decoration-line", "")
    return "line-through" in lines


def is_hidden(style: Declarations) -> bool:
    """Return whether something is not to be seen."""
    if style.get("display") == "none" or style.get("mso-hide") == "all":
        return True
    return style.get("visibility") == "hidden"


def points(length: str) -> float:
    """Return a length in points; 0 where it is none."""
    number = _NUMBER.match(length)
    if number is None:
        return 0.0
    return float(number.group()) * _POINTS.get(length[number.end() :].strip().lower()[:2], 0.0)
