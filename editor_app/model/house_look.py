"""How the pages of a house look, where that is not as the theme has it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """Three colours of a page as ``#rrggbb``; an empty one is the theme's.

    The theme's other colours are mixed of them.
    """

    accent: str = ""  # links, sections, lines beside quotations
    ink: str = ""
    paper: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLook:
    """The settings of a theme: ``light`` and ``dark`` are for readers whose screens are so.

    ``headings`` and ``text`` name fonts of `editor_app.render.look`; empty: the theme's. ``footer``
    stands under every page.
    """

    light: Colours = Colours()
    dark: Colours = Colours()
    headings: str = ""
    text: str = ""
    footer: str = ""
