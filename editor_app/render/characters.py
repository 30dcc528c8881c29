"""Characters that no page, feed or XML file may hold."""

import re

# C0 and C1 controls but tab and line ends, lone surrogates, and the two non-characters of XML.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def printable(value: object) -> object:
    """Return text without the characters that HTML and XML forbid; leave anything else alone."""
    return printable_text(value) if type(value) is str else value


def printable_text(text: str) -> str:
    """Return text without the characters that HTML and XML forbid."""
    return text if text.isprintable() else _FORBIDDEN.sub("", text)
