"""A file on disk as text: what is no text, or too much of it, is said in one sentence."""

import codecs
from pathlib import Path

from charset_normalizer import from_bytes

from editor_app.intake.errors import FileUnreadableError, NotTextError

MAX_BYTES = 20 * 1024 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# How well known kinds of files begin that are dropped on a window by mistake.
_OTHER_KINDS = (
    (b"%PDF", "is a PDF document"),
    (b"PK\x03\x04", "is a packed file (a Word document or a zip)"),
    (b"\xd0\xcf\x11\xe0", "is an old Office document"),
    (b"\x89PNG", "is a picture"),
    (b"\xff\xd8\xff", "is a picture"),
    (b"GIF8", "is a picture"),
    (b"SQLite format 3", "is a database"),
    (b"{\\rtf", "is a rich text (RTF) document"),
)
_GUESSED_FROM = 256 * 1024
_UTF16_SHARE = 0.3
_FOUR_BYTES = 4


def read_text(path: Path) -> tuple[str, str]:
    """Return the text of a file with plain line ends, and the name of its encoding.

    Raises:
        FileUnreadableError: there is no such file, or it may not be read.
        NotTextError: it is empty, too large, or not text.
    """
    data = read_bytes(path, limit=MAX_BYTES)
    if not data.strip():
        raise NotTextError(f"“{path.name}” is empty.", hint="Choose a file that holds text.")
    for start, kind in _OTHER_KINDS:
        if data.startswith(start):
            raise NotTextError(f"“{path.name}” {kind}, not a text file.", hint=_SAVE_AS_TEXT)
    text, encoding = _decoded(data, path.name)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise NotTextError(f"“{path.name}” is empty.", hint="Choose a file that holds text.")
    return text, encoding


_SAVE_AS_TEXT = "Open it in the program it was made with and save it as plain text."


def read_bytes(path: Path, *, limit: int) -> bytes:
    """Return what a file holds.

    Raises:
        FileUnreadableError: there is no such file, or it may not be read.
        NotTextError: it is larger than limit.
    """
    try:
        if path.is_dir():
            raise FileUnreadableError(
                f"“{path.name or path}” is a folder, not a file.", hint="Choose the files inside."
            )
        if not path.exists():
            raise FileUnreadableError(
                f"There is no file “{path}”.", hint="Check the name and the folder."
            )
        if not path.is_file():
            raise FileUnreadableError(
                f"“{path.name}” is not a file that can be read.", hint="Choose a text file."
            )
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise FileUnreadableError(
            f"“{path.name}” cannot be read.", hint="Check that you may open the file."
        ) from error
    if len(data) > limit:
        raise NotTextError(
            f"“{path.name}” is larger than {limit // 1024**2} MB.",
            hint="Split the text into several files.",
        )
    return data


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, name), encoding
    if b"\0" in data:
        encoding = _sixteen_bits(data)
        if not encoding:
            raise NotTextError(f"“{name}” is not a text file.", hint=_SAVE_AS_TEXT)
        return _strictly(data, encoding, name), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _guessed(data, name)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotTextError(f"“{name}” is not a text file.", hint=_SAVE_AS_TEXT) from error
    if "\0" in text:
        raise NotTextError(f"“{name}” is not a text file.", hint=_SAVE_AS_TEXT)
    return text


def _sixteen_bits(data: bytes) -> str:
    """Return which UTF-16 data without a mark is; empty if none: half of it are then zeros."""
    sample = data[: 64 * 1024]
    half = max(1, len(sample) // 2)
    if len(data) % 2 or len(data) < _FOUR_BYTES:
        return ""
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > _UTF16_SHARE and even < _UTF16_SHARE / 10:
        return "utf-16-le"
    return "utf-16-be" if even > _UTF16_SHARE and odd < _UTF16_SHARE / 10 else ""


def _guessed(data: bytes, name: str) -> tuple[str, str]:
    """Return text of an older encoding. Western files are Windows' own (1252) far oftenest."""
    best = from_bytes(data[:_GUESSED_FROM], threshold=0.3).best()
    for encoding in (best.encoding if best else "", "cp1252"):
        if not encoding:
            continue
        try:
            text = data.decode("cp1252" if encoding in _WESTERN else encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if not _looks_binary(text):
            return text, encoding
    raise NotTextError(f"“{name}” is not a text file.", hint=_SAVE_AS_TEXT)


_WESTERN = frozenset({"latin_1", "iso8859_1", "iso8859_15", "cp1252", "cp1250", "cp1257", "cp1254"})


def _looks_binary(text: str) -> bool:
    odd = sum(1 for one in text[:_GUESSED_FROM] if one < " " and one not in "\n\r\t\f\v\x1a\x1b")
    return odd * 100 > len(text[:_GUESSED_FROM])
