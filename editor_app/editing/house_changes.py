"""Settings of the house changed page by page: each change is kept at once and can be taken back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from editor_app.model.house import House
from editor_app.store.house import HouseStore

_MOST_STEPS = 100


class HousePage(StrEnum):
    """A page of settings; what one holds, no other does."""

    ORGANISATION = "organisation"
    LIMITS = "limits"
    CHECKS = "checks"
    LANGUAGE = "language"
    TERMS = "terms"
    NEEDS = "needs"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class _Held:
    """The fields of `House`, and of its style, that a page holds."""

    of_house: tuple[str, ...] = ()
    of_style: tuple[str, ...] = ()


_HELD: Mapping[HousePage, _Held] = MappingProxyType(
    {
        HousePage.ORGANISATION: _Held(
            ("organisation", "address", "language", "languages", "navigation", "leaves_redirects"),
            ("hosts", "staging_hosts"),
        ),
        HousePage.LIMITS: _Held(of_style=("limits",)),
        HousePage.CHECKS: _Held(of_style=("levels",)),
        HousePage.LANGUAGE: _Held(
            of_style=(
                *("ise_or_ize", "percent", "quotation_marks", "date_patterns", "dateline"),
                "title_case_headlines",
            )
        ),
        HousePage.TERMS: _Held(
            of_style=("terms", "official_names", "acronyms", "allowed_acronyms")
        ),
        HousePage.NEEDS: _Held(of_style=("needs",)),
        HousePage.LOOK: _Held(("look",)),
    }
)


def page_of(house: House, page: HousePage) -> Mapping[str, Any]:
    """Return what a page holds, by field."""
    held = _HELD[page]
    return {name: getattr(house, name) for name in held.of_house} | {
        name: getattr(house.style, name) for name in held.of_style
    }


def with_page(house: House, other: House, page: HousePage) -> House:
    """Return a house with one page of another."""
    held = _HELD[page]
    style = replace(house.style, **{name: getattr(other.style, name) for name in held.of_style})
    fields: dict[str, Any] = {name: getattr(other, name) for name in held.of_house}
    return replace(house, style=style, **fields)


def changed_pages(before: House, after: House) -> tuple[HousePage, ...]:
    """Return the pages that say something else in another house."""
    return tuple(page for page in HousePage if page_of(before, page) != page_of(after, page))


class HouseChanges:
    """Changes the settings of a library, and remembers how to take each back.

    What is done to one field in a row, key by key, is one step.
    """

    def __init__(self, store: HouseStore) -> None:
        self._store = store
        self._before: dict[HousePage, list[House]] = {page: [] for page in HousePage}
        self._field: tuple[HousePage, str] | None = None
        self.house = House()

    def read(self) -> House:
        """Read what the library has by now, and return it.

        Raises:
            DamagedItemError: what is stored is not what was saved.
        """
        self.house = self._store.get()
        return self.house

    def change(self, page: HousePage, house: House, *, field: str = "") -> bool:
        """Keep what one page of a house says; return whether that is anything new.

        Raises:
            StoreError: it could not be kept; nothing was changed.
        """
        wanted = with_page(self.house, house, page)
        if wanted == self.house:
            return False
        self._store.save(wanted)
        if not field or self._field != (page, field):
            self._before[page].append(self.house)
            del self._before[page][:-_MOST_STEPS]
        self._field = (page, field) if field else None
        self.house = wanted
        return True

    def take_over(self, house: House) -> House:
        """Keep another house whole, and return what was there before; each page can be undone.

        Raises:
            StoreError: it could not be kept; nothing was changed.
        """
        before = self.house
        self._store.save(house)
        for page in changed_pages(before, house):
            self._before[page].append(before)
        self._field = None
        self.house = house
        return before

    def can_undo(self, page: HousePage) -> bool:
        """Whether a change of a page can be taken back."""
        return bool(self._before[page])

    def undo(self, page: HousePage) -> None:
        """Take the last change of a page back.

        Raises:
            StoreError: it could not be kept; nothing was changed.
        """
        if not self._before[page]:
            return
        wanted = with_page(self.house, self._before[page][-1], page)
        self._store.save(wanted)
        self._before[page].pop()
        self._field = None
        self.house = wanted

    def is_reset(self, page: HousePage) -> bool:
        """Whether a page says what a new library says."""
        return page_of(self.house, page) == page_of(House(), page)

    def reset(self, page: HousePage) -> None:
        """Put a page back to what a new library says; that can be undone too.

        Raises:
            StoreError: it could not be kept; nothing was changed.
        """
        self.change(page, House())
