"""A mistake in the program: the words are saved, a report is written, and the window goes on."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from editor_app.store.reports import without_names
from editor_app.ui.crash_report import report_of
from editor_app.ui.messages import Report
from editor_app.ui.wiring_upkeep import Keeper

LONG = 20_000


def caught():
    """Return an exception with a cause, both of which quote an item."""
    words = "".join(["sec", "ret"])
    try:
        try:
            {}[words]
        except KeyError as error:
            raise RuntimeError(words) from error
    except RuntimeError as error:
        return error


def reports(folder):
    return sorted((folder / "reports").glob("mistake-*.txt"))


def button(qtbot, window, words):
    def found():
        shown = window.findChildren(QPushButton)
        return [one for one in shown if one.isVisible() and one.text() == words]

    qtbot.waitUntil(lambda: len(found()) == 1, timeout=LONG)
    return found()[0]


def test_a_report_names_kinds_places_and_commands_but_no_words_and_no_person():
    error = caught()
    report = report_of(RuntimeError, error, error.__traceback__, actions=("newItem", "save"))
    assert "Standfirst 0." in report
    assert "newItem, save" in report
    assert report.index("builtins.KeyError") < report.index("builtins.RuntimeError")
    assert "test_crash.py:" in report
    assert "secret" not in report
    assert str(Path(__file__).parent) not in report


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (
            "/home/anna/venv/lib/python3.11/site-packages/sqlalchemy/engine.py",
            "sqlalchemy/engine.py",
        ),
        ("/home/anna/mine.py", "mine.py"),
        ("<string>", "<string>"),
    ],
)
def test_paths_name_nobody(path, said):
    assert without_names(path) == said


def test_a_mistake_in_a_slot_is_reported_in_the_library_and_can_be_copied(
    qtbot, window, folder, caplog
):
    window.actions_.new.trigger()
    error = caught()
    sys.excepthook(RuntimeError, error, error.__traceback__)
    qtbot.mouseClick(button(qtbot, window, "Show report…"), Qt.MouseButton.LeftButton)
    caplog.clear()
    (written,) = reports(folder)
    assert "newItem" in written.read_text("utf-8")
    sheet = window.findChild(Report)
    qtbot.mouseClick(sheet.copy, Qt.MouseButton.LeftButton)
    assert written.read_text("utf-8").strip() in QGuiApplication.clipboard().text()
    qtbot.mouseClick(button(qtbot, sheet, "Go on"), Qt.MouseButton.LeftButton)
    assert window.isVisible()


def test_what_goes_wrong_where_nothing_can_be_raised_is_told_too(qtbot, window, folder, caplog):
    class Careless:
        def __del__(self):
            raise ValueError

    thing = Careless()
    del thing
    qtbot.waitUntil(lambda: "Something went wrong" in window.notices.words.text(), timeout=LONG)
    caplog.clear()
    assert len(reports(folder)) == 1


def test_one_can_quit_safely(qtbot, window, caplog):
    error = caught()
    sys.excepthook(RuntimeError, error, error.__traceback__)
    qtbot.mouseClick(button(qtbot, window, "Quit safely"), Qt.MouseButton.LeftButton)
    caplog.clear()
    assert not window.isVisible()


def test_a_sudden_end_is_told_at_the_next_start_in_one_sentence(qtbot, window, folder):
    (folder / "reports").mkdir()
    (folder / "reports" / "fault-1.txt").write_text("Fatal Python error: Aborted")
    window.findChild(Keeper).begin(soon=0)
    qtbot.waitUntil(lambda: "came to a sudden end" in window.notices.words.text(), timeout=LONG)
    assert [path.name[:6] for path in (folder / "reports").iterdir()] == ["ended-"]
