"""Characters that no text of ours holds, and what stands in their place."""

import re

_NEVER = re.compile("[\x00-\x08\x0e-\x1b\x7f\ufffc\ufdd0\ufdd1\ufeff\ufffe\uffff\ud800-\udfff]")
"""Controls, the marks Qt keeps for itself, byte order marks, halves of surrogate pairs."""

_BLANKS = re.compile("[\t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")
_LINE_ENDS = re.compile("\r\n?")
_CONTROL_BLANKS = re.compile("[\x0b\x0c\x1c-\x1f\x85]")
_LEADING_LINES = re.compile(r"\A(?:[ \t]*\n)+")


def clean_text(text: str) -> str:
    """Return text without what it cannot hold; tabs and line ends become a space."""
    return _BLANKS.sub(" ", _NEVER.sub("", text))


def clean_attribute(text: str) -> str:
    """Return an address, a title or an alt text without what it cannot hold."""
    return clean_text(text).strip()


def clean_source(text: str) -> str:
    """Return Markdown as we keep it: line feeds only, no controls, no byte order mark.

    Python-Markdown uses two controls for itself and drops them from a text; the database and the
    editor cannot hold others.
    """
    text = _NEVER.sub("", _LINE_ENDS.sub("\n", text))
    return _CONTROL_BLANKS.sub(" ", text)


def without_outer_blank_lines(source: str) -> str:
    """Return source without blank lines before and white space after it; indentation stays."""
    return _LEADING_LINES.sub("", source).rstrip()
