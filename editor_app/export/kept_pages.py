"""Pages that were made before and are kept in the library: another folder gets them as they are.

Kept are pages without photos, under a name for all that they were made of: the item's words and the
names of its photos' words, the folder it lies in, the house, lists and theme, and where the pages
lie that it leads to. The theme's style is left out, as it would be kept with every page.
"""

import hashlib
import json
from collections.abc import Iterable
from typing import NamedTuple

from editor_app.export.manifest import ItemEntry, read_item, written_line
from editor_app.export.places import Wanted
from editor_app.store.kept_html import KeptHtml

_KEPT_AS = "page-1"
_KEPT_AT_ONCE = 128
_STYLE = "\0style\0"  # no page holds it: characters that cannot be printed are taken out


class KeptEntry(NamedTuple):
    """What lists say of an item whose page is kept, and how the manifest writes it."""

    entry: ItemEntry
    line: str


class KeptPages:
    """The kept pages of a library.

    ``made_with`` names all that its pages share; without it nothing is kept, and nothing is found.
    What was fetched is let go of when more is fetched.
    """

    def __init__(self, kept: KeptHtml, style: str, *, made_with: str) -> None:
        self._kept, self._made_with = kept, made_with
        self._style, self._style_bytes = style, style.encode()
        self._entries: dict[str, KeptEntry] = {}
        self._pages: dict[str, bytes] = {}
        self._new: dict[str, str] = {}

    def expect(self, wanted: Iterable[Wanted]) -> None:
        """Fetch what is kept of items that come next, and the pages that lead to no other."""
        marked = {self._key(one): one for one in wanted if self._can_keep(one)}
        self._pages = self._kept.get_bytes(
            (*marked, *(self._key(one, "") for one in marked.values()))
        )
        self._entries = {}
        for key in marked.keys() & self._pages.keys():
            line = self._pages.pop(key).decode()
            self._entries[marked[key].item] = KeptEntry(read_item(json.loads(line)), line)

    def expect_pages(self, named: Iterable[tuple[Wanted, str]]) -> None:
        """Fetch the pages of items that come next, by what is around them."""
        self._entries = {}
        self._pages = self._kept.get_bytes(self._key(one, around) for one, around in named)

    def entry(self, one: Wanted) -> KeptEntry | None:
        """Return what lists say of an item whose page is kept."""
        return self._entries.get(one.item)

    def has_page(self, one: Wanted, around: str) -> bool:
        """Return whether the page of an item is here."""
        return self._key(one, around) in self._pages

    def page(self, one: Wanted, around: str) -> bytes | None:
        """Return the page of an item, or None where it must be made."""
        kept = self._pages.pop(self._key(one, around), None)
        return kept.replace(_STYLE.encode(), self._style_bytes, 1) if kept else None

    def keep(self, one: Wanted, entry: ItemEntry, around: str, page: bytes) -> None:
        """Keep a page that was made."""
        if not self._can_keep(one):
            return
        self._new[self._key(one)] = written_line(entry)
        self._new[self._key(one, around)] = page.decode().replace(self._style, _STYLE, 1)
        if len(self._new) >= _KEPT_AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Hand the library what was made since the last time."""
        self._kept.put_many(self._new)
        self._new.clear()

    def _can_keep(self, one: Wanted) -> bool:
        return bool(one.mark and self._made_with)

    def _key(self, one: Wanted, *around: str) -> str:
        parts = (_KEPT_AS, self._made_with, one.mark, one.folder, *around)
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
