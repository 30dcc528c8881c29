"""HTML that was made before, so that exporting again need not make it. Only a cache."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from itertools import islice

from sqlalchemy import delete, text

from editor_app.store.database import Database
from editor_app.store.tables import KEPT_HTML

_PUT = text(
    "INSERT INTO kept_html (key, sha256, html) VALUES (:key, :sha256, :html)"
    " ON CONFLICT (key) DO UPDATE SET sha256 = excluded.sha256, html = excluded.html"
)
# As bytes: a page that goes to a file as it is need not become text on its way.
_GET = text(
    "SELECT key, sha256, CAST(html AS BLOB) FROM kept_html"
    " WHERE key IN (SELECT value FROM json_each(:keys))"
)
_ASKED_AT_ONCE = 500
_REMEMBERED = 8 << 20  # bytes


class KeptHtml:
    """HTML by a key that names all it was made from.

    What comes out is what was put in, or nothing: a damaged entry counts as absent. Dropping
    everything costs time and nothing else.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._read = 0  # bytes, since SQLite forgot them

    def get(self, key: str) -> str | None:
        """Return the HTML under key, or None where it must be made."""
        return self.get_many([key]).get(key)

    def get_many(self, keys: Iterable[str]) -> dict[str, str]:
        """Return the HTML under each key that has some."""
        return {key: html.decode("utf-8") for key, html in self.get_bytes(keys).items()}

    def get_bytes(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return the HTML under each key that has some, in UTF-8."""
        found: dict[str, bytes] = {}
        wanted = iter(keys)
        while batch := list(islice(wanted, _ASKED_AT_ONCE)):
            with self._database.reading() as connection:
                rows = connection.execute(_GET, {"keys": json.dumps(batch)}).all()
            found |= {key: html for key, sha256, html in rows if _sha256(key, html) == sha256}
        self._let_go(sum(map(len, found.values())))
        return found

    def _let_go(self, read: int) -> None:
        """Have SQLite forget what it read now and then: nobody asks for a page twice."""
        self._read += read
        if self._read > _REMEMBERED:
            self._read = 0
            with self._database.raw() as driver:
                driver.execute("PRAGMA shrink_memory")

    def put(self, key: str, html: str) -> None:
        """Keep the HTML of one key."""
        self.put_many({key: html})

    def put_many(self, pages: Mapping[str, str]) -> None:
        """Keep the HTML of many keys, in one transaction."""
        rows = [
            {"key": key, "html": html, "sha256": _sha256(key, html.encode())}
            for key, html in pages.items()
        ]
        if not rows:
            return
        with self._database.transaction() as connection:
            connection.execute(_PUT, rows)

    def clear(self) -> None:
        """Forget everything."""
        with self._database.transaction() as connection:
            connection.execute(delete(KEPT_HTML))


def _sha256(key: str, html: bytes) -> str:
    seen = hashlib.sha256(f"{key}\n".encode())
    seen.update(html)
    return seen.hexdigest()
