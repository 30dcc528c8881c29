"""Copying, pasting, dropping: structure inside the program, clean words from outside."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QImage

from editor_app.body.tree import Break, Link, Mark, Separator, Source
from editor_app.intake.clipboard.html import read_html
from editor_app.ui.pasting.images import as_png
from tests.ui.editor.build import (
    bullets,
    figure,
    head,
    note,
    numbers,
    paragraph,
    quote,
    table,
    text,
)

STRONG, SUB = Mark.STRONG, Mark.SUBSCRIPT
SITE = Link("https://example.org/")


def copied(typist):
    return typist.editor.createMimeDataFromSelection()


def test_structure_survives_copy_and_paste(typist):
    blocks = (head("Head"), bullets("One", ("Two", bullets("Deep"))), figure(), Separator())
    typist.open(*blocks, paragraph("End")).select("Head", "Credit")
    data = copied(typist)
    typist.open().editor.insertFromMimeData(data)
    assert typist.blocks == blocks[:3]
    typist.do("undo")
    assert typist.blocks == ()


def test_words_are_pasted_into_the_line_with_their_marks(typist):
    typist.open(paragraph("a ", text("bold", STRONG), " b")).select("bold")
    data = copied(typist)
    typist.open(paragraph("xy")).go("y").editor.insertFromMimeData(data)
    assert typist.blocks == (paragraph("x", text("bold", STRONG), "y"),)


def test_what_is_copied_is_html_and_text_for_others(typist):
    typist.open(paragraph("One ", text("two", STRONG)), bullets("Three")).select("One", "Three")
    data = copied(typist)
    assert "<strong>two</strong>" in data.html()
    assert "One two" in data.text()
    assert "Three" in data.text()


def test_foreign_html_keeps_its_words_and_simple_structure(typist):
    data = QMimeData()
    data.setHtml(
        "<h1 style='color:red'>Head</h1><p>One <b>two</b> <a href='https://example.org/'>x</a></p>"
        "<ul><li>a<ul><li>b</li></ul></li></ul><script>alert(1)</script>"
        "<table><tr><td>cell</td></tr></table>"
    )
    typist.open().editor.insertFromMimeData(data)
    assert typist.blocks == (
        head("Head"),
        paragraph("One ", text("two", STRONG), " ", text("x", SITE)),
        bullets(("a", bullets("b"))),
        paragraph("cell"),
    )


def test_plain_text_is_pasted_as_paragraphs(typist):
    data = QMimeData()
    data.setText("One\r\ntwo\r\n\r\nThree\n")
    typist.open().editor.insertFromMimeData(data)
    assert typist.blocks == (paragraph("One", Break(), "two"), paragraph("Three"))


def test_a_copied_picture_is_offered_and_not_pasted(typist, qtbot):
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    data = QMimeData()
    data.setImageData(image)
    typist.open()
    with qtbot.waitSignal(typist.editor.pictures_received) as caught:
        typist.editor.insertFromMimeData(data)
    assert as_png(caught.args[0][0]).startswith(b"\x89PNG")
    assert typist.blocks == ()


def test_items_pasted_into_a_list_become_its_items(typist):
    typist.open(bullets("One", "Two"), paragraph("x")).select("One", "Two")
    data = copied(typist)
    typist.open(bullets("Zero")).go("Zero", after=True).press(Qt.Key.Key_Return)
    typist.editor.insertFromMimeData(data)
    assert typist.blocks == (bullets("Zero", "One", "Two"),)


def test_what_is_more_than_items_comes_below_the_list(typist):
    data = QMimeData()
    data.setHtml("<h2>Head</h2><p>End</p><ul><li>a</li></ul>")
    typist.open(bullets("One", "Two"), paragraph("x")).go("Two", after=True)
    typist.editor.insertFromMimeData(data)
    assert typist.blocks == (
        bullets("One", "Two"),
        head("Head"),
        paragraph("End"),
        bullets("a"),
        paragraph("x"),
    )
    typist.do("undo")
    assert typist.blocks == (bullets("One", "Two"), paragraph("x"))


def test_a_locked_block_is_copied_as_it_was_written(typist):
    source = Source("<div>\n<p>x</p>\n</div>")
    typist.open(source, paragraph("End")).select("<div>", "</div>")
    data = copied(typist)
    typist.open().editor.insertFromMimeData(data)
    assert typist.blocks == (source,)
    assert data.text() == source.markdown


def test_what_lands_elsewhere_reads_back_as_what_was_copied(typist):
    blocks = (
        head("Head"),
        paragraph(
            "One ", text("two", STRONG), " ", text("x", SITE), "H", text("2", Mark.SUBSCRIPT)
        ),
        bullets("One", ("Two", bullets("Deep"))),
        numbers("Three", start=3),
        quote("We came.", by="Ann Lee"),
        Separator(),
        table(["Year", "All"], ["2014", "12"]),
        paragraph("A claim", note("The note"), "."),
    )
    typist.open(*blocks).do("selectAll")
    html = copied(typist).html()
    assert read_html(html).blocks == blocks
    assert "style=" not in html


def test_pictures_travel_inside_the_html(typist):
    red = QImage(4, 2, QImage.Format.Format_RGB32)
    red.fill(Qt.GlobalColor.red)
    typist.editor.set_picture_source(lambda src: red if src == "media/a.jpg" else None)
    typist.open(figure(), figure("Gone", "", "", "media/b.jpg"), paragraph("End")).do("selectAll")
    pasted = read_html(copied(typist).html())
    (data,) = pasted.pictures.values()
    assert QImage.fromData(data).size() == red.size()
    first, *_rest = pasted.blocks
    assert (first.alt, first.caption, first.credit) == (
        "Alt",
        (text("Caption"),),
        (text("Credit"),),
    )
    assert "media/" not in copied(typist).html()


def test_copied_pictures_say_nothing_that_the_photos_file_says(typist):
    for form in (QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32):
        red = QImage(4, 2, form)
        red.fill(QColor(200, 0, 0, 100))
        red.setText("XML:com.adobe.xmp", '<x exif:GPSLatitude="52,13.5N"/>')
        typist.editor.set_picture_source(lambda _src, red=red: red)
        typist.open(figure()).do("selectAll")
        (data,) = read_html(copied(typist).html()).pictures.values()
        arrived = QImage.fromData(data)
        assert arrived.textKeys() == []
        assert b"GPS" not in data
        assert arrived.pixelColor(1, 1).alpha() == red.pixelColor(1, 1).alpha()
        assert abs(arrived.pixelColor(1, 1).red() - 200) < 3


def test_copied_words_have_marks_before_items(typist):
    typist.open(paragraph("One"), bullets("a", ("b", numbers("c"))), paragraph("End"))
    typist.do("selectAll")
    assert copied(typist).text() == "One\n\n• a\n• b\n  1. c\n\nEnd"
