"""What lists and feeds say of an item, taken down when its page is written."""

from datetime import UTC, date, datetime, time

from editor_app.export.manifest import ItemEntry
from editor_app.model.item import NewsItem
from editor_app.render.addresses import language_folder
from editor_app.render.parts import printed_day

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def item_entry(
    item: NewsItem, *, folder: str, image: str, links: tuple[str, ...] = ()
) -> ItemEntry:
    """Return what is taken down of item; image is its lead photo's path in the folder."""
    day = printed_day(item)
    published = _published(item, day)
    return ItemEntry(
        item=item.id,
        version=item.version,
        folder=folder,
        language=language_folder(item.language),
        headline=_line(item.headline),
        group=item.translation_group,
        section=_line(item.section),
        standfirst=_line(item.standfirst),
        summary=_line(item.summary or item.standfirst),
        byline=_line(item.byline),
        day=day.isoformat() if day else "",
        published=published.isoformat(),
        updated=max(published, *_changes(item)).isoformat(),
        image=image,
        tags=tuple(tag.strip() for tag in item.tags if tag.strip()),
        links=links,
    )


def _published(item: NewsItem, day: date | None) -> datetime:
    moment = item.first_published_at or item.published_at
    if moment and (not day or moment.date() == day):
        return moment
    return _midnight(day) if day else item.created_at or _LONG_AGO


def _changes(item: NewsItem) -> tuple[datetime, ...]:
    """Return when the item changed for the public, never empty."""
    notes = tuple(_midnight(note.day) for note in item.change_notes)
    return (*notes, item.updated_at or _LONG_AGO)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)


def _line(text: str) -> str:
    return " ".join(text.split())
