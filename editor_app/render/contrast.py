"""Whether colours can be told apart: contrast as WCAG 2.2 defines it."""

import re

READABLE = 4.5  # WCAG 2.2, success criterion 1.4.3 (level AA), for words of usual size
_HEX = re.compile(r"#[0-9a-f]{6}")
_DARK = 0.03928
_STEPS = 64


def is_colour(words: str) -> bool:
    """Whether words are a colour such as ``#0b5cad``, in small letters."""
    return _HEX.fullmatch(words) is not None


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 (none) to 21 (black on white).

    https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """Return a colour with a share (0 to 1) of another in it."""
    parts = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)


def readable(colour: str, *grounds: str) -> str:
    """Return the colour nearest to one that can be read on all grounds.

    It is mixed with black or white, whichever can be read on them with less of it; where neither
    can, the better of the two.
    """
    found = [
        (step, shade)
        for end in ("#000000", "#ffffff")
        for step in range(_STEPS + 1)
        if _least(shade := mixed(colour, end, step / _STEPS), grounds) >= READABLE
    ]
    if found:
        return min(found)[1]
    return max(("#000000", "#ffffff"), key=lambda end: _least(end, grounds))


def _least(colour: str, grounds: tuple[str, ...]) -> float:
    return min(contrast(colour, ground) for ground in grounds)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= _DARK else ((part + 0.055) / 1.055) ** 2.4


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
