"""What the house sets aside before Python-Markdown parses: fences, costly text, odd ampersands.

Each construct keeps the number of visible characters of a text or leaves a `Stashed` piece that
knows the source it stands for; `editor_app.body.parsing` counts on that to tell positions.
"""

import re
from bisect import bisect_left
from html import escape

from markdown.preprocessors import Preprocessor
from typing_extensions import override

from editor_app.body.bounds import is_too_costly, stretches


class Stashed(str):
    """HTML set aside while the text around it is parsed, with the Markdown it stands for."""

    __slots__ = ("is_block", "source")
    source: str
    is_block: bool


def stashed(html: str, source: str, *, is_block: bool) -> Stashed:
    """Return html as a piece to be stashed that remembers source."""
    piece = Stashed(html)
    piece.source = source
    piece.is_block = is_block
    return piece


class FencePreprocessor(Preprocessor):
    """Set fenced code aside, with its source: Python-Markdown's own keeps only the HTML.

    Fences are known at the first column only, as in Python-Markdown's `fenced_code`. Line by
    line, since a pattern over the whole text is quadratic in the number of unclosed fences.
    """

    _OPENING = re.compile(r"(~{3,}|`{3,}) *\.?([\w#.+-]*) *$")

    @override
    def run(self, lines: list[str]) -> list[str]:
        closings = self._closings(lines)
        result: list[str] = []
        number = 0
        while number < len(lines):
            end = self._end(lines, number, closings)
            if end is None:
                result.append(lines[number])
                number += 1
            else:
                result += ["", self._stash(lines[number : end + 1]), ""]
                number = end + 1
        return result

    @staticmethod
    def _closings(lines: list[str]) -> dict[str, list[int]]:
        closings: dict[str, list[int]] = {}
        for number, line in enumerate(lines):
            if line.startswith(("```", "~~~")):
                closings.setdefault(line.rstrip(" "), []).append(number)
        return closings

    def _end(self, lines: list[str], number: int, closings: dict[str, list[int]]) -> int | None:
        line = lines[number]
        opening = self._OPENING.match(line) if line.startswith(("```", "~~~")) else None
        if opening is None:
            return None
        ends = closings.get(opening[1], [])
        place = bisect_left(ends, number + 1)
        return ends[place] if place < len(ends) else None

    def _stash(self, lines: list[str]) -> str:
        opening = self._OPENING.match(lines[0])
        language = opening[2] if opening else ""
        kind = f' class="language-{escape(language)}"' if language else ""
        code = "".join(line + "\n" for line in lines[1:-1])
        html = f"<pre><code{kind}>{escape(code)}</code></pre>"
        return self.md.htmlStash.store(stashed(html, "\n".join(lines), is_block=True))


class BoundsPreprocessor(Preprocessor):
    """Set aside each stretch of text that would cost the parser too much."""

    @override
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        pieces: list[str] = []
        end = 0
        for start, stop in stretches(text):
            stretch = text[start:stop]
            if is_too_costly(stretch):
                pieces += [text[end:start], "\n\n", self._stash(stretch), "\n\n"]
                end = stop
        return "".join([*pieces, text[end:]]).split("\n")

    def _stash(self, stretch: str) -> str:
        html = unparsed_html(stretch)
        return self.md.htmlStash.store(stashed(html, stretch, is_block=True))


def unparsed_html(source: str) -> str:
    """Return the HTML that shows source as it was typed."""
    return f"<pre>{escape(source, quote=False)}\n</pre>"


class AmpersandGuard(Preprocessor):
    """Set aside each ``&#`` that opens no character reference.

    A bare one makes Python-Markdown's HTML parser lose its place as soon as a ``;`` follows
    anywhere, and later end tags come out wrong, with text lost (3.11.3).
    """

    _BARE = re.compile(r"&#(?!(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});)")

    @override
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if "&#" not in text:
            return lines
        return self._BARE.sub(self._stash, text).split("\n")

    def _stash(self, _bare: re.Match[str]) -> str:
        return self.md.htmlStash.store(stashed("&amp;#", "&#", is_block=False))
