"""Backups, bringing back, testing and mending on the command line."""

import shlex

import pytest

from editor_app.store.library import Library
from editor_app.store.names import DATABASE_NAME
from tests.builders import a_library, an_item


@pytest.fixture
def folder(tmp_path):
    """Return where a library is to lie; there is none yet."""
    return tmp_path / "news"


@pytest.fixture
def hurt(folder, clock):
    """Return a library of which one item is damaged."""
    item = an_item(headline="Flood", body="It rose.")
    a_library(folder, item).close()
    spoil(folder, clock)
    return item.id


def spoil(folder, clock):
    opened = Library.open(folder, clock=clock)
    with opened, opened.database.transaction() as connection:
        connection.exec_driver_sql("UPDATE items SET body = 'It r0se.'")


def test_verify_names_what_can_be_brought_back(standfirst, folder, hurt):
    outcome = standfirst("verify", "--library", folder)
    assert outcome.code == 1
    assert "“Flood”: the words of 20" in outcome.out
    assert "from its versions." in outcome.out
    assert "verify --mend" in outcome.err
    found = standfirst("verify", "--json", "--library", folder).objects[-1]
    assert (found["damaged"], found["id"], found["can_be_mended"]) == ("Flood", hurt, True)


def test_verify_mends_what_it_can_and_the_library_is_whole_again(standfirst, folder, hurt):
    outcome = standfirst("verify", "--mend", "--json", "--library", folder)
    assert outcome.code == 0
    assert outcome.objects[-1]["mended"] == "Flood"
    assert standfirst("verify", "--library", folder).code == 0
    assert "It rose." in standfirst("show", hurt, "--library", folder).out


def test_what_cannot_be_mended_is_said_and_the_code_is_1(standfirst, folder, hurt, clock):
    opened = Library.open(folder, clock=clock)
    with opened, opened.database.transaction() as connection:
        for trigger in ("revisions_keep_about", "revisions_keep_words", "revisions_remain"):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {trigger}")
        connection.exec_driver_sql("UPDATE revisions SET words = x'00'")
    outcome = standfirst("verify", "--mend", "--library", folder)
    assert outcome.code == 1
    assert "Still so: " in outcome.out
    assert "nothing whole is left" in standfirst("verify", "--library", folder).out


def test_a_restore_can_be_undone(standfirst, folder, tmp_path, clock):
    a_library(folder, an_item(headline="Flood")).close()
    kept = tmp_path / "kept.zip"
    standfirst("backup", "--to", kept, "--library", folder)
    with a_library(folder, an_item(headline="Later")):
        pass
    restored = standfirst("restore", kept, "--json", "--library", folder)
    assert restored.objects[0]["items"] == 1
    assert len(standfirst("list", "--library", folder).lines) == 1
    assert standfirst("restore", "--undo", "--library", folder).code == 0
    assert len(standfirst("list", "--library", folder).lines) == 2


def test_a_restore_wants_a_file_or_undo_and_not_both(standfirst, folder):
    assert standfirst("restore", "--library", folder).code == 2
    assert standfirst("restore", "x.zip", "--undo", "--library", folder).code == 2


def test_a_destroyed_database_says_the_very_command_that_brings_it_back(standfirst, folder):
    a_library(folder, an_item(headline="Flood")).close()
    standfirst("backup", "--library", folder)
    (folder / DATABASE_NAME).write_bytes(b"no database at all, but long enough to look like one")
    outcome = standfirst("list", "--library", folder)
    assert outcome.code == 1
    command = outcome.err.split("backup: standfirst ")[1].split(" (the damaged")[0]
    assert standfirst(*shlex.split(command)).code == 0
    assert len(standfirst("list", "--library", folder).lines) == 1
