"""What would be another in the house if another one were taken over, in words."""

from collections.abc import Iterator
from typing import Any

from editor_app.editing.house_changes import HousePage, changed_pages, page_of
from editor_app.model.house import House

_LONGEST = 80
_WORDS = {
    "organisation": "Name of the organisation",
    "address": "Web address",
    "language": "First language",
    "languages": "Other languages",
    "navigation": "Links at the head of pages",
    "leaves_redirects": "Pages that lead on",
    "hosts": "Own web hosts",
    "staging_hosts": "Hosts that readers cannot reach",
    "limits": "Limits",
    "levels": "Levels of checks",
    "ise_or_ize": "English spelling",
    "percent": "Percentages",
    "quotation_marks": "Quotation marks",
    "date_patterns": "Dates",
    "dateline": "Dateline",
    "title_case_headlines": "Capital letters in headlines",
    "terms": "Words not used here",
    "official_names": "Official names",
    "acronyms": "Short forms",
    "allowed_acronyms": "Short forms that need no explanation",
    "needs": "What items must have",
    "look": "Colours, fonts and foot of the pages",
}


def differences(before: House, after: House) -> tuple[str, ...]:
    """Return a line for each setting that differs; empty where two houses say the same."""
    return tuple(
        line for page in changed_pages(before, after) for line in _of_page(page, before, after)
    )


def _of_page(page: HousePage, before: House, after: House) -> Iterator[str]:
    here, there = page_of(before, page), page_of(after, page)
    for name, value in there.items():
        if here[name] != value:
            yield f"{_WORDS[name]}: {_said(here[name])} → {_said(value)}"


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return f"“{value.strip()[:_LONGEST]}”" if value.strip() else "nothing"
    if isinstance(value, tuple):
        return f"{len(value):,}"
    return "other" if value else "nothing"
