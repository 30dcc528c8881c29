"""The parts of a page around the body, as plain values that a template prints."""

from dataclasses import dataclass
from datetime import date
from html import escape
from urllib.parse import urlsplit

from markupsafe import Markup

from editor_app.body.photo_lines import credit_html, description_html
from editor_app.body.pictures import Cut, Picture, PictureSource, Slot, is_shown, picture_html
from editor_app.body.tree import Content, Text
from editor_app.model.house_lists import NO_LISTS, HouseLists
from editor_app.model.item import Contact, NewsItem, Publication
from editor_app.render.addresses import safe_href
from editor_app.render.characters import printable_text
from editor_app.render.descriptions import tied
from editor_app.render.listed_parts import (
    BoilerplatePart,
    ProjectPart,
    boilerplate_part,
    paragraphs,
    project_part,
    section_label,
    small_picture,
    topics,
)
from editor_app.render.words import PageWords

_CARD = "card"
_DESCRIPTION = "lead-description"
_NOTHING = Markup()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkPart:
    """A link, or words alone where the address leads nowhere good; publications have a cover."""

    text: str
    href: str = ""
    details: tuple[str, ...] = ()
    language: str = ""
    cover: Markup = _NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadPart:
    """The photo above the body; ``credit`` is who made it, ``credit_line`` all that is printed."""

    picture: Picture
    image: Markup
    alt: str
    caption: str
    credit: str
    credit_line: Markup
    described: Markup

    @property
    def card(self) -> Cut | None:
        """The cut that is shown where somebody links to the page."""
        return next((cut for cut in self.picture.cuts if cut.shape == _CARD), None)

    @property
    def shapes(self) -> tuple[Picture | Cut, ...]:
        """The whole picture, and its cuts for search engines."""
        return (self.picture, *(cut for cut in self.picture.cuts if cut.shape != _CARD))


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPart:
    """A person to ask."""

    name: str
    role: str
    email: str
    phone: str
    phone_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPart:
    """A day as it is printed, and as a program reads it."""

    printed: str
    iso: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePart:
    """What was changed, and when."""

    day: DayPart
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemParts:
    """Everything around the body of one item; empty where the item has nothing to say."""

    section: str
    day: DayPart | None
    updated: DayPart | None
    lead: LeadPart | None
    lone_credit: str
    description: str
    topics: tuple[str, ...]
    publications: tuple[LinkPart, ...]
    related: tuple[LinkPart, ...]
    contacts: tuple[ContactPart, ...]
    projects: tuple[ProjectPart, ...]
    boilerplates: tuple[BoilerplatePart, ...]
    notes: tuple[str, ...]
    changes: tuple[ChangePart, ...]


def item_parts(
    item: NewsItem,
    words: PageWords,
    pictures: PictureSource,
    lists: HouseLists = NO_LISTS,
    *,
    house: str = "",
) -> ItemParts:
    """Return what stands around the body of item; ``house`` is the language of the house."""
    lead = _lead(item, words, pictures)
    return ItemParts(
        section=section_label(item, lists),
        day=_day_part(printed_day(item), words),
        updated=_day_part(_updated(item), words),
        lead=lead,
        lone_credit="" if lead else _lone_credit(item, words),
        description=" ".join((item.summary or item.standfirst).split()),
        topics=topics(item, words, lists),
        publications=tuple(
            _publication(one, words, pictures) for one in item.publications if one.title
        ),
        related=tuple(
            LinkPart(text=one.text.strip() or one.address, href=safe_href(one.address))
            for one in item.related
            if one.text.strip() or one.address.strip()
        ),
        contacts=tuple(_contact(one) for one in item.contacts),
        projects=tuple(
            project_part(one, words, lists, house=house, pictures=pictures) for one in item.projects
        ),
        boilerplates=tuple(
            boilerplate_part(one, item.language) for one in item.boilerplates if one.text.strip()
        ),
        notes=paragraphs(item.notes_to_editors),
        changes=tuple(
            ChangePart(day=_a_day(one.day, words), text=one.text) for one in item.change_notes
        ),
    )


def printed_day(item: NewsItem) -> date | None:
    """Return the day a page prints as the item's: the one chosen, else that of publication."""
    if item.display_date:
        return item.display_date
    moment = item.first_published_at or item.published_at
    return moment.date() if moment else None


def _updated(item: NewsItem) -> date | None:
    """Return the day of the last change that the public was told of."""
    return max((note.day for note in item.change_notes), default=None)


def _a_day(day: date, words: PageWords) -> DayPart:
    return DayPart(printed=words.day(day), iso=day.isoformat())


def _day_part(day: date | None, words: PageWords) -> DayPart | None:
    return _a_day(day, words) if day else None


def _lead(item: NewsItem, words: PageWords, pictures: PictureSource) -> LeadPart | None:
    figure = item.lead_figure
    picture = pictures(figure.src) if figure.src else None
    if picture is None or not is_shown(picture):
        return None
    alt = "" if figure.is_decorative else " ".join(printable_text(figure.alt).split())
    described = description_html(picture) if alt else ""
    image, described = tied(picture_html(picture, Slot.LEAD, alt=alt), described, _DESCRIPTION)
    credit = " ".join(printable_text(figure.credit).split())
    return LeadPart(
        picture=picture,
        image=_markup(image),
        alt=alt,
        caption=figure.caption.strip(),
        credit=words.bare_credit(credit),
        credit_line=_markup(_credit_line(credit, picture, words)),
        described=_markup(described),
    )


def _credit_line(credit: str, picture: Picture, words: PageWords) -> str:
    if not credit or picture.words is None:
        return escape(words.credit(credit), quote=False)
    return credit_html((Text(credit),), picture, _escaped)


def _escaped(content: Content) -> str:
    return "".join(escape(one.text, quote=False) for one in content if isinstance(one, Text))


def _markup(html: str) -> Markup:
    """Return HTML that was made of escaped words as what it is."""
    return Markup(html)  # noqa: S704  # every word in it is escaped where it is set


def _lone_credit(item: NewsItem, words: PageWords) -> str:
    """Return what is said of a photo that is still to come, so that no word is lost."""
    figure = item.lead_figure
    parts = (figure.caption.strip(), words.credit(figure.credit))
    return " ".join(part for part in parts if part)


def _publication(publication: Publication, words: PageWords, pictures: PictureSource) -> LinkPart:
    href = safe_href(publication.address)
    details = [publication.kind.strip(), _file_kind(href)]
    details.append(words.size(publication.size) if publication.size > 0 else "")
    details.append(words.pages(publication.pages) if publication.pages > 0 else "")
    details.append(words.language(publication.language) if publication.language else "")
    return LinkPart(
        text=publication.title,
        href=href,
        details=tuple(dict.fromkeys(part for part in details if part)),
        language=publication.language,
        cover=small_picture(publication.cover, "", pictures),
    )


def _file_kind(href: str) -> str:
    """Return the kind of file an address leads to, such as PDF; empty for a web page."""
    name = urlsplit(href).path.rpartition("/")[2]
    extension = name.rpartition(".")[2] if "." in name else ""
    known = {"pdf", "docx", "doc", "xlsx", "xls", "pptx", "ppt", "odt", "ods", "epub", "zip", "csv"}
    return extension.upper() if extension.lower() in known else ""


def _contact(contact: Contact) -> ContactPart:
    digits = "".join(sign for sign in contact.phone if sign.isdigit() and sign.isascii())
    plus = "+" if contact.phone.strip().startswith("+") else ""
    return ContactPart(
        name=contact.name.strip(),
        role=contact.role.strip(),
        email=contact.email.strip(),
        phone="\N{NO-BREAK SPACE}".join(contact.phone.split()),
        phone_href=f"tel:{plus}{digits}" if digits else "",
    )
