"""The words of sample items: sentences from shipped lists, put together by chance."""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from editor_app.paths import resources

_LANGUAGES = ("en", "fr", "es", "de", "ru", "ar")

Said = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its name, how one says that something is there, its country."""

    name: str
    where: str
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What sample items of one language are made of."""

    language: str
    sections: tuple[str, ...]
    places: tuple[Place, ...]
    topics: tuple[str, ...]
    organisations: tuple[str, ...]
    headlines: tuple[str, ...]
    standfirsts: tuple[str, ...]
    sentences: tuple[str, ...]
    cross_heads: tuple[str, ...]
    points: tuple[str, ...]
    list_intros: tuple[str, ...]
    quotes: tuple[str, ...]
    speakers: tuple[str, ...]
    links: tuple[str, ...]
    scenes: tuple[str, ...]
    captions: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]


@cache
def vocabularies() -> tuple[Vocabulary, ...]:
    """Return what sample items are made of, English first."""
    return tuple(_read(language) for language in _LANGUAGES)


def filled(chance: random.Random, words: Vocabulary, topic: int, place: Place) -> Said:
    """Return what puts the topic and the place of an item into a sentence."""
    about = words.topics[topic % len(words.topics)]

    def said(sentence: str) -> str:
        return sentence.format_map(
            {
                "topic": about,
                "topic_small": about[0].lower() + about[1:],
                "in": place.where,
                "org": words.organisations[topic % len(words.organisations)],
                "n": chance.randrange(20, 900),
            }
        )

    return said


def body_of(chance: random.Random, words: Vocabulary, said: Said) -> str:
    """Return the Markdown of a body: paragraphs, and now and then all that a body can hold."""
    sentences = [said(one) for one in chance.sample(words.sentences, k=len(words.sentences))]
    paragraphs = []
    while sentences:
        size = chance.randint(2, 4)
        paragraphs.append(" ".join(sentences[:size]))
        sentences = sentences[size:]
    blocks = paragraphs[: chance.randint(2, len(paragraphs))]
    extras = chance.sample([_cross_head, _list, _quote, _link, _table], k=chance.randint(1, 4))
    for extra in sorted(extras, key=lambda one: one is _cross_head, reverse=True):
        at = chance.randint(1, len(blocks))
        blocks[at:at] = extra(chance, words)
    if blocks[-1].startswith("## "):
        blocks.append(chance.choice(paragraphs[-2:]))
    return "\n\n".join(blocks) + "\n"


def _cross_head(chance: random.Random, words: Vocabulary) -> list[str]:
    return [f"## {chance.choice(words.cross_heads)}"]


def _list(chance: random.Random, words: Vocabulary) -> list[str]:
    points = chance.sample(words.points, k=chance.randint(2, len(words.points)))
    is_numbered = chance.random() < 0.3  # noqa: PLR2004
    lines = [f"{f'{at}.' if is_numbered else '-'} {one}" for at, one in enumerate(points, start=1)]
    return [chance.choice(words.list_intros), "\n".join(lines)]


def _quote(chance: random.Random, words: Vocabulary) -> list[str]:
    return [f"> {chance.choice(words.quotes)}\n>\n> *{chance.choice(words.speakers)}*"]


def _link(chance: random.Random, words: Vocabulary) -> list[str]:
    number = chance.randrange(100, 999)
    link = f"[{chance.choice(words.links)}](https://www.example.org/{words.language}/{number}/)"
    return [f"**{chance.choice(words.organisations)}:** {link}"]


def _table(chance: random.Random, words: Vocabulary) -> list[str]:
    head, years = words.table
    rows = [
        f"| {year} | {chance.randrange(100, 999)} | {chance.randrange(3, 40)} |" for year in years
    ]
    return ["\n".join([f"| {' | '.join(head)} |", "| --- | ---: | ---: |", *rows])]


def _read(language: str) -> Vocabulary:
    path = resources() / "sample" / f"{language}.json"
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    content["places"] = [Place(*one) for one in content["places"]]
    content["table"] = [tuple(one) for one in content["table"]]
    fields: dict[str, Any] = {
        name: tuple(one) if isinstance(one, list) else one for name, one in content.items()
    }
    return Vocabulary(**fields)
