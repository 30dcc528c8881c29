"""The proof that saved words were saved: one line of JSON after each commit of a user's words."""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from editor_app.model.fields import checksum
from editor_app.model.item import NewsItem
from editor_app.store.files import in_words

VARIABLE = "STANDFIRST_ACK_LOG"


class Acknowledged(NamedTuple):
    """A version that was committed: of which item, and the SHA-256 of its words."""

    item: str
    version: int
    sha256: str


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
        if self._path is not None:
            self.note(op, [Acknowledged(one.id, one.version, checksum(one)) for one in items])

    def note(self, op: str, versions: Iterable[Acknowledged]) -> None:
        """Say that versions were committed; to be called once COMMIT has returned."""
        if self._path is None:
            return
        lines = [json.dumps({"op": op, **one._asdict()}) for one in versions]
        with in_words(self._path.parent), self._path.open("a", encoding="utf-8") as log:
            log.write("".join(f"{line}\n" for line in lines))
