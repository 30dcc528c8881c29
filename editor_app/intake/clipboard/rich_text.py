"""The pictures in rich text (RTF): Word puts them there, and only names them in its HTML."""

import binascii
import re

_PICTURE = re.compile(
    rb"\\(?:png|jpeg)blip(?:\\[a-z]++-?[0-9]*+|[ \r\n]++|\{[^{}]{0,400}\}){0,60}+"
    rb"([0-9a-fA-F\r\n ]++)\}"
)
_BULLETS = re.compile(rb"\{\\\*\\listpicture")
_MOST_BYTES = 200 * 1024 * 1024


def pictures_in(rtf: bytes) -> tuple[bytes, ...]:
    """Return the pictures in rich text, in their order, without those of bullets."""
    if len(rtf) > _MOST_BYTES:
        return ()
    start = _end_of_bullets(rtf)
    found = []
    for picture in _PICTURE.finditer(rtf, start):
        try:
            found.append(binascii.unhexlify(b"".join(picture[1].split())))
        except binascii.Error:
            found.append(b"")
    return tuple(found)


def _end_of_bullets(rtf: bytes) -> int:
    bullets = _BULLETS.search(rtf)
    if bullets is None:
        return 0
    depth = 0
    for brace in re.finditer(rb"[{}]", rtf[bullets.start() :]):
        depth += 1 if brace.group() == b"{" else -1
        if not depth:
            return bullets.start() + brace.end()
    return len(rtf)
