"""HEIC, the photos of many phones: read where the package for it is installed."""

from functools import cache
from importlib import import_module

_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"heif"})
_AVIF_BRANDS = (b"avif", b"avis")
_THREADS = 2


def is_heic(data: bytes) -> bool:
    """Return whether data says of itself that it is an HEIC picture."""
    if data[4:8] != b"ftyp":
        return False
    brands = data[8:64]
    if any(brand in brands for brand in _AVIF_BRANDS):
        return False
    return any(brand in brands for brand in _BRANDS)


@cache
def can_read_heic() -> bool:
    """Return whether HEIC can be read; from now on Pillow opens it where it is asked to."""
    try:
        reader = import_module("pi_heif")  # not at the start: only few photos need it
    except ImportError:
        return False
    reader.register_heif_opener(
        thumbnails=False, depth_images=False, aux_images=False, decode_threads=_THREADS
    )
    return True
