"""Reports of mistakes lie in the library, are told once, and do not stay for ever."""

import os
import subprocess
import sys
from datetime import timedelta

from editor_app.store.library import Library
from editor_app.store.reports import fault_file, forget_old_reports, take_faults, write_report
from tests.store.conftest import START

DIES = """
import faulthandler, os, sys
from pathlib import Path
from editor_app.store.reports import fault_file
with fault_file(Path(sys.argv[1]), os.getpid()) as file:
    faulthandler.enable(file)
    os.abort()
"""


def test_two_reports_of_one_second_do_not_overwrite_each_other(tmp_path):
    first, second = (write_report(tmp_path, words, START) for words in ("one", "two"))
    assert (first.read_text(), second.read_text()) == ("one", "two")


def test_what_a_dying_process_wrote_is_told_once(tmp_path):
    done = subprocess.run([sys.executable, "-c", DIES, str(tmp_path)], check=False)
    assert done.returncode < 0
    (taken,) = take_faults(tmp_path, START)
    assert "Aborted" in taken.read_text("utf-8")
    assert 'File "' not in taken.read_text("utf-8")
    assert take_faults(tmp_path, START) == []
    assert taken.is_file()


def test_an_end_in_order_leaves_nothing(tmp_path):
    with fault_file(tmp_path, 7) as file:
        assert file is not None
    assert list((tmp_path / "reports").iterdir()) == []


def test_where_nothing_can_be_written_the_program_goes_on_without(tmp_path):
    (tmp_path / "reports").write_text("a file in the way")
    with fault_file(tmp_path, 7) as file:
        assert file is None


def test_reports_go_after_90_days(tmp_path):
    old, new = (write_report(tmp_path, words, START) for words in ("old", "new"))
    for path, days in ((old, 91), (new, 89)):
        moment = (START - timedelta(days=days)).timestamp()
        os.utime(path, (moment, moment))
    forget_old_reports(tmp_path, START)
    assert list((tmp_path / "reports").iterdir()) == [new]


def test_a_library_with_reports_in_it_is_still_a_library(folder, clock):
    write_report(folder, "words", START)
    with Library.open(folder, clock=clock) as library:
        assert not library.is_new
