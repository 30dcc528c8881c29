"""The gate that HTML from outside passes: an allow-list of HTML elements, attributes, addresses.

No SVG, no MathML, no forms, frames, styles or scripts: the parser tricks that get past cleaners
need those. HTML made from the tree itself needs no gate, as `editor_app.body.html` can only write
what it knows.
"""

import re
from functools import partial
from types import MappingProxyType

import nh3

from editor_app.body.addresses import SCHEMES, is_safe_address
from editor_app.body.pictures import PictureSource, as_written, picture_attributes

_ELEMENTS = frozenset(
    [
        "a",
        "abbr",
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
        "a": frozenset({"href", "hreflang"}),
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
    r"align-(?:left|center|right)|caption|credit|missing-photo|language-[\w#.+-]+"
)
_IMAGE = re.compile(r"<img\b[^>]*>")
_SRC = re.compile(r' src="[^"]*"')
_NUMBERS = frozenset({"colspan", "height", "rowspan", "start", "value", "width"})


def clean_html(html: str, *, pictures: PictureSource = as_written) -> str:
    """Return html with nothing in it but what a page of ours may hold."""
    cleaned = nh3.clean(
        html,
        tags=set(_ELEMENTS),
        clean_content_tags=set(_DROPPED_WITH_CONTENT),
        attributes={name: set(allowed) for name, allowed in _ATTRIBUTES.items()},
        attribute_filter=partial(_filtered, pictures=pictures),
        url_schemes=set(SCHEMES),
        link_rel=None,
        strip_comments=True,
    )
    return _IMAGE.sub(_image_or_alt_text, cleaned) if "<img" in cleaned else cleaned


def _filtered(element: str, name: str, value: str, *, pictures: PictureSource) -> str | None:
    """Return the value that an attribute may have, or None."""
    if name == "src":
        picture = pictures(value)
        return picture_attributes(picture).get("src") if picture else None
    if name == "href":
        return value if is_safe_address(value) else None
    if name == "class":
        return " ".join(_CLASSES.findall(value)) or None
    if name in _NUMBERS and element != "data":
        return value if re.fullmatch(r"-?[0-9]{1,10}", value) else None
    return value


def _image_or_alt_text(image: re.Match[str]) -> str:
    """Return an image that has an address; one without is its alt text."""
    if _SRC.search(image[0]):
        return image[0]
    alt = re.search(r' alt="([^"]*)"', image[0])
    return alt[1] if alt else ""


def without_tags(html: str) -> str:
    """Return html that has passed the gate without its tags; references stay."""
    return re.sub(r"<[^>]*>", "", html)
