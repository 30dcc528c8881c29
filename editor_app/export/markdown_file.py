"""One item as a Markdown file under front matter, which can be read without this program."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from editor_app.model.fields import to_fields
from editor_app.model.item import LeadFigure, NewsItem
from editor_app.store.errors import StoreError
from editor_app.store.files import in_words, make_folder, write_whole
from editor_app.store.photos import is_photo
from editor_app.store.rows import photos_in

# In this order; `standfirst import` reads each of them back.
_FRONT_MATTER = (
    "headline", "short_headline", "section", "display_date", "language", "standfirst", "summary",
    "byline", "dateline_place", "content_type", "slug", "tags", "countries", "embargo_until",
    "archive_on", "contacts", "projects", "publications", "related", "boilerplates",
    "notes_to_editors", "internal_notes", "change_notes", "rights",
)  # fmt: skip


def item_as_markdown(item: NewsItem) -> str:
    """Return item as Markdown under front matter."""
    fields = to_fields(item)
    front = {name: _told(fields[name]) for name in _FRONT_MATTER if fields[name]}
    if item.lead_figure != LeadFigure():
        front["photo"] = _photo(item.lead_figure)
    head = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=10**6)
    body = item.body.strip("\n")
    return f"---\n{head}---\n\n{body}\n" if body else f"---\n{head}---\n"


def write_copy(item: NewsItem, file: Path, *, photo: Callable[[str], bytes]) -> tuple[str, ...]:
    """Write an item to a Markdown file, with its photos beside it where the text looks for them.

    Return the photos that could not be read: the words are written whatever becomes of them.

    Raises:
        LibraryError: the words, or a photo, cannot be written there.
    """
    lacking = []
    with in_words(file.parent):
        make_folder(file.parent)
        write_whole(file, item_as_markdown(item).encode("utf-8", "surrogatepass"))
        for src in sorted(one for one in photos_in(item) if is_photo(one)):
            try:
                data = photo(src)
            except StoreError:
                lacking.append(src)
                continue
            make_folder((file.parent / src).parent)
            write_whole(file.parent / src, data)
    return tuple(lacking)


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
