"""The photos of an item where they are shown, as the rules look at them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from editor_app.body.tree import Block, Content, Figure
from editor_app.checks.finding import Change, Fix, Place, Reword
from editor_app.checks.passages import text_of
from editor_app.model.item import LeadFigure

if TYPE_CHECKING:
    from editor_app.checks.rule import PhotoFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoShown:
    """A photo where it is shown; ``place`` is the lead photo's field, or a block."""

    called: str
    place: Place
    src: str
    alt: str
    is_decorative: bool
    caption: str
    credit: str
    facts: "PhotoFacts | None"

    @property
    def is_lead(self) -> bool:
        """Whether it is the photo above the body."""
        return self.place.field != "body"

    def part(self, name: str) -> Place:
        """Return the place of one of its texts."""
        if self.is_lead:
            return Place(f"lead_figure.{name}")
        return Place("body", self.place.block, name)

    def written(self, name: str, label: str, text: str) -> Fix:
        """Return the fix that gives one of its texts."""
        return Fix(label, (Change(self.part(name), Reword(text)),))


def photos_shown(
    lead: LeadFigure,
    blocks: Iterable[tuple[Place, Block]],
    photos: "Mapping[str, PhotoFacts]",
) -> Iterator[PhotoShown]:
    """Yield the lead photo and the photos of the body, in reading order."""
    if lead.src:
        yield PhotoShown(
            called="The lead photo",
            place=Place("lead_figure"),
            src=lead.src,
            alt=lead.alt,
            is_decorative=lead.is_decorative,
            caption=lead.caption,
            credit=lead.credit,
            facts=photos.get(lead.src),
        )
    number = 0
    for place, block in blocks:
        if isinstance(block, Figure) and block.src:
            number += 1
            yield _in_body(block, place, number, photos.get(block.src))


def _in_body(figure: Figure, place: Place, number: int, facts: "PhotoFacts | None") -> PhotoShown:
    caption = _words(figure.caption)
    name = caption or figure.alt.strip() or PurePosixPath(figure.src).name or figure.src
    return PhotoShown(
        called=f"Photo {number} in the text (“{name[:60]}”)",
        place=place,
        src=figure.src,
        alt=figure.alt,
        is_decorative=figure.is_decorative,
        caption=caption,
        credit=_words(figure.credit),
        facts=facts,
    )


def _words(content: Content) -> str:
    return text_of(content).strip()
