"""An item with everything in it, a house, and pages made from them."""

from dataclasses import replace
from datetime import date

import pytest

from editor_app.body import read_markdown
from editor_app.media.photo import Photo
from editor_app.media.photo_record import PhotoRecord
from editor_app.model.house import House
from editor_app.model.item import (
    ChangeNote,
    Contact,
    LeadFigure,
    NewsItem,
    Project,
    Publication,
    RelatedLink,
)
from editor_app.model.photo_words import Consent, ConsentState, PhotoWords
from editor_app.render.page import PageInput, PageRenderer
from editor_app.render.pictures import page_pictures
from editor_app.render.theme import Theme

BODY = """\
Member states meet in autumn.

> “We will count every bridge.”
>
> — The minister

## What comes next

- First the *survey*
- then the [report](https://www.example.org/report)

| Town | Bridges |
|---|--:|
| Graz | 12 |

![A bridge](media/bb/b.jpg)
: The *new* bridge
:: River Council
"""


@pytest.fixture
def house():
    return House(
        organisation="River Council",
        address="https://news.example.org/",
        navigation=(("News", "https://news.example.org/"), ("Evil", "javascript:alert(1)")),
    )


def a_record(digit, width, height, extension="jpg", **words):
    """Return a photo on record whose SHA-256 has one digit only."""
    photo = Photo(digit * 64, extension, width, height, "image/jpeg", 500_000)
    return PhotoRecord(photo=photo, typed=PhotoWords(**words))


@pytest.fixture
def records():
    """Return what the library knows of its photos, by where a text finds them."""
    return {
        "media/aa/a.jpg": a_record(
            "a",
            1600,
            900,
            title="Old bridge & river",
            caption="Not the caption of this use.",
            credit="Not the credit of this use",
            photographer="Jo Doe",
            source_address="https://photos.example.org/1?a=b&c=d",
            licence="cc-by-2.0",
            licensor_address="https://photos.example.org/buy",
            copyright_notice="© 2015 Jo Doe",
            long_description="Two arches.\n\nThe left one is <older>.",
            place="Graz",
            consent=Consent(state=ConsentState.GIVEN, given_by="Mira Moser"),
        ),
        "media/bb/b.jpg": a_record("b", 800, 600, licence="all-rights-reserved"),
    }


@pytest.fixture
def item():
    return NewsItem(
        id="0190f5c0-0000-7000-8000-000000000001",
        section="Project News",
        headline="Every bridge counts",
        standfirst="A survey of all bridges starts in autumn.",
        dateline_place="Vienna",
        display_date=date(2015, 9, 15),
        slug="bridges",
        body=BODY,
        lead_figure=LeadFigure(
            src="media/aa/a.jpg", alt="A bridge", caption="The old bridge.", credit="Jo Doe"
        ),
        tags=("Bridges",),
        countries=("AT",),
        contacts=(Contact(name="Anna", role="Press", email="a@example.org", phone="+43 1 23"),),
        projects=(
            Project(title="Bridges", donor="the Danube Fund", statement="Nobody else paid."),
        ),
        publications=(
            Publication(
                title="All bridges",
                kind="Report",
                language="fr",
                address="https://www.example.org/all.pdf",
                size=1_200_000,
                pages=2,
            ),
        ),
        related=(RelatedLink(text="Rivers", address="https://www.example.org/rivers"),),
        notes_to_editors="Photos can be had.",
        internal_notes="Do not print this.",
        change_notes=(ChangeNote(day=date(2015, 9, 20), text="A number was corrected."),),
        rights="© River Council",
    )


@pytest.fixture
def renderer():
    return PageRenderer(Theme.default())


@pytest.fixture
def page_of(renderer, house, records):
    def make(item, **changes):
        pictures = page_pictures(item.slug, records.get, language=item.language)
        wanted = PageInput(item=item, body=read_markdown(item.body), house=house, pictures=pictures)
        return renderer.page(replace(wanted, **changes))

    return make
