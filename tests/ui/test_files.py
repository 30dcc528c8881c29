"""Files in and out: import, export, the second start, and what happens when the program errs."""

import sys

import pytest
from PySide6.QtCore import QPoint, QProcess, Qt
from PySide6.QtNetwork import QLocalServer

from editor_app.body.tree import Body, Paragraph, Text
from editor_app.editing.house_changes import HousePage
from editor_app.model.status import Status
from editor_app.store.library import Library
from editor_app.ui.export_dialog import ExportDialog
from editor_app.ui.house.window import HouseWindow
from editor_app.ui.messages import Report
from editor_app.ui.single_instance import address_of, raise_other

ASKING = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from editor_app.ui.single_instance import raise_other
running = QCoreApplication([])
print(raise_other(Path(sys.argv[1])))
"""


@pytest.fixture
def ready(filled, an_item, open_window, qtbot):
    """Return a window on a library with one finished item and one that is held back."""
    filled(
        an_item(headline="Bridge opens", slug="bridge", status=Status.READY, body="A ribbon."),
        an_item(headline="", slug="nameless", status=Status.READY, body="No headline."),
    )
    made = open_window()
    with qtbot.waitExposed(made):
        made.show()
    return made


def open_item(window, headline):
    """Open the item with a headline."""
    model = window.panes.items.model
    rows = (model.summary(row) for row in range(model.rowCount()))
    window.panes.items.item_chosen.emit(next(row.id for row in rows if row.headline == headline))


def opened(window):
    """Open the export dialog."""
    window.actions_.export.trigger()
    return window.findChild(ExportDialog)


def test_an_export_says_first_what_it_will_do_and_then_what_it_did(qtbot, ready, tmp_path):
    dialog = opened(ready)
    dialog.folder.setText(str(tmp_path / "site"))
    qtbot.waitUntil(lambda: "1 new" in dialog.report.toPlainText(), timeout=20_000)
    assert "Held back:" in dialog.report.toPlainText()
    assert not (tmp_path / "site").exists()
    with qtbot.waitSignal(dialog.exported, timeout=20_000):
        qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert "Done." in dialog.report.toPlainText()
    assert len(list((tmp_path / "site").glob("*/bridge/index.html"))) == 1
    dialog.reject()


def test_the_open_item_says_at_once_that_it_was_exported_and_until_it_says_something_else(
    qtbot, ready, now, tmp_path
):
    open_item(ready, "Bridge opens")
    assert ready.status.export_state.text() == "Not exported yet"
    dialog = opened(ready)
    dialog.folder.setText(str(tmp_path / "site"))
    qtbot.waitUntil(dialog.export.isEnabled, timeout=20_000)
    with qtbot.waitSignal(dialog.exported, timeout=20_000):
        qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    exported = f"Exported {now.day} {now:%b}"
    assert ready.status.export_state.text() == exported
    dialog.reject()
    body, items = ready.panes.editor.body, ready.panes.items
    qtbot.keyClicks(body, "XX")
    ready.actions_.save.trigger()
    assert ready.status.export_state.text().startswith("Changed since last export")
    assert items.model.summary(items.view.currentIndex().row()).is_changed_since_export
    qtbot.keyClick(body, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    ready.actions_.save.trigger()
    assert ready.status.export_state.text() == exported
    assert not items.model.summary(items.view.currentIndex().row()).is_changed_since_export
    items.refresh()
    assert not items.model.summary(items.view.currentIndex().row()).is_changed_since_export


def test_without_a_folder_nothing_can_be_exported(ready):
    dialog = opened(ready)
    assert not dialog.export.isEnabled()
    dialog.reject()


def test_an_item_that_is_held_back_can_be_gone_to(qtbot, ready, tmp_path):
    dialog = opened(ready)
    dialog.folder.setText(str(tmp_path / "site"))
    qtbot.waitUntil(lambda: "Held back:" in dialog.report.toPlainText(), timeout=20_000)
    held = next(
        ready.panes.items.model.summary(row).id
        for row in range(2)
        if not ready.panes.items.model.summary(row).headline
    )
    dialog.report.item_requested.emit(held)
    assert ready.panes.editor.header.headline.text() == ""


def test_who_publishes_is_said_and_led_to_where_it_is_changed(qtbot, ready):
    dialog = opened(ready)
    assert "www.example.org. Set your own first." in dialog.house.words.text()
    dialog.house.change.click()
    house = ready.findChild(HouseWindow)
    qtbot.waitUntil(house.isVisible)
    assert not dialog.isVisible()
    parts = house.form(HousePage.ORGANISATION).parts
    for name, words in (("organisation", "Harbour"), ("address", "https://harbour.example/")):
        parts[name].line.setFocus()
        qtbot.keyClicks(parts[name].line, words)
    house.close()
    qtbot.waitUntil(lambda: ready.findChild(ExportDialog) is None)
    said = opened(ready).house.words.text()
    assert said == "The pages say “Harbour” and lead to harbour.example."


def test_dropped_texts_become_drafts_and_what_was_left_out_is_said(qtbot, window, tmp_path):
    text = tmp_path / "story.txt"
    text.write_text(
        "Bridge opens in the harbour\n\n2 March 2026\n\nA ribbon was cut today at noon.\n\n"
        "Loading...\n\nMany people came to see it and stayed for hours.\n",
        encoding="utf-8",
    )
    window.files_dropped.emit([str(text)])
    header = window.panes.editor.header
    qtbot.waitUntil(lambda: header.headline.text() == "Bridge opens in the harbour")
    assert window.notices.words.text().startswith("1 file was brought in as a draft.")
    button = window.notices.findChild(object, "choice-0")
    button.click()
    report = window.findChild(Report)
    assert "Left out: Loading..." in report.text.toPlainText()
    report.close()


def test_a_file_that_cannot_be_read_is_said_in_a_sentence(qtbot, window, tmp_path):
    file = tmp_path / "story.docx"
    file.write_bytes(b"PK")
    window.files_dropped.emit([str(file)])
    qtbot.waitUntil(lambda: "cannot be read yet" in window.notices.words.text())


def test_a_second_start_brings_the_first_window_forward(qtbot, window, folder, monkeypatch):
    came = []
    monkeypatch.setattr(type(window), "raise_", lambda _self: came.append(True))
    second = QProcess()
    with qtbot.waitSignal(second.finished, timeout=20_000):
        second.start(sys.executable, ["-c", ASKING, str(folder)])
    assert second.readAllStandardOutput().data().strip() == b"True"
    qtbot.waitUntil(lambda: came == [True])


def test_a_window_that_is_closing_does_not_answer(tmp_path):
    deaf = QLocalServer()
    assert deaf.listen(address_of(tmp_path))
    assert not raise_other(tmp_path, answer_after=50)
    deaf.close()


def test_the_window_hears_nobody_any_more_before_its_library_is_closed(window, folder, monkeypatch):
    heard = []
    close = Library.close

    def look_then_close(library):
        heard.append(raise_other(folder))
        close(library)

    monkeypatch.setattr(Library, "close", look_then_close)
    window.close()
    assert heard == [False]


def test_nobody_answers_for_a_library_that_is_not_open(tmp_path):
    assert not raise_other(tmp_path / "other")


def test_a_mistake_in_the_program_saves_the_words_and_goes_on(qtbot, window, caplog):
    qtbot.keyClicks(window.panes.editor.header.headline, "More ")
    sys.excepthook(RuntimeError, RuntimeError("a mistake"), None)
    qtbot.waitUntil(lambda: "Your words are saved" in window.notices.words.text())
    assert "RuntimeError: a mistake" in caplog.text
    caplog.clear()
    assert window.status.save_state.text().startswith("✓ Saved")


def test_the_hook_is_given_back_when_the_window_closes(open_window):
    before = sys.excepthook
    window = open_window()
    assert sys.excepthook != before
    window.close()
    assert sys.excepthook == before


def test_the_sheet_scrolls_fields_and_text_as_one(qtbot, window):
    window.resize(1280, 720)
    column, body = window.panes.editor.column, window.panes.editor.body
    paragraph = Paragraph((Text("Words and more words. " * 40),))
    body.apply_body(Body((paragraph,) * 40))
    qtbot.waitUntil(lambda: column.bar.maximum() > 3000)
    header = window.panes.editor.header
    top = body.mapTo(column, QPoint(0, 0)).y()
    column.scroll_to(100)
    assert header.y() == -100
    assert body.mapTo(column, QPoint(0, 0)).y() == top - 100
    column.scroll_to(header.height() + 500)
    assert body.y() == 0
    assert body.verticalScrollBar().value() == 500
    header.tags.setFocus()
    qtbot.waitUntil(lambda: column.offset < header.height())


def test_the_caret_at_the_end_of_a_long_text_is_in_sight(qtbot, window):
    column, body = window.panes.editor.column, window.panes.editor.body
    paragraph = Paragraph((Text("Words and more words. " * 40),))
    body.apply_body(Body((paragraph,) * 40))
    body.setFocus()
    qtbot.keyClick(body, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    caret = body.cursorRect().translated(0, body.y())
    assert 0 <= caret.top() < caret.bottom() <= column.height()
    qtbot.keyClick(body, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert column.offset == 0
