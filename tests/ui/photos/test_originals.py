"""Originals given out of the browser: byte for byte, with a warning where they tell a place."""

from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog, QMessageBox

from editor_app.store.library import Library
from tests.builders import THEN, a_photo, an_item
from tests.ui.photos.browsing import Browsing, add_items


def with_position():
    """Return a photo that says where it was taken."""
    out = BytesIO()
    image = Image.new("RGB", (1400, 900), "teal")
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (48.0, 12.0, 30.0), 3: "E", 4: (16.0, 22.0, 5.0)})
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()


@pytest.fixture
def browsing(folder, qtbot, open_window):
    """Return a function that opens the browser on one photo, chosen."""

    def build(data):
        with Library.open(folder, clock=lambda: THEN) as library:
            library.photos.add(data, name="quay at noon.JPG")
        add_items(folder, an_item(headline="Ferries"))
        window = open_window()
        with qtbot.waitExposed(window):
            window.show()
        browsing = Browsing(qtbot, window)
        browsing.choose("quay at noon.JPG")
        return browsing

    return build


def save_to(browsing, path):
    """Answer the file dialog."""
    (dialog,) = browsing.dialog.findChildren(QFileDialog, "originalFile")
    assert dialog.selectedFiles()[0].endswith("quay at noon.jpg")
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_an_original_is_given_out_as_it_came(browsing, tmp_path):
    one = browsing(a_photo(1400, 900))
    one.click("photoExportButton")
    save_to(one, tmp_path / "out.jpg")
    one.wait_for("The original was written to")
    assert (tmp_path / "out.jpg").read_bytes() == a_photo(1400, 900)


def test_an_original_that_tells_a_place_is_only_given_out_after_a_word(
    browsing, tmp_path, message_boxes
):
    one = browsing(with_position())
    assert "GPS" in one.parts.details.warnings.text()
    one.click("photoExportButton")
    assert message_boxes == ["This original says where it was taken."]
    assert one.dialog.findChildren(QFileDialog) == []
    (box,) = one.dialog.findChildren(QMessageBox)
    next(each for each in box.buttons() if each.text() == "Export with position").click()
    save_to(one, tmp_path / "out.jpg")
    one.wait_for("The original was written to")
    assert (tmp_path / "out.jpg").read_bytes() == with_position()


def test_a_place_that_cannot_be_written_is_said(browsing, tmp_path):
    one = browsing(a_photo(1400, 900))
    one.click("photoExportButton")
    save_to(one, tmp_path / "gone" / "out.jpg")
    one.wait_for("cannot be used")


def test_a_photo_altered_behind_the_librarys_back_is_not_given_out(browsing, folder, tmp_path):
    one = browsing(a_photo(1400, 900))
    (file,) = (folder / "media").glob("*/*")
    file.write_bytes(a_photo(1400, 900, "navy"))
    one.click("photoExportButton")
    save_to(one, tmp_path / "out.jpg")
    one.qtbot.waitUntil(lambda: one.parts.notices.property("tone") == "danger")
    assert not (tmp_path / "out.jpg").exists()
