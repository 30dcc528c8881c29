"""The typefaces of the window: the system's own for controls, a serif for the words of an item."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

SERIFS = ("Source Serif 4", "Noto Serif", "DejaVu Serif", "Georgia", "Times New Roman", "serif")
LEAST_POINTS = 10.0  # Qt's own default on a bare X11 desktop is 9, too small beside the page


def interface_font(system: QFont) -> QFont:
    """Return the font of all controls: the system's, but never smaller than can be read."""
    font = QFont(system)
    if 0 < font.pointSizeF() < LEAST_POINTS:
        font.setPointSizeF(LEAST_POINTS)
    return font


@cache
def serif_families() -> tuple[str, ...]:
    """Return the serif families that are installed, the preferred one first."""
    installed = set(QFontDatabase.families())
    return tuple(family for family in SERIFS if family in installed) or ("serif",)


def serif(base: QFont, *, scale: float = 1.0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the reading font, scaled from the size that controls have."""
    font = QFont(list(serif_families()))
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(base.pointSizeF() * scale)
    font.setWeight(weight)
    return font


def scaled(base: QFont, scale: float, *, weight: QFont.Weight | None = None) -> QFont:
    """Return a font like base, larger or smaller."""
    font = QFont(base)
    font.setPointSizeF(base.pointSizeF() * scale)
    if weight is not None:
        font.setWeight(weight)
    return font
