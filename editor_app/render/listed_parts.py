"""The parts of a page that the house's lists have a say in: labels, donors' words, boilerplates."""

from dataclasses import dataclass

from markupsafe import Markup

from editor_app.body.pictures import PictureSource, Slot, is_shown, picture_html
from editor_app.model.house_lists import HouseLists
from editor_app.model.item import Boilerplate, NewsItem, Project
from editor_app.model.lists import ListKind, Said, best_said, in_language
from editor_app.render.characters import printable_text
from editor_app.render.shown_photos import ShownPhoto
from editor_app.render.words import PageWords, text_direction


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsPart:
    """Paragraphs; ``language`` and ``direction`` are empty where they are those of the page."""

    paragraphs: tuple[str, ...] = ()
    language: str = ""
    direction: str = ""

    def __bool__(self) -> bool:
        """Whether there is anything to print."""
        return bool(self.paragraphs)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectPart:
    """A project, who pays for it, and what has to be printed of that."""

    title: str
    funding: str
    statement: WordsPart
    disclaimer: WordsPart
    emblem: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class BoilerplatePart:
    """A text of the house under the item."""

    heading: str
    words: WordsPart


def section_label(item: NewsItem, lists: HouseLists) -> str:
    """Return the label above the headline, in the language of the item."""
    section = item.section.strip()
    return lists.label(ListKind.SECTION, section, item.language) if section else ""


def topics(item: NewsItem, words: PageWords, lists: HouseLists) -> tuple[str, ...]:
    """Return tags and countries as the language of the item calls them."""
    named = [lists.label(ListKind.TAG, tag, item.language).strip() for tag in item.tags]
    named += [words.country(code) for code in item.countries]
    return tuple(dict.fromkeys(name for name in named if name))


def project_part(
    project: Project, words: PageWords, lists: HouseLists, *, house: str, pictures: PictureSource
) -> ProjectPart:
    """Return a project as a page prints it.

    What the item says itself is printed. Where it says nothing and the donor is in the list, the
    donor's words are printed in the page's language; those that are mandatory in that of the house,
    or in any other, rather than not at all.
    """
    donor = lists.donor(project.donor) if project.donor.strip() else None
    called = lists.label(ListKind.DONOR, project.donor, words.tag)
    is_needed = donor is not None and donor.is_mandatory
    languages = (words.tag, house, "en")
    return ProjectPart(
        title=lists.label(ListKind.PROJECT, project.title, words.tag),
        funding=words.texts["funded_by"].format(donor=called) if called else "",
        statement=_own_or_listed(
            project.statement, donor.statements if donor else (), languages, is_needed=is_needed
        ),
        disclaimer=_own_or_listed(
            project.disclaimer, donor.disclaimers if donor else (), languages, is_needed=is_needed
        ),
        emblem=small_picture(project.emblem, project.emblem_alt, pictures),
    )


def boilerplate_part(boilerplate: Boilerplate, page_language: str) -> BoilerplatePart:
    """Return a boilerplate as a page prints it."""
    words = Said(language=boilerplate.language or page_language, text=boilerplate.text)
    heading = boilerplate.heading.strip() or boilerplate.name.strip()
    return BoilerplatePart(heading=heading, words=_words(words, page_language))


def small_picture(src: str, alt: str, pictures: PictureSource) -> Markup:
    """Return a small photo of the library that stands beside the text, or nothing."""
    picture = pictures(src) if src else None
    if picture is None or not is_shown(picture):
        return Markup()
    alt = " ".join(printable_text(alt).split())
    return Markup(picture_html(picture, Slot.SMALL, alt=alt))  # noqa: S704  # every word is escaped


def small_photos(item: NewsItem) -> tuple[ShownPhoto, ...]:
    """Return the covers and emblems that the page of item shows, in its order."""
    covers = (
        ShownPhoto(publication.cover, Slot.SMALL)
        for publication in item.publications
        if publication.title and publication.cover
    )
    emblems = (
        ShownPhoto(project.emblem, Slot.SMALL, project.emblem_alt)
        for project in item.projects
        if project.emblem
    )
    return (*covers, *emblems)


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a plain text."""
    return tuple(part.strip() for part in text.split("\n\n") if part.strip())


def _own_or_listed(
    own: str, listed: tuple[Said, ...], languages: tuple[str, str, str], *, is_needed: bool
) -> WordsPart:
    page_language = languages[0]
    if own.strip():
        known = next((one for one in listed if one.text.strip() == own.strip()), None)
        return _words(known or Said(language=page_language, text=own), page_language)
    found = best_said(listed, *languages) if is_needed else in_language(listed, page_language)
    return _words(found, page_language) if found else WordsPart()


def _words(said: Said, page_language: str) -> WordsPart:
    is_other = not _alike(said.language, page_language)
    return WordsPart(
        paragraphs=paragraphs(said.text),
        language=said.language if is_other else "",
        direction=text_direction(said.language) if is_other else "",
    )


def _alike(one: str, other: str) -> bool:
    """Return whether two tags are of one language; their regions may differ."""
    return one.partition("-")[0].casefold() == other.partition("-")[0].casefold()
