"""Marks, links, input methods, the look: what happens to words."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QIcon, QImage, QInputMethodEvent, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from editor_app.body.tree import (
    Body,
    Figure,
    Image,
    KeptSource,
    Link,
    Mark,
    Paragraph,
    RawInline,
    Source,
    Text,
)
from editor_app.ui.editor.document import fill, read
from editor_app.ui.editor.format_bar import FormatBar
from editor_app.ui.editor.forms.addresses import complete_address
from editor_app.ui.editor.link_dialog import LinkDialog
from editor_app.ui.editor.look import dark_look
from tests.ui.editor.build import bullets, figure, head, paragraph, quote, table, text, tight

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none
STRONG, EM = Mark.STRONG, Mark.EMPHASIS
SITE = Link("https://example.org/")
CTRL = Qt.KeyboardModifier.ControlModifier


# ---------------------------------------------------------------- marks


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("bold", Mark.STRONG),
        ("italic", Mark.EMPHASIS),
        ("strike", Mark.STRIKE),
        ("superscript", Mark.SUPERSCRIPT),
        ("subscript", Mark.SUBSCRIPT),
        ("inlineCode", Mark.CODE),
    ],
)
def test_a_mark_is_given_and_taken_again(typist, name, mark):
    typist.open(paragraph("One two three")).select("two").do(name)
    marked = paragraph("One ", text("two", mark), " three")
    assert typist.blocks == (marked,)
    assert typist.actions.named(name).isChecked()
    typist.do(name)
    assert typist.blocks == (paragraph("One two three"),)
    typist.do("undo")
    assert typist.blocks == (marked,)


def test_control_b_marks_what_is_typed_next(typist):
    typist.open().type("a ").press(Qt.Key.Key_B, CTRL).type("b").press(Qt.Key.Key_B, CTRL)
    typist.type(" c")
    assert typist.blocks == (paragraph("a ", text("b", STRONG), " c"),)


def test_superscript_and_subscript_exclude_each_other(typist):
    typist.open(paragraph("H2O")).select("2").do("superscript").do("subscript")
    assert typist.blocks == (paragraph("H", text("2", Mark.SUBSCRIPT), "O"),)


def test_clearing_formats_keeps_links(typist):
    typist.open(paragraph(text("a", STRONG, SITE), text("b", EM))).select("a", "b")
    typist.do("clearFormatting")
    assert typist.blocks == (paragraph(text("a", SITE), "b"),)


def test_marking_a_picture_in_a_line_keeps_the_picture(typist):
    typist.open(paragraph("a", Image("x.png", "alt"), "b")).select("a", "b").do("bold")
    marked = Image("x.png", "alt", "", frozenset({STRONG}))
    assert typist.blocks == (paragraph(text("a", STRONG), marked, text("b", STRONG)),)


# ---------------------------------------------------------------- links


def test_typing_at_the_end_of_a_link_does_not_extend_it(typist):
    typist.open(paragraph("see ", text("here", SITE))).go("here", after=True).type("!")
    assert typist.blocks == (paragraph("see ", text("here", SITE), "!"),)


def test_typing_inside_a_link_extends_it(typist):
    typist.open(paragraph(text("here", SITE))).go("re").type("e")
    assert typist.blocks == (paragraph(text("heere", SITE)),)


def test_typing_before_a_link_that_begins_a_line_does_not_extend_it(typist):
    typist.open(paragraph(text("here", SITE))).go("here").type("x")
    assert typist.blocks == (paragraph("x", text("here", SITE)),)


def test_control_k_makes_a_link_of_the_selection(typist, qapp):
    typist.open(paragraph("see here")).select("here").press(Qt.Key.Key_K, CTRL)
    dialog = typist.editor.findChild(LinkDialog)
    dialog.address.setText("example.org/page")
    QTest.keyClick(dialog.address, Qt.Key.Key_Return)
    linked = text("here", Link("https://example.org/page"))
    assert typist.blocks == (paragraph("see ", linked),)
    typist.do("undo")
    assert typist.blocks == (paragraph("see here"),)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("www.example.org", "https://www.example.org"),
        ("press@example.org", "mailto:press@example.org"),
        (" https://example.org/a ", "https://example.org/a"),
        ("#place", "#place"),
        ("javascript:alert(1)", ""),
        ("two words", ""),
    ],
)
def test_an_address_is_completed_or_refused(typed, address):
    assert complete_address(typed) == address


# ---------------------------------------------------------------- what the text widget could lose


def test_odd_letters_come_back_as_they_were(typist):
    words = "\u202f1\u00a0000 👩‍👧 e\u0301 שלום السلام 日本\u200d"
    marked = text(words.strip(), STRONG)  # white space at a mark's edge is outside of it
    typist.open(paragraph(f"{words}\u202f", marked))
    assert read(typist.editor.document()).blocks == typist.blocks
    assert words in "".join(node.text for node in typist.blocks[0].content)


def test_two_equal_pictures_stay_two(typist):
    twice = paragraph("a", Image("x.png", "y"), Image("x.png", "y"), RawInline("<u>"), "b")
    typist.open(twice)
    assert typist.blocks == (twice,)
    assert read(typist.editor.document()).blocks == (twice,)


def test_a_plain_document_holds_a_body_too(qapp):
    document = QTextDocument()
    body = Body((table(("a", "b"), ("c", "d")), quote("x"), bullets("y", ""), figure("", "")))
    fill(document, body)
    assert read(document) == body
    assert not document.isUndoAvailable()


def test_letters_outside_the_basic_plane_are_deleted_whole(typist):
    typist.open(paragraph("a🎉b")).go("b").press(Qt.Key.Key_Backspace)
    assert typist.blocks == (paragraph("ab"),)


def test_text_from_an_input_method_gets_the_marks_that_belong_there(typist):
    typist.open(paragraph(text("here", SITE))).go("here", after=True)
    event = QInputMethodEvent()
    event.setCommitString("日本")
    QCoreApplication.sendEvent(typist.editor, event)
    assert typist.blocks == (paragraph(text("here", SITE), "日本"),)


def test_an_input_method_cannot_write_into_a_locked_block(typist, qtbot):
    typist.open(Source("<div>x</div>")).go("x")
    event = QInputMethodEvent()
    event.setCommitString("日")
    with qtbot.waitSignal(typist.editor.refused):
        QCoreApplication.sendEvent(typist.editor, event)
    assert typist.blocks == (Source("<div>x</div>"),)


def test_blocks_that_were_not_touched_stay_the_same_objects(typist, qtbot):
    blocks = (paragraph("One"), bullets("Two"), table(("a",), ("b",)), paragraph("Four"))
    kept = (KeptSource((blocks[1],), "- Two\n"),)
    typist.editor.show_body(Body(blocks, kept), language="en")
    typist.go("Four")
    with qtbot.waitSignal(typist.editor.body_edited) as caught:
        typist.type("x")
    after = caught.args[0]
    assert all(new is old for new, old in zip(after.blocks[:3], blocks[:3], strict=True))
    assert after.kept == kept


def test_showing_a_body_is_not_an_edit(typist, qtbot):
    with qtbot.assertNotEmitted(typist.editor.body_edited):
        typist.open(paragraph("One"))
    assert not typist.actions.named("undo").isEnabled()


def test_another_look_changes_neither_text_nor_history(typist, qtbot):
    typist.open(paragraph("One ", text("two", SITE))).go("One").type("x")
    before = typist.blocks
    steps = typist.editor.document().availableUndoSteps()
    with qtbot.assertNotEmitted(typist.editor.body_edited):
        typist.editor.show_look(dark_look())
    assert typist.blocks == before
    assert typist.editor.document().availableUndoSteps() == steps


def test_an_arabic_item_is_laid_out_from_the_right(typist):
    typist.open(paragraph("English"), language="ar")
    right = Qt.LayoutDirection.RightToLeft
    assert typist.editor.document().firstBlock().textDirection() == right
    typist.open(paragraph("English"), paragraph("سلام"), language="en")
    directions = [typist.editor.document().findBlockByNumber(n).textDirection() for n in (0, 1)]
    assert directions == [Qt.LayoutDirection.LeftToRight, right]


def test_a_read_only_text_takes_no_keys(typist):
    typist.open(paragraph("One")).go("One")
    typist.editor.setReadOnly(True)
    typist.type("x").press(Qt.Key.Key_Return).press(Qt.Key.Key_Delete)
    assert typist.blocks == (paragraph("One"),)


def test_putting_in_a_body_keeps_the_caret(typist):
    typist.open(paragraph("One"), paragraph("Two"), paragraph("Three")).go("Three", after=True)
    typist.editor.apply_body(
        Body((paragraph("A longer one"), paragraph("Two"), paragraph("Three")))
    )
    typist.type("!")
    assert typist.blocks[-1] == paragraph("Three!")


# ---------------------------------------------------------------- figures, the bar


def test_what_a_figure_says_changes_in_one_step(typist):
    before = Figure("media/a.jpg", "", "", (text("Old "), text("bold", STRONG)), ())
    placed = typist.open(before, paragraph("End")).editor.figure_at(0)
    after = Figure("media/a.jpg", "A street festival", "", before.caption, (text("Photo: me"),))
    typist.editor.change_figure(placed, after)
    assert typist.blocks == (after, paragraph("End"))
    typist.do("undo")
    assert typist.blocks == (before, paragraph("End"))


def test_typing_on_a_photo_goes_into_its_caption(typist):
    typist.open(figure("", "")).line(0).type("x")
    assert typist.blocks == (figure("x", ""),)


def test_columns_are_added_aligned_and_deleted(typist):
    typist.open(table(("a", "b"), ("c", "d"))).go("a").do("columnAfter").do("alignColumn")
    added = typist.blocks[0]
    assert [str(side) for side in added.alignments] == ["center", "", ""]
    typist.do("deleteColumn").do("undo")
    assert typist.blocks[0] == added


def test_pictures_are_asked_for_once(typist):
    asked = []

    def source(src):
        asked.append(src)
        return QImage(40, 20, QImage.Format.Format_RGB32)

    typist.editor.set_picture_source(source)
    typist.open(figure(), paragraph("a"), figure())
    typist.editor.grab()
    typist.editor.resize(500, 400)
    typist.editor.grab()
    assert asked == ["media/a.jpg"]


def test_the_bar_names_all_its_controls_and_hides_what_has_no_room(typist, qtbot):
    bar = FormatBar(typist.actions, lambda _name: QIcon())
    qtbot.addWidget(bar)
    bar.resize(700, 40)
    bar.show()
    buttons = bar.findChildren(QToolButton)
    assert all(button.accessibleName() and button.toolTip() for button in buttons)
    rest = bar.findChild(QToolButton, "moreButtons")
    assert bar.findChild(QToolButton, "insertTableButton").isVisible()
    assert not rest.isVisible()
    for width in range(bar.minimumSizeHint().width(), 620, 7):
        bar.resize(width, 40)
        bar.layout().activate()
        rest.menu().aboutToShow.emit()
        offered = {action.objectName() for action in rest.menu().actions()}
        for name in ("bold", "quote", "insertFigure", "insertTable", "quickInsert"):
            button = bar.findChild(QToolButton, f"{name}Button")
            assert button.isVisible() or (rest.isVisible() and name in offered), (width, name)
        shown = [button for button in buttons if button.isVisible()]
        assert max(button.geometry().right() for button in shown) < width
        assert all(button.width() == 28 for button in shown)


def test_the_bar_chooses_the_style_of_the_line(typist, qtbot):
    bar = FormatBar(typist.actions, lambda _name: QIcon())
    qtbot.addWidget(bar)
    typist.open(paragraph("One")).go("One")
    bar.style_box.setCurrentIndex(1)
    bar.style_box.activated.emit(1)
    assert typist.blocks == (head("One"),)
    assert bar.style_box.currentText() == "Cross-head"


def test_the_text_is_selected_over_tables_without_losing_cells(typist):
    typist.open(paragraph("One"), table(("a", "b"), ("c", "d")), paragraph("Two"))
    typist.select("One", "Two").do("bold")
    assert typist.blocks[1].rows[0][1] == (Text("d", frozenset({STRONG})),)
    cursor = typist.editor.textCursor()
    assert cursor.selectionEnd() > cursor.selectionStart()
    typist.press(Qt.Key.Key_Delete)
    assert typist.blocks == ()


def test_moving_in_the_text_changes_nothing(typist, qtbot):
    typist.open(Paragraph((text("One"),)), bullets("a"), tight("b"))
    with qtbot.assertNotEmitted(typist.editor.body_edited):
        typist.press(Qt.Key.Key_Down, times=3).press(Qt.Key.Key_Home)
        typist.editor.moveCursor(QTextCursor.MoveOperation.End)
