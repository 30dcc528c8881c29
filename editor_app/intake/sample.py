"""Items to try the program with: realistic, and the same for the same seed."""

import random
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from slugify import slugify

from editor_app.intake.files import read_file
from editor_app.intake.sample_photos import sample_photos
from editor_app.intake.sample_text import Vocabulary, body_of, filled, vocabularies
from editor_app.model.identity import ItemId
from editor_app.model.item import LeadFigure, NewsItem
from editor_app.model.limits import SLUG, SUMMARY
from editor_app.model.status import Status
from editor_app.paths import resources
from editor_app.store.errors import ItemNotFoundError
from editor_app.store.library import Library

_STATUSES = (
    *[Status.PUBLISHED] * 10,
    *[Status.DRAFT] * 4,
    *[Status.READY] * 3,
    *[Status.IN_REVIEW] * 2,
    Status.WITHDRAWN,
)
_LANGUAGE_WEIGHTS = (10, 3, 2, 2, 2, 2)
_DAYS = 3650
_FIGURES = 0.3  # of the items with a lead photo have one in the text too
_SALT = 7919  # another prime, another set of items


class Shown(NamedTuple):
    """A photo that sample items show: its path in the library, and who made it."""

    src: str
    credit: str


def sample_items(
    count: int, *, seed: int = 1, sources: Sequence[Shown] = (), now: datetime
) -> Iterator[NewsItem]:
    """Yield count items over the ten years before now, which show the photos at sources."""
    chance = random.Random(seed)  # noqa: S311 - sample texts, not secrets
    kinds = vocabularies()
    made = 0
    while made < count:
        group = _group(chance, kinds, now)
        for item in group[: count - made]:
            shown = [sources[(made + more) % len(sources)] for more in range(2) if sources]
            yield _with_photos(item, chance, kinds, shown)
            made += 1


def fill(
    library: Library, count: int, *, seed: int = 1, photos: bool = False, now: datetime
) -> int:
    """Add count sample items to a library, and return how many were added.

    Filling a library again gives further items, not the same ones.

    Raises:
        StoreError: the library cannot take them.
    """
    while count and _holds_items_of(library, seed, now):
        seed += _SALT
    sources = [
        Shown(library.photos.add(photo.data, name=photo.name).src, photo.credit)
        for photo in sample_photos(count if photos else 0, seed=seed)
    ]
    return library.items.add_many(sample_items(count, seed=seed, sources=sources, now=now))


def first_item(library: Library, clock: Callable[[], datetime]) -> NewsItem:
    """Add the item that a new library opens with, its photos too, and return it as saved.

    Raises:
        StoreError: the library cannot take it.
    """
    path = resources() / "sample" / "first-item" / "item.md"
    now = clock()
    item = read_file(path, library=library, now=now).item
    return library.items.save(replace(item, display_date=now.date()), over=0)


def _holds_items_of(library: Library, seed: int, now: datetime) -> bool:
    first = next(sample_items(1, seed=seed, now=now))
    try:
        library.items.get(first.id)
    except ItemNotFoundError:
        return False
    return True


def _group(chance: random.Random, kinds: tuple[Vocabulary, ...], now: datetime) -> list[NewsItem]:
    """Return one item, or now and then the versions of one in two or three languages."""
    day = now.date() - timedelta(days=int(_DAYS * chance.random() ** 1.3))
    status = chance.choice(_STATUSES)
    topic = chance.randrange(10)
    first = chance.choices(kinds, weights=_LANGUAGE_WEIGHTS[: len(kinds)])[0]
    item = _item(chance, first, topic, (day, status))
    if chance.random() > 0.15:  # noqa: PLR2004
        return [item]
    item = replace(item, translation_group=_id(chance, day))
    others = chance.sample([one for one in kinds if one is not first], k=chance.randint(1, 2))
    versions = (_item(chance, other, topic, (day, status)) for other in others)
    return [
        item,
        *(
            replace(
                one,
                translation_group=item.translation_group,
                translated_from=item.id,
                translated_version=1,
            )
            for one in versions
        ),
    ]


def _item(
    chance: random.Random, words: Vocabulary, topic: int, dated: tuple[date, Status]
) -> NewsItem:
    day, status = dated
    place = chance.choice(words.places)
    said = filled(chance, words, topic, place)
    headline = said(chance.choice(words.headlines))
    standfirst = said(chance.choice(words.standfirsts))
    written_at = datetime.combine(day, time(chance.randrange(8, 18), chance.randrange(60)), UTC)
    is_out = status in {Status.PUBLISHED, Status.WITHDRAWN}
    topics = dict.fromkeys((words.topics[topic % len(words.topics)], chance.choice(words.topics)))
    return NewsItem(
        id=ItemId(_id(chance, day)),
        language=words.language,
        section=chance.choice(words.sections),
        headline=headline,
        short_headline=words.topics[topic % len(words.topics)],
        standfirst=standfirst,
        summary=standfirst[:SUMMARY],
        byline=chance.choice(words.organisations) if chance.random() < 0.3 else "",  # noqa: PLR2004
        dateline_place=place.name if chance.random() < 0.6 else "",  # noqa: PLR2004
        display_date=day,
        first_published_at=written_at + timedelta(hours=20) if is_out else None,
        published_at=written_at + timedelta(hours=20) if is_out else None,
        status=status,
        slug=slugify(headline, max_length=SLUG, word_boundary=True, save_order=True),
        body=body_of(chance, words, said),
        tags=tuple(topics),
        countries=(place.country,),
        created_at=written_at,
        modified_at=written_at + timedelta(minutes=chance.randrange(5, 3000)),
    )


def _with_photos(
    item: NewsItem, chance: random.Random, kinds: Sequence[Vocabulary], sources: Sequence[Shown]
) -> NewsItem:
    """Return item with the first of the photos above its text, and perhaps the other one in it."""
    if not sources:
        return item
    words = next(one for one in kinds if one.language == item.language)
    place = chance.choice(words.places).where
    figure = LeadFigure(
        src=sources[0].src,
        alt=chance.choice(words.scenes),
        caption=chance.choice(words.captions).format_map({"in": place}),
        credit=sources[0].credit,
    )
    item = replace(item, lead_figure=figure)
    if chance.random() > _FIGURES:
        return item
    first, rest = item.body.split("\n\n", 1)
    scene, (src, credit) = chance.choice(words.scenes), sources[-1]
    return replace(item, body=f"{first}\n\n![{scene}]({src})\n:: {credit}\n\n{rest}")


def _id(chance: random.Random, day: date) -> str:
    """Return a UUIDv7 of a day that is the same for the same seed."""
    moment = datetime.combine(day, time(), UTC)
    bits = int(moment.timestamp() * 1000) << 80 | chance.getrandbits(80)
    bits = bits & ~(0xF << 76) | 0x7 << 76
    bits = bits & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=bits))
