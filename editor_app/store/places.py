"""The place of an item in the library's own order: by day, and of one day in the order of arrival.

The place is a whole number: the day's number, then 16 bits for those of the day. The index of words
numbers items by it, so that the newest hits of a search come first without sorting any. The day is
the display date, or that of the last change where there is none.
"""

from collections.abc import Sequence
from datetime import UTC, date

from sqlalchemy import Connection, func, select

from editor_app.model.item import NewsItem
from editor_app.store.tables import ITEMS

_BITS = 16
_ROOM = 1 << _BITS
_LAST = date.max.toordinal()


def day_of(item: NewsItem) -> int:
    """Return the number of the day that an item stands under."""
    if item.display_date is not None:
        return item.display_date.toordinal()
    return item.modified_at.astimezone(UTC).toordinal() if item.modified_at else 0


def first_place(day: int) -> int:
    """Return the lowest place of a day."""
    return min(day, _LAST + 1) << _BITS


def day_at(place: int) -> int:
    """Return the number of the day that a place belongs to."""
    return place >> _BITS


def free_places(connection: Connection, days: Sequence[int]) -> list[int]:
    """Return a free place for each of some items, by the days they stand under.

    A day holds 65,536 items; what comes after stands under the day before.
    """
    next_ones: dict[int, int] = {}
    return [_take(connection, day, next_ones) for day in days]


def _take(connection: Connection, day: int, next_ones: dict[int, int]) -> int:
    while True:
        if day not in next_ones:
            first = first_place(day)
            asked = select(func.max(ITEMS.c.place)).where(
                ITEMS.c.place.between(first, first + _ROOM - 1)
            )
            last = connection.execute(asked).scalar()
            next_ones[day] = first if last is None else last + 1
        place = next_ones[day]
        if place < first_place(day) + _ROOM:
            next_ones[day] = place + 1
            return place
        day -= 1
