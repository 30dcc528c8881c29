"""Rules about the words of links: they must say where a link leads (WCAG 2.2, 2.4.4)."""

import re
from collections.abc import Iterator

from editor_app.body.tree import Link
from editor_app.checks.counting import length
from editor_app.checks.finding import Change, Fix, Found, Level, Readdress, at
from editor_app.checks.passage import Passage
from editor_app.checks.phrases import phrases
from editor_app.checks.rule import Context, Examined, Group, ItemRule, PassageRule, Rule
from editor_app.wording.vocabulary import phrase

_LONGEST = 100
_ADDRESS = re.compile(r"\s*(?:https?://\S+|www\.[^\s/]+/\S+)\s*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!\u061f\u06d4\u3002]\s*$")
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?\u2026\u061f\u06d4\u3002:][\s\u201d\u2019\u00bb\")]*)$")
_SENTENCE_WORDS = 9


def _vague(passage: Passage, _context: Context) -> Iterator[Found]:
    for span in passage.links:
        words = passage.words(span)
        if len(words) <= _LONGEST and phrase(words) in phrases().vague_links:
            yield Found(
                f"“{words.strip()}” does not say where the link leads.", at(span.start, span.end)
            )


def _bare(passage: Passage, _context: Context) -> Iterator[Found]:
    for span in passage.links:
        if _ADDRESS.fullmatch(passage.words(span)):
            yield Found("The words of this link are its bare address.", at(span.start, span.end))


def _sentence(passage: Passage, _context: Context) -> Iterator[Found]:
    for span in passage.links:
        words = passage.words(span)
        if len(words.split()) < _SENTENCE_WORDS or not _SENTENCE_END.search(words[-4:]):
            continue
        if _SENTENCE_BEFORE.search(passage.text[max(0, span.start - 8) : span.start].rstrip()):
            yield Found("A whole sentence is a link.", at(span.start, span.end))


def _long(passage: Passage, context: Context) -> Iterator[Found]:
    limit = context.style.limits.link_text
    for span in passage.links:
        if (long := length(passage.words(span).strip())) > limit:
            message = f"The words of this link are {long} characters long; {limit} are enough."
            yield Found(message, at(span.start, span.end))


def _empty(passage: Passage, _context: Context) -> Iterator[Found]:
    for span in passage.links:
        if not passage.words(span).strip():
            place = at(span.start, span.end)
            fix = Fix("Take the link away", (Change(place, Readdress("")),))
            yield Found("This link has no words.", place, fix)


def _same_words(examined: Examined) -> Iterator[Found]:
    first: dict[str, str] = {}
    for led in examined.addresses:
        words = phrase(led.words[:_LONGEST])
        if not words or words in phrases().vague_links:
            continue
        address = led.address.strip().rstrip("/")
        if first.setdefault(words, address) != address:
            yield Found(f"“{led.words.strip()[:60]}” leads to two places.", led.place)


def _nowhere(passage: Passage, _context: Context) -> Iterator[Found]:
    for span in passage.links:
        if isinstance(span.mark, Link) and not span.mark.href.strip():
            place = at(span.start, span.end)
            fix = Fix("Take the link away", (Change(place, Readdress("")),))
            yield Found("This link leads nowhere.", place, fix)


RULES: tuple[Rule, ...] = (
    PassageRule(
        id="link-text-vague",
        title="“Click here” and the like",
        group=Group.LINKS,
        level=Level.WARNS,
        find=_vague,
    ),
    PassageRule(
        id="link-text-bare",
        title="Bare address as the words of a link",
        group=Group.LINKS,
        level=Level.WARNS,
        find=_bare,
    ),
    PassageRule(
        id="link-text-sentence",
        title="Whole sentence as a link",
        group=Group.LINKS,
        level=Level.WARNS,
        find=_sentence,
    ),
    PassageRule(
        id="link-text-long",
        title="Very long words of a link",
        group=Group.LINKS,
        level=Level.WARNS,
        find=_long,
    ),
    PassageRule(
        id="link-text-empty",
        title="Link without words",
        group=Group.LINKS,
        level=Level.WARNS,
        find=_empty,
    ),
    PassageRule(
        id="link-nowhere",
        title="Link without an address",
        group=Group.LINKS,
        level=Level.WARNS,
        find=_nowhere,
    ),
    ItemRule(
        id="link-text-same",
        title="Same words, different addresses",
        group=Group.LINKS,
        level=Level.WARNS,
        find=_same_words,
    ),
)
