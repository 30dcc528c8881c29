"""Moments with the time zone they were meant in, as RFC 9557 text."""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_RFC9557 = re.compile(r"(?P<moment>[^\[]+)(?:\[(?P<zone>[A-Za-z0-9_+\-/]+)\])?")


def write_moment(moment: datetime) -> str:
    """Return an aware datetime as text, e.g. ``2015-09-15T00:01:00+02:00[Europe/Vienna]``.

    Raises:
        ValueError: the datetime has no zone.
    """
    if moment.tzinfo is None:
        message = "a moment needs a time zone"
        raise ValueError(message)
    zone = getattr(moment.tzinfo, "key", "")
    return moment.isoformat() + (f"[{zone}]" if zone else "")


def read_moment(text: str) -> datetime:
    """Return the aware datetime that text names; without zone or offset it is UTC.

    Raises:
        ValueError: text is not such a moment, or its zone is unknown.
    """
    parts = _RFC9557.fullmatch(text.strip())
    if not parts:
        message = f"not a moment: {text!r}"
        raise ValueError(message)
    moment = datetime.fromisoformat(parts["moment"])
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    if not parts["zone"]:
        return moment
    try:
        return moment.astimezone(ZoneInfo(parts["zone"]))
    except ZoneInfoNotFoundError as error:
        message = f"not a time zone: {parts['zone']!r}"
        raise ValueError(message) from error
