"""Colours and fonts of the editor, as a value that the window's look fills in."""

from dataclasses import dataclass

from editor_app.ui.editor.leaves import Kind

SERIF = ("Charter", "Source Serif 4", "Georgia", "DejaVu Serif", "serif")
SANS = ("Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans", "sans-serif")
MONOSPACE = ("Cascadia Mono", "Menlo", "Noto Sans Mono", "DejaVu Sans Mono", "monospace")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorLook:
    """What the editor looks like; nothing of it is ever a part of the text.

    Colours are ``#rrggbb``, the size is the body's in points at 100 %.
    """

    background: str = "#ffffff"
    surface: str = "#f5f6f8"
    text: str = "#1a1d23"
    muted: str = "#5c6370"
    faint: str = "#8b919c"
    accent: str = "#0b5cad"
    accent_soft: str = "#e3edfa"
    border: str = "#dfe2e7"
    border_strong: str = "#c6ccd5"
    good: str = "#1d7a43"
    warning: str = "#a15c00"
    danger: str = "#b3261e"
    serif: tuple[str, ...] = SERIF
    sans: tuple[str, ...] = SANS
    monospace: tuple[str, ...] = MONOSPACE
    size: float = 12.0
    zoom: float = 1.0


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
        border_strong="#4a5260",
        good="#4fc37f",
        warning="#e3a64a",
        danger="#f28b82",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LineLook:
    """How the words of a line are set; an empty family or colour is that of the text.

    ``family`` and ``colour`` are names of fields of the look, ``scale`` is a part of its size.
    """

    family: str = ""
    scale: float = 1.0
    is_bold: bool = False
    is_italic: bool = False
    colour: str = ""


_HEAD_SIZES = {1: 1.5, 2: 1.24, 3: 1.1, 4: 1.0, 5: 1.0, 6: 1.0}
_UPRIGHT = 3  # cross-heads below this level are told apart by italics
_PLAIN = LineLook()
_IN_BOX = LineLook(family="sans", scale=0.9)
_LOOKS = {
    Kind.CAPTION: LineLook(family="sans", scale=0.84, colour="muted"),
    Kind.CREDIT: LineLook(family="sans", scale=0.84, colour="faint"),
    Kind.SOURCE: LineLook(family="monospace", scale=0.84, colour="muted"),
    Kind.ATTRIBUTION: LineLook(family="sans", scale=0.88, colour="muted"),
    Kind.PULL_TEXT: LineLook(scale=1.42),
    Kind.SPEAKER: LineLook(family="sans", scale=0.88, is_bold=True),
    Kind.ROLE: LineLook(family="sans", scale=0.84, colour="muted"),
    Kind.BOX_TITLE: LineLook(family="sans", scale=1.0, is_bold=True),
    Kind.GALLERY_TITLE: LineLook(family="sans", scale=1.0, is_bold=True),
    Kind.TABLE: LineLook(family="sans", scale=0.9),
}
TABLE_HEAD = LineLook(family="sans", scale=0.9, is_bold=True)


def line_look(kind: Kind, *, is_in_box: bool) -> LineLook:
    """Return how the words of a kind of line are set."""
    if kind.level:
        size = _HEAD_SIZES[kind.level] * (_IN_BOX.scale if is_in_box else 1.0)
        family = "sans" if is_in_box else ""
        return LineLook(family=family, scale=size, is_bold=True, is_italic=kind.level > _UPRIGHT)
    return _LOOKS.get(kind, _IN_BOX if is_in_box else _PLAIN)
