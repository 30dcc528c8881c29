"""Colours for the web: any kind of pixels as eight bits of sRGB."""

import io
from typing import cast

from PIL import Image, ImageCms

_DEEP_MODES = frozenset({"I", "I;16", "I;16B", "I;16L", "I;16N", "F"})
_AVERAGED = frozenset({"L", "RGB", "CMYK", "LAB", "YCbCr"})
_PUBLISHED = frozenset({"L", "RGB", "RGBA"})
_USELESS_PROFILE = (ImageCms.PyCMSError, OSError, ValueError, TypeError)


def averageable(image: Image.Image) -> Image.Image:
    """Return image in a mode whose pixels can be averaged; itself where they can be already."""
    if image.mode in _DEEP_MODES or image.mode in {"LA", "RGBA"}:
        return image
    if image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode in _AVERAGED:
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def in_srgb(picture: Image.Image, profile: object) -> Image.Image:
    """Return picture in sRGB, grey or not: by its profile where that can be read."""
    if picture.mode in _DEEP_MODES:
        picture = _in_eight_bits(picture)
    if picture.mode == "LA":
        picture = picture.convert("RGBA")
    converted = _by_profile(picture, profile) if isinstance(profile, bytes) else None
    if converted is None and picture.mode == "LAB":
        converted = _converted(picture, ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")))
    if converted is not None:
        return converted
    return picture if picture.mode in _PUBLISHED else picture.convert("RGB")


def on_white(picture: Image.Image) -> Image.Image:
    """Return picture as it looks on white paper, for a kind of file that knows no glass."""
    if picture.mode != "RGBA":
        return picture
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """Return a grey picture of 16 or 32 bits as one of 8, without clipping its light parts."""
    values = image.convert("F")
    if image.mode.startswith("I;16"):
        lowest, highest = 0.0, 65535.0
    else:
        lowest, highest = cast("tuple[float, float]", values.getextrema())
    scale = 255.0 / (highest - lowest) if highest > lowest else 0.0
    return values.point(lambda value: value * scale - lowest * scale).convert("L")


def _by_profile(picture: Image.Image, profile: bytes) -> Image.Image | None:
    """Return picture as its profile says it looks; None where that says nothing new."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if ImageCms.getProfileDescription(source).startswith("sRGB"):
            return None
    except _USELESS_PROFILE:
        return None
    return _converted(picture, source)


def _converted(picture: Image.Image, source: ImageCms.ImageCmsProfile) -> Image.Image | None:
    alpha = picture.getchannel("A") if picture.mode == "RGBA" else None
    opaque = picture.convert("RGB") if alpha else picture
    if source.profile.xcolor_space.strip() == "GRAY" and opaque.mode == "RGB":
        opaque = opaque.convert("L")
    try:
        converted = ImageCms.profileToProfile(
            opaque, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except _USELESS_PROFILE:
        return None  # a profile that is damaged, or meant for another kind of picture
    if converted is not None and alpha:
        converted.putalpha(alpha)
    return converted
