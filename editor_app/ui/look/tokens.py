"""The named colours of the window, once for light surroundings and once for dark ones."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from editor_app.model.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The colours everything is painted with; each is a ``#rrggbb`` text.

    Every pair of text and ground that is used for words has a contrast of at least 4.5 to 1,
    but for ``faint``, which only carries what is said elsewhere as well.
    """

    is_dark: bool
    background: str  # the panes
    surface: str  # what lies behind cards: the side pane
    field: str  # inside input fields and plain buttons
    raised: str  # menus, tool tips, dialogs
    border: str
    border_strong: str  # borders that must be seen: fields with an edge, switches
    text: str
    muted: str
    faint: str  # placeholders, dots of drafts
    accent: str
    accent_text: str  # words on the accent colour
    accent_hover: str
    accent_soft: str  # tint behind what is chosen
    selected: str  # tint of the selected row
    hover: str
    good: str
    warning: str
    warning_text: str
    warning_soft: str
    danger: str
    danger_soft: str
    good_soft: str


LIGHT = Tokens(
    is_dark=False,
    background="#ffffff",
    surface="#f6f7f9",
    field="#ffffff",
    raised="#ffffff",
    border="#e2e5ea",
    border_strong="#c6ccd5",
    text="#1d2430",
    muted="#5b6472",
    faint="#8a93a1",
    accent="#0b5fad",
    accent_text="#ffffff",
    accent_hover="#094f91",
    accent_soft="#e7f0fa",
    selected="#e7eefa",
    hover="#f1f3f6",
    good="#1f7a4d",
    warning="#a15c00",
    warning_text="#ffffff",
    warning_soft="#fdf3e3",
    danger="#b3261e",
    danger_soft="#fceeed",
    good_soft="#e8f5ee",
)

DARK = Tokens(
    is_dark=True,
    background="#1c2027",
    surface="#16191f",
    field="#22272f",
    raised="#22272f",
    border="#2d333d",
    border_strong="#444c59",
    text="#e8ebf0",
    muted="#a7b0bd",
    faint="#7d8796",
    accent="#6cb0f5",
    accent_text="#0f1720",
    accent_hover="#8bc1f8",
    accent_soft="#1f3147",
    selected="#213349",
    hover="#272d36",
    good="#59c48c",
    warning="#e3a64a",
    warning_text="#1c2027",
    warning_soft="#37301f",
    danger="#f2857d",
    danger_soft="#3b2526",
    good_soft="#1d3329",
)


def current_tokens(scheme: Qt.ColorScheme) -> Tokens:
    """Return the colours for a colour scheme; a scheme that is not known counts as light."""
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def hit_colour(*, is_dark: bool) -> str:
    """Return the ground behind words that a search found."""
    return "#5e4c14" if is_dark else "#ffe79a"


def status_colour(status: Status, tokens: Tokens) -> str:
    """Return the colour of the dot that stands for a status."""
    colours = {
        Status.DRAFT: tokens.faint,
        Status.IN_REVIEW: tokens.warning,
        Status.READY: tokens.good,
        Status.PUBLISHED: tokens.accent,
        Status.WITHDRAWN: tokens.danger,
    }
    return colours[status]


def palette_of(tokens: Tokens) -> QPalette:
    """Return the palette that gives Qt's own controls these colours."""
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, colour in {
        roles.Window: tokens.background,
        roles.WindowText: tokens.text,
        roles.Base: tokens.field,
        roles.AlternateBase: tokens.surface,
        roles.Text: tokens.text,
        roles.PlaceholderText: tokens.faint,
        roles.Button: tokens.field,
        roles.ButtonText: tokens.text,
        roles.BrightText: tokens.danger,
        roles.ToolTipBase: tokens.raised,
        roles.ToolTipText: tokens.text,
        roles.Highlight: tokens.accent,
        roles.HighlightedText: tokens.accent_text,
        roles.Accent: tokens.accent,
        roles.Link: tokens.accent,
        roles.LinkVisited: tokens.accent,
        roles.Light: tokens.field,
        roles.Midlight: tokens.border,
        roles.Mid: tokens.border_strong,
        roles.Dark: tokens.border_strong,
        roles.Shadow: tokens.border_strong,
    }.items():
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.faint))
    return palette
