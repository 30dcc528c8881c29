"""Bringing a dictionary of any age into UTF-8."""

import re

_SET = re.compile(rb"^\s*SET\s+(\S+)", re.MULTILINE)
_SET_LINE = re.compile(r"^[ \t]*SET[ \t].*$", re.MULTILINE)
_FLAG = re.compile(r"^[ \t]*FLAG[ \t]+(\S+)", re.MULTILINE)
_FLAGS = re.compile(r"/(\S+)")
_ENCODING = re.compile(r"utf-?8|(?:iso-?|iso-ir-)?8859-\d+|koi8-[rut]|cp125\d|tis-620|ascii")
"""The encodings that Hunspell knows: among Python's others are some that need an age to decode."""

_BOM = b"\xef\xbb\xbf"
_BY_HUNSPELLS_NAME = {"microsoft-cp1251": "cp1251", "tis620-2533": "tis-620"}
_BY_NUMBER = "num"


class NotReadableError(ValueError):
    """Files that are no dictionary, or cannot be brought into UTF-8; says why."""


def in_utf8(affixes: bytes, words: bytes) -> tuple[bytes, bytes]:
    """Return the two files of a dictionary in UTF-8.

    Raises:
        NotReadableError: they are no dictionary, or not in the encoding they name.
    """
    named = _SET.search(affixes)
    encoding = named[1].decode("ascii", "replace").lower() if named else "iso8859-1"
    rules, listed = (_decoded(data, encoding) for data in (affixes, words))
    lines = listed.lstrip().split("\n", 1)
    if "\0" in rules or "\0" in listed or not lines[0].split()[:1] or len(lines) == 1:
        raise NotReadableError("it holds no word list.")
    if not lines[0].split()[0].isdigit():
        raise NotReadableError("its word list does not begin with the number of its words.")
    rules = _SET_LINE.sub("", rules)
    return f"SET UTF-8\n{_with_wide_flags(rules, listed)}".encode(), listed.encode()


def _decoded(data: bytes, encoding: str) -> str:
    if data.startswith(_BOM):
        data, encoding = data[len(_BOM) :], "utf-8"
    encoding = _BY_HUNSPELLS_NAME.get(encoding, encoding)
    if not _ENCODING.fullmatch(encoding):
        raise NotReadableError(_unknown(encoding))
    try:
        text = data.decode(encoding)
    except LookupError as error:
        raise NotReadableError(_unknown(encoding)) from error
    except UnicodeDecodeError as error:
        raise NotReadableError(f"it is not in the encoding it names, {encoding}.") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unknown(encoding: str) -> str:
    return f"nobody knows its encoding, “{encoding[:40]}”."


def _with_wide_flags(rules: str, listed: str) -> str:
    """Return the rules with their flags read as letters, where some are no longer one byte."""
    flag = _FLAG.search(rules)
    kind = flag[1].lower() if flag else ""
    if kind in {_BY_NUMBER, "utf-8"}:
        return rules
    used = "".join(_FLAGS.findall(listed)) + "".join(_FLAGS.findall(rules)) + _flag_names(rules)
    if used.isascii():
        return rules
    if kind:
        raise NotReadableError("its rules have names that cannot be written in UTF-8.")
    return f"FLAG UTF-8\n{rules}"


def _flag_names(rules: str) -> str:
    return "".join(
        parts[1]
        for line in rules.split("\n")
        if len(parts := line.split()) > 1 and len(parts[0]) > 2  # noqa: PLR2004
    )
