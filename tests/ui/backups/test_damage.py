"""What is damaged is said when it is opened, and after an unclean end, with a way to mend it."""

import io
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from editor_app.model.item import LeadFigure
from editor_app.store.backups.archive import Occasion
from editor_app.store.backups.keeping import keep_backup, own_place
from editor_app.store.library import Library
from editor_app.store.verify import verify
from editor_app.ui.backups.testing import LibraryTest
from editor_app.ui.wiring_upkeep import Keeper

LONG = 20_000


@dataclass
class Hurt:
    """A library that can be damaged while nobody has it open."""

    folder: Path
    clock: object

    def spoil(self, statement):
        """Change rows as no part of the program would."""
        opened = Library.open(self.folder, clock=self.clock)
        with opened, opened.database.transaction() as connection:
            for trigger in ("revisions_keep_about", "revisions_keep_words", "revisions_remain"):
                connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {trigger}")
            connection.exec_driver_sql(statement)

    def keep(self):
        with Library.open(self.folder, clock=self.clock) as library:
            return keep_backup(library, own_place(library), occasion=Occasion.AUTOMATIC)

    def problems(self):
        with Library.open(self.folder, clock=self.clock) as library:
            return verify(library).problems

    def be_killed(self):
        """Leave the sign of an unclean end."""
        (self.folder / "library.open").touch()


@pytest.fixture
def picture():
    """Return the bytes of a small picture."""
    file = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def illustrated(folder, filled, an_item, picture, clock):
    """Return where the photo lies that the only item shows, of which there is a backup."""
    with Library.open(folder, clock=clock) as library:
        src = library.photos.add(picture, name="flood.png").src
    filled(an_item(headline="Flood", lead_figure=LeadFigure(src=src, alt="Water")))
    Hurt(folder, clock).keep()
    return folder / src


@pytest.fixture
def hurt(folder, filled, an_item, clock):
    filled(an_item(headline="Fire", body="It burnt."), an_item(headline="Flood", body="It rose."))
    return Hurt(folder, clock)


def choice(qtbot, window):
    """Wait for the button on the notice, and return it."""
    qtbot.waitUntil(lambda: _choice(window) is not None, timeout=LONG)
    return _choice(window)


def _choice(window):
    found = [one for one in window.notices.findChildren(QPushButton) if one.isVisible()]
    return found[0] if found else None


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def open_item(window, headline):
    model = window.panes.items.model
    rows = (model.summary(row) for row in range(model.rowCount()))
    window.panes.items.item_chosen.emit(next(row.id for row in rows if row.headline == headline))


def test_one_click_brings_a_damaged_item_back_from_its_versions_and_opens_it(
    qtbot, hurt, open_window
):
    hurt.spoil("UPDATE items SET body = 'It r0se.' WHERE headline = 'Flood'")
    window = open_window()
    window.show()
    open_item(window, "Flood")
    button = choice(qtbot, window)
    assert button.text() == "Bring back the words of 14:02 (from its versions)"
    assert "damaged" in window.notices.words.text()
    press(qtbot, button)
    qtbot.waitUntil(lambda: "brought back" in window.notices.words.text(), timeout=LONG)
    assert window.panes.editor.body.toPlainText() == "It rose."
    window.close()
    assert hurt.problems() == ()


def test_else_it_comes_back_from_a_backup(qtbot, hurt, open_window):
    kept = hurt.keep()
    hurt.spoil("UPDATE items SET body = 'It r0se.' WHERE headline = 'Flood'")
    hurt.spoil("UPDATE revisions SET words = x'00'")
    window = open_window()
    window.show()
    open_item(window, "Flood")
    button = choice(qtbot, window)
    assert kept.name in button.text()
    press(qtbot, button)
    qtbot.waitUntil(lambda: window.panes.editor.body.toPlainText() == "It rose.", timeout=LONG)


def test_where_nothing_is_left_it_says_so(qtbot, hurt, open_window):
    hurt.spoil("UPDATE items SET body = 'It r0se.' WHERE headline = 'Flood'")
    hurt.spoil("UPDATE revisions SET words = x'00'")
    window = open_window()
    window.show()
    open_item(window, "Flood")
    qtbot.waitUntil(lambda: "Nothing of it is left" in window.notices.words.text(), timeout=LONG)


def test_a_damaged_photo_of_the_item_that_is_opened_comes_back(
    qtbot, illustrated, picture, open_window
):
    illustrated.unlink()
    illustrated.write_bytes(b"damaged")
    window = open_window()
    window.show()
    window.findChild(Keeper).begin(soon=0)
    button = choice(qtbot, window)
    assert window.notices.words.text() == "A photo of this item is missing or damaged."
    press(qtbot, button)
    qtbot.waitUntil(lambda: "brought back" in window.notices.words.text(), timeout=LONG)
    assert illustrated.read_bytes() == picture


def test_after_an_unclean_end_the_library_is_tested_and_all_is_mended_by_one_button(
    qtbot, hurt, open_window
):
    hurt.spoil("UPDATE items SET body = 'It r0se.' WHERE headline = 'Flood'")
    hurt.be_killed()
    window = open_window()
    window.show()
    window.findChild(Keeper).begin(soon=0)
    button = choice(qtbot, window)
    assert "ended by force" in window.notices.words.text()
    press(qtbot, button)
    test = window.findChild(LibraryTest)
    assert "its words of 14:02 (from its versions)" in test.text.toPlainText()
    press(qtbot, test.copy)
    assert "1 problem was found." in QGuiApplication.clipboard().text()
    with qtbot.waitSignal(test.mended, timeout=LONG):
        press(qtbot, test.mend)
    assert test.lead.text() == "1 damaged thing was brought back."
    window.close()
    assert hurt.problems() == ()


def test_after_an_unclean_end_without_damage_one_quiet_sentence_is_enough(qtbot, hurt, open_window):
    hurt.be_killed()
    window = open_window()
    window.show()
    window.findChild(Keeper).begin(soon=0)
    qtbot.waitUntil(lambda: "nothing is damaged" in window.status.hint.text(), timeout=LONG)
    assert not window.notices.isVisible()


def test_a_test_that_is_asked_for_can_be_stopped(qtbot, hurt, open_window):
    window = open_window()
    window.show()
    test = window.findChild(Keeper).at_work().test()
    with qtbot.waitSignal(test.ended, timeout=LONG):
        test._job.cancel()
    assert test.lead.text()
    assert not test.work.isVisible()


def test_photos_that_are_lost_for_good_are_said_to_be(qtbot, illustrated, folder, open_window):
    shutil.rmtree(folder / "media")
    shutil.rmtree(folder / "backups")
    window = open_window()
    window.show()
    window.findChild(Keeper).begin(soon=0)
    qtbot.waitUntil(lambda: "no backup has it whole" in window.notices.words.text(), timeout=LONG)
