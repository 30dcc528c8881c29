"""Python-Markdown's search for raw HTML blocks, in sections, so that its time stays linear."""

import re
from collections.abc import Iterator

from markdown.htmlparser import HTMLExtractor
from markdown.preprocessors import Preprocessor
from typing_extensions import override

_SECTION = 32_000
_CUT = re.compile(r"\n\n+(?=[^\s<])")
_OPENERS = (("<!--", "-->"), ("<?", "?>"), ("<![", "]"))


class SectionedHtmlPreprocessor(Preprocessor):
    """Stash raw HTML blocks, one section of a long text after the other.

    `HTMLExtractor` copies the rest of its text at the end of each raw block, which is quadratic.
    A section ends at a blank line outside raw HTML; a text shorter than one section takes the
    very road that Python-Markdown takes.
    """

    @override
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        return "".join(self._stashed_sections(text)).split("\n")

    def _stashed_sections(self, text: str) -> Iterator[str]:
        start, length = 0, _SECTION
        while start < len(text):
            end = _cut(text, start + length)
            section = text[start:end]
            if end < len(text) and self._is_open(section):
                length *= 2
                continue
            yield self._stashed(section)
            start, length = end, _SECTION

    def _stashed(self, section: str) -> str:
        extractor = HTMLExtractor(self.md)
        extractor.feed(section)
        extractor.close()
        return "".join(extractor.cleandoc)

    def _is_open(self, section: str) -> bool:
        """Return whether raw HTML that begins in section may go on after it."""
        if any(section.rfind(opener) > section.rfind(closer) for opener, closer in _OPENERS):
            return True
        if "<" not in section:
            return False
        counter = self.md.htmlStash.html_counter
        extractor = HTMLExtractor(self.md)
        extractor.feed(section)
        is_open = extractor.inraw or bool(extractor.rawdata) or bool(extractor.cdata_elem)
        del self.md.htmlStash.rawHtmlBlocks[counter:]
        self.md.htmlStash.html_counter = counter
        return is_open


def _cut(text: str, wanted: int) -> int:
    if wanted >= len(text):
        return len(text)
    found = _CUT.search(text, wanted)
    return found.end() if found else len(text)
