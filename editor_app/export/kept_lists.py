"""Lists and feeds as last made, kept in the library: another folder gets them as they are.

There is one of each path, so that what is kept does not grow as items are published. The theme's
style is left out, as it is with pages.
"""

import hashlib
from collections.abc import Iterable

from editor_app.export.lists import ListFile
from editor_app.store.kept_html import KeptHtml

_KEPT_AS = "list-1"
_KEPT_AT_ONCE = 64
_STYLE = "\0style\0"  # no list holds it: characters that cannot be printed are taken out


class KeptLists:
    """The kept lists of a library. What was fetched is let go of when more is fetched."""

    def __init__(self, kept: KeptHtml, style: str) -> None:
        self._kept, self._style = kept, style.encode()
        self._found: dict[str, bytes] = {}
        self._new: dict[str, str] = {}

    def expect(self, files: Iterable[ListFile]) -> None:
        """Fetch what is kept of files that come next, all at once."""
        self._found = self._kept.get_bytes(_key(file) for file in files if file.can_be_kept)

    def made(self, file: ListFile) -> bytes:
        """Return a file as it is kept, or as it is made now."""
        kept = self._found.pop(_key(file), b"")
        made_from, _, data = kept.partition(b"\n")
        if made_from.decode() == file.made_from:
            return data.replace(_STYLE.encode(), self._style, 1)
        data = file.make()
        if file.can_be_kept:
            text = data.replace(self._style, _STYLE.encode(), 1).decode()
            self._new[_key(file)] = f"{file.made_from}\n{text}"
            if len(self._new) >= _KEPT_AT_ONCE:
                self.flush()
        return data

    def flush(self) -> None:
        """Hand the library what was made since the last time."""
        self._kept.put_many(self._new)
        self._new.clear()


def _key(file: ListFile) -> str:
    return hashlib.sha256(f"{_KEPT_AS}\0{file.path}".encode()).hexdigest()
