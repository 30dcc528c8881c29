"""From an empty desk to an exported page, with the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit, QPushButton

from editor_app import clock
from editor_app.cli import main
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from tests.builders import a_photo

WORDS = (
    "Two ferries for the delta",
    "Villages without a road get a timetable.",
    "The first ferry left the quay on Monday.",
    "four villages",
    "Amara",
    "Bel Ket",
    "What it costs",
    "the price of a loaf",
    "Monday, six in the morning",
    "Lena Okafor",
    "The second follows in May.",
)
BODY = """\
The first ferry left the quay on Monday.

It will call at **four villages**:

* Amara
* Bel Ket

## What it costs

A ticket is [the price of a loaf](https://ferries.example.org/fares).

The second follows in May.

![Passengers on the quay](PHOTO)
: Monday, six in the morning
:: Photo: Lena Okafor
"""


def write_the_item(desk, photo):
    desk.control(Qt.Key.Key_N)
    headline = desk.find("headlineField")
    desk.qtbot.waitUntil(lambda: desk.is_in(headline))
    desk.type("Two ferries for the delta")
    desk.go_to("standfirstField")
    desk.type("Villages without a road get a timetable.")
    desk.go_to("bodyEditor")
    desk.type("The first ferry left the quay on Monday.\nIt will call at ")
    desk.control(Qt.Key.Key_B)
    desk.type("four villages")
    desk.control(Qt.Key.Key_B)
    desk.type(":\n")
    desk.control(Qt.Key.Key_L, shift=True)
    desk.type("Amara\nBel Ket\n\n")
    desk.control(Qt.Key.Key_2, alt=True)
    desk.type("What it costs\n")
    desk.type("A ticket is ")
    add_a_link(desk, "the price of a loaf", "ferries.example.org/fares")
    desk.type(".\nThe second follows in May.")
    add_a_photo(desk, photo)


def add_a_link(desk, words, address):
    desk.control(Qt.Key.Key_K)
    dialog = desk.dialog("linkDialog")
    desk.go_to(dialog.findChild(QLineEdit, "linkWords"))
    desk.type(words)
    desk.go_to(dialog.findChild(QLineEdit, "linkAddress"))
    desk.type(address)
    desk.agree(dialog)
    desk.go_to("bodyEditor")


def add_a_photo(desk, photo):
    desk.control(Qt.Key.Key_P, shift=True)
    files = desk.dialog("photoFiles")
    assert isinstance(files, QFileDialog)
    desk.go_to(files.findChild(QLineEdit, "fileNameEdit"))
    desk.type(str(photo))
    (agree,) = (b for b in files.findChildren(QPushButton) if b.text() == "&Open")
    QTest.mouseClick(agree, Qt.MouseButton.LeftButton)
    form = desk.dialog("photoForm")
    desk.go_to(form.findChild(QPlainTextEdit, "altText"))
    desk.type("Passengers on the quay")
    desk.go_to(form.findChild(QLineEdit, "figureCaption"))
    desk.type("Monday, six in the morning")
    desk.go_to(form.findChild(QLineEdit, "figureCredit"))
    desk.type("Photo: Lena Okafor")
    desk.agree(form)
    desk.go_to("bodyEditor")


def is_on_the_page(desk):
    page = desk.page().casefold()
    return all(words.casefold() in page for words in WORDS)


def test_a_new_item_is_written_seen_kept_and_exported(sit_down, tmp_path, qtbot, capsys):
    folder, photo, site = tmp_path / "library", tmp_path / "quay.jpg", tmp_path / "site"
    photo.write_bytes(a_photo())

    desk = sit_down(folder)
    write_the_item(desk, photo)
    qtbot.waitUntil(lambda: is_on_the_page(desk), timeout=20000)
    desk.close()

    with Library.open(folder, clock=clock.now) as library:
        (summary,) = library.items.page(ItemQuery(search="delta"))
        item = library.items.get(summary.id)
        (kept,) = [one.src for one in library.photos.all() if one.src in item.body]
    assert item.headline == WORDS[0]
    assert item.standfirst == WORDS[1]
    assert item.body == BODY.replace("PHOTO", kept)

    again = sit_down(folder)
    assert again.find("headlineField").toPlainText() == WORDS[0]
    assert "four villages" in again.find("bodyEditor").toPlainText()
    qtbot.waitUntil(lambda: is_on_the_page(again), timeout=20000)
    again.close()

    library = ["--library", str(folder)]
    assert main(["status", item.id, "--to", "ready", *library]) == 0
    assert main(["export", item.id, "--to", str(site), *library]) == 0
    (page,) = site.glob("*/two-ferries-for-the-delta/index.html")
    html = page.read_text("utf-8")
    assert '<a href="https://ferries.example.org/fares">the price of a loaf</a>' in html
    assert 'alt="Passengers on the quay"' in html
    assert {one.suffix for one in (page.parent / "img").iterdir()} == {".jpg", ".webp"}
    capsys.readouterr()
    assert main(["export", item.id, "--to", str(site), "--json", *library]) == 0
    assert '"written"' not in capsys.readouterr().out
