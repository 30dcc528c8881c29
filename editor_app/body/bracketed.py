"""What the house adds in brackets inside a line: ``[words]{lang=fr}`` and ``^[notes]``."""

import re
import xml.etree.ElementTree as ET

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from typing_extensions import override

LANGUAGE_TAG = r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*"
_ATTRIBUTE = rf'(?:lang={LANGUAGE_TAG}|dir=(?:ltr|rtl)|abbr="[^"{{}}\n]+")'
_NAMED = re.compile(r'(lang|dir|abbr)=(?:"([^"]*)"|([^ ]*))')
_BRACKETS = re.compile(r"[\[\]]")
_LINE_ENDS = re.compile(r"\s*\n\s*")

Found = tuple[ET.Element | None, int | None, int | None]


class SpanProcessor(InlineProcessor):
    """Read words in another language and abbreviations.

    From the closing bracket backwards: so the innermost of nested spans comes first, and a bracket
    without braces behind it costs nothing.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(rf"\]\{{({_ATTRIBUTE}(?: +{_ATTRIBUTE})*) *\}}", md)

    @override
    def handleMatch(  # type: ignore[override]  # as the library itself overrides it
        self, m: re.Match[str], data: str
    ) -> Found:
        start = _opening(data, m.start())
        values = {name: quoted or bare for name, quoted, bare in _NAMED.findall(m[1])}
        if start < 0 or not values.keys() & {"lang", "abbr"}:
            return None, None, None
        words = data[start + 1 : m.start()]
        if not words.strip():
            return None, None, None
        return self._element(values, words), start, m.end()

    def _element(self, values: dict[str, str], words: str) -> ET.Element:
        language = ET.Element("span", {n: v for n, v in values.items() if n != "abbr"})
        if "abbr" not in values:
            language.text = words
            return language
        title = self.unescape(values["abbr"])
        abbreviation = ET.Element("abbr", {"title": title})
        abbreviation.text = words
        if "lang" not in values:
            return abbreviation
        language.append(abbreviation)
        return language


class FootnoteProcessor(InlineProcessor):
    """Read a note where its number will stand; a note in a note stays text."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(r"\^\[", md)

    @override
    def handleMatch(  # type: ignore[override]  # as the library itself overrides it
        self, m: re.Match[str], data: str
    ) -> Found:
        end = _closing(data, m.end())
        words = data[m.end() : end].strip() if end >= 0 else ""
        if not words:
            return None, None, None
        note = ET.Element("sup", {"class": "note"})
        note.text = _LINE_ENDS.sub(" ", words)
        return note, m.start(), end + 1


def _opening(data: str, end: int) -> int:
    """Return where the bracket opens that closes at end, or -1."""
    depth, position = 1, end
    while depth:
        opening = data.rfind("[", 0, position)
        if opening < 0:
            return -1
        depth += data.count("]", opening, position) - 1
        position = opening
    return position


def _closing(data: str, start: int) -> int:
    """Return where the bracket closes that was opened before start, or -1."""
    depth = 1
    for bracket in _BRACKETS.finditer(data, start):
        depth += 1 if bracket[0] == "[" else -1
        if not depth:
            return bracket.start()
    return -1
