"""Somebody pastes from other programs, and keeps the words without the mess."""

import base64
import struct
import zlib

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton

from editor_app.body.tree import Body, CrossHead, Figure, ListBlock, Paragraph
from tests.builders import a_library, an_item
from tests.intake.clipboard.word import empty, item, normal, word
from tests.ui.editor.build import bullets, paragraph, table

RED_DOT = (
    "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y"
    "4OHwAAAABJRU5ErkJggg=="
)
GONE = "<p class=MsoNormal><img src='file:///C:/x/clip_image001.png'></p>"


@pytest.fixture
def writer(sit_down, tmp_path):
    a_library(tmp_path / "library", an_item(body="")).close()
    desk = sit_down(tmp_path / "library")
    desk.body = desk.window.panes.editor.body
    desk.body.show_body(Body(), language="en")
    desk.notices = desk.window.notices
    desk.go_to(desk.body)
    return desk


def copy(html="", text="", **formats):
    data = QMimeData()
    if html:
        data.setHtml(html)
    if text:
        data.setText(text)
    for name, value in formats.items():
        data.setData(name.replace("_", "/"), value)
    QGuiApplication.clipboard().setMimeData(data)


def paste(desk, *, plain=False):
    desk.control(Qt.Key.Key_V, shift=plain)
    desk.qtbot.waitUntil(lambda: desk.notices.words.text() != "Pasting…", timeout=60_000)
    desk.qtbot.waitUntil(lambda: not desk.body.isReadOnly(), timeout=60_000)


def blocks(desk):
    return desk.body.body().blocks


def choose(desk, words):
    (button,) = (b for b in desk.notices.findChildren(QPushButton) if b.text() == words)
    button.click()


def test_words_are_pasted_clean_and_quietly(writer):
    copy(word(normal("One <b>two</b>"), empty(), item("A"), item("B")), text="One two")
    paste(writer)
    assert [type(block) for block in blocks(writer)] == [Paragraph, ListBlock]
    assert not writer.notices.isVisible()


def test_what_was_left_out_is_told_and_can_be_taken_back(writer):
    copy(word(normal("One"), GONE), text="One\n\n")
    paste(writer)
    assert writer.notices.words.text().startswith(
        "Pasted from Word. Left out: 1 picture that was not on the clipboard"
    )
    choose(writer, "Undo")
    assert blocks(writer) == ()
    assert not writer.notices.isVisible()


def test_the_note_offers_plain_text_instead(writer):
    copy(word(normal("One <b>two</b>"), item("A"), GONE), text="One two\n\n· A")
    paste(writer)
    choose(writer, "Paste as plain text")
    assert blocks(writer) == (paragraph("One two"), paragraph("· A"))
    writer.control(Qt.Key.Key_Z)
    assert blocks(writer) == ()


def test_the_way_back_is_offered_until_something_else_is_typed(writer):
    copy(word(normal("One"), GONE), text="One")
    paste(writer)
    writer.type("x")
    assert "Left out: 1 picture" in writer.notices.words.text()
    shown = [b.text() for b in writer.notices.findChildren(QPushButton) if b.isVisible()]
    assert "Undo" not in shown


def test_a_page_without_words_changes_nothing(writer):
    writer.type("Before")
    copy("<img src='https://example.org/a.png'>")
    paste(writer)
    assert blocks(writer) == (paragraph("Before"),)
    assert "There were no words to paste." in writer.notices.words.text()


def test_plain_text_is_pasted_with_its_own_key(writer):
    copy("<h1>One</h1><p>two</p>", text="One\n\ntwo\nthree")
    paste(writer, plain=True)
    assert [type(block) for block in blocks(writer)] == [Paragraph, Paragraph]


def test_one_step_takes_a_paste_back(writer):
    writer.type("Before")
    copy("<h2>Head</h2><ul><li>a</li></ul><p>End</p>")
    paste(writer)
    assert any(isinstance(block, CrossHead) for block in blocks(writer))
    writer.control(Qt.Key.Key_Z)
    assert blocks(writer) == (paragraph("Before"),)


def test_a_picture_in_the_page_becomes_a_figure_of_the_library(writer):
    copy(f"<p>Look</p><img alt='A dot' src='data:image/png;base64,{RED_DOT}'>")
    paste(writer)
    _text, figure = blocks(writer)
    assert isinstance(figure, Figure)
    assert figure.src.startswith("media/")
    assert figure.alt == "A dot"


def test_a_picture_that_is_none_is_left_out_and_told(writer):
    copy("<p>Look</p><img src='data:image/png;base64,AAAA'>")
    paste(writer)
    assert blocks(writer) == (paragraph("Look"),)
    assert "1 picture that could not be read" in writer.notices.words.text()


def test_a_cell_takes_the_words_and_says_what_it_cannot_hold(writer):
    writer.body.show_body(Body((table(["Year", "All"], ["2014", "x"]),)), language="en")
    cursor = writer.body.document().find("x")
    writer.body.setTextCursor(cursor)
    copy("<ul><li>a</li><li>b</li></ul>")
    paste(writer)
    assert "A table cell holds words only: lists came in as words." in writer.notices.words.text()


def test_items_join_the_list_they_are_pasted_into(writer):
    writer.body.show_body(Body((bullets("One"),)), language="en")
    writer.body.moveCursor(writer.body.textCursor().MoveOperation.End)
    writer.press(Qt.Key.Key_Return)
    copy(word(item("Two"), item("Three")))
    paste(writer)
    assert blocks(writer) == (bullets("One", "Two", "Three"),)


def test_two_thousand_items_come_in_while_the_window_lives(writer):
    copy(word(*(item(f"Item {n} with <b>some</b> words", level=1 + n % 3) for n in range(2_000))))
    paste(writer)
    assert len(writer.body.toPlainText().split("\n")) == 2_000
    assert writer.find("bold", QAction).isEnabled()
    writer.control(Qt.Key.Key_Z)
    assert blocks(writer) == ()


def test_a_long_paste_can_be_cancelled(writer):
    copy(word(*(item(f"Item {n}") for n in range(2_000))))
    writer.control(Qt.Key.Key_V)
    assert writer.notices.words.text() == "Pasting…"
    writer.qtbot.waitUntil(lambda: "Item 100" in writer.body.toPlainText(), timeout=60_000)
    choose(writer, "Cancel")
    assert blocks(writer) == ()
    assert not writer.body.isReadOnly()
    writer.type("Go on")
    assert blocks(writer) == (paragraph("Go on"),)


def test_five_megabytes_of_tricks_leave_the_window_alive(writer):
    copy("<div><b a=1>" * 400_000 + "x", text="Only these words")
    paste(writer)
    assert blocks(writer) == (paragraph("Only these words"),)
    assert "came in as plain text" in writer.notices.words.text()


def test_a_copied_picture_asks_for_its_words(writer):
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    writer.control(Qt.Key.Key_V)
    dialog = writer.dialog("photoForm")
    dialog.reject()


def test_a_dropped_photo_becomes_a_figure(writer, tmp_path):
    (tmp_path / "dot.png").write_bytes(base64.b64decode(RED_DOT))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "dot.png"))])
    writer.body.insertFromMimeData(data)
    form = writer.dialog("photoForm")
    writer.go_to(form.findChild(QPlainTextEdit, "altText"))
    writer.type("A dot")
    writer.go_to(form.findChild(QLineEdit, "figureCaption"))
    writer.agree(form)
    (figure,) = blocks(writer)
    assert figure.src.startswith("media/")


def test_a_giant_picture_is_refused_in_one_sentence(writer):
    size = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    copy(image_png=b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", b"x"))
    writer.control(Qt.Key.Key_V)
    writer.qtbot.waitUntil(lambda: "million pixels" in writer.notices.words.text())
    assert blocks(writer) == ()


def chunk(name, data):
    check = struct.pack(">I", zlib.crc32(name + data))
    return struct.pack(">I", len(data)) + name + data + check


@pytest.mark.parametrize(
    ("name", "words"), [("a.txt", "One\n\ntwo"), ("a.md", "One\n\ntwo"), ("a.html", "<p>One<p>two")]
)
def test_a_dropped_text_file_gives_its_words(writer, tmp_path, name, words):
    (tmp_path / name).write_text(words, encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
    writer.body.insertFromMimeData(data)
    writer.qtbot.waitUntil(lambda: len(blocks(writer)) == 2)
    assert blocks(writer) == (paragraph("One"), paragraph("two"))


def test_another_kind_of_file_is_not_dropped_into_the_text(writer, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.docx"))])
    writer.body.insertFromMimeData(data)
    assert "Only photos and text files" in writer.notices.words.text()
    assert blocks(writer) == ()
