"""An item with everything in it, a house, and pages made from them."""

from dataclasses import replace
from datetime import date

import pytest

from editor_app.body import read_markdown
from editor_app.body.html import Picture
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
from editor_app.render.page import PageInput, PageRenderer
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
"""


@pytest.fixture
def house():
    return House(
        organisation="River Council",
        address="https://news.example.org/",
        navigation=(("News", "https://news.example.org/"), ("Evil", "javascript:alert(1)")),
    )


@pytest.fixture
def pictures():
    known = {
        "media/aa/a.jpg": Picture("img/bridges-aaaaaaaa.jpg", 1600, 900),
        "media/bb/b.jpg": Picture("img/bridges-bbbbbbbb.jpg", 800, 600),
    }
    return known.get


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
def page_of(renderer, house, pictures):
    def make(item, **changes):
        wanted = PageInput(item=item, body=read_markdown(item.body), house=house, pictures=pictures)
        return renderer.page(replace(wanted, **changes))

    return make
