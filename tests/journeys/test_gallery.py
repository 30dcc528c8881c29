"""Photos chosen as a gallery, with a title, kept over night, moved and sent out, by keyboard."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from editor_app import clock
from editor_app.body.tree import Gallery
from editor_app.cli import main
from editor_app.model.photo_words import PhotoWords
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from tests.builders import a_photo, an_item

COLOURS = ("teal", "navy", "olive")


def a_library_with_photos(folder):
    with Library.open(folder, clock=clock.now) as library:
        library.items.save(an_item(body="One.\n\nTwo.\n", language="en"), over=0)
        for colour in COLOURS:
            src = library.photos.add(a_photo(1400, 900, colour), name=f"{colour}.jpg").src
            words = PhotoWords(alt=f"All {colour}", caption=f"It is {colour}", credit="Lena Okafor")
            library.photos.save_words(src, words)


def choose_all(desk):
    """Ask for a gallery and choose every photo of the library for it."""
    desk.control(Qt.Key.Key_G, alt=True)
    browser = desk.dialog("photoBrowser")
    desk.qtbot.waitUntil(lambda: browser.model.rowCount() == len(COLOURS))
    browser.grid.setFocus()
    desk.qtbot.waitUntil(browser.grid.hasFocus)
    desk.control(Qt.Key.Key_A)
    browser.parts.pick.setFocus()
    desk.press(Qt.Key.Key_Space)
    desk.come_back()


def captions(desk):
    [gallery] = [block for block in body(desk).body().blocks if isinstance(block, Gallery)]
    return [figure.caption[0].text for figure in gallery.figures]


def body(desk):
    return desk.window.panes.editor.body


def test_a_gallery_stays_as_it_was_made_and_goes_out_with_all_its_photos(sit_down, tmp_path):
    folder = tmp_path / "library"
    a_library_with_photos(folder)
    desk = sit_down(folder)
    desk.go_to(body(desk))
    body(desk).moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    choose_all(desk)
    desk.go_to(body(desk))
    body(desk).setTextCursor(QTextCursor(body(desk).document().findBlockByNumber(1)))
    desk.type("All at the quay\n")
    first = captions(desk)
    assert sorted(first) == sorted(f"It is {colour}" for colour in COLOURS)
    desk.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    moved = [first[1], first[0], first[2]]
    assert captions(desk) == moved
    desk.qtbot.waitUntil(lambda: "All at the quay" in desk.page(), timeout=20_000)
    desk.close()

    again = sit_down(folder)
    assert captions(again) == moved
    again.close()

    with Library.open(folder, clock=clock.now) as library:
        [summary] = library.items.page(ItemQuery())
        item = library.items.get(summary.id)
    assert item.body.count("::: gallery All at the quay") == 1
    out = tmp_path / "out"
    assert main(["--library", str(folder), "export", item.id, "--draft", "--to", str(out)]) == 0
    [page] = out.rglob("index.html")
    html = page.read_text(encoding="utf-8")
    shown = html[html.index('<figure class="gallery">') :]
    for colour in COLOURS:
        assert f'alt="All {colour}"' in shown
    for name in re.findall(r'<img[^>]* src="(img/[^"]*)"', shown):
        assert (page.parent / name).is_file()
