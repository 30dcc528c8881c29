"""Which lists an exported folder has, which items stand on each, and how a reader walks them."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from slugify import slugify

from editor_app.render.addresses import is_safe_slug
from editor_app.store.export_folders import KnownPage

AT_HOME = 20  # items of each language
ON_A_PAGE = 30
ARCHIVE = "archive"  # longer than any language's folder, so that no item can lie in it
_MONTH = len("2015-09")
_NO_MONTH = "1970-01"  # of an item that has no day at all
_KEY_LENGTH = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPlan:
    """One page of a list: its folder, its newest item first.

    ``section`` and ``month`` say what of a language it lists; ``number`` is empty on the front page
    of a list, which has its newest items. ``newer`` and ``older`` are the folders of its
    neighbours. ``sections`` and ``months`` are the lists that a language's front page leads to.
    """

    folder: str
    language: str
    pages: Sequence[KnownPage]
    section: str = ""
    month: str = ""
    number: int = 0
    newer: str | None = None
    older: str | None = None
    sections: tuple[tuple[str, str], ...] = ()
    months: tuple[str, ...] = ()

    def key(self, made_with: str) -> str:
        """Return a name for all that the page is made of."""
        said = (made_with, self.folder, self.section, self.month, self.newer, self.older)
        parts = [repr(said), repr((self.sections, self.months)), *(one.mark for one in self.pages)]
        return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:_KEY_LENGTH]


def oldest_first(pages: Iterable[KnownPage]) -> list[KnownPage]:
    """Return pages in the order in which lists are filled, the same for the same items."""
    by_place = sorted(pages, key=attrgetter("place"), reverse=True)
    return sorted(by_place, key=attrgetter("published"))


def by_language(ordered: Iterable[KnownPage]) -> dict[str, list[KnownPage]]:
    """Return the pages of each language, in their order."""
    found: dict[str, list[KnownPage]] = {}
    for page in ordered:
        found.setdefault(page.language, []).append(page)
    return {language: found[language] for language in sorted(found)}


def plans(ordered: Sequence[KnownPage]) -> Iterator[ListPlan]:
    """Yield every page of every list but the one at home."""
    for language, pages in by_language(ordered).items():
        sections: dict[str, list[KnownPage]] = {}
        months: dict[str, list[KnownPage]] = {}
        for page in pages:
            sections.setdefault(page.section, []).append(page)
            months.setdefault(page.published[:_MONTH], []).append(page)
        sections.pop("", None)
        months.pop(_NO_MONTH, None)
        named = _section_folders(sections)
        yield from _series(
            pages,
            ListPlan(
                folder=language,
                language=language,
                pages=(),
                sections=tuple((name, section_folder(language, named[name])) for name in named),
                months=tuple(sorted(months, reverse=True)),
            ),
            numbered=f"{ARCHIVE}/{language}",
        )
        for name, members in sections.items():
            folder = section_folder(language, named[name])
            plan = ListPlan(folder=folder, language=language, pages=(), section=name)
            yield from _series(members, plan, numbered=folder)
        for month, members in months.items():
            folder = month_folder(language, month)
            plan = ListPlan(folder=folder, language=language, pages=(), month=month)
            yield from _series(members, plan, numbered=folder)


def section_folder(language: str, name: str) -> str:
    """Return where the list of a section lies."""
    return f"{ARCHIVE}/{language}/section/{name}"


def month_folder(language: str, month: str) -> str:
    """Return where the list of a month, such as ``2015-09``, lies."""
    return f"{ARCHIVE}/{language}/{month}"


def _series(pages: Sequence[KnownPage], front: ListPlan, *, numbered: str) -> Iterator[ListPlan]:
    """Yield the pages of one list.

    They are numbered from the oldest and are full, so a new item changes the front page alone. That
    one has up to twice as many; then the older half becomes a page of its own.
    """
    full = max(0, len(pages) // ON_A_PAGE - 1)
    folders = [f"{numbered}/page-{number}" for number in range(1, full + 1)]
    for at, folder in enumerate(folders):
        members = pages[at * ON_A_PAGE : (at + 1) * ON_A_PAGE]
        yield ListPlan(
            folder=folder,
            language=front.language,
            pages=members[::-1],
            section=front.section,
            month=front.month,
            number=at + 1,
            newer=folders[at + 1] if at + 1 < full else front.folder,
            older=folders[at - 1] if at else None,
        )
    yield ListPlan(
        folder=front.folder,
        language=front.language,
        pages=pages[full * ON_A_PAGE :][::-1],
        section=front.section,
        month=front.month,
        older=folders[-1] if folders else None,
        sections=front.sections,
        months=front.months,
    )


def _section_folders(names: Iterable[str]) -> dict[str, str]:
    """Return the name of each section's folder, by section in alphabetical order.

    Sections whose names are spelt alike in Latin letters are told apart by a mark that depends on
    the name alone, so that no other section moves one.
    """
    spelt = {name: slugify(name, max_length=60, word_boundary=True) for name in sorted(names)}
    shared = [*spelt.values()]
    return {
        name: slug if is_safe_slug(slug) and shared.count(slug) == 1 else _marked(slug, name)
        for name, slug in spelt.items()
    }


def _marked(slug: str, name: str) -> str:
    mark = hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:8]
    return f"{slug}-{mark}".lstrip("-")
