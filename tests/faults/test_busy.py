"""While a library is open nobody else can lock it; where somebody has, opening says so at once."""

import sqlite3
import subprocess
import sys

from editor_app.store.library import Library
from editor_app.store.names import DATABASE_NAME
from tests.faults.busy import STRANGER, refused
from tests.faults.ground import change, clock_at, prepared


def test_a_strangers_lock_is_said_and_no_hindrance_afterwards(tmp_path):
    assert len(refused(tmp_path / "ground", 3)) == 3


def test_a_stranger_never_gets_the_lock_of_an_open_library(tmp_path):
    ground = prepared(tmp_path / "ground")
    command = [sys.executable, "-c", STRANGER, ground.library / DATABASE_NAME, "3"]
    with Library.open(ground.library, clock=clock_at(9)) as library:
        change(library, 1, body="Before.")
        knocking = subprocess.run(command, capture_output=True, text=True, check=True)
        change(library, 1, body="After.")
    assert set(knocking.stdout.splitlines()) == {"database is locked"}


def test_the_stranger_of_the_test_above_gets_a_lock_where_he_can(tmp_path):
    with sqlite3.connect(tmp_path / "other.db") as database:
        database.execute("CREATE TABLE one (x)")
    database.close()
    command = [sys.executable, "-c", STRANGER, tmp_path / "other.db", "1"]
    knocking = subprocess.run(command, capture_output=True, text=True, check=True)
    assert knocking.stdout == "got\n"
