"""A news item, in one language, with everything that is known about it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

from editor_app.model.identity import ItemId
from editor_app.model.status import Status

LATER = MappingProxyType({"later": True})
"""Marks a field that came after the first words were saved: empty, it is not among an item's words.

So what was saved before it came has the same SHA-256 still.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadFigure:
    """The photo above the body, with the words that must travel with it.

    ``src`` is the photo's path inside the library (``media/ab/abcdef….jpg``). It is empty where
    the words are known and the photo is still to come.
    """

    src: str = ""
    alt: str = ""
    is_decorative: bool = False
    caption: str = ""
    credit: str = ""

    @property
    def lacks_alt_text(self) -> bool:
        """Whether a reader who cannot see the photo would get nothing from it."""
        return bool(self.src) and not self.is_decorative and not self.alt.strip()

    @property
    def lacks_credit(self) -> bool:
        """Whether the photo would go out without saying who made it."""
        return bool(self.src) and not self.credit.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person to ask, as printed under a press release."""

    name: str
    role: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project the item is about, who pays for it, and what the donor asks to be printed.

    ``emblem`` is a photo of the library, with words for those who cannot see it.
    """

    title: str
    donor: str = ""
    statement: str = ""
    disclaimer: str = field(default="", metadata=LATER)
    emblem: str = field(default="", metadata=LATER)
    emblem_alt: str = field(default="", metadata=LATER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A document the item points to.

    ``address`` is a web address; ``size`` is in bytes, 0 where unknown, as is ``pages``. ``cover``
    is a photo of the library.
    """

    title: str
    kind: str = ""
    language: str = ""
    address: str = ""
    size: int = 0
    pages: int = 0
    cover: str = field(default="", metadata=LATER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Boilerplate:
    """A text of the house under the item, such as *About us*, as it was when it was picked.

    ``name`` is that of its entry in the house's list, ``version`` which of its versions in
    ``language`` this is.
    """

    name: str
    heading: str = ""
    text: str = ""
    language: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedLink:
    """Another page or item to read on."""

    text: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeNote:
    """What was changed after publication, in words for the public."""

    day: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsItem:
    """One news item in one language.

    Moments are aware datetimes. ``language`` is a BCP 47 tag, ``countries`` are ISO 3166-1
    alpha-2 codes, ``body`` is Markdown. ``version`` counts saves of changed words; 0 means never
    saved. ``created_at``, ``modified_at`` and ``version`` are set by the store.
    """

    id: ItemId
    language: str = "en-GB"
    translation_group: str = ""
    translated_from: ItemId | None = None
    translated_version: int = 0
    content_type: str = "project news"
    section: str = ""
    headline: str = ""
    short_headline: str = ""
    standfirst: str = ""
    summary: str = ""
    byline: str = ""
    dateline_place: str = ""
    display_date: date | None = None
    first_published_at: datetime | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None
    embargo_until: datetime | None = None
    archive_on: date | None = None
    status: Status = Status.DRAFT
    slug: str = ""
    body: str = ""
    lead_figure: LeadFigure = LeadFigure()
    tags: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    projects: tuple[Project, ...] = ()
    publications: tuple[Publication, ...] = ()
    related: tuple[RelatedLink, ...] = ()
    boilerplates: tuple[Boilerplate, ...] = field(default=(), metadata=LATER)
    notes_to_editors: str = ""
    internal_notes: str = ""
    change_notes: tuple[ChangeNote, ...] = ()
    rights: str = ""
    created_at: datetime | None = None
    modified_at: datetime | None = None
    version: int = 0
    trashed_at: datetime | None = None

    @property
    def is_trashed(self) -> bool:
        """Whether the item lies in the trash."""
        return self.trashed_at is not None
