"""The fields above the text."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLineEdit, QWidget

from editor_app.model.item import LeadFigure
from editor_app.ui.fields.choices import (
    LanguageField,
    SectionField,
    TagsField,
    read_tags,
    write_tags,
)
from editor_app.ui.fields.counter import Counter
from editor_app.ui.fields.growing_text import GrowingText
from editor_app.ui.fields.lead_photo import LeadPhoto
from editor_app.ui.look.look import Look


@pytest.fixture
def look(qapp):
    made = Look(qapp)
    yield made
    made.let_go()


@pytest.fixture
def growing(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(300, 200)
    field = GrowingText(font=QFont(), name="Headline", placeholder="", parent=holder)
    field.resize(200, field.height())
    holder.show()
    yield field
    holder.hide()


def test_showing_a_headline_is_not_an_edit(qtbot, growing):
    with qtbot.assertNotEmitted(growing.text_edited):
        growing.show_text("Flood")
    assert growing.text() == "Flood"


def test_typing_is_an_edit(qtbot, growing):
    with qtbot.waitSignal(growing.text_edited) as heard:
        qtbot.keyClicks(growing, "F")
    assert heard.args == ["F"]


def test_enter_goes_on_and_makes_no_line(qtbot, growing):
    growing.show_text("Flood")
    with qtbot.waitSignal(growing.finished):
        qtbot.keyClick(growing, Qt.Key.Key_Return)
    assert growing.text() == "Flood"


def test_pasted_lines_become_one(growing):
    words = QMimeData()
    words.setText("Flood\nhits\n Leeds")
    growing.insertFromMimeData(words)
    assert growing.text() == "Flood hits Leeds"


def test_the_field_grows_with_its_words(growing):
    low = growing.height()
    growing.show_text("A headline that is far too long for one line of this narrow field " * 2)
    assert growing.height() > low


def test_the_caret_stays_when_the_same_words_are_shown(growing):
    growing.show_text("Flood")
    cursor = growing.textCursor()
    cursor.setPosition(3)
    growing.setTextCursor(cursor)
    growing.show_text("Flood")
    assert growing.textCursor().position() == 3


def ink(widget):
    """Return from which column to which something is painted in a widget."""
    picture = widget.grab().toImage()
    ground = picture.pixel(0, picture.height() - 1)
    columns = [
        x
        for x in range(picture.width())
        if any(picture.pixel(x, y) != ground for y in range(picture.height()))
    ]
    return columns[0], columns[-1]


@pytest.mark.parametrize("direction", Qt.LayoutDirection)
def test_the_words_of_an_empty_field_stand_where_it_is_written_from(qtbot, direction):
    holder = QWidget()
    qtbot.addWidget(holder)
    field = GrowingText(font=QFont(), name="Headline", placeholder="Headline", parent=holder)
    field.resize(300, field.height())
    field.setEnabled(False)  # without a caret
    field.show_direction(direction)
    first, last = ink(field)
    if direction == Qt.LayoutDirection.RightToLeft:
        assert first > 150
        assert last > 290
    else:
        assert first < 10
        assert last < 150


@pytest.mark.parametrize(("text", "tone"), [("", ""), ("x" * 65, "good"), ("x" * 66, "warning")])
def test_the_counter_turns_amber_over_the_limit(qtbot, text, tone):
    counter = Counter(65, unit="characters")
    qtbot.addWidget(counter)
    counter.show_count(text)
    assert counter.text() == f"{len(text)} / 65 characters"
    assert counter.property("tone") == tone


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#diaspora #SDGs", ("diaspora", "SDGs")),
        ("diaspora, SDGs", ("diaspora", "SDGs")),
        ("#labour migration#SDGs", ("labour migration", "SDGs")),
        (" # , #one #one", ("one",)),
        ("", ()),
    ],
)
def test_tags_are_read_from_one_line(text, tags):
    assert read_tags(text) == tags
    assert read_tags(write_tags(tags)) == tags


def test_tags_that_are_being_typed_are_not_rewritten(qtbot):
    field = TagsField()
    qtbot.addWidget(field)
    field.tags_edited.connect(field.show_tags)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "#one #")
    assert field.text() == "#one #"


@pytest.fixture
def tags(qtbot, look):
    holder = QWidget()
    holder.setStyleSheet(look.style_sheet())
    qtbot.addWidget(holder)
    field, other = TagsField(holder), QLineEdit(holder)
    field.setGeometry(0, 0, 150, field.sizeHint().height())
    other.move(0, 60)
    holder.resize(300, 100)
    holder.show()
    field.show_tags(("Jardins partagés", "quartier", "biodiversité"))
    yield field
    holder.hide()


def test_tags_show_their_start_when_they_are_left(qtbot, tags):
    tags.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(tags.hasFocus)
    qtbot.keyClick(tags, Qt.Key.Key_End)
    qtbot.keyClick(tags, Qt.Key.Key_Tab)
    assert not tags.hasFocus()
    assert tags.cursorPosition() == 0


def test_tags_that_find_no_room_end_in_dots_and_stand_in_the_tool_tip(tags):
    whole = tags.text()
    assert whole in tags.toolTip()
    cut = tags.grab().toImage()
    likely = []
    for length in range(1, len(whole)):
        tags.setText(f"{whole[:length]}…")
        tags.setCursorPosition(0)
        if tags.grab().toImage() == cut:
            likely.append(tags.text())
    assert likely


def test_a_section_that_is_typed_is_sent_when_it_is_left(qtbot):
    field = SectionField()
    qtbot.addWidget(field)
    field.offer(["News", "Event"])
    field.show_section("News")
    field.lineEdit().selectAll()
    qtbot.keyClicks(field, "Feature")
    with qtbot.waitSignal(field.section_edited) as heard:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard.args == ["Feature"]


def test_a_photo_without_alt_text_opens_its_field(qtbot, look):
    photo = LeadPhoto(look, lambda _src: None)
    qtbot.addWidget(photo)
    photo.show()
    photo.show_figure(LeadFigure(src="media/ab/abc.jpg", credit="Photo: A"))
    assert photo.alt.isVisible()
    assert photo.pill.text() == "ALT missing"
    with qtbot.waitSignal(photo.words_edited) as heard:
        qtbot.keyClicks(photo.alt, "A")
    assert heard.args[0].alt == "A"
    assert photo.pill.text() == "ALT ✓"


def test_without_a_photo_there_is_a_place_for_one(qtbot, look):
    photo = LeadPhoto(look, lambda _src: None)
    qtbot.addWidget(photo)
    photo.show()
    photo.show_figure(LeadFigure())
    with qtbot.waitSignal(photo.file_requested):
        qtbot.mouseClick(photo.empty, Qt.MouseButton.LeftButton)


def test_caption_and_credit_show_all_their_words_as_long_as_a_line_can(qtbot, look):
    photo = LeadPhoto(look, lambda _src: None)
    qtbot.addWidget(photo)
    photo.setStyleSheet(look.style_sheet())
    photo.resize(570, 260)
    photo.show()

    def room_left(line):
        return line.width() - line.fontMetrics().horizontalAdvance(line.text())

    for caption in ("A festival.", "The “Marisol” on the evening before her first tour."):
        photo.show_figure(LeadFigure(src="a.jpg", caption=caption, credit="Sample pictures, 2026"))
        qtbot.waitUntil(lambda: room_left(photo.caption) > 8 and room_left(photo.credit) > 8)
        assert photo.credit.geometry().bottom() < photo.height()


def test_the_words_of_a_photo_are_asked_for_in_the_order_of_every_photo_form(qtbot, look):
    photo = LeadPhoto(look, lambda _src: None)
    qtbot.addWidget(photo)
    photo.show()
    photo.show_figure(LeadFigure(src="media/ab/abc.jpg"))
    photo.activateWindow()
    photo.alt.setFocus()
    qtbot.waitUntil(photo.alt.hasFocus)
    reached = []
    for _ in range(4):
        reached.append(photo.focusWidget())
        qtbot.keyClick(photo.focusWidget(), Qt.Key.Key_Tab)
    assert reached == [photo.alt, photo.decorative, photo.caption, photo.credit]
    tops = [each.mapTo(photo, QPoint(0, 0)).y() for each in (photo.alt, photo.caption)]
    assert tops == sorted(tops)


def test_the_languages_open_beside_the_field_so_that_a_slow_click_chooses_none(qtbot, look):
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setStyleSheet(look.style_sheet())
    holder.resize(300, 600)
    field = LanguageField(holder)
    field.move(20, 100)
    field.show_language("en-GB")
    holder.show()
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    languages = field.view()
    qtbot.waitUntil(languages.isVisible)
    place = QRect(languages.mapToGlobal(QPoint(0, 0)), languages.size())
    assert not place.intersects(QRect(field.mapToGlobal(QPoint(0, 0)), field.size()))
    assert languages.height() < 600
    assert languages.viewport().width() >= languages.sizeHintForColumn(0)
    field.hidePopup()
