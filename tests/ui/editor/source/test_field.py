"""The field that Markdown is typed in: what it takes, what it shows, what it holds off."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from editor_app.ui.editor.look import dark_look, light_look
from editor_app.ui.editor.source.field import LONGEST_LINE, MOST, MarkdownField

TEXTS = st.text("ab |\n🎉é\u00a0", max_size=14)


@pytest.fixture
def field(qtbot):
    made = MarkdownField(light_look())
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def pasted(field, text):
    data = QMimeData()
    data.setText(text)
    field.insertFromMimeData(data)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS, TEXTS)
def test_another_text_comes_in_as_one_step(field, old, new):
    field.show_markdown(old)
    field.change_markdown(new)
    assert field.markdown() == new
    field.undo()
    assert field.markdown() == old


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS, st.data())
def test_places_are_letters_whatever_qt_counts(field, text, data):
    place = data.draw(st.integers(0, len(text)))
    field.show_markdown(text)
    field.go_to(place)
    assert field.place() == place


def test_showing_a_text_is_not_typing(qtbot, field):
    with qtbot.assertNotEmitted(field.markdown_edited):
        field.show_markdown("a")
        field.change_markdown("ab")
    with qtbot.waitSignal(field.markdown_edited):
        QTest.keyClicks(field, "c")


def test_tab_sets_in(field):
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.markdown() == "    "


@pytest.mark.parametrize("text", ["x" * (LONGEST_LINE + 1), "a line\n" * (MOST // 7 + 1)])
def test_what_would_hold_the_window_up_is_refused_in_words(qtbot, field, text):
    field.show_markdown("Before.")
    with qtbot.waitSignal(field.refused):
        pasted(field, text)
    assert field.markdown() == "Before."


def test_long_lines_are_not_wrapped_and_ordinary_ones_are_again(field):
    pasted(field, "[" * 20_000)
    assert field.lineWrapMode() == QPlainTextEdit.LineWrapMode.NoWrap
    field.show_markdown("Words.")
    assert field.lineWrapMode() == QPlainTextEdit.LineWrapMode.WidgetWidth


def colours(field):
    layout = field.document().firstBlock().layout()
    return {part.format.foreground().color().name() for part in layout.formats()}


def test_structure_is_coloured_in_the_colours_of_the_moment(field):
    field.show_markdown("> a [link](https://e.org) and 🎉 *words*")
    light = colours(field)
    assert light_look().accent in light
    field.show_look(dark_look())
    assert dark_look().accent in colours(field)


def test_a_long_text_is_not_coloured_and_a_short_one_is_again(field):
    field.show_markdown("# head\n" * 60_000)
    assert colours(field) == set()
    field.show_markdown("> a [link](https://e.org)")
    assert light_look().accent in colours(field)


def test_words_written_from_the_right_stand_at_the_right(field):
    field.show_direction(Qt.LayoutDirection.RightToLeft)
    field.show_markdown("> \u0643\u062a\u0628")
    assert field.cursorRect().left() > field.viewport().width() - 20
    field.show_direction(Qt.LayoutDirection.LayoutDirectionAuto)
    field.show_markdown("> words")
    assert field.cursorRect().left() < 20


def test_a_text_of_many_lines_is_coloured_to_its_end_when_there_is_time(qtbot, field):
    field.show_markdown("plain\n" * 1_000 + "* last")
    last = field.document().lastBlock()
    qtbot.waitUntil(lambda: last.layout().formats() != [])


def test_a_fence_is_coloured_whatever_was_coloured_before(qtbot, field):
    field.show_markdown("plain\n" * 600 + "```\ncode\n```\nplain")
    code = field.document().findBlockByNumber(601)
    qtbot.waitUntil(lambda: code.layout().formats() != [])
    field.go_to(0)
    QTest.keyClicks(field, "```")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: code.layout().formats() == [])


def test_another_text_is_coloured_from_its_start(qtbot, field):
    field.show_markdown("plain\n" * 1_000)
    field.show_markdown("# Head\n")
    assert light_look().text in colours(field)
