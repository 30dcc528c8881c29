"""What a page says of its lead photo to those who link to it: social networks, search engines."""

from typing import Any
from urllib.parse import quote

from editor_app.body.photo_lines import is_on_the_web, licence_address
from editor_app.render.parts import LeadPart

_MIMES = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}


def linked_image(lead: LeadPart | None, address: str) -> dict[str, Any] | None:
    """Return the image that stands beside a link to the page at address; None without one."""
    if lead is None:
        return None
    image = lead.card or lead.picture
    return {
        "address": address + quote(image.src),
        "mime": _MIMES.get(image.src.rpartition(".")[2], ""),
        "width": image.width,
        "height": image.height,
        "alt": lead.alt,
    }


def image_objects(lead: LeadPart | None, address: str) -> list[dict[str, Any]]:
    """Return the lead photo of the page at address in all its shapes, as schema.org says it.

    Each has its own rights, as search engines look at one image at a time.
    """
    if lead is None:
        return []
    said = _said(lead)
    return [_file(one.src, one.width, one.height, address) | said for one in lead.shapes]


def _file(src: str, width: int, height: int, address: str) -> dict[str, Any]:
    file = address + quote(src)
    size = {"width": width, "height": height} if width and height else {}
    return {"@type": "ImageObject", "url": file, "contentUrl": file, **size}


def _said(lead: LeadPart) -> dict[str, Any]:
    said: dict[str, Any] = {
        "caption": lead.caption,
        "description": lead.alt,
        "creditText": lead.credit,
    }
    if words := lead.picture.words:
        photographer, licensor = words.photographer.strip(), words.licensor_address.strip()
        said |= {
            "name": words.title,
            "creator": {"@type": "Person", "name": photographer} if photographer else None,
            "copyrightNotice": words.copyright_notice,
            "license": licence_address(words),
            "acquireLicensePage": licensor if is_on_the_web(licensor) else "",
        }
    return {name: value for name, value in said.items() if value}
