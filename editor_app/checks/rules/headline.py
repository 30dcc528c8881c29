"""Rules about the headline and the short headline."""

import re
from collections.abc import Iterator

from editor_app.checks.counting import length
from editor_app.checks.finding import Change, Fix, Found, Level, Place, Reword, SetValue, at, reword
from editor_app.checks.passage import Passage
from editor_app.checks.rule import Context, Examined, Group, ItemRule, PassageRule, Rule
from editor_app.wording.vocabulary import phrase, vocabulary

_HEADLINE = Place("headline")
_STOP = re.compile(r"(?<![.\u2026\s])\s*[.\u3002\u06d4]\s*$")
_SHORT_FORM = re.compile(
    r"(?:\b\w\.)+\w\.$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|No|St|etc|vs|Nr|Dr|bzw|usw)\.$"
)
_LABEL = re.compile(r"\s*(?P<label>[^:\uff1a]{2,40}?)\s*[:\uff1a]\s*(?=\S)")
_ACRONYM = re.compile(r"\b[A-Z\u0410-\u042f][A-Z\u0410-\u042f0-9-]*[A-Z\u0410-\u042f]s?\b")
_ROMAN = re.compile(r"[IVXLCDM]+")
_MOST_CAPITALS = 0.6
_FEWEST_LETTERS = 12
_FEWEST_CAPITALISED = 5
_LONG_WORD = 4
_LATEST_LABEL = 60
_TAIL = 20


def _missing(examined: Examined) -> Iterator[Found]:
    if not examined.item.headline.strip():
        yield Found("The headline is missing.", _HEADLINE)


def _long(passage: Passage, context: Context) -> Iterator[Found]:
    limits = {"headline": context.style.limits.headline}
    limits["short_headline"] = context.style.limits.short_headline
    limit = limits.get(passage.field)
    if limit and (long := length(passage.text.strip())) > limit:
        name = passage.field.replace("_", " ")
        yield Found(f"The {name} has {long} characters; the house limit is {limit}.")


def _stop(passage: Passage, _context: Context) -> Iterator[Found]:
    if passage.field not in {"headline", "short_headline"}:
        return
    tail = passage.text[-_TAIL:]
    found = _STOP.search(tail)
    if not found or _SHORT_FORM.search(tail.rstrip()):
        return
    start = len(passage.text) - len(tail) + found.start()
    fix = reword("Take the full stop away", start, len(passage.text), "")
    yield Found("The headline ends with a full stop.", at(start, len(passage.text)), fix)


def _capitals(passage: Passage, _context: Context) -> Iterator[Found]:
    if passage.field != "headline":
        return
    cased = [one for one in passage.text if one.isupper() or one.islower()]
    capitals = sum(1 for one in cased if one.isupper())
    if len(cased) >= _FEWEST_LETTERS and capitals > _MOST_CAPITALS * len(cased):
        yield Found("The headline is set in capitals, which are hard to read.")


def _title_case(passage: Passage, context: Context) -> Iterator[Found]:
    if passage.field != "headline" or context.style.title_case_headlines:
        return
    words = re.findall(r"[^\W\d_]+", passage.text)[1:]
    long = [word for word in words if len(word) >= _LONG_WORD and not word.isupper()]
    if len(long) >= _FEWEST_CAPITALISED and all(word[0].isupper() for word in long):
        yield Found("The headline Has Capitals Like These; the house writes it like a sentence.")


def _kicker(examined: Examined) -> Iterator[Found]:
    item = examined.item
    found = _LABEL.match(item.headline[:_LATEST_LABEL])
    if not found:
        return
    label = phrase(found["label"])
    if label != phrase(item.section) and label not in vocabulary().sections:
        return
    place = Place("headline", start=0, end=found.end())
    changes = [Change(place, Reword(""))]
    if not item.section.strip():
        changes.append(Change(Place("section"), SetValue(found["label"])))
    words = f"“{found['label']}” stands in the headline; the page prints it above as the section."
    yield Found(words, place, Fix("Take it out of the headline", tuple(changes)))


def _acronym(examined: Examined) -> Iterator[Found]:
    headline = examined.item.headline
    if headline.isupper():
        return
    known = {*examined.style.allowed_acronyms, *(one.short for one in examined.style.acronyms)}
    said = "\n".join((examined.item.standfirst, examined.item.body))
    for found in _ACRONYM.finditer(headline):
        short = found[0].removesuffix("s")
        if (
            short in known
            or _ROMAN.fullmatch(short)
            or f"({short})" in said
            or f"{short} (" in said
        ):
            continue
        yield Found(
            f"“{short}” in the headline is explained nowhere in the item.",
            Place("headline", start=found.start(), end=found.end()),
        )


def _headline_again(examined: Examined) -> Iterator[Found]:
    item = examined.item
    if not item.headline.strip():
        return
    if others := examined.others.with_headline(item.headline, item.language):
        section, day = others[0].section, others[0].display_date
        of = " of " + day.isoformat() if day else f" in {section}" if section else ""
        message = f"Another item{of} has the same headline."
        yield Found(message, _HEADLINE, item=others[0].id)


RULES: tuple[Rule, ...] = (
    ItemRule(
        id="headline-missing",
        title="No headline",
        group=Group.HEADLINE,
        level=Level.BLOCKS,
        find=_missing,
    ),
    PassageRule(
        id="headline-long",
        title="Headline or short headline over the house limit",
        group=Group.HEADLINE,
        level=Level.WARNS,
        find=_long,
    ),
    PassageRule(
        id="headline-full-stop",
        title="Full stop at the end of a headline",
        group=Group.HEADLINE,
        level=Level.HINTS,
        find=_stop,
    ),
    PassageRule(
        id="headline-capitals",
        title="Headline in capitals",
        group=Group.HEADLINE,
        level=Level.HINTS,
        find=_capitals,
    ),
    PassageRule(
        id="headline-title-case",
        title="Headline with a Capital on Each Word",
        group=Group.HEADLINE,
        level=Level.HINTS,
        find=_title_case,
        languages=frozenset({"en", "fr", "es", "it", "pt"}),
    ),
    ItemRule(
        id="headline-kicker",
        title="Section repeated in the headline",
        group=Group.HEADLINE,
        level=Level.WARNS,
        find=_kicker,
    ),
    ItemRule(
        id="headline-acronym",
        title="Acronym in the headline that is not explained",
        group=Group.HEADLINE,
        level=Level.HINTS,
        find=_acronym,
    ),
    ItemRule(
        id="headline-again",
        title="Another item with the same headline",
        group=Group.HEADLINE,
        level=Level.WARNS,
        find=_headline_again,
    ),
)
