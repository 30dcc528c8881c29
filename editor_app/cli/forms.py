"""One item as text: plain, Markdown with front matter, or the page it makes."""

from typing import Any

import yaml

from editor_app import clock
from editor_app.body import read_markdown
from editor_app.body.text import plain_text
from editor_app.export.pages import PageMaker
from editor_app.model.fields import to_fields
from editor_app.model.item import LeadFigure, NewsItem
from editor_app.render.theme import Theme
from editor_app.store.library import Library

# In this order; `standfirst import` reads each of them back.
_FRONT_MATTER = (
    "headline", "short_headline", "section", "display_date", "language", "standfirst", "summary",
    "byline", "dateline_place", "content_type", "slug", "tags", "countries", "embargo_until",
    "archive_on", "contacts", "projects", "publications", "related", "notes_to_editors",
    "internal_notes", "change_notes", "rights",
)  # fmt: skip


def as_text(item: NewsItem, _library: Library) -> str:
    """Return the words of item as plain text, as `standfirst import` reads them from a .txt."""
    parts = (
        item.section,
        item.headline,
        item.display_date.isoformat() if item.display_date else "",
        item.standfirst,
        plain_text(read_markdown(item.body)),
        item.lead_figure.credit,
    )
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


def as_markdown(item: NewsItem, _library: Library) -> str:
    """Return item as Markdown under front matter."""
    fields = to_fields(item)
    front = {name: _told(fields[name]) for name in _FRONT_MATTER if fields[name]}
    if item.lead_figure != LeadFigure():
        front["photo"] = _photo(item.lead_figure)
    head = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=10**6)
    body = item.body.strip("\n")
    return f"---\n{head}---\n\n{body}\n" if body else f"---\n{head}---\n"


def as_html(item: NewsItem, library: Library) -> str:
    """Return the page of item, as an export writes it."""
    maker = PageMaker(library, Theme.default(), now=clock.now())
    folder = f"{item.language}/{item.slug or item.id}"
    return maker.page(item, maker.text(item), folder=folder).decode()


def _told(value: Any) -> Any:
    """Return a field's value without the parts of its records that say nothing."""
    if not isinstance(value, list):
        return value
    return [
        {k: v for k, v in one.items() if v not in ("", 0)} if isinstance(one, dict) else one
        for one in value
    ]


def _photo(figure: LeadFigure) -> dict[str, str]:
    told = {
        "src": figure.src,
        "alt": figure.alt,
        "caption": figure.caption,
        "credit": figure.credit,
    }
    return {name: said for name, said in told.items() if said}
