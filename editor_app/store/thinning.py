"""Which versions of an item are kept as they age."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_ALL_FOR = timedelta(hours=24)
_HOURLY_FOR = timedelta(days=7)
_DAILY_FOR = timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aged:
    """A version, when it was saved, and whether it stays for ever whatever its age."""

    version: int
    saved_at: datetime
    is_kept: bool = False


def kept_versions(versions: Iterable[Aged], now: datetime) -> frozenset[int]:
    """Return the versions that stay.

    All of the last 24 hours; the last one of each hour for a week, of each day for 60 days, of
    each week after that; always the first and the newest. One from the future stays: the clock
    was set back, and its age is not known.
    """
    ordered = sorted(versions, key=lambda one: one.version)
    if not ordered:
        return frozenset()
    last_in: dict[object, int] = {}
    stays = {ordered[0].version, ordered[-1].version}
    for one in ordered:
        if one.is_kept:
            stays.add(one.version)
        else:
            last_in[_span(one, now)] = one.version
    return frozenset(stays | set(last_in.values()))


def _span(one: Aged, now: datetime) -> object:
    """Return the stretch of time of which one version stays."""
    moment, age = one.saved_at.astimezone(UTC), now - one.saved_at
    if age < _ALL_FOR:
        return one.version
    if age < _HOURLY_FOR:
        return moment.date(), moment.hour
    if age < _DAILY_FOR:
        return moment.date()
    return moment.isocalendar()[:2]
