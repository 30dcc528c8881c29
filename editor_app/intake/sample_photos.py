"""The photos of sample items: painted, each another one, with words inside as agencies do it."""

import random
from collections.abc import Iterator
from typing import NamedTuple

from editor_app.intake.sample_text import vocabularies
from editor_app.media.packet import PublishedWords, packet_of, with_packet
from editor_app.media.painting import paint_landscape
from editor_app.model.licences import licence_of

_MOST = 1000
_SIZES = ((1600, 1067), (1200, 800), (1920, 1080), (1080, 1350), (1500, 1500))
_LICENCES = ("cc-by-4.0", "cc-by-sa-4.0", "cc-by-2.0", "cc0-1.0", "", "")
_YEARS = range(2016, 2026)


class SamplePhoto(NamedTuple):
    """A photo as it would come in: its bytes, the name of its file, and the credit inside."""

    data: bytes
    name: str
    credit: str


def sample_photos(count: int, *, seed: int = 1) -> Iterator[SamplePhoto]:
    """Yield count different photos, a thousand at most; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - pictures, not secrets
    for number in range(min(count, _MOST)):
        width, height = chance.choice(_SIZES)
        pixels = paint_landscape(seed * _MOST + number, width=width, height=height)
        words = _words(chance, number)
        data = with_packet(pixels, packet_of(words))
        yield SamplePhoto(data, f"sample-{number + 1}.jpg", words.credit)


def _words(chance: random.Random, number: int) -> PublishedWords:
    english = vocabularies()[0]
    place, house = chance.choice(english.places), chance.choice(english.organisations)
    licence = licence_of(chance.choice(_LICENCES))
    return PublishedWords(
        title=f"{place.name} {number + 1}",
        caption=chance.choice(english.captions).format_map({"in": place.where}),
        credit=house,
        alt=chance.choice(english.scenes),
        photographer=house,
        source_address=f"https://www.example.org/photos/{number + 1}/" if licence else "",
        copyright_notice=f"© {chance.choice(_YEARS)} {house}",
        licence_address=licence.address if licence else "",
        place=place.name,
        digital_source_type="digitalArt",
        language=english.language,
    )
