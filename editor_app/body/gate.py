"""The gate that HTML from outside passes: an allow-list of HTML elements, attributes, addresses.

No SVG, no MathML, no forms, frames, styles or scripts: the parser tricks that get past cleaners
need those. HTML made from the tree itself needs no gate, as `editor_app.body.html` can only write
what it knows.
"""

import re
from functools import partial
from html import escape, unescape
from types import MappingProxyType

import nh3

from editor_app.body.addresses import SCHEMES, is_safe_address
from editor_app.body.constructs import unparsed_html
from editor_app.body.notes import without_places
from editor_app.body.pictures import (
    Picture,
    PictureSource,
    Slot,
    as_written,
    file_attributes,
    is_shown,
    with_formats,
    written,
)
from editor_app.body.tangles import is_too_tangled

_ELEMENTS = frozenset(
    [
        "a",
        "abbr",
        "aside",
        "b",
        "bdi",
        "bdo",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "data",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "u",
        "ul",
        "var",
        "wbr",
    ]
)
_DROPPED_WITH_CONTENT = frozenset(
    [
        "script",
        "style",
        "iframe",
        "object",
        "svg",
        "math",
        "template",
        "noscript",
        "canvas",
        "audio",
        "video",
    ]
)
_ATTRIBUTES = MappingProxyType(
    {
        "*": frozenset({"class", "dir", "lang", "title"}),
        "a": frozenset({"href", "hreflang", "rel"}),
        "data": frozenset({"value"}),
        "img": frozenset({"src", "alt", "width", "height"}),
        "li": frozenset({"value"}),
        "ol": frozenset({"start", "reversed"}),
        "td": frozenset({"colspan", "rowspan"}),
        "th": frozenset({"colspan", "rowspan", "scope"}),
        "time": frozenset({"datetime"}),
    }
)
_CLASSES = re.compile(
    r"align-(?:left|center|right)|missing-photo|language-[\w#.+-]+"
    r"|caption|credit|left|right|full|decorative|quote|attribution|pull-quote|speaker|role"
    r"|fact-box|title|card|publication|embed|contact|facts|type|language|size|source"
    r"|organisation|email|phone|gallery|photos|description"
)
_NOTE_ATTRIBUTES = MappingProxyType(
    {
        ("a", "id"): re.compile(r"note-ref-[0-9]+"),
        ("a", "role"): re.compile(r"doc-noteref|doc-backlink"),
        ("li", "id"): re.compile(r"note-[0-9]+"),
        ("section", "role"): re.compile(r"doc-endnotes"),
        ("section", "class"): re.compile(r"notes"),
        ("sup", "class"): re.compile(r"note"),
    }
)
"""What the numbers of notes and their list have beyond the rest: only where they are ours."""
_IMAGE = re.compile(r"(?P<figure><figure\b[^>]*>\s*)?<img\b(?P<attributes>[^>]*)>")
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
_SLOTS = MappingProxyType({"left": Slot.BESIDE, "right": Slot.BESIDE, "full": Slot.FULL})
_NUMBERS = frozenset({"colspan", "height", "rowspan", "start", "value", "width"})


def clean_html(html: str, *, pictures: PictureSource = as_written, has_notes: bool = True) -> str:
    """Return html with nothing in it but what a page of ours may hold.

    What would keep the parser busy for long is shown as it is written.

    A part of a page that holds HTML from outside ``has_notes`` not: they are put in behind the
    gate, so that nothing from outside can take the place of one.
    """
    if is_too_tangled(html):
        return unparsed_html(without_places(html))
    allowed = {name: set(names) for name, names in _ATTRIBUTES.items()}
    for element, name in _NOTE_ATTRIBUTES if has_notes else ():
        allowed.setdefault(element, set()).add(name)
    cleaned = nh3.clean(
        html,
        tags=set(_ELEMENTS),
        clean_content_tags=set(_DROPPED_WITH_CONTENT),
        attributes=allowed,
        attribute_filter=partial(_filtered, pictures=pictures, has_notes=has_notes),
        url_schemes=set(SCHEMES),
        link_rel=None,
        strip_comments=True,
    )
    if "<img" not in cleaned:
        return cleaned
    return _IMAGE.sub(partial(_image_or_alt_text, pictures=pictures), cleaned)


def _filtered(
    element: str, name: str, value: str, *, pictures: PictureSource, has_notes: bool
) -> str | None:
    """Return the value that an attribute may have, or None."""
    of_note = _NOTE_ATTRIBUTES.get((element, name)) if has_notes else None
    if of_note is not None and of_note.fullmatch(value):
        return value
    if name in ("id", "role"):
        return None
    if name == "src":
        return value if is_shown(pictures(value)) else None
    if name == "href":
        return value if is_safe_address(value) else None
    return _plain_value(element, name, value)


def _plain_value(element: str, name: str, value: str) -> str | None:
    if name == "class":
        return " ".join(filter(_CLASSES.fullmatch, value.split())) or None
    if (element, name) == ("a", "rel"):
        return value if value == "license" else None
    if name in _NUMBERS and element != "data":
        return value if re.fullmatch(r"-?[0-9]{1,10}", value) else None
    return value


def _image_or_alt_text(image: re.Match[str], *, pictures: PictureSource) -> str:
    """Return an image that has an address; one without is its alt text, as in our own HTML."""
    figure, given = image["figure"] or "", image["attributes"]
    attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(given)}
    picture = pictures(attributes["src"]) if "src" in attributes else None
    if picture is not None:
        return figure + _as_shown(attributes, picture, figure)
    words = escape(attributes.get("alt", ""), quote=False)
    return f'{figure}<p class="missing-photo">{words}</p>' if figure and words else figure + words


def _as_shown(attributes: dict[str, str], picture: Picture, figure: str) -> str:
    """Return an image with all the files there are of it, as large as it was to be."""
    named = (slot for name, slot in _SLOTS.items() if re.search(rf'[" ]{name}[" ]', figure))
    slot = next(named, Slot.TEXT)
    shown = attributes | file_attributes(picture, slot)
    if not attributes.keys() & {"width", "height"}:
        sizes = {"width": picture.width, "height": picture.height}
        shown |= {name: str(size) for name, size in sizes.items() if size}
    return with_formats(f"<img{written(shown)}>", picture, slot)


def without_tags(html: str) -> str:
    """Return html that has passed the gate without its tags; references stay."""
    return re.sub(r"<[^>]*>", "", html)
