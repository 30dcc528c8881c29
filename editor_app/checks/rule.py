"""How a rule is written.

A `PassageRule` looks at one passage and nothing else, so that what it found is kept until these
words change: after a key only one passage is looked at again. An `ItemRule` looks at the whole
item; it runs after every change, so what it needs of each passage should come from
`Examined.telling`, which asks only the passages that changed.

Rules are pure functions: same values, same findings. They run on a thread, and take a time that
grows with the text and not faster, whatever the text is (no nested repetition in expressions).
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Protocol, TypeVar

from editor_app.body.tree import Block, Body
from editor_app.checks.blocks import placed_blocks
from editor_app.checks.finding import Found, Level, Place
from editor_app.checks.links import Led, addresses_of
from editor_app.checks.passage import Passage, PlacedPassage
from editor_app.checks.photos_shown import PhotoShown, photos_shown
from editor_app.checks.telling import Told
from editor_app.model.house_lists import NO_LISTS, HouseLists
from editor_app.model.house_style import HouseStyle
from editor_app.model.item import NewsItem
from editor_app.model.photo_words import PhotoWords

Said = TypeVar("Said")


class Group(StrEnum):
    """What a rule is about, as the settings and the Checks tab say it."""

    HEADLINE = "Headline and standfirst"
    DATES = "Dates and embargo"
    PHOTOS = "Photos"
    LINKS = "Links and files"
    STRUCTURE = "Structure"
    WORDS = "Words"
    TYPOGRAPHY = "Typography"
    LANGUAGE = "Language"
    DETAILS = "Details"
    LEFTOVERS = "Leftovers and placeholders"
    PEOPLE = "People and consent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a passage rule may know beside its passage.

    ``language`` is the item's own (a passage may be in another one); ``content_type`` is the
    item's.
    """

    style: HouseStyle = field(default_factory=HouseStyle)
    language: str = "en-GB"
    content_type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoFacts:
    """What is known of a photo of the item beside the words where it is shown.

    ``words`` are typed words and, where nothing was typed, what the file says; ``credit_in_file``
    is what the file alone says. Width and height are pixels of the upright photo, 0 where unknown.
    """

    words: PhotoWords = field(default_factory=PhotoWords)
    file_name: str = ""
    credit_in_file: str = ""
    width: int = 0
    height: int = 0


class Others(Protocol):
    """The other items of the library, as far as rules ask for them; never the item itself."""

    def with_headline(self, headline: str, language: str) -> Sequence[NewsItem]:
        """Return the items in use that have this headline, in this language."""
        ...

    def with_slug(self, slug: str, language: str) -> Sequence[NewsItem]:
        """Return the items in use that have this slug, in this language."""
        ...

    def versions_of(self, item: NewsItem) -> Sequence[NewsItem]:
        """Return the same item in other languages, as it was last saved."""
        ...

    def with_paragraph(self, paragraph: str) -> Sequence[NewsItem]:
        """Return the items in use that may have a paragraph which nearly is this one."""
        ...

    def with_photo(self, src: str) -> Sequence[NewsItem]:
        """Return the items in use that show a photo of the library."""
        ...

    def worded_in(self, item: NewsItem) -> int:
        """Return in which version the words of another item were last changed."""
        ...

    def with_id(self, item_id: str) -> NewsItem | None:
        """Return an item, be it in the trash; None where there is none."""
        ...

    def slug_when_published(self, item: NewsItem) -> str:
        """Return the slug that item had when it was last published; empty where it never was."""
        ...


class NoOthers:
    """A library without other items."""

    def with_headline(self, headline: str, language: str) -> Sequence[NewsItem]:  # noqa: ARG002
        """Return nothing."""
        return ()

    def with_slug(self, slug: str, language: str) -> Sequence[NewsItem]:  # noqa: ARG002
        """Return nothing."""
        return ()

    def versions_of(self, item: NewsItem) -> Sequence[NewsItem]:  # noqa: ARG002
        """Return nothing."""
        return ()

    def with_paragraph(self, paragraph: str) -> Sequence[NewsItem]:  # noqa: ARG002
        """Return nothing."""
        return ()

    def with_photo(self, src: str) -> Sequence[NewsItem]:  # noqa: ARG002
        """Return nothing."""
        return ()

    def worded_in(self, item: NewsItem) -> int:
        """Return the version of item."""
        return item.version

    def with_id(self, item_id: str) -> NewsItem | None:  # noqa: ARG002
        """Return nothing."""
        return None

    def slug_when_published(self, item: NewsItem) -> str:  # noqa: ARG002
        """Return nothing."""
        return ""


@dataclass(frozen=True, kw_only=True)  # no slots: what many rules ask for is worked out once
class Examined:
    """An item with everything that a rule may look at.

    ``passages`` are the texts of its fields in the order of the editor, then those of the body in
    reading order. ``photos`` are by the path that the item names them with
    (``media/ab/abcdef….jpg``); one that is not in the library is not in it. ``misspelt`` is the
    number of words that no dictionary knows, None where nobody counted. ``lists`` are the house's
    managed lists; ``told`` is what the passages said before, if a checker has looked.
    """

    item: NewsItem
    body: Body
    passages: tuple[PlacedPassage, ...]
    context: Context
    now: datetime
    photos: Mapping[str, PhotoFacts] = field(default_factory=lambda: MappingProxyType({}))
    others: Others = field(default_factory=NoOthers)
    misspelt: int | None = None
    lists: HouseLists = NO_LISTS
    told: Told = field(default_factory=Told, compare=False, repr=False)

    @property
    def style(self) -> HouseStyle:
        """Return the house style."""
        return self.context.style

    def telling(
        self, say: Callable[..., Said | None], *more: Hashable
    ) -> list[tuple[PlacedPassage, Said]]:
        """Return the passages of which say has something true to say, with what that is.

        ``say`` is a pure function of a module, given a passage and whatever is ``more``.
        """
        return self.told.of(self.passages, say, *more)

    @cached_property
    def in_body(self) -> tuple[PlacedPassage, ...]:
        """The passages of the body."""
        return tuple(placed for placed in self.passages if placed.place.field == "body")

    @cached_property
    def blocks(self) -> tuple[tuple[Place, Block], ...]:
        """Every block of the body with its place, those inside others too, in reading order."""
        return tuple(placed_blocks(self.body))

    @cached_property
    def addresses(self) -> tuple[Led, ...]:
        """Every address that readers can follow."""
        return tuple(addresses_of(self.item, self.passages, self.blocks))

    @cached_property
    def shown_photos(self) -> tuple[PhotoShown, ...]:
        """The photos where they are shown."""
        return tuple(photos_shown(self.item.lead_figure, self.blocks, self.photos))


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageRule:
    """A rule about one passage.

    ``id`` is kept in settings and reasons and never changes (``space-doubled``); ``title`` says in
    a few words what it looks for, for the settings. ``languages`` are the primary subtags (``fr``)
    of the passages it looks at, empty for all.
    """

    id: str
    title: str
    group: Group
    level: Level
    find: Callable[[Passage, Context], Iterable[Found]]
    languages: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRule:
    """A rule about the whole item; ``languages`` are those of the item, empty for all."""

    id: str
    title: str
    group: Group
    level: Level
    find: Callable[[Examined], Iterable[Found]]
    languages: frozenset[str] = frozenset()


Rule = PassageRule | ItemRule
