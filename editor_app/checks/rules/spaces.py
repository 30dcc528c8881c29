"""Rules about spaces: too many, too few, at the wrong side of a mark, and words cut in two."""

# ruff: noqa: RUF001 - marks that look alike are what this is about

import re
from collections.abc import Iterator
from functools import lru_cache

from editor_app.body.tree import Break, Paragraph, Text
from editor_app.checks.finding import Change, Fix, Found, Level, Place, PutBlocks, at, remove
from editor_app.checks.passage import OBJECT, Kind, Passage
from editor_app.checks.rule import Context, Examined, Group, ItemRule, PassageRule
from editor_app.checks.words_shown import Edit, mended, mended_everywhere, words_shown
from editor_app.wording.dates import primary

_SPACE = " \u00a0\u202f"
_DOUBLED = re.compile(rf"(?<![\s])[{_SPACE}]{{2,}}+(?![\s]|\Z)")
_TABS = re.compile(r"\t++")
_EDGES = re.compile(r"\A[ \t\u00a0\u202f]++|(?<=\n)[ \t\u00a0\u202f]++")
_SPACES_AT_END = re.compile(r"(?<!\s)[\u00a0\u202f\t ]++\Z")
_FRENCH_MARKS = ";:!?"
_BEFORE = re.compile(
    rf"(?<=[\w)\]»”’\"'%])[{_SPACE}]++(?=[,.;:!?)\]،؛؟](?![^\s\"'”’»)\]])(?!\)|[ ]\.))"
)
_AFTER_COMMA = re.compile(r"(?<=[^\W\d_]{2})[,;،؛](?=[^\W\d_]{2})")
_AFTER_STOP = re.compile(r"(?<=[^\W\d_A-Z]{3})[.!?](?=[A-ZÀ-ÞА-ЯЁ][a-zß-öø-ÿа-яё])")
_BEFORE_BRACKET = re.compile(r"(?<=[^\W\d_]{3})\((?=[A-Z]{2,}\))")
_CUT = re.compile(r"(?<=[^\W\d_]{2})-(?:\n[ ]?|[ ])(?=[a-zß-öø-ÿа-яё]{2})")
_BREAKS = re.compile(r"(?<!\n)\n(?:[ \t\u00a0]*+\n)++")

# After a hyphen that stands for a left-out part: "pre- and post-war", "Ein- und Ausfuhr".
_JOINING = re.compile(
    r"(?:and|or|to|nor|as|und|oder|bzw|bis|sowie|et|ou|y|o|u|e|i|и|или|en|of|och|eller|og|a|lub|ja)"
    r"(?!\w)"
)


def _doubled(examined: Examined) -> Iterator[Found]:
    message = "Two or more spaces stand together."
    yield from mended_everywhere(examined.telling(_doubled_in), message, "Leave one space")


@lru_cache(maxsize=1024)
def _doubled_in(passage: Passage) -> tuple[Edit, ...]:
    text = words_shown(passage)
    return tuple(
        Edit(*found.span(), _single(text, found.group(), found.end()))
        for found in _DOUBLED.finditer(text)
        if found.start()
    )


def _single(text: str, run: str, end: int) -> str:
    """Return the one space that is left of several: one that does not break before its mark."""
    if text[end] in ";:!?»%":
        return next((one for one in run if one != " "), " ")
    return " "


def _tabs(passage: Passage, _context: Context) -> Iterator[Found]:
    text = words_shown(passage)
    edits = (
        Edit(*found.span(), " ")
        for found in _TABS.finditer(text)
        if found.start() and found.end() < len(text)
    )
    yield from mended("A tab stands in the text.", "Put a space", edits)


def _edges(examined: Examined) -> Iterator[Found]:
    message = "Spaces stand at the beginning or the end of a paragraph or field."
    yield from mended_everywhere(examined.telling(_edges_of), message, "Remove the spaces")


@lru_cache(maxsize=1024)
def _edges_of(passage: Passage) -> tuple[Edit, ...]:
    text = words_shown(passage)
    if not text.strip():
        return ()
    edits = [Edit(*found.span(), "") for found in _EDGES.finditer(text)]
    last = _SPACES_AT_END.search(text)
    if last is not None and (passage.field != "body" or last.group() != " "):
        edits.append(Edit(*last.span(), ""))
    return tuple(edits)


def _nothing_but_spaces(passage: Passage, _context: Context) -> Iterator[Found]:
    text = words_shown(passage)
    if passage.kind is Kind.PARAGRAPH and text and not text.strip():
        fix = remove("Remove the empty paragraph")
        yield Found("This paragraph holds nothing but spaces.", at(0, len(text)), fix)


def _before_marks(passage: Passage, _context: Context) -> Iterator[Found]:
    text = words_shown(passage)
    is_french = primary(passage.language) == "fr"
    edits = (
        Edit(*found.span(), "")
        for found in _BEFORE.finditer(text)
        if not (is_french and text[found.end()] in _FRENCH_MARKS)
    )
    yield from mended("There is a space before a punctuation mark.", "Remove the space", edits)


def _after_marks(passage: Passage, _context: Context) -> Iterator[Found]:
    text = words_shown(passage)
    places = sorted(
        [(found.start(), f"{found.group()} ") for found in _AFTER_COMMA.finditer(text)]
        + [(found.start(), f"{found.group()} ") for found in _AFTER_STOP.finditer(text)]
        + [(found.start(), " (") for found in _BEFORE_BRACKET.finditer(text)]
    )
    edits = (Edit(start, start + 1, new) for start, new in places)
    yield from mended("A space is missing beside a punctuation mark.", "Put a space", edits)


def _cut_words(passage: Passage, _context: Context) -> Iterator[Found]:
    text = words_shown(passage)
    for found in _CUT.finditer(text):
        if not _JOINING.match(text, found.end()):
            yield Found(
                "A word looks cut in two by a hyphen from another layout.",
                at(found.start(), found.end()),
            )


def _breaks(passage: Passage, _context: Context) -> Iterator[Found]:
    text = words_shown(passage)
    inner = [one for one in _BREAKS.finditer(text) if one.start() and one.end() < len(text)]
    if inner:
        message = "Two line breaks stand where a new paragraph should begin."
        yield Found(message, at(*inner[0].span()), _in_paragraphs(passage))


def _in_paragraphs(passage: Passage) -> Fix | None:
    """Return the fix that makes paragraphs of a passage, if it is one of plain words."""
    if passage.kind is not Kind.PARAGRAPH or passage.spans or passage.containers:
        return None
    if OBJECT in passage.text:
        return None
    blocks = tuple(
        Paragraph(tuple(_with_breaks(part.strip()))) for part in _BREAKS.split(passage.text)
    )
    return Fix("Make paragraphs of it", (Change(Place(), PutBlocks(blocks)),))


def _with_breaks(text: str) -> Iterator[Text | Break]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield Break()
        yield Text(line)


RULES = (
    ItemRule(
        id="space-doubled",
        title="Two spaces together",
        group=Group.TYPOGRAPHY,
        level=Level.WARNS,
        find=_doubled,
    ),
    PassageRule(
        id="space-tab",
        title="Tabs in the text",
        group=Group.TYPOGRAPHY,
        level=Level.WARNS,
        find=_tabs,
    ),
    ItemRule(
        id="space-at-edge",
        title="Spaces at the beginning or the end",
        group=Group.TYPOGRAPHY,
        level=Level.HINTS,
        find=_edges,
    ),
    PassageRule(
        id="paragraph-of-spaces",
        title="Paragraphs of nothing but spaces",
        group=Group.TYPOGRAPHY,
        level=Level.WARNS,
        find=_nothing_but_spaces,
    ),
    PassageRule(
        id="space-before-mark",
        title="A space before a punctuation mark",
        group=Group.TYPOGRAPHY,
        level=Level.WARNS,
        find=_before_marks,
    ),
    PassageRule(
        id="space-after-mark",
        title="No space beside a punctuation mark",
        group=Group.TYPOGRAPHY,
        level=Level.WARNS,
        find=_after_marks,
    ),
    PassageRule(
        id="word-cut",
        title="Words cut by a hyphen",
        group=Group.TYPOGRAPHY,
        level=Level.HINTS,
        find=_cut_words,
    ),
    PassageRule(
        id="line-breaks-doubled",
        title="Line breaks instead of paragraphs",
        group=Group.TYPOGRAPHY,
        level=Level.WARNS,
        find=_breaks,
    ),
)
"""The rules about spaces."""
