"""A disk that is full: the window says so, uses the reserve, and saves a copy elsewhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from editor_app.editing import saving
from editor_app.store.errors import DiskFullError
from editor_app.ui.wiring_upkeep import Keeper

LONG = 20_000


@pytest.fixture
def full(monkeypatch):
    """Return a function that lets every save fail from then on."""

    def fill():
        def refuse(*_args, **_kinds):
            raise DiskFullError

        monkeypatch.setattr("editor_app.editing.saving._saved", refuse)

    return fill


def buttons(window):
    found = window.notices.findChildren(QPushButton)
    return [one.text() for one in found if one.isVisible()]


def press(qtbot, window, words):
    qtbot.waitUntil(lambda: buttons(window) == [words], timeout=LONG)
    found = window.notices.findChildren(QPushButton)
    (button,) = (one for one in found if one.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_copy_can_be_saved_elsewhere_with_all_words(qtbot, window, full, tmp_path):
    full()
    qtbot.keyClicks(window.panes.editor.header.headline, "Grand ")
    qtbot.waitUntil(lambda: "The disk is full" in window.notices.words.text(), timeout=LONG)
    press(qtbot, window, "Save a copy elsewhere…")
    dialog = window.findChild(QFileDialog, "copyElsewhere")
    dialog.fileSelected.emit(str(tmp_path / "stick" / "copy.md"))
    dialog.reject()
    qtbot.waitUntil(lambda: "A copy of this item lies in" in window.notices.words.text())
    assert "Grand " in (tmp_path / "stick" / "copy.md").read_text("utf-8")
    window.close_without_asking()


def test_saving_by_hand_offers_it_each_time(window, full, qtbot):
    full()
    qtbot.keyClicks(window.panes.editor.header.headline, "Grand ")
    for _ in range(2):
        window.actions_.save.trigger()
        qtbot.waitUntil(lambda: buttons(window) == ["Save a copy elsewhere…"], timeout=LONG)
        window.notices.clear()
    window.close_without_asking()


def test_the_reserve_is_laid_in_after_the_start_and_its_use_is_said(
    qtbot, window, folder, monkeypatch
):
    window.findChild(Keeper).begin(soon=0)
    reserve = folder / "library.reserve"
    qtbot.waitUntil(reserve.exists, timeout=LONG)
    save = saving._saved

    def refuse_once(*words):
        monkeypatch.setattr(saving, "_saved", save)
        raise DiskFullError

    monkeypatch.setattr(saving, "_saved", refuse_once)
    qtbot.keyClicks(window.panes.editor.header.headline, "Grand ")
    qtbot.waitUntil(lambda: "saved in the last reserve" in window.notices.words.text())
    assert not reserve.exists()
    assert window.status.save_state.text().startswith("✓ Saved")


def test_on_a_disk_that_is_nearly_full_no_reserve_is_laid_in(qtbot, window, folder, monkeypatch):
    class Usage:
        free = 199 * 1024 * 1024

    monkeypatch.setattr("editor_app.ui.wiring_upkeep.shutil.disk_usage", lambda _: Usage)
    window.findChild(Keeper).lay_in_reserve()
    window.close()
    assert not (folder / "library.reserve").exists()
