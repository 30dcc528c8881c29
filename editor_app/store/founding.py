"""A new library: its folder, its folders in that, and its database."""

from pathlib import Path

from editor_app.model.lists import ListKind
from editor_app.store.database import Database, require_folded
from editor_app.store.files import TEMPORARY, in_words, make_folder, sync_folder
from editor_app.store.lists import FIRST_SECTIONS, ListStore
from editor_app.store.names import DATABASE_NAME
from editor_app.store.opening import PARTS
from editor_app.store.schema import upgrade


def make(folder: Path) -> None:
    """Make the database of a new library; it appears whole or not at all."""
    scratch = folder / f"{TEMPORARY}new.db"
    with in_words(folder):
        for part in PARTS:
            make_folder(folder / part)
        for leftover in folder.glob(f"{scratch.name}*"):
            leftover.unlink()
        scratch.touch()
        database = Database(scratch)
        try:
            with database.transaction() as connection:
                upgrade(connection)
            ListStore(database).add_names(ListKind.SECTION, FIRST_SECTIONS)
        finally:
            database.close()
        require_folded(scratch)
        scratch.replace(folder / DATABASE_NAME)
        sync_folder(folder)
