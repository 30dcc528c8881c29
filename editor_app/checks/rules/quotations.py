"""Rules about quotations: who speaks, and for how long."""

import re
from collections.abc import Iterator

from editor_app.body.contents import blocks_inside
from editor_app.body.tree import Block, Content, Paragraph, PullQuote, Quote, Text
from editor_app.checks.finding import Found, Level, Place, at
from editor_app.checks.passage import Kind, Passage
from editor_app.checks.quotation_marks import marks_read
from editor_app.checks.rule import Context, Examined, Group, ItemRule, PassageRule
from editor_app.checks.words_shown import words_shown
from editor_app.wording.sentences import Stretch, sentences

_SPEAKER_IN_WORDS = re.compile(
    r"(?:^|\n)\s*[\u2013\u2014\u2015-]\s*\S|,\s+[^\W\d_]+\s+[^\W\d_]+\s*$"
)


_DASHES = ("\u2013", "\u2014", "\u2015")


def _without_speaker(examined: Examined) -> Iterator[Found]:
    blocks = examined.body.blocks
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            continue
        before = blocks[number - 1] if number else None
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        for way, inner in _quotations(block, (number,)):
            if _says_who(inner) or (inner is block and _are_told(before, after)):
                continue
            yield Found("Nothing says whose words these are.", Place("body", way))


def _are_told(before: Block | None, after: Block | None) -> bool:
    """Whether the lines round a quotation say whose words it is: by a colon, or after a dash."""
    ends_open = _words(getattr(before, "content", ())).endswith((":", "\uff1a"))
    return ends_open or _words(getattr(after, "content", ()))[:1] in _DASHES


def _quotations(block: Block, way: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], Block]]:
    # A stack and not recursion: text from outside may be nested deeper than Python can go.
    waiting = [(way, block)]
    while waiting:
        at_way, one = waiting.pop()
        if isinstance(one, Quote | PullQuote):
            yield at_way, one
            continue
        waiting += [((*at_way, n), each) for n, each in enumerate(blocks_inside(one))]


def _says_who(block: Block) -> bool:
    """Whether a quotation names its speaker: in its own line, or in the last line of its words."""
    if isinstance(block, PullQuote):
        return bool(_words(block.speaker) or _words(block.role))
    if not isinstance(block, Quote) or _words(block.attribution):
        return True
    last = block.blocks[-1] if block.blocks else None
    content = getattr(last, "content", ())
    if len(block.blocks) > 1 and _is_short_line(content):
        return True
    return bool(_SPEAKER_IN_WORDS.search(_words(content)[-200:]))


def _is_short_line(content: Content) -> bool:
    """Whether a last paragraph is a name and no sentence: short, and without a full stop."""
    words = _words(content)
    return bool(words) and len(words.split()) <= 12 and words[-1] not in '.!?…”"»“'  # noqa: PLR2004


def _words(content: Content) -> str:
    return "".join(one.text if isinstance(one, Text) else "\n" for one in content).strip()


def _long_quotations(passage: Passage, context: Context) -> Iterator[Found]:
    most = context.style.limits.quotation_sentences
    text = words_shown(passage)
    for start, end in _quoted(passage, text):
        count = len(sentences(text[start:end], passage.language))
        if count > most:
            message = f"This quotation has {count} sentences; more than {most} are hard to follow."
            yield Found(message, at(start, end))


def _quoted(passage: Passage, text: str) -> Iterator[Stretch]:
    """Yield the stretches of a passage that are somebody's words."""
    if passage.is_quoted and passage.kind is Kind.PARAGRAPH:
        yield Stretch(0, len(text))
    elif passage.kind is Kind.PARAGRAPH:
        for pair in marks_read(text).pairs:
            if not pair.depth:
                yield Stretch(pair.start, pair.end)


RULES = (
    ItemRule(
        id="quotation-without-speaker",
        title="Quotations without a speaker",
        group=Group.WORDS,
        level=Level.HINTS,
        find=_without_speaker,
    ),
    PassageRule(
        id="quotation-long",
        title="Long quotations",
        group=Group.WORDS,
        level=Level.HINTS,
        find=_long_quotations,
    ),
)
"""The rules about quotations."""
