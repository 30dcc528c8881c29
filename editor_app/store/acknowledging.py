"""The proof that saved words were saved: one line of JSON after each commit of a user's words."""

import json
import os
from collections.abc import Iterable
from pathlib import Path

from editor_app.model.fields import checksum
from editor_app.model.item import NewsItem
from editor_app.store.files import in_words

VARIABLE = "STANDFIRST_ACK_LOG"


class AckLog:
    """Appends to the file that the environment names; does nothing where it names none."""

    def __init__(self, path: Path | None) -> None:
        self._path = path

    @classmethod
    def from_environment(cls) -> "AckLog":
        """Return the log that the environment asks for."""
        named = os.environ.get(VARIABLE, "")
        return cls(Path(named) if named else None)

    def write(self, op: str, items: Iterable[NewsItem]) -> None:
        """Say that items were committed; to be called once COMMIT has returned."""
        if self._path is None:
            return
        lines = [
            json.dumps(
                {"op": op, "item": item.id, "version": item.version, "sha256": checksum(item)}
            )
            for item in items
        ]
        with in_words(self._path.parent), self._path.open("a", encoding="utf-8") as log:
            log.write("".join(f"{line}\n" for line in lines))
