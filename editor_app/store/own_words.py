"""Words that are right though no dictionary has them, kept in the library they are right in."""

import hashlib
from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from editor_app.model.identity import ItemId
from editor_app.store.database import Database
from editor_app.store.tables import OWN_WORDS

_EVERYWHERE = ""


class OwnWords:
    """The words of a library's own, and those that are let pass in one item.

    One that is damaged is right nowhere; a test of the library names it.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[str, ...]:
        """Return the words that are right in every item, by the alphabet."""
        return self._words(_EVERYWHERE)

    def passed_in(self, item_id: ItemId) -> tuple[str, ...]:
        """Return the words that are let pass in one item."""
        return self._words(item_id)

    def add(self, word: str) -> None:
        """Take a word for right in every item."""
        self._put(word, _EVERYWHERE)

    def let_pass(self, word: str, item_id: ItemId) -> None:
        """Take a word for right in one item."""
        self._put(word, item_id)

    def remove(self, word: str) -> None:
        """Leave a word to the dictionaries again."""
        chosen = (OWN_WORDS.c.item == _EVERYWHERE) & (OWN_WORDS.c.word == word)
        with self._database.transaction() as connection:
            connection.execute(delete(OWN_WORDS).where(chosen))

    def _words(self, item: str) -> tuple[str, ...]:
        asked = select(OWN_WORDS).where(OWN_WORDS.c.item == item).order_by(OWN_WORDS.c.word)
        with self._database.reading() as connection:
            rows = connection.execute(asked).mappings().all()
        return tuple(row["word"] for row in rows if is_whole_word(row))

    def _put(self, word: str, item: str) -> None:
        sha256 = word_sha256(item, word)
        row = insert(OWN_WORDS).values(item=item, word=word, sha256=sha256)
        with self._database.transaction() as connection:
            connection.execute(row.on_conflict_do_update(set_={"sha256": sha256}))


def word_sha256(item: str, word: str) -> str:
    """Return the SHA-256 over a word and the item that it is let pass in, if it is only one."""
    return hashlib.sha256(f"{item}\n{word}".encode()).hexdigest()


def is_whole_word(row: Mapping[Any, Any]) -> bool:
    """Return whether a row holds the word that was kept."""
    return word_sha256(row["item"], row["word"]) == str(row["sha256"])
