"""The words of a version as the database keeps them: whole, or as what differs from another one.

Both are Zstandard frames (RFC 8878). What differs is a frame that was made with the other version's
words as its prefix, so a version of a long text costs what was changed in it.
"""

import sys

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_LEVEL = 9
_QUICK_LEVEL = 4  # a sixth of the time, and as good where little differs
_LITTLE = 64  # bytes
_LONGEST = 1 << 28  # bytes of words; far beyond what an item can have
_SHORTEST_BASE = 8  # bytes; Zstandard takes no shorter one
_WINDOW_FOR_ALL = 27  # binary logarithm: how far back a long text is looked through


def packed(words: bytes, base: bytes | None = None, *, level: int = _LEVEL) -> bytes:
    """Return words compressed; with a base, as what differs from it."""
    settings: dict[int, int] = {
        zstd.CompressionParameter.compression_level: level,
        zstd.CompressionParameter.checksum_flag: 0,  # every version has a SHA-256 already
    }
    if base is None or len(base) < _SHORTEST_BASE:
        return bytes(zstd.compress(words, options=settings))
    quick = settings | {zstd.CompressionParameter.compression_level: _QUICK_LEVEL}
    window = min(_WINDOW_FOR_ALL, max(10, (len(base) + len(words)).bit_length()))
    for options in (quick, settings):
        options[zstd.CompressionParameter.window_log] = window
    difference = bytes(zstd.compress(words, options=quick, zstd_dict=_prefix(base)))
    if len(difference) <= _LITTLE:
        return difference
    return bytes(zstd.compress(words, options=settings, zstd_dict=_prefix(base)))


def unpacked(data: bytes, base: bytes | None = None) -> bytes:
    """Return the words that were packed, with the same base.

    Raises:
        ValueError: data is damaged, or was packed with another base.
    """
    limits: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _WINDOW_FOR_ALL}
    known = None if base is None or len(base) < _SHORTEST_BASE else _prefix(base)
    try:
        unpacking = zstd.ZstdDecompressor(zstd_dict=known, options=limits)
        words = unpacking.decompress(data, max_length=_LONGEST)
    except zstd.ZstdError as error:
        message = "not compressed words"
        raise ValueError(message) from error
    if not unpacking.eof:
        message = "compressed words that are not whole"
        raise ValueError(message)
    return bytes(words)


def _prefix(base: bytes) -> tuple[zstd.ZstdDict, int]:
    return zstd.ZstdDict(base, is_raw=True).as_prefix
