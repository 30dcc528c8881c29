"""Regular expressions of the user's: bounded in what they may cost, wrong ones explained."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import regex

from editor_app.editing.errors import FindError

Expression = regex.Pattern[str]

_LONGEST = 500  # letters of an expression
_MOST_STATES = 5_000  # a count is written out by the engine: a{9999} is 9,999 letters
_COUNT = re.compile(r"\{([0-9]*)(?:,[0-9]*)?\}")
_CLASS = re.compile(r"\[\^?\]?(?:[^\]\\]|\\.)*\]?", re.DOTALL)
_REFERENCE = re.compile(
    r"\\(?:g<(?P<named>\w+)>|(?P<number>[0-9]{1,2})|(?P<escaped>.))"
    r"|\$(?:\{(?P<braced>\w+)\}|(?P<plain>[0-9]{1,2})|(?P<whole>&)|(?P<dollar>\$))",
    re.DOTALL,
)


def compiled(pattern: str, *, matches_case: bool) -> Expression:
    """Return an expression ready for use.

    Raises:
        FindError: it is not a right one, or one that costs too much.
    """
    if len(pattern) > _LONGEST or _states(pattern) > _MOST_STATES:
        raise FindError("This expression is too long.", hint="Look for less at once.")
    flags = regex.MULTILINE
    if not matches_case:
        flags |= regex.IGNORECASE | regex.FULLCASE
    try:
        return regex.compile(pattern, flags)
    except (regex.error, RecursionError, OverflowError, MemoryError) as error:
        raise FindError(_explained(error)) from error


def _explained(error: Exception) -> str:
    if not isinstance(error, regex.error):
        return "This expression is too long."
    return f"This expression is not complete: {error}."


def _states(pattern: str) -> int:
    """Return about how long a pattern is once its counts are written out."""
    sizes, last = [0], 0
    place = 0
    while place < len(pattern):
        letter = pattern[place]
        step = 1
        if letter == "(":
            sizes.append(0)
            last = 0
        elif letter == ")" and len(sizes) > 1:
            last = sizes.pop()
            sizes[-1] += last
        elif letter == "{" and (count := _COUNT.match(pattern, place)):
            sizes[-1] += last * (int(count[1] or 0) - 1) if int(count[1] or 0) > 1 else 0
            last *= max(1, int(count[1] or 0))
            step = len(count[0])
        else:
            step = _atom(pattern, place)
            last = 1
            sizes[-1] += 1
        place += step
    return sum(sizes)


def _atom(pattern: str, place: int) -> int:
    """Return how long the piece of a pattern at a place is."""
    if pattern[place] == "\\":
        return 2
    found = _CLASS.match(pattern, place)
    return len(found[0]) if found else 1


@dataclass(frozen=True, slots=True)
class Replacement:
    """What is put in place of a hit: words, and parts of the hit by number or name."""

    parts: tuple[tuple[str, bool], ...] = field(default=())  # words, and whether they name a part

    def words(self, groups: Mapping[str, str]) -> str:
        """Return what is put in place of a hit with these parts."""
        return "".join(groups.get(part, "") if is_name else part for part, is_name in self.parts)


def replacement(template: str, expression: str = "") -> Replacement:
    r"""Return what a template stands for: ``\1``, ``$1``, ``\g<name>`` and ``$&`` name parts.

    Without an expression it stands for itself.

    Raises:
        FindError: it names a part that the expression has not.
    """
    if not expression:
        return Replacement(((template, False),))
    known = compiled(expression, matches_case=True)
    parts: list[tuple[str, bool]] = []
    start = 0
    for found in _REFERENCE.finditer(template):
        parts.append((template[start : found.start()], False))
        parts.append(_part(found, known))
        start = found.end()
    parts.append((template[start:], False))
    return Replacement(tuple(part for part in parts if part[0]))


def _part(found: "re.Match[str]", expression: Expression) -> tuple[str, bool]:
    if found["whole"]:
        return "0", True
    if found["dollar"] or found["escaped"]:
        return found["dollar"] or found["escaped"], False
    name = found["named"] or found["number"] or found["braced"] or found["plain"]
    if name.isdigit() and int(name) <= expression.groups:
        return str(int(name)), True
    if name in expression.groupindex:
        return name, True
    raise FindError(f"The expression has no part {name}.")
