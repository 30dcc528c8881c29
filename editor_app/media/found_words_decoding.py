"""Reading bytes that do not say in which encoding their words are."""

import re
from collections.abc import Iterable

_LONGEST = 40_000
_ROUNDS = 3  # text that was read wrongly, saved, and read wrongly again
_NEVER_WRITTEN = re.compile("[\x80-\x9f]")
_LETTER_BESIDE_A_STRANGER = re.compile(
    "[A-Za-z][\u0180-\u07ff]|[\u0180-\u07ff][A-Za-z]"  # a Greek or Cyrillic letter in a Latin word
)

# Windows-1252 has signs where Macintosh Roman has letters: inside a word they are letters.
_MACINTOSH = re.compile(
    rb"[A-Za-z][\x80\x81\x83\x84\x86-\x90\x93-\x95\x98\x99\x9b\x9d\x9f][a-z]"
    rb"|[a-z][\x88\x8a\x8d-\x90\x9d]"
)
# No Western word is made of accented letters only; Cyrillic and Arabic ones are.
_OF_ANOTHER_SCRIPT = re.compile(rb"(?<![A-Za-z])[\xa8\xb8\xc0-\xff]{4,}(?![A-Za-z])")
# Arabic has these in nearly every word, and uses none of the others: those are French letters.
_ARABIC = re.compile(rb"[\xe1\xe3-\xe6\xec\xed]")
_NOT_ARABIC = re.compile(rb"[\xe0\xe2\xe7-\xeb\xee\xef\xf9\xfb\xfc]")


def likely_encoding(raws: Iterable[bytes]) -> str:
    """Return in which encoding words are likely to be that are no UTF-8: Western if in doubt."""
    sample = b"\n".join(raw[:_LONGEST] for raw in raws if not _is_utf_8(raw))
    if foreign := _OF_ANOTHER_SCRIPT.findall(sample):
        words = b" ".join(foreign)
        is_arabic = _ARABIC.search(words) and not _NOT_ARABIC.search(words)
        return "cp1256" if is_arabic else "cp1251"
    return "mac_roman" if _MACINTOSH.search(sample) else "cp1252"


def _is_utf_8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def decoded(raw: bytes, *, otherwise: str = "") -> str:
    """Return words of old software: as UTF-8 where they can be, else in another encoding.

    Some were read wrongly once before they were written ("Ã©" for "é"): that is mended.
    """
    otherwise = otherwise or likely_encoding((raw,))
    raw = raw.strip(b"\0")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = "".join(_decoded_byte(byte, otherwise) for byte in raw[:_LONGEST])
    return mended(text)


def mended(text: str) -> str:
    """Return text whose UTF-8 was taken for Western letters as it was meant, if that is certain."""
    for _ in range(_ROUNDS):
        better = _mended_once(text)
        if better is None:
            break
        text = better
    return text


def _mended_once(text: str) -> str | None:
    if text.isascii():
        return None
    try:
        better = b"".join(_western_byte(character) for character in text).decode("utf-8")
    except UnicodeError:
        return None
    is_long = len(text) - len(better) > sum(not character.isascii() for character in better)
    is_certain = is_long or _NEVER_WRITTEN.search(text)
    if is_certain or not _LETTER_BESIDE_A_STRANGER.search(better):
        return better
    return None


def _decoded_byte(byte: int, encoding: str) -> str:
    one = bytes((byte,))
    try:
        return one.decode(encoding)
    except UnicodeDecodeError:
        return one.decode("latin-1")


def _western_byte(character: str) -> bytes:
    """Return the byte that character stands for in Windows-1252, else in Latin-1."""
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")
