"""Items in which nothing is missing and nothing is wrong: what a rule finds here is a false alarm.

The sentences stand in ``clean_words.json``; chance puts them together, the same ones each time.
"""

import json
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from babel.dates import format_date

from editor_app.body import read_markdown
from editor_app.checks.examining import examined
from editor_app.checks.rule import Examined, PhotoFacts
from editor_app.model.identity import ItemId
from editor_app.model.item import Contact, LeadFigure, NewsItem, Publication, RelatedLink
from editor_app.model.photo_words import Consent, ConsentState, PhotoWords
from editor_app.model.status import Status

NOW = datetime(2026, 3, 2, 14, 2, tzinfo=UTC)
_WORDS = json.loads((Path(__file__).parent / "clean_words.json").read_text(encoding="utf-8"))


class Clean(NamedTuple):
    """A clean item with what is known of its photos."""

    item: NewsItem
    photos: dict[str, PhotoFacts]

    def examined(self) -> Examined:
        """Return it ready for the rules."""
        body = read_markdown(self.item.body)
        return examined(self.item, body, now=NOW, photos=self.photos)


def clean_items(count: int = 200, *, seed: int = 7) -> Iterator[Clean]:
    """Yield clean items in six languages in turn."""
    chance = random.Random(seed)  # noqa: S311 - the same texts each time, no secrets
    languages = tuple(_WORDS)
    for number in range(count):
        language = languages[number % len(languages)]
        yield _clean(chance, number, language, _WORDS[language])


def _clean(chance: random.Random, number: int, language: str, words: dict[str, Any]) -> Clean:
    place, country, _day = chance.choice(words["places"])
    day = date(2025, 1, 6) + timedelta(days=chance.randrange(400))

    def filled(text: str) -> str:
        return text.replace("{place}", place).replace("{number}", str(chance.randrange(20, 900)))

    src = f"media/{number:02x}/{number:064x}.jpg"
    credit = chance.choice(words["credits"])
    alt, inner_alt = chance.sample(words["alts"], 2)
    caption, inner_caption = chance.sample(words["captions"], 2)
    inner = f"media/ff/{number:064x}.jpg"
    standfirst = filled(chance.choice(words["standfirsts"]))
    figure = f"![{inner_alt}]({inner})\n: {inner_caption}\n:: {credit}"
    is_dated = number % 3 == 0  # the dateline stands in the text
    opening = (
        f"{place.upper()}, {format_date(day, 'long', locale=language.replace('-', '_'))} \u2013 "
    )
    item = NewsItem(
        id=ItemId(f"01a00000-0000-7000-8000-{number:012x}"),
        language=language,
        section=chance.choice(words["sections"]),
        headline=chance.choice(words["headlines"]),
        short_headline=chance.choice(words["topics"]).capitalize(),
        standfirst=standfirst,
        summary=standfirst,
        dateline_place="" if is_dated else place,
        display_date=day,
        status=Status.READY,
        slug=f"item-{number}",
        body=(opening if is_dated else "") + _body(chance, words, filled, figure),
        lead_figure=LeadFigure(src=src, alt=alt, caption=caption, credit=credit),
        tags=tuple(chance.sample(words["topics"], 2)),
        countries=(country,),
        contacts=(Contact(name=credit, email="press@example.org", phone="+43 1 2345"),),
        publications=(
            Publication(
                title=alt, kind="PDF", address="https://www.example.org/a.pdf", size=90_000
            ),
        ),
        related=(RelatedLink(text=caption.rstrip("."), address="https://www.example.org/b"),),
    )
    return Clean(item, {src: _facts(credit), inner: _facts(credit)})


def _body(chance: random.Random, words: dict[str, Any], filled: Any, figure: str) -> str:
    sentences = [filled(one) for one in chance.sample(words["sentences"], 18)]
    paragraphs = [" ".join(sentences[at : at + 3]) for at in range(0, 18, 3)]
    opening, closing = words["marks"]
    quoted = words["quoting"].format(
        open=opening,
        close=closing,
        said=chance.choice(words["quotes"])[:-1],
        speaker=chance.choice(words["speakers"]),
    )
    before, linked, after = chance.choice(words["links"])
    link = f"{before} [{linked}](https://www.example.org/{chance.randrange(10_000)}) {after}"
    heads = chance.sample(words["cross_heads"], 2)
    more = (_list(words), _table(chance, words), _quotation(chance, words), _cards(words))
    return "\n\n".join(
        [
            *(paragraphs[0], paragraphs[1], f"## {heads[0]}", paragraphs[2], quoted, figure),
            *(paragraphs[3], f"## {heads[1]}", paragraphs[4], link, *more, paragraphs[5]),
        ]
    )


def _list(words: dict[str, Any]) -> str:
    return "\n".join(f"* {one}" for one in words["alts"])


def _table(chance: random.Random, words: dict[str, Any]) -> str:
    head = " | ".join(one.capitalize() for one in words["topics"][:2])
    rows = "\n".join(
        f"| {chance.randrange(20, 99)} | {chance.randrange(20, 99)} |" for _ in range(3)
    )
    return f"| {head} |\n|---|---|\n{rows}\n: {words['cross_heads'][0]}"


def _quotation(chance: random.Random, words: dict[str, Any]) -> str:
    return f"> {chance.choice(words['quotes'])}\n>\n> -- {words['credits'][0]}"


def _cards(words: dict[str, Any]) -> str:
    return (
        f"::: publication\ntitle: {words['alts'][0]}\ntype: PDF\nsize: 2 MB\n"
        "link: https://www.example.org/a.pdf\n:::\n\n"
        f"::: contact\nname: {words['credits'][0]}\nemail: press@example.org\n:::"
    )


def _facts(credit: str) -> PhotoFacts:
    words = PhotoWords(licence="permission", consent=Consent(state=ConsentState.NOT_NEEDED))
    return PhotoFacts(words=words, credit_in_file=credit, width=2400, height=1600)
