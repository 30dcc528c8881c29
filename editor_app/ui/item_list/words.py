"""The words of the list: names of states, dates, and what a row says."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QFontMetrics

from editor_app.model.status import Status
from editor_app.store.query import ItemSummary

NAMES = {
    Status.DRAFT: "Draft",
    Status.IN_REVIEW: "In review",
    Status.READY: "Ready",
    Status.PUBLISHED: "Published",
    Status.WITHDRAWN: "Withdrawn",
}
_FEW = 3  # letters of a section that still say which it is
_ROUNDING = 3  # pixels: a line is not as wide as its parts, measured one by one
_ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def short_date(day: date) -> str:
    """Return a date as rows show it: 15 Sep 2015."""
    return _ENGLISH.toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def long_date(day: date) -> str:
    """Return a date in full: 15 September 2015."""
    return _ENGLISH.toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def month_of(day: date) -> str:
    """Return the month of a date in full: September 2015."""
    return _ENGLISH.toString(QDate(day.year, day.month, day.day), "MMMM yyyy")


def row_status(summary: ItemSummary) -> str:
    """Return the name of a row's state, and whether it, or its original, changed since."""
    name = NAMES[summary.status]
    has_gone_out = summary.exported_at is not None and summary.status.is_finished
    is_changed = has_gone_out and summary.is_changed_since_export
    name = f"{name}, changed since export" if is_changed else name
    return f"{name}, original changed" if summary.is_behind_original else name


def row_details(summary: ItemSummary) -> str:
    """Return the small line of a row: state, section, date, languages."""
    return _details(summary, summary.section)


def fitting_details(summary: ItemSummary, metrics: QFontMetrics, width: int) -> str:
    """Return the small line of a row with as much of the section as leaves all on one line.

    Where there is not even room for a few letters of it, the line is whole: it needs two then.
    """
    whole = row_details(summary)
    needed = metrics.horizontalAdvance(whole)
    room = metrics.horizontalAdvance(summary.section) + width - needed - _ROUNDING
    if needed <= width or room < metrics.averageCharWidth() * _FEW:
        return whole
    section = metrics.elidedText(summary.section, Qt.TextElideMode.ElideRight, room)
    return _details(summary, section)


def _details(summary: ItemSummary, section: str) -> str:
    languages = dict.fromkeys(tag.split("-")[0].upper() for tag in _languages(summary))
    parts = [
        row_status(summary),
        isolated(section),
        short_date(summary.display_date) if summary.display_date else "",
        " ".join(languages),
    ]
    return " · ".join(part for part in parts if part)


def isolated(words: str) -> str:
    """Return words so that their direction does not touch that of what stands around them."""
    return f"\u2068{words}\u2069" if words else ""


def row_headline(summary: ItemSummary) -> str:
    """Return the headline of a row, or words for an item that has none."""
    return summary.headline or "No headline yet"


def spoken_row(summary: ItemSummary) -> str:
    """Return a row as a screen reader says it."""
    return f"{row_headline(summary)}. {row_details(summary)}"


def _languages(summary: ItemSummary) -> tuple[str, ...]:
    others = (tag for tag in summary.languages if tag != summary.language)
    return (summary.language, *others)
