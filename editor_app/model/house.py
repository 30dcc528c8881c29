"""The organisation a library belongs to, as its pages show it."""

from dataclasses import dataclass, field

from editor_app.model.house_look import PageLook
from editor_app.model.house_style import HouseStyle


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What every page of a library shares.

    ``address`` is the web address under which the export folder is published; ``navigation`` are
    the links at the top of a page, as (text, address). ``language`` is the first of the house,
    ``languages`` are the others that it writes in. ``style`` is how the house writes,
    ``look`` how its pages look.
    ``leaves_redirects`` says that a page that moved, or was withdrawn, leaves one behind that
    leads on.
    """

    organisation: str = "Organisation name"
    address: str = "https://www.example.org/"
    language: str = "en-GB"
    languages: tuple[str, ...] = ()
    navigation: tuple[tuple[str, str], ...] = ()
    style: HouseStyle = field(default_factory=HouseStyle)
    leaves_redirects: bool = False
    look: PageLook = field(default_factory=PageLook)
