"""Dates and times as somebody types them into a field: what a text would not leave out may lack."""

import re
from datetime import date, time

from editor_app.wording.dates import WrittenDate, read_date, western_digits

_SHORT_YEAR = re.compile(r"(?<=[\s./\-\u2019'])['\u2019]?(\d{2})$")
_NO_YEAR = re.compile(r"(\d{1,2})\s*([./\-])\s*(\d{1,2})\s*[./\-]?")
_TIME = re.compile(r"(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*(?:h|uhr)?\s*([ap])?\.?\s*(?:m\.?)?", re.I)
_NOON = 12


def read_typed_date(text: str, language: str, *, today: date) -> WrittenDate | None:
    """Return the date that was typed, the day before the month, or None where it is no date.

    What has no year is of this year; a year of two digits is of this century.
    """
    # Of all languages only American English turns day and month round, where nothing shows it.
    language = "en-GB" if language == "en-US" else language
    plain = western_digits(text).strip().rstrip(",;")
    if short := _NO_YEAR.fullmatch(plain):
        plain = f"{short[1]}{short[2]}{short[3]}{short[2]}{today.year}"
    found = read_date(plain, language, year=today.year)
    if found is None and (year := _SHORT_YEAR.search(plain)):
        whole = f"{plain[: year.start()]}{today.year // 100}{year[1]}"
        found = read_date(whole, language)
    return found


def read_typed_time(text: str) -> time | None:
    """Return the time of day that was typed (``14:30``, ``14.30``, ``1430``, ``2 pm``), or None."""
    found = _TIME.fullmatch(western_digits(text).strip())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None
