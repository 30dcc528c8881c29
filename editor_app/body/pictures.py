"""What stands in a page for the address of a picture."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from html import escape

from editor_app.body.addresses import is_safe_picture_address
from editor_app.model.photo_words import PhotoWords


class Slot(StrEnum):
    """Where on a page a picture stands, which decides how wide it can get."""

    LEAD = "lead"
    TEXT = "text"
    BESIDE = "beside"
    FULL = "full"
    GALLERY = "gallery"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class SlotSizes:
    """How wide a picture is in each slot, as the ``sizes`` attribute says it."""

    lead: str
    text: str
    beside: str
    full: str
    gallery: str
    small: str = "7rem"

    def at(self, slot: Slot) -> str:
        """Return how wide a picture is in a slot."""
        return str(getattr(self, slot.value))


@dataclass(frozen=True, slots=True)
class Format:
    """The same picture in another format: what kind of file, and the files by their width."""

    mime: str
    srcset: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A part of a picture in a shape of its own, for those who link to the page."""

    shape: str
    src: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Saying:
    """How the language of a page says what stands with a photo.

    A credit begins with ``opening`` unless it begins with one of ``openings`` (lower case) anyway.
    """

    opening: str
    openings: tuple[str, ...]
    title: str  # with {title}
    comma: str
    description: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a page shows it; no size where none is known.

    ``width`` and ``height`` are those of the largest file, ``cuts`` stand beside the page where
    the picture is its lead, ``focus`` (as CSS says a position) is what stays in sight where the
    page has no room for all of it. ``words`` are those of the photo, in the page's language.
    """

    src: str
    width: int = 0
    height: int = 0
    srcset: str = ""
    formats: tuple[Format, ...] = ()
    sizes: SlotSizes | None = None
    cuts: tuple[Cut, ...] = ()
    focus: str = ""
    words: PhotoWords | None = None
    saying: Saying | None = None


PictureSource = Callable[[str], Picture | None]
"""Return the picture for an address in a text, or None where none may be shown."""


def as_written(src: str) -> Picture | None:
    """Return a picture at the very address that the text has."""
    return Picture(src)


def stand_ins(pictures: PictureSource) -> PictureSource:
    """Return pictures that keep the address that the text has, for HTML that passes the gate."""

    def stand_in(src: str) -> Picture | None:
        picture = pictures(src)
        if picture is None or not is_shown(picture):
            return None
        return Picture(src, words=picture.words, saying=picture.saying)

    return stand_in


def is_shown(picture: Picture | None) -> bool:
    """Return whether a page can show a picture."""
    return picture is not None and is_safe_picture_address(picture.src)


def picture_html(picture: Picture, slot: Slot, *, alt: str, title: str = "") -> str:
    """Return a picture that `is_shown`, in all the widths and formats that it is there in.

    What a reader comes to later is loaded later; the lead photo is loaded before all else.
    """
    sizes = {"width": picture.width, "height": picture.height}
    attributes = {"alt": alt, **file_attributes(picture, slot)}
    attributes |= {name: str(size) for name, size in sizes.items() if size}
    if slot is Slot.LEAD and picture.focus:
        attributes["style"] = f"object-position: {picture.focus}"
    attributes |= {"title": title} if title else {}
    return with_formats(f"<img{written(attributes)}>", picture, slot)


def file_attributes(picture: Picture, slot: Slot) -> dict[str, str]:
    """Return the attributes of an ``<img>`` that say which files it has and when to load them."""
    if not picture.srcset or picture.sizes is None:
        return {"src": picture.src}
    eager, lazy = {"fetchpriority": "high"}, {"loading": "lazy", "decoding": "async"}
    return {
        "src": picture.src,
        "srcset": picture.srcset,
        "sizes": picture.sizes.at(slot),
        **(eager if slot is Slot.LEAD else lazy),
    }


def with_formats(image: str, picture: Picture, slot: Slot) -> str:
    """Return an ``<img>`` of a picture with the other formats that it is there in."""
    if not picture.formats or picture.sizes is None:
        return image
    sizes = picture.sizes.at(slot)
    sources = "".join(
        f"<source{written({'type': one.mime, 'srcset': one.srcset, 'sizes': sizes})}>"
        for one in picture.formats
    )
    return f"<picture>{sources}{image}</picture>"


def written(attributes: dict[str, str]) -> str:
    """Return attributes as they stand in a tag."""
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
