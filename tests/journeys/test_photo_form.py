"""From a photo that knows its words to a page that credits it, by keyboard."""

from io import BytesIO

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from editor_app import clock
from editor_app.cli import main
from editor_app.media.packet import PublishedWords, packet_of, with_packet
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from tests.builders import a_photo

SHIFT = Qt.KeyboardModifier.ShiftModifier
SAID = PublishedWords(
    alt="People on a quay", caption="Monday, six in the morning", photographer="Lena Okafor"
)


def choose_lead_photo(desk, photo):
    desk.go_to("leadPhotoEmpty")
    desk.press(Qt.Key.Key_Space)
    files = desk.dialog("photoFiles")
    desk.go_to(files.findChild(QLineEdit, "fileNameEdit"))
    desk.type(str(photo))
    (agree,) = (b for b in files.findChildren(QPushButton) if b.text() == "&Open")
    QTest.mouseClick(agree, Qt.MouseButton.LeftButton)
    desk.come_back()
    strip = desk.window.panes.editor.header.photo
    desk.qtbot.waitUntil(lambda: strip.caption.text() == SAID.caption)


def open_details(desk):
    desk.go_to("leadPhotoDetails")
    desk.press(Qt.Key.Key_Space)
    return desk.dialog("photoForm")


def crop(desk, form):
    """Take a tenth off at the left and at the top."""
    desk.go_to(form.findChild(QWidget, "cropView"))
    while "Top left" not in form.crop.view.accessibleDescription():
        desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Right, SHIFT)
    desk.press(Qt.Key.Key_Down, SHIFT)


def write_rights(desk, form):
    for name, words in (
        ("figureCredit", "Lena Okafor"),
        ("photoTitle", "First ferry"),
        ("photoSourceAddress", "pictures.example.org/1"),
    ):
        desk.go_to(form.findChild(QWidget, name))
        desk.type(words)
    desk.go_to(form.findChild(QWidget, "photoLicence"))
    form.about.fields["licence"].control.lineEdit().selectAll()
    desk.type("CC BY 4.0")
    desk.press(Qt.Key.Key_Tab)


def shares(form):
    found = form.crop.view.crop
    return [round(value, 2) for value in (found.left, found.top, found.width, found.height)]


def write_the_item(desk, photo):
    desk.control(Qt.Key.Key_N)
    desk.go_to("headlineField")
    desk.type("Two ferries for the delta")
    choose_lead_photo(desk, photo)
    form = open_details(desk)
    crop(desk, form)
    write_rights(desk, form)
    desk.go_to(form.findChild(QWidget, "photoTitle"))
    with desk.qtbot.waitSignal(form.accepted):
        desk.press(Qt.Key.Key_Return)
    desk.come_back()
    desk.go_to("bodyEditor")
    desk.type("The first ferry left on Monday.")


def export(folder, site):
    with Library.open(folder, clock=clock.now) as library:
        (summary,) = library.items.page(ItemQuery(search="delta"))
    library = ["--library", str(folder)]
    assert main(["status", summary.id, "--to", "ready", *library]) == 0
    assert main(["export", summary.id, "--to", str(site), *library]) == 0


def test_a_photo_is_cropped_credited_seen_kept_and_exported(sit_down, tmp_path, qtbot, capsys):
    folder, photo, site = tmp_path / "library", tmp_path / "quay.jpg", tmp_path / "site"
    photo.write_bytes(with_packet(a_photo(1500, 1000), packet_of(SAID)))

    desk = sit_down(folder)
    write_the_item(desk, photo)
    line = "Photo: “First ferry”, Lena Okafor / CC BY 4.0"
    qtbot.waitUntil(lambda: line in desk.page(), timeout=20000)
    assert SAID.caption in desk.page()
    desk.close()

    again = sit_down(folder)
    form = open_details(again)
    assert shares(form) == [0.1, 0.1, 0.9, 0.9]
    assert form.about.fields["title"].words() == "First ferry"
    assert form.use.alt.words() == SAID.alt
    form.reject()
    again.come_back()
    again.close()

    export(folder, site)
    capsys.readouterr()
    (largest,) = site.glob("*/two-ferries-for-the-delta/img/*-1350.jpg")
    assert Image.open(BytesIO(largest.read_bytes())).size == (1350, 900)
