"""Rules about the standfirst and the summary."""

import re
from collections.abc import Iterator

from editor_app.checks.counting import length
from editor_app.checks.finding import Found, Level, Place, remove
from editor_app.checks.passage import Kind, Passage
from editor_app.checks.repetition import REPEATED, containment, is_repeat, same_words
from editor_app.checks.rule import Context, Examined, Group, ItemRule, PassageRule, Rule

_STANDFIRST = Place("standfirst")
_SUMMARY = Place("summary")
_CUT = re.compile(r"(?:\.{2,}|\u2026)\s*$")
_END = re.compile(r"[.!?\u061f\u06d4\u3002\uff01\uff1f\u0964][)\]\u201d\u2019\u00bb\"'\u201c]*\s*$")
_SAME = 0.9


def _missing(examined: Examined) -> Iterator[Found]:
    if not examined.item.standfirst.strip():
        yield Found("The standfirst is missing.", _STANDFIRST)


def _length(passage: Passage, context: Context) -> Iterator[Found]:
    if passage.field != "standfirst" or not passage.text.strip():
        return
    limits, long = context.style.limits, length(passage.text.strip())
    if long < limits.standfirst_least:
        yield Found(
            f"The standfirst has {long} characters; under {limits.standfirst_least} it says little."
        )
    elif long > limits.standfirst:
        yield Found(f"The standfirst has {long} characters; the limit is {limits.standfirst}.")


def _repeated(examined: Examined) -> Iterator[Found]:
    standfirst = examined.item.standfirst
    for placed, _is_so in examined.telling(_says_again, standfirst):
        text = placed.passage.text
        says_no_more = same_words(text, standfirst) or containment(text, standfirst) >= REPEATED
        fix = remove("Remove the paragraph", placed.place) if says_no_more else None
        yield Found("This paragraph says the standfirst again.", placed.place, fix)


def _says_again(passage: Passage, standfirst: str) -> bool:
    return passage.kind is Kind.PARAGRAPH and is_repeat(standfirst, passage.text)


def _summary_long(passage: Passage, context: Context) -> Iterator[Found]:
    limit = context.style.limits.summary
    if passage.field == "summary" and (long := length(passage.text.strip())) > limit:
        yield Found(f"The summary has {long} characters; search engines cut it after {limit}.")


def _summary_cut(passage: Passage, _context: Context) -> Iterator[Found]:
    text = passage.text.strip()
    if passage.field != "summary" or not text:
        return
    if _CUT.search(text[-10:]):
        yield Found("The summary was cut short: it ends with dots.")
    elif not _END.search(text[-10:]):
        yield Found("The summary does not end with a full stop.")


def _summary_is_headline(examined: Examined) -> Iterator[Found]:
    item = examined.item
    if not item.summary.strip() or not item.headline.strip():
        return
    both = (containment(item.summary, item.headline), containment(item.headline, item.summary))
    if min(both) > _SAME:
        yield Found("The summary only repeats the headline.", _SUMMARY)


RULES: tuple[Rule, ...] = (
    ItemRule(
        id="standfirst-missing",
        title="No standfirst",
        group=Group.HEADLINE,
        level=Level.WARNS,
        find=_missing,
    ),
    PassageRule(
        id="standfirst-length",
        title="Standfirst too short or too long",
        group=Group.HEADLINE,
        level=Level.WARNS,
        find=_length,
    ),
    ItemRule(
        id="standfirst-repeated",
        title="Standfirst repeated in the text",
        group=Group.HEADLINE,
        level=Level.WARNS,
        find=_repeated,
    ),
    PassageRule(
        id="summary-long",
        title="Summary over its limit",
        group=Group.HEADLINE,
        level=Level.WARNS,
        find=_summary_long,
    ),
    PassageRule(
        id="summary-cut",
        title="Summary that does not end",
        group=Group.HEADLINE,
        level=Level.WARNS,
        find=_summary_cut,
    ),
    ItemRule(
        id="summary-is-headline",
        title="Summary that repeats the headline",
        group=Group.HEADLINE,
        level=Level.WARNS,
        find=_summary_is_headline,
    ),
)
