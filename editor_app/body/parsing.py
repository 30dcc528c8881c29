"""Python-Markdown's tree of elements, with the source that each top-level element came from.

The library keeps no positions ("absolutely not possible", its issues 677 and 1235). They can be
had all the same: its block processors take blocks of text from the front of a list and put back
what they leave. So we hand them a list that counts the visible characters still in it. White
space is not counted, since the preprocessors change it; what they stash counts as its source.
"""

import re
import xml.etree.ElementTree as ET
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import SupportsIndex

from markdown import Markdown, util
from markdown.blockprocessors import BlockProcessor, ReferenceProcessor
from typing_extensions import override

from editor_app.body.block_constructs import CountedReferenceProcessor
from editor_app.body.constructs import Stashed

PLACEHOLDER = re.compile(util.HTML_PLACEHOLDER % r"([0-9]+)")
_BLANKS = " \n\t\r\x0b\x0c"
_BATCH = 200  # elements whose inline text is read at once: that work is quadratic in their number


def visible(text: str) -> int:
    """Return how many characters of text are not white space to the preprocessors."""
    return len(text) - sum(map(text.count, _BLANKS))


def source_of(text: str, markdown: Markdown) -> str:
    """Return text with every stashed piece put back as it was written."""

    def source(placeholder: re.Match[str]) -> str:
        piece = markdown.htmlStash.rawHtmlBlocks[int(placeholder[1])]
        return source_of(piece.source if isinstance(piece, Stashed) else str(piece), markdown)

    return PLACEHOLDER.sub(source, text) if util.STX in text else text


class Remainder(list[str]):
    """The blocks of text not yet parsed, the first one first, and how much they still hold.

    Kept backwards inside, so that taking the first block of thousands costs nothing.
    """

    def __init__(self, blocks: list[str], markdown: Markdown) -> None:
        super().__init__(reversed(blocks))
        self._markdown = markdown
        self.visible = sum(map(self._measure, blocks))

    def _measure(self, block: str) -> int:
        return visible(source_of(block, self._markdown))

    @override
    def pop(self, index: SupportsIndex = 0) -> str:
        block = super().pop(-1)
        self.visible -= self._measure(block)
        return block

    @override
    def insert(self, index: SupportsIndex, block: str) -> None:
        super().append(block)
        self.visible += self._measure(block)

    def first(self) -> str:
        """Return the block that is parsed next."""
        return self[-1]


@dataclass(slots=True)
class Stretch:
    """A stretch of source, from one count of visible characters to another, and its elements."""

    start: int
    end: int
    elements: list[ET.Element] = field(default_factory=list)
    is_opaque: bool = False


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parsed text: its stretches in order, and the number of its visible characters."""

    stretches: list[Stretch]
    visible: int


def parse(text: str, markdown: Markdown) -> Parsed:
    """Return text as elements, with where each came from."""
    lines = text.split("\n")
    for preprocessor in markdown.preprocessors:
        lines = preprocessor.run(lines)
    remainder = Remainder("\n".join(lines).split("\n\n"), markdown)
    total = remainder.visible
    root = markdown.parser.root = ET.Element(markdown.doc_tag)
    stretches = _gathered(_steps(root, remainder, markdown))
    for start in range(0, len(root), _BATCH):
        _finish(root[start : start + _BATCH], markdown)
    return Parsed(stretches, total)


def definitions_in_parser(markdown: Markdown) -> tuple[tuple[str, str, str], ...]:
    """Return the reference definitions that markdown has met."""
    found = markdown.references.items()
    return tuple(
        (label, source_of(href, markdown), source_of(title or "", markdown))
        for label, (href, title) in found
    )


# ---------------------------------------------------------------- block by block


@dataclass(frozen=True, slots=True)
class _Step:
    """What one run of a block processor did."""

    start: int
    end: int
    elements: list[ET.Element]
    has_changed_before: bool = False
    follows_definition: bool = False  # a definition that stood in the midst of its words
    holds_definition: bool = False  # in a quote, a list or a box


def _steps(root: ET.Element, remainder: Remainder, markdown: Markdown) -> Iterator[_Step]:
    processors = list(markdown.parser.blockprocessors)
    definitions = next(p for p in processors if isinstance(p, CountedReferenceProcessor))
    total = remainder.visible
    while remainder:
        start, count, block = total - remainder.visible, len(root), remainder.first()
        if _is_plain(block):
            _add_paragraph(root, remainder.pop())
            yield _Step(start, total - remainder.visible, root[-1:])
            continue
        before, defined = _fingerprint(root[-1:]), definitions.count
        processor = _run_first(processors, root, remainder)
        is_definition = processor is definitions
        yield _Step(
            start,
            total - remainder.visible,
            root[count:],
            count > 0 and before != _fingerprint(root[count - 1 : count]),
            is_definition and _has_words_before_definition(block),
            not is_definition and definitions.count > defined,
        )


def _is_plain(block: str) -> bool:
    """Return whether block is one line that starts with a letter, so that it can be nothing else.

    All other blocks start with a sign or a digit, or have more lines than one.
    """
    return block[:1].isalpha() and "\n" not in block


def _add_paragraph(root: ET.Element, block: str) -> None:
    """Add what Python-Markdown's `ParagraphProcessor` makes of block at the top of a text."""
    ET.SubElement(root, "p").text = block


def _has_words_before_definition(block: str) -> bool:
    found = ReferenceProcessor.RE.search(block)
    return found is not None and bool(block[: found.start()].strip())


def _run_first(
    processors: Sequence[BlockProcessor], root: ET.Element, remainder: Remainder
) -> BlockProcessor | None:
    for processor in processors:
        if processor.test(root, remainder.first()) and processor.run(root, remainder) is not False:
            return processor
    return None


def _fingerprint(elements: list[ET.Element]) -> list[tuple[str, int, int, int]]:
    """Return what changes when something is added to the last of elements."""
    path: list[tuple[str, int, int, int]] = []
    last = elements[-1] if elements else None
    while last is not None:
        text = last.text or ""
        if last.tag == "code":  # blank lines after it are added to code
            text = text.rstrip()
        path.append((last.tag, len(last), len(text), len(last.tail or "")))
        last = last[-1] if len(last) else None
    return path


def _gathered(steps: Iterator[_Step]) -> list[Stretch]:
    """Return the steps as stretches that can be written one without the other."""
    stretches: list[Stretch] = []
    hidden_until = -1  # where a paragraph with a definition in its midst ends
    for step in steps:
        if step.start == step.end and not step.elements and not step.has_changed_before:
            continue
        if step.start < hidden_until or (step.has_changed_before and stretches):
            _extend(stretches, step, must_hold=step.has_changed_before)
        else:
            stretches.append(Stretch(step.start, step.end, step.elements))
        stretches[-1].is_opaque |= step.holds_definition
        if step.follows_definition:
            stretches[-1].is_opaque = True
            hidden_until = max(hidden_until, step.end + 1)
    return stretches


def _extend(stretches: list[Stretch], step: _Step, *, must_hold: bool) -> None:
    """Join step to the stretch it continues, with all that was found in between."""
    target = len(stretches) - 1
    while must_hold and target > 0 and not stretches[target].elements:
        target -= 1
    joined = stretches[target]
    joined.is_opaque |= target < len(stretches) - 1
    del stretches[target + 1 :]
    joined.end = max(joined.end, step.end)
    joined.elements += step.elements


def _finish(elements: list[ET.Element], markdown: Markdown) -> None:
    """Run what Python-Markdown does to a whole tree, but for what is only about its looks."""
    root = ET.Element(markdown.doc_tag)
    root.extend(elements)
    looks = (markdown.treeprocessors["prettify"], markdown.treeprocessors["notes"])
    for processor in markdown.treeprocessors:
        if processor not in looks:
            processor.run(root)


# ---------------------------------------------------------------- from counts to places


class Places:
    """Finds the place in a text before its n-th visible character."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = text.split("\n")
        self._counts = [0, *accumulate(map(visible, self._lines))]
        self._starts = [0, *accumulate(len(line) + 1 for line in self._lines)]
        self.visible = self._counts[-1]

    def find(self, count: int) -> int:
        """Return where the character after the first count visible ones stands.

        The start of its line, if it is the first one there: indentation belongs to it.
        """
        number = bisect_right(self._counts, count) - 1
        if number >= len(self._lines):
            return len(self._text)
        wanted = count - self._counts[number]
        if not wanted:
            return self._starts[number]
        for index, character in enumerate(self._lines[number]):
            if character not in _BLANKS:
                if not wanted:
                    return self._starts[number] + index
                wanted -= 1
        return self._starts[number + 1]
