"""One item as text: plain, Markdown with front matter, or the page it makes."""

from editor_app import clock
from editor_app.body import read_markdown
from editor_app.body.text import plain_text
from editor_app.export.markdown_file import item_as_markdown
from editor_app.export.pages import PageMaker
from editor_app.model.item import NewsItem
from editor_app.render.theme import Theme
from editor_app.store.library import Library


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
    return item_as_markdown(item)


def as_html(item: NewsItem, library: Library) -> str:
    """Return the page of item, as an export writes it."""
    maker = PageMaker(library, Theme.default(), now=clock.now())
    folder = f"{item.language}/{item.slug or item.id}"
    return maker.page(item, maker.text(item), folder=folder).decode()
