"""Colours and fonts of the editor, as a value that the window's look fills in."""

from dataclasses import dataclass

SERIF = ("Charter", "Source Serif 4", "Georgia", "DejaVu Serif", "serif")
SANS = ("Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans", "sans-serif")
MONOSPACE = ("Cascadia Mono", "Menlo", "Noto Sans Mono", "DejaVu Sans Mono", "monospace")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorLook:
    """What the editor looks like; nothing of it is ever a part of the text.

    Colours are ``#rrggbb``, the size is the body's in points.
    """

    background: str = "#ffffff"
    surface: str = "#f5f6f8"
    text: str = "#1a1d23"
    muted: str = "#5c6370"
    faint: str = "#8b919c"
    accent: str = "#0b5cad"
    accent_soft: str = "#e3edfa"
    border: str = "#dfe2e7"
    good: str = "#1d7a43"
    danger: str = "#b3261e"
    serif: tuple[str, ...] = SERIF
    sans: tuple[str, ...] = SANS
    monospace: tuple[str, ...] = MONOSPACE
    size: float = 12.0


def light_look() -> EditorLook:
    """Return the colours for a light screen."""
    return EditorLook()


def dark_look() -> EditorLook:
    """Return the colours for a dark screen."""
    return EditorLook(
        background="#1d2128",
        surface="#252a33",
        text="#e8eaed",
        muted="#a6adb8",
        faint="#7d8590",
        accent="#6cb0f5",
        accent_soft="#1f3a5a",
        border="#343a45",
        good="#4fc37f",
        danger="#f28b82",
    )
