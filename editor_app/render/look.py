"""The look that a house gives its pages: values for the variables of page.css, and nothing else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from types import MappingProxyType

from markupsafe import Markup

from editor_app.model.house_look import Colours, PageLook
from editor_app.render.contrast import READABLE, contrast, is_colour, mixed, readable

LIGHT = Colours(accent="#0b5cad", ink="#18202c", paper="#ffffff")
DARK = Colours(accent="#7db8f5", ink="#e9edf2", paper="#12161c")
"""The colours of the theme that ships with the program, as page.css has them."""

_NOTO = '"Noto Sans", "Noto Sans Arabic"'


@dataclass(frozen=True, slots=True)
class Font:
    """A font that readers have already, and what stands in where they have not."""

    name: str
    stack: str


FONTS: Mapping[str, Font] = MappingProxyType(
    {
        "system": Font("The reader's own", f"system-ui, -apple-system, {_NOTO}, sans-serif"),
        "arial": Font("Arial", f'Arial, "Liberation Sans", {_NOTO}, sans-serif'),
        "helvetica": Font("Helvetica", f'"Helvetica Neue", Helvetica, Arial, {_NOTO}, sans-serif'),
        "verdana": Font("Verdana", f'Verdana, "DejaVu Sans", {_NOTO}, sans-serif'),
        "trebuchet": Font("Trebuchet", f'"Trebuchet MS", {_NOTO}, sans-serif'),
        "georgia": Font("Georgia", 'Georgia, "Noto Serif", "DejaVu Serif", serif'),
        "palatino": Font("Palatino", 'Palatino, "Palatino Linotype", "Noto Serif", serif'),
        "times": Font("Times", '"Times New Roman", Times, "Liberation Serif", serif'),
    }
)
_CARD, _LINE, _MUTED, _STRONG = 0.05, 0.14, 0.3, 0.3  # shares of ink, or of paper for muted


@lru_cache(maxsize=16)
def look_style(look: PageLook) -> Markup:
    """Return what stands after page.css in every page of a house; empty where nothing is set.

    Only for screens: what is printed stays black on white.
    """
    fonts = (("--serif", look.headings), ("--sans", look.text))
    said = "".join(f"{name}: {FONTS[font].stack}; " for name, font in fonts if font in FONTS)
    rules = f":root {{ {said}}}\n" if said else ""
    for scheme, own, usual in (("light", look.light, LIGHT), ("dark", look.dark, DARK)):
        values = "".join(f"{name}: {value}; " for name, value in _values(own, usual))
        if values:
            rules += (
                f"@media screen and (prefers-color-scheme: {scheme}) {{ :root {{ {values}}} }}\n"
            )
    return Markup(rules)  # noqa: S704  # colours and fonts that were checked, no words


def colour_problem(look: PageLook, scheme: str, name: str, colour: str) -> str:
    """Return why a colour cannot be used, in a sentence; empty if it can.

    ``scheme`` is ``light`` or ``dark``, ``name`` a field of `Colours`.
    """
    colour = colour.lower()
    if not is_colour(colour):
        return "A colour is # and six digits or letters from a to f, such as #0b5cad."
    used = _with_usual(replace(getattr(look, scheme), **{name: colour}), _usual(scheme))
    if name != "paper" and (ratio := _ratio(colour, used)) < READABLE:
        better = readable(colour, used.paper, _card(used))
        return f"Its contrast to the page is {ratio:.1f}:1; {_ASK} {better} can be read."
    for what, one in (("words", used.ink), ("links", used.accent)):
        if name != "accent" and (ratio := _ratio(one, used)) < READABLE:
            return f"With it, the {what} in {one} would have a contrast of {ratio:.1f}:1; {_ASK}"
    return ""


def sound_look(look: PageLook) -> PageLook:
    """Return a look without what cannot be used: odd fonts, colours, sets that cannot be read."""
    return replace(
        look,
        light=_sound_colours(look.light, LIGHT),
        dark=_sound_colours(look.dark, DARK),
        headings=look.headings if look.headings in FONTS else "",
        text=look.text if look.text in FONTS else "",
    )


_ASK = f"readers need {READABLE}:1."


def _sound_colours(own: Colours, usual: Colours) -> Colours:
    known = _known(own)
    used = _with_usual(known, usual)
    is_readable = all(_ratio(one, used) >= READABLE for one in (used.ink, used.accent))
    return known if is_readable else Colours()


def _known(own: Colours) -> Colours:
    """Return colours without those that are none."""
    said = {field.name: getattr(own, field.name).lower() for field in fields(own)}
    return Colours(**{name: value if is_colour(value) else "" for name, value in said.items()})


def _usual(scheme: str) -> Colours:
    return LIGHT if scheme == "light" else DARK


def _card(used: Colours) -> str:
    """Return the ground of boxes and cards."""
    return mixed(used.paper, used.ink, _CARD)


def _ratio(colour: str, used: Colours) -> float:
    """Return the contrast of words in a colour, never rounded up over what is enough."""
    least = min(contrast(colour, ground) for ground in (used.paper, _card(used)))
    return int(least * 10) / 10


def _values(own: Colours, usual: Colours) -> Iterator[tuple[str, str]]:
    """Yield the variables that a house sets, those that are mixed of them too."""
    own = _known(own)
    used = _with_usual(own, usual)
    if own.paper:
        yield "--paper", own.paper
    if own.ink:
        yield "--ink", own.ink
    if own.paper or own.ink:
        yield "--card", _card(used)
        yield "--line", mixed(used.paper, used.ink, _LINE)
        yield "--muted", readable(mixed(used.ink, used.paper, _MUTED), used.paper, _card(used))
    if own.accent:
        yield "--accent", own.accent
    if own.accent or own.ink:
        yield "--accent-strong", mixed(used.accent, used.ink, _STRONG)


def _with_usual(own: Colours, usual: Colours) -> Colours:
    return Colours(
        accent=own.accent or usual.accent, ink=own.ink or usual.ink, paper=own.paper or usual.paper
    )
