"""The same place in a text and in its Markdown, so that the caret can go from one to the other."""

import re
from collections import Counter
from difflib import SequenceMatcher

from editor_app.body import read_markdown, write_markdown
from editor_app.body.tree import Body

_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 1500  # of a block are compared; in a longer one the place is a proportion
_MOST_PAIRS = 40_000  # of words that are the same: one word over and over takes an age to match


def block_span(markdown: str, body: Body, index: int) -> tuple[int, int]:
    """Return from where to where a top-level block of body is written in its Markdown."""
    end = _written(markdown, body, index + 1)
    start = _written(markdown, body, index)
    if start is None or end is None:
        return _span_read(markdown, index)
    return _first_word(markdown, start), end


def block_at(read: Body, place: int) -> tuple[int, str, int]:
    """Return which block a place in the Markdown is in, its source and the place in that.

    ``read`` is what the Markdown was read as.
    """
    index = start = 0
    last = (0, "", 0)
    for kept in read.kept:
        end = start + len(kept.markdown)
        last = (index, kept.markdown, min(place, end) - start)
        if place < end:
            return last
        index, start = index + len(kept.blocks), end
    return last


def same_place(source: str, place: int, target: str) -> int:
    """Return where in target the words go on as they do at a place in source."""
    here = [(found.start(), found[0]) for found in _WORD.finditer(source)]
    there = [(found.start(), found[0]) for found in _WORD.finditer(target)]
    words_here, words_there = [word for _start, word in here], [word for _start, word in there]
    if not here or not there or _are_too_many(words_here, words_there):
        return round(place / max(1, len(source)) * len(target))
    number = sum(start <= place for start, _word in here) - 1
    if number < 0:
        return 0 if place < here[0][0] else there[0][0]
    matched = _matched(words_here, words_there)
    offset = place - here[number][0]
    while number >= 0 and number not in matched:
        number, offset = number - 1, len(target)
    if number < 0:
        return there[0][0]
    start, word = there[matched[number]]
    return start + min(offset, len(word)) if offset <= len(word) else _after(target, start, word)


def _after(target: str, start: int, word: str) -> int:
    """Return the place after a word and the marks and stops that follow it."""
    end = start + len(word)
    while end < len(target) and not target[end].isspace() and not target[end].isalnum():
        end += 1
    return end


def _are_too_many(here: list[str], there: list[str]) -> bool:
    """Whether two lists of words would take long to compare."""
    if max(len(here), len(there)) > _MOST_WORDS:
        return True
    counts = Counter(there)
    return sum(counts[word] for word in here) > _MOST_PAIRS


def _matched(here: list[str], there: list[str]) -> dict[int, int]:
    """Return which word of one text is which of another."""
    matcher = SequenceMatcher(a=here, b=there, autojunk=False)
    return {
        block.a + step: block.b + step
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    }


def _written(markdown: str, body: Body, count: int) -> int | None:
    """Return where the first blocks of body end, if they are written the same without the rest."""
    before = write_markdown(body.with_blocks(body.blocks[:count])).rstrip("\n")
    return len(before) if markdown.startswith(before) else None


def _span_read(markdown: str, index: int) -> tuple[int, int]:
    """Return where a block is written by reading all of it: definitions may lie anywhere."""
    start, number = 0, 0
    for kept in read_markdown(markdown).kept:
        end = start + len(kept.markdown)
        number += len(kept.blocks)
        if number > index:
            return _first_word(markdown, start), start + len(kept.markdown.rstrip("\n"))
        start = end
    return start, start


def _first_word(markdown: str, place: int) -> int:
    while place < len(markdown) and markdown[place] == "\n":
        place += 1
    return place
