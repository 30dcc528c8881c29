"""One writes in the item that was open last before the library behind it is open."""

import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor_app import app
from editor_app.app_frame import make_frame
from editor_app.app_start import WITHOUT_QT, Start
from editor_app.store.errors import DamagedLibraryError
from editor_app.store.first_look import FirstLook
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from tests.builders import a_library, an_item

ROOT = Path(__file__).resolve().parents[1]
NOW = datetime(2026, 3, 2, 14, 2, tzinfo=UTC)
LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def folder(tmp_path):
    """Return where a library with two items lies."""
    a_library(
        tmp_path / "library",
        an_item(headline="Flood", body="The river rose."),
        an_item(headline="Drought", body="The river fell."),
    ).close()
    return tmp_path / "library"


@pytest.fixture
def begin(qapp, qtbot, folder, tmp_path):
    """Return a function that shows a window whose library is not open yet."""
    app.application()
    windows = []

    def begin_start():
        look = FirstLook(folder)
        frame = make_frame(qapp, look, tmp_path / "window.ini", lambda: NOW)
        window = frame.window
        window.panes.preview.start = lambda: None  # the browser inside has tests of its own
        windows.append(window)
        qtbot.addWidget(window, before_close_func=lambda one: one.close())
        start = Start(frame, look)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.panes.editor.body.hasFocus)
        start.finish_soon()
        return window, start

    yield begin_start
    for window in windows:
        window.close_without_asking()


def click(window, button):
    """Click where a button stands on the screen, so that the click comes the way a mouse's does."""
    place = button.mapTo(window, button.rect().center())
    QTest.mouseClick(window.windowHandle(), LEFT, pos=place)


def is_open(window):
    return bool(window.status.save_state.text())


def wait_until_open(qtbot, window):
    qtbot.waitUntil(lambda: is_open(window), timeout=60_000)


def words_of(folder, headline):
    with Library.open(folder, clock=lambda: NOW) as library:
        (item_id,) = library.items.ids(ItemQuery(search=headline))
        return library.items.get(item_id).body


def test_the_newest_item_can_be_written_in_at_once(begin, qtbot):
    window, start = begin()
    assert start.can_be_written_in
    assert not is_open(window)
    editor = window.panes.editor
    assert (editor.header.headline.text(), editor.body.toPlainText()) == (
        "Drought",
        "The river fell.",
    )
    wait_until_open(qtbot, window)
    assert window.panes.items.model.rowCount() == 2


def test_what_is_typed_before_the_library_is_open_is_saved_in_it(begin, qtbot, folder):
    window, _start = begin()
    QTest.keyClicks(window.panes.editor.body, "Yesterday")
    assert not is_open(window)
    wait_until_open(qtbot, window)
    assert window.panes.editor.body.caret() == len("Yesterday")
    window.close()
    assert words_of(folder, "Drought") == "YesterdayThe river fell.\n"


def test_one_step_takes_back_what_was_typed_before(begin, qtbot):
    window, _start = begin()
    QTest.keyClicks(window.panes.editor.body, "Now")
    QTest.keyClick(window.panes.editor.body, Qt.Key.Key_Z, CONTROL)
    assert window.panes.editor.body.toPlainText() == "The river fell."
    assert is_open(window)


def test_a_click_waits_for_the_library(begin):
    window, _start = begin()
    click(window, window.top.new)
    assert window.panes.editor.header.headline.text() == ""
    assert window.panes.editor.header.headline.hasFocus()


def test_what_typing_turns_into_something_else_waits_for_the_library(begin):
    window, _start = begin()
    QTest.keyClicks(window.panes.editor.body, '"')
    assert window.panes.editor.body.toPlainText().startswith("“")


def test_a_window_that_is_closed_at_once_keeps_the_words(begin, folder):
    window, _start = begin()
    QTest.keyClicks(window.panes.editor.body, "Last")
    window.close()
    assert words_of(folder, "Drought").startswith("Last")


def test_the_item_that_was_open_last_is_shown_where_it_was_left(begin, qtbot):
    window, _start = begin()
    wait_until_open(qtbot, window)
    window.panes.items.item_chosen.emit(window.panes.items.model.summary(1).id)
    window.panes.editor.body.set_caret(4)
    window.close()
    window, _start = begin()
    assert window.panes.editor.header.headline.text() == "Flood"
    assert window.panes.editor.body.caret() == 4


def test_a_library_that_fails_behind_the_item_closes_the_window(begin, qtbot, folder):
    connection = sqlite3.connect(folder / "library.db")
    with connection:
        connection.execute("DROP TABLE export_records")
    connection.close()
    window, start = begin()
    assert start.can_be_written_in
    qtbot.waitUntil(lambda: start.error is not None, timeout=60_000)
    assert isinstance(start.error, DamagedLibraryError)
    assert not window.isVisible()
    FirstLook(folder).close()


def test_a_library_without_items_is_opened_before_it_is_used(qapp, tmp_path):
    app.application()
    look = FirstLook(tmp_path / "new")
    frame = make_frame(qapp, look, tmp_path / "window.ini", lambda: NOW)
    frame.window.panes.preview.start = lambda: None
    start = Start(frame, look)
    assert not start.can_be_written_in
    start.finish()
    assert frame.window.panes.editor.header.headline.text()
    frame.window.close()


def test_what_is_imported_on_a_thread_knows_nothing_of_qt():
    script = (
        "import sys; from importlib import import_module\n"
        "names = eval(sys.argv[1])\n"
        "for name in names: import_module(name)\n"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    command = [sys.executable, "-c", script, repr(WITHOUT_QT)]
    assert subprocess.run(command, cwd=ROOT, check=False, timeout=120).returncode == 0


def test_the_window_comes_without_the_library_and_the_checks():
    script = (
        "import sys\n"
        "from editor_app import app\n"
        "import editor_app.app_frame, editor_app.app_start\n"
        "late = ('sqlalchemy', 'alembic', 'babel.dates', 'PIL', 'typst', 'asyncio',"
        " 'editor_app.checks.engine', 'editor_app.checks.catalogue', 'editor_app.export.run',"
        " 'editor_app.store.database', 'editor_app.model.lists')\n"
        "sys.exit(', '.join(name for name in late if name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=False, timeout=120, stderr=subprocess.PIPE
    )
    assert done.stderr.strip() == b""
