"""The copies of a photo that leave the house: smaller, upright, sRGB, and silent about all else."""

import io
from dataclasses import dataclass
from typing import cast

from PIL import Image, ImageCms

from editor_app.media.decoding import opened, orientation, upright
from editor_app.media.photo import Photo

LONGEST = 1600

# What a rendition is written as. A GIF may move, and movement that cannot be paused shuts readers
# out (WCAG 2.2.2), so its first picture is taken; AVIF may be transparent, which WebP keeps.
_WRITTEN_AS = {
    "jpg": "jpg",
    "tif": "jpg",
    "png": "png",
    "gif": "png",
    "webp": "webp",
    "avif": "webp",
}
_SOURCES = {
    "JPEG": "jpg",
    "MPO": "jpg",
    "TIFF": "tif",
    "PNG": "png",
    "GIF": "png",
    "WEBP": "webp",
    "AVIF": "avif",
}
_JPEG_QUALITY = 85
_WEBP_QUALITY = 84
_DEEP_MODES = frozenset({"I", "I;16", "I;16B", "I;16L", "I;16N", "F"})


@dataclass(frozen=True, slots=True)
class Rendition:
    """A picture file made to be published."""

    data: bytes
    extension: str
    width: int
    height: int


def rendition_size(photo: Photo, *, longest: int = LONGEST) -> tuple[int, int]:
    """Return the width and height that a rendition of photo will have."""
    return _fitted((photo.width, photo.height), longest)


def rendition_extension(photo: Photo) -> str:
    """Return the file extension that a rendition of photo will have."""
    return _WRITTEN_AS[photo.extension]


def make_rendition(data: bytes, *, longest: int = LONGEST) -> Rendition:
    """Return a copy of a photo that carries nothing but its pixels; it is never enlarged.

    Raises:
        PhotoRefusedError: data is no photo, or damaged.
    """
    with opened(data) as image:
        extension = _WRITTEN_AS[_SOURCES[image.format or ""]]
        picture = _prepared(image, longest)
        written = _written(picture, extension)
    return Rendition(written, extension, picture.width, picture.height)


def thumbnail(data: bytes, *, longest: int) -> bytes:
    """Return a small copy of a photo, as PNG where the photo can be seen through, else as JPEG.

    Raises:
        PhotoRefusedError: data is no photo, or damaged.
    """
    with opened(data) as image:
        picture = _prepared(image, longest)
        return _written(picture, "png" if picture.mode == "RGBA" else "jpg")


def _prepared(image: Image.Image, longest: int) -> Image.Image:
    """Return the upright, fitted, sRGB pixels of image in a new picture without any words."""
    before = image.size
    wanted = _fitted(before, longest)
    if wanted != before:
        image.draft(None, (2 * wanted[0], 2 * wanted[1]))  # JPEG: decode at a fitting scale
    image.load()
    turned = 1 if image.format == "TIFF" else orientation(image)
    if image.format == "TIFF":
        wanted = _fitted(image.size, longest)  # Pillow turned it while loading
    profile = image.info.get("icc_profile")
    picture = _resizable(image)
    if picture.size != wanted:
        picture = picture.resize(wanted, Image.Resampling.LANCZOS)
    picture = upright(_in_srgb(picture, profile), turned)
    silent = Image.new(picture.mode, picture.size)
    silent.paste(picture)
    return silent


def _fitted(size: tuple[int, int], longest: int) -> tuple[int, int]:
    width, height = size
    side = max(width, height)
    if side <= longest:
        return size
    return max(1, round(width * longest / side)), max(1, round(height * longest / side))


def _resizable(image: Image.Image) -> Image.Image:
    """Return image in a mode whose pixels can be averaged: L, RGB, RGBA, CMYK or LAB."""
    if image.mode in _DEEP_MODES:
        return _in_eight_bits(image)
    if image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode in {"L", "RGB", "CMYK", "LAB"}:
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """Return a grey picture of 16 or 32 bits as one of 8, without clipping its light parts."""
    values = image.convert("F")
    lowest, highest = cast("tuple[float, float]", values.getextrema())
    if image.mode.startswith("I;16"):
        lowest, highest = 0.0, 65535.0
    scale = 255.0 / (highest - lowest) if highest > lowest else 0.0
    return values.point(lambda value: value * scale - lowest * scale).convert("L")


def _in_srgb(picture: Image.Image, profile: object) -> Image.Image:
    """Return picture in sRGB: by its profile where that can be read, else as it is taken to be."""
    converted = _by_profile(picture, profile) if isinstance(profile, bytes) else None
    if converted is not None:
        return converted
    return picture if picture.mode in {"L", "RGB", "RGBA"} else picture.convert("RGB")


def _by_profile(picture: Image.Image, profile: bytes) -> Image.Image | None:
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    alpha = picture.getchannel("A") if mode == "RGBA" else None
    opaque = picture.convert("RGB") if alpha else picture
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(
            opaque, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None  # a profile that is damaged, or meant for another kind of picture
    if converted is not None and alpha:
        converted.putalpha(alpha)
    return converted


def _written(picture: Image.Image, extension: str) -> bytes:
    file = io.BytesIO()
    if extension == "jpg":
        _on_white(picture).save(
            file,
            "JPEG",
            quality=_JPEG_QUALITY,
            optimize=True,
            progressive=True,
            subsampling="4:2:0",
        )
    elif extension == "png":
        picture.save(file, "PNG", compress_level=9)
    else:
        picture.save(file, "WEBP", quality=_WEBP_QUALITY, method=4)
    return file.getvalue()


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode != "RGBA":
        return picture
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground
