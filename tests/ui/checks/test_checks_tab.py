"""The Checks tab over a real item: what it shows, where it leads, what it mends."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTabBar

from editor_app.body import write_markdown
from editor_app.ui.checks.finding_list import FindingList
from editor_app.ui.checks.model import CheckRole, RowKind
from editor_app.ui.checks.panel import ChecksPanel
from editor_app.ui.checks.runner import CheckRunner

BODY = (
    "The first  ferry left on Monday.\n\n"
    "See [the plan](https://example.org/p?utm_source=x) of the ferries.\n\n"
    "The [map](https://example.org/m?utm_source=x) shows both quays.\n"
)


class Checks:
    """The Checks tab of a window, as a person uses it."""

    def __init__(self, qtbot, window):
        self.qtbot, self.window = qtbot, window
        qtbot.waitUntil(lambda: window.findChild(ChecksPanel) is not None)
        self.panel = window.findChild(ChecksPanel)
        self.list = window.findChild(FindingList)
        window.actions_.checks.trigger()
        self.settle()

    def settle(self):
        runner = self.window.findChild(CheckRunner)
        self.qtbot.waitUntil(lambda: runner.is_idle)

    def rows(self, kind=RowKind.FINDING):
        model = self.list.model()
        found = [model.index(row).data(CheckRole.ROW) for row in range(model.rowCount())]
        return [row for row in found if row.kind is kind]

    def of(self, rule):
        return [row for row in self.rows() if row.finding.rule == rule]

    def choose(self, rule, number=0):
        wanted = self.of(rule)[number]
        model = self.list.model()
        for row in range(model.rowCount()):
            if model.index(row).data(CheckRole.ROW) is wanted:
                self.list.setCurrentIndex(model.index(row))
        return wanted.finding

    def press(self, name):
        button = self.window.findChild(QPushButton, name)
        assert button.isVisible(), name
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        self.settle()


@pytest.fixture
def checks(qtbot, filled, an_item, open_window):
    """Return a function that opens an item with its checks in front."""

    def build(**fields):
        filled(an_item(**{"headline": "Ferries run in the delta", "body": BODY, **fields}))
        window = open_window()
        with qtbot.waitExposed(window):
            window.show()
        return Checks(qtbot, window)

    return build


def body_text(window):
    return window.panes.editor.body.toPlainText()


def test_findings_stand_under_their_level_with_a_count(checks):
    tab = checks(headline="")
    headings = [row.words for row in tab.rows(RowKind.HEADING)]
    assert headings[0].startswith("Blocks the export · ")
    assert [row.where for row in tab.of("link-tracking")] == ["Paragraph 2", "Paragraph 3"]


def test_the_tab_and_the_status_bar_say_how_much_was_found(checks):
    tab = checks(headline="")
    number = len(tab.rows())
    bar = tab.window.tabs.tabBar()
    badge = bar.tabButton(1, QTabBar.ButtonPosition.RightSide)
    assert isinstance(badge, QLabel)
    assert (badge.text(), badge.property("level")) == (str(number), "blocks")
    first = tab.window.status.first_check
    assert first.toolTip().startswith("1 problem: ")
    tab.window.tabs.setCurrentIndex(0)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert tab.window.tabs.currentWidget() is tab.window.panes.checks


def test_what_is_written_is_checked_live(checks, qtbot):
    tab = checks(body="One.\n")
    assert tab.of("space-doubled") == []
    body = tab.window.panes.editor.body
    body.setFocus()
    body.moveCursor(body.textCursor().MoveOperation.End)
    QTest.keyClicks(body, " More  words.")
    qtbot.waitUntil(lambda: len(tab.of("space-doubled")) == 1)


def test_choosing_a_finding_shows_its_place_and_enter_goes_there(checks, qtbot):
    tab = checks()
    tab.list.setFocus()
    tab.choose("link-tracking", 1)
    body = tab.window.panes.editor.body
    assert body.textCursor().selectedText() == "map"
    assert QApplication.focusWidget() is tab.list
    QTest.keyClick(tab.list, Qt.Key.Key_Return)
    qtbot.waitUntil(body.hasFocus)
    assert body.textCursor().selectedText() == "map"


def test_a_click_goes_to_the_place(checks, qtbot):
    tab = checks()
    model = tab.list.model()
    wanted = tab.of("space-doubled")[0]
    index = next(
        model.index(row)
        for row in range(model.rowCount())
        if model.index(row).data(CheckRole.ROW) is wanted
    )
    tab.list.scrollTo(index)
    place = tab.list.visualRect(index).center()
    QTest.mouseClick(tab.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    body = tab.window.panes.editor.body
    qtbot.waitUntil(body.hasFocus)
    assert body.textCursor().selectedText() == "  "


def undo_in_text(tab):
    body = tab.window.panes.editor.body
    body.setFocus()
    QTest.keyClick(body, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    tab.settle()


def links(tab):
    return write_markdown(tab.window.panes.editor.body.body())


def test_a_fix_is_one_step_that_undo_takes_back(checks):
    tab = checks()
    tab.choose("link-tracking")
    tab.press("fixFinding")
    assert links(tab) == BODY.replace("p?utm_source=x", "p")
    assert len(tab.of("link-tracking")) == 1
    assert tab.list.chosen is not None
    undo_in_text(tab)
    assert links(tab) == BODY
    tab.choose("link-tracking")
    tab.press("fixFinding")
    tab.press("undoFix")
    assert links(tab) == BODY
    assert len(tab.of("link-tracking")) == 2


def test_all_of_a_kind_are_mended_as_one_step(checks):
    tab = checks()
    tab.choose("link-tracking")
    tab.press("fixAllOfKind")
    assert "utm_source" not in links(tab)
    assert tab.of("link-tracking") == []
    undo_in_text(tab)
    assert links(tab) == BODY


def test_a_field_is_mended_and_its_own_undo_takes_it_back(checks):
    tab = checks(headline="Ferries  run in the delta")
    headline = tab.window.panes.editor.header.headline
    tab.choose("space-doubled")
    tab.press("fixFinding")
    assert headline.text() == "Ferries run in the delta"
    headline.setFocus()
    QTest.keyClick(headline, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert headline.text() == "Ferries  run in the delta"


def test_a_field_among_the_details_is_mended_and_can_be_undone(checks):
    tab = checks(summary="Two  ferries run in the delta from the first of May, with a timetable.")
    tab.choose("space-doubled")
    tab.press("fixFinding")
    summary = tab.window.panes.details.rows["summary"]
    assert "Two ferries" in summary.findChild(type(summary.label.buddy())).toPlainText()
    tab.press("undoFix")
    assert "Two  ferries" in summary.findChild(type(summary.label.buddy())).toPlainText()


def test_the_place_of_a_detail_is_shown_in_its_tab(checks, qtbot):
    tab = checks(byline="Ana  Kovač")
    tab.list.setFocus()
    tab.choose("space-doubled")
    QTest.keyClick(tab.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    assert tab.window.tabs.currentWidget() is tab.window.panes.details
    assert QApplication.focusWidget().selectedText() == "  "


def leave(tab, reason):
    tab.press("leaveFinding")
    line = tab.window.findChild(QLineEdit, "leaveReason")
    QTest.keyClicks(line, reason)
    QTest.keyClick(line, Qt.Key.Key_Return)
    tab.settle()


def test_a_finding_is_left_for_a_reason_that_stays_with_the_item(checks, open_window, qtbot):
    tab = checks(body="The first  ferry left.\n")
    tab.choose("space-doubled")
    leave(tab, "It is so on the ticket.")
    assert tab.of("space-doubled") == []
    (left,) = tab.rows(RowKind.LEFT)
    assert left.left.reason == "It is so on the ticket."
    tab.window.close()

    again = open_window()
    with qtbot.waitExposed(again):
        again.show()
    reopened = Checks(qtbot, again)
    assert [row.left.reason for row in reopened.rows(RowKind.LEFT)] == ["It is so on the ticket."]
    model = reopened.list.model()
    last = next(
        model.index(row)
        for row in range(model.rowCount())
        if model.index(row).data(CheckRole.ROW).kind is RowKind.LEFT
    )
    reopened.list.setCurrentIndex(last)
    reopened.press("takeBackReason")
    assert len(reopened.of("space-doubled")) == 1
    assert reopened.rows(RowKind.LEFT) == []


def test_no_reason_is_no_reason_and_escape_ends_the_question(checks):
    tab = checks()
    tab.choose("space-doubled")
    tab.press("leaveFinding")
    line = tab.window.findChild(QLineEdit, "leaveReason")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClicks(line, "Because")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not line.isVisible()
    assert tab.rows(RowKind.LEFT) == []


def test_what_blocks_can_only_be_mended(checks):
    tab = checks(headline="")
    blocking = next(row for row in tab.rows() if row.level.value == "blocks")
    tab.choose(blocking.finding.rule)
    assert not tab.window.findChild(QPushButton, "leaveFinding").isVisible()


def test_another_item_shows_its_own_findings(checks, qtbot):
    tab = checks()
    tab.window.actions_.new.trigger()
    qtbot.waitUntil(lambda: tab.of("space-doubled") == [])
    tab.settle()
    assert not tab.window.findChild(QPushButton, "undoFix").isVisible()


def test_misspelt_words_are_one_line_with_their_number(checks, qtbot):
    tab = checks(body="The gloabl vision of the comunity.\n")
    qtbot.waitUntil(lambda: any("2" in row.words for row in tab.of("spelling")), timeout=20_000)
