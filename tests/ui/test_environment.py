"""The window on odd ground: clocks, languages, names and folders that are not as one expects."""

import os
import time
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from editor_app import app
from editor_app.store.backups.archive import Occasion
from editor_app.store.backups.keeping import backups_in, is_due, keep_backup, own_place
from editor_app.store.backups.restoring import restore
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from editor_app.store.verify import verify

LONG = 20_000


@pytest.fixture
def write_in(qtbot, now):
    """Return a function that opens a window on a folder, writes a headline and closes it."""
    windows = []

    def write(folder, settings, words):
        window = app.build(folder, settings=settings, now=lambda: now)
        window.panes.preview.start = lambda: None  # the browser inside has tests of its own
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        window.actions_.new.trigger()
        qtbot.keyClicks(window.panes.editor.header.headline, words)
        window.actions_.save.trigger()
        assert window.status.save_state.text().startswith("✓ Saved")
        window.close()

    yield write
    for window in windows:
        window.close_without_asking()


def headlines(folder, clock):
    with Library.open(folder, clock=clock) as library:
        assert verify(library).problems == ()
        return {row.headline for row in library.items.page(ItemQuery())}


@pytest.fixture
def locale():
    """Return a function that sets Qt's locale; it is set back afterwards."""
    before = QLocale()
    yield lambda name: QLocale.setDefault(QLocale(name))
    QLocale.setDefault(before)


@pytest.mark.parametrize("name", ["tr_TR", "ar_EG"])
def test_in_turkish_and_arabic_words_are_kept_as_typed(name, write_in, locale, tmp_path, clock):
    locale(name)
    write_in(tmp_path / "library", tmp_path / "window.ini", "INCI title i")
    assert "INCI title i" in headlines(tmp_path / "library", clock)


def test_a_folder_whose_name_is_not_utf_8_holds_a_library_like_any_other(write_in, tmp_path, clock):
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    write_in(folder, tmp_path / "window.ini", "Flood")
    assert "Flood" in headlines(folder, clock)
    with Library.open(folder, clock=clock) as library:
        kept = keep_backup(library, own_place(library), occasion=Occasion.AUTOMATIC)
    assert restore(folder, kept, clock=clock).items == len(headlines(folder, clock))


def test_settings_that_cannot_be_written_cost_no_word(write_in, tmp_path, clock):
    (tmp_path / "file").write_text("in the way")
    settings = tmp_path / "file" / "window.ini"
    for words in ("Flood", "Fire"):
        write_in(tmp_path / "library", settings, words)
    assert {"Flood", "Fire"} <= headlines(tmp_path / "library", clock)
    assert (tmp_path / "file").read_text() == "in the way"


def test_without_a_home_folder_the_window_works(write_in, tmp_path, clock, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "file" / "gone"))
    write_in(tmp_path / "library", tmp_path / "window.ini", "Flood")
    assert "Flood" in headlines(tmp_path / "library", clock)


def test_a_clock_that_was_set_back_makes_one_backup_of_a_change_and_loses_none(
    folder, filled, an_item, now
):
    filled(an_item(headline="Flood"))
    with Library.open(folder, clock=lambda: now) as library:
        place = own_place(library)
        ahead = keep_backup(library, place, occasion=Occasion.AUTOMATIC)
    yesterday = now - timedelta(days=1)
    with Library.open(folder, clock=lambda: yesterday) as library:
        assert not is_due(library, place)
        saved = library.items.save(an_item(headline="Fire"), over=0)
        assert is_due(library, place)
        back = keep_backup(library, place, occasion=Occasion.AUTOMATIC)
        assert not is_due(library, place)
        assert [one.path for one in backups_in(place)] == [ahead, back]
        again = library.items.save(library.items.get(saved.id), over=saved.version)
        assert next(iter(library.history.versions(saved.id))).version == again.version


def test_the_hour_that_comes_twice_in_autumn_keeps_backups_in_their_order(
    folder, filled, an_item, monkeypatch
):
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    made = []
    try:
        for minutes, headline in ((0, "Flood"), (60, "Fire")):
            filled(an_item(headline=headline))
            moment = datetime(2026, 10, 25, 0, 30, tzinfo=UTC) + timedelta(minutes=minutes)
            with Library.open(folder, clock=lambda moment=moment: moment) as library:
                made.append(keep_backup(library, own_place(library), occasion=Occasion.AUTOMATIC))
        assert [f"{one.made_at.astimezone():%H:%M}" for one in backups_in(folder / "backups")] == [
            "02:30",
            "02:30",
        ]
        assert [one.path for one in backups_in(folder / "backups")] == made[::-1]
    finally:
        monkeypatch.undo()
        time.tzset()
