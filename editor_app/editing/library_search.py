"""Find and replace in many items: hits with what stands round them, and one change for all."""

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from editor_app.body.tidy import clean_text
from editor_app.editing.bulk import BulkChange
from editor_app.editing.errors import FindError
from editor_app.editing.expressions import Replacement, replacement
from editor_app.editing.finding import Finder, Hit, Query
from editor_app.editing.item_parts import Part, Place
from editor_app.editing.rewording import reworded
from editor_app.editing.sieve import Sieve
from editor_app.editing.slug import is_settled, slug_of
from editor_app.editing.spliced import Edits, places_in
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.store.bulk import BulkStep, Refusal
from editor_app.store.library import Library

MOST_HITS = 50_000
_AROUND = 48  # letters before and after a hit
_BLANKS = str.maketrans(dict.fromkeys("\n\t\u2028\ufffc", " "))


@dataclass(frozen=True, slots=True, kw_only=True)
class LibrarySearch:
    """What is looked for in many items, and in which parts of them."""

    query: Query
    parts: frozenset[Part]


@dataclass(frozen=True, slots=True)
class FoundHit:
    """A hit with what stands round it; ``groups`` are the parts of an expression."""

    name: str
    before: str
    words: str
    after: str
    groups: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ItemHits:
    """The hits in one item, in reading order, in the version that was searched."""

    item_id: ItemId
    headline: str
    version: int
    hits: tuple[FoundHit, ...]


def search_items(
    library: Library, search: LibrarySearch, item_ids: Sequence[ItemId], found: list[ItemHits]
) -> Generator[BulkStep, None, bool]:
    """Look through items and add those with hits to found, yielding on the way.

    Return whether all were looked through: a search that finds too much ends at `MOST_HITS`. Items
    that are gone or damaged are left out.

    Raises:
        FindError: the expression is not a right one, or takes too long.
        LibraryError: the library cannot be read.
    """
    finders = _Finders(search.query)
    sieve = Sieve(search.query)
    hits = 0
    for done, batch in library.bulk.texts(item_ids):
        passed = [item_id for item_id, text in batch if sieve.lets_pass(text)]
        for _, items in library.bulk.read(passed):
            for item in items:
                if not isinstance(item, Refusal) and (in_item := _hits(item, search, finders)):
                    found.append(ItemHits(item.id, item.headline, item.version, in_item))
                    hits += len(in_item)
            yield BulkStep(done, len(item_ids))
            if hits > MOST_HITS:
                return False
        yield BulkStep(done, len(item_ids))
    return True


def replacing(
    search: LibrarySearch,
    template: str,
    *,
    ticked: Mapping[ItemId, tuple[int, frozenset[int]]],
    is_known: Callable[[ItemId], bool],
) -> BulkChange:
    """Return the change that puts other words in place of hits.

    ``ticked`` has for each item the version that was searched and the numbers of the hits that
    stay. An item of another version refuses: its hits are others now. ``is_known`` says whether an
    item went out: the slug follows the headline only where the world does not know it.

    Raises:
        FindError: the template names a part that the expression has not.
    """
    finders = _Finders(search.query)
    new = prepared(search.query, template)

    def change(item: NewsItem) -> NewsItem:
        version, left_out = ticked.get(item.id, (0, frozenset()))
        if item.version != version:
            raise FindError("It was changed since it was looked through.", hint="Search again.")
        changed = _replaced(item, search, finders, _Words(new, left_out))
        if changed.headline == item.headline:
            return changed
        if is_settled(item, was_exported=lambda: is_known(item.id)):
            return changed
        return replace(changed, slug=slug_of(changed.headline, language=item.language))

    return BulkChange(
        what=f"“{search.query.words}” replaced by “{template}”",
        change=change,
        shown=lambda item: item.headline,
        op="replace",
    )


def prepared(query: Query, template: str) -> Replacement:
    """Return what a template of a query puts in.

    Raises:
        FindError: it names a part that the expression has not.
    """
    return replacement(clean_text(template), query.words if query.is_expression else "")


@dataclass(frozen=True, slots=True)
class _Words:
    """What is put in place of hits, and the numbers of those that stay."""

    new: Replacement
    left_out: frozenset[int]


class _Finders:
    """A finder for each language that items are in."""

    def __init__(self, query: Query) -> None:
        self._query = query
        self._made: dict[str, Finder] = {}
        self.of("")  # what is wrong with the query is said at once

    def of(self, language: str) -> Finder:
        if language not in self._made:
            self._made[language] = Finder(self._query, language=language)
        return self._made[language]


def _hits(item: NewsItem, search: LibrarySearch, finders: _Finders) -> tuple[FoundHit, ...]:
    finder = finders.of(item.language)
    found: list[FoundHit] = []

    def look(place: Place, line: str) -> Edits:
        found.extend(_in_context(place, line, hit) for hit in finder.hits(line))
        return ()

    reworded(item, look, search.parts)
    return tuple(found)


def _replaced(item: NewsItem, search: LibrarySearch, finders: _Finders, words: _Words) -> NewsItem:
    finder = finders.of(item.language)
    number = 0

    def edit(_place: Place, line: str) -> Edits:
        nonlocal number
        edits: list[tuple[Hit, str]] = []
        for hit in finder.hits(line):
            if number not in words.left_out:
                edits.append((hit, words.new.words(hit.groups)))
            number += 1
        return edits

    return reworded(item, edit, search.parts)


def _in_context(place: Place, line: str, hit: Hit) -> FoundHit:
    at = places_in(line)
    start, end = at(hit.start), at(hit.end)
    first, last = max(0, start - _AROUND), end + _AROUND
    before = line[first:start].translate(_BLANKS)
    after = line[end:last].translate(_BLANKS)
    if first > 0:
        before = "…" + before.partition(" ")[2]
    if last < len(line):
        after = after.rpartition(" ")[0] + "…"
    return FoundHit(place.name, before, line[start:end].translate(_BLANKS), after, hit.groups)
