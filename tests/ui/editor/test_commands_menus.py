"""Where the commands are found: the bar under the text, quick insert, the context menu, menus."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from editor_app import paths
from editor_app.body.tree import FactBox, PullQuote, Quote
from editor_app.ui.editor.commands.entries import ENTRIES, INSERT_ACTIONS
from editor_app.ui.editor.context_menu import fill_context_menu
from editor_app.ui.editor.format_bar import FormatBar
from editor_app.ui.editor.place_bar import PlaceBar
from editor_app.ui.editor.place_menu import PlaceMenu
from editor_app.ui.editor.quick_insert import QuickInsert
from tests.ui.editor.build import (
    box,
    bullets,
    card,
    figure,
    paragraph,
    pull_quote,
    quote,
    table,
    text,
)
from tests.ui.editor.commanding import CTRL, SHIFT, one_step_to


@pytest.fixture
def bar(typist, qtbot):
    made = PlaceBar(typist.actions)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def bar_and_text(typist, bar, qtbot):
    """Return a typist, and what opens the menu of a part of the bar."""
    return typist, lambda number: menu_of(typist, bar, number, qtbot)


def words(bar):
    return [button.text() for button in bar.buttons()]


def chosen(typist):
    return typist.editor.textCursor().selection().toPlainText().split("\n")


def menu_of(typist, bar, number, qtbot):
    """Press a part of the bar and return the menu it opens."""
    with qtbot.waitSignal(bar.place_chosen) as caught:
        QTest.mouseClick(bar.buttons()[number], Qt.MouseButton.LeftButton)
    typist.actions.select(caught.args[0])
    return PlaceMenu(caught.args[0], typist.actions, parent=typist.editor)


def take(menu, name):
    next(action for action in menu.actions() if action.objectName() == name).trigger()


# ---------------------------------------------------------------- where the caret stands


def test_the_bar_says_what_the_caret_stands_in(typist, bar):
    boxed = FactBox((text("About"),), (paragraph("In the box"),))
    typist.open(quote(bullets("Deep")), boxed, table(("a",), ("Cell",)), figure(), paragraph("End"))
    for place, expected in (
        ("Deep", ["Quote", "Bullets", "Item"]),
        ("About", ["Fact box", "Title"]),
        ("In the", ["Fact box", "Paragraph"]),
        ("Cell", ["Table"]),
        ("Credit", ["Photo", "Credit"]),
        ("End", ["Paragraph"]),
    ):
        typist.go(place)
        assert words(bar) == expected, place
    assert all(button.accessibleName() for button in bar.buttons())


def test_a_narrow_bar_shows_the_innermost_things(typist, bar):
    typist.open(quote(bullets("Deep"))).go("Deep")
    bar.resize(90, bar.height())
    assert [button.isVisible() for button in bar.buttons()] == [False, False, True]
    bar.resize(600, bar.height())
    assert all(button.isVisible() for button in bar.buttons())


def test_the_style_box_names_what_has_no_style(typist, qtbot):
    made = FormatBar(typist.actions, lambda _name: QIcon())
    qtbot.addWidget(made)
    typist.open(table(("a",), ("b",)), figure(), paragraph("End")).go("a")
    assert made.style_box.placeholderText() == "Table cell"
    assert made.style_box.currentIndex() == -1
    typist.go("Caption")
    assert made.style_box.placeholderText() == "Caption"
    typist.go("End")
    assert made.style_box.currentText() == "Paragraph"


def test_the_style_box_speaks_the_words_of_the_field(typist, qtbot):
    made = FormatBar(typist.actions, lambda _name: QIcon())
    qtbot.addWidget(made)
    typist.open(pull_quote("Large", "Maria", "Manager"), card(), paragraph("End"))
    said = []
    for number in range(4):
        typist.line(number)
        said.append(made.style_box.placeholderText())
    assert said == ["Pull quote", "Who said it", "Who said it: role", "Embedded work"]


def test_taking_out_says_of_what(typist):
    said = []
    for block in (quote("Here"), bullets("Here"), box("Title", "Here")):
        typist.open(block, paragraph("End")).go("Here")
        said.append(typist.actions.named("unwrapBlock").text())
    assert said == ["Take out of the quote", "Take out of the list", "Take out of the box"]


# ---------------------------------------------------------------- what is done with it


def test_a_part_of_the_bar_selects_what_it_names(typist, bar, qtbot):
    typist.open(paragraph("Start"), quote("One", bullets("Two", "Three"))).go("Two")
    menu_of(typist, bar, 0, qtbot)
    assert chosen(typist) == ["One", "Two", "Three"]
    typist.go("Two")
    menu_of(typist, bar, 2, qtbot)
    assert chosen(typist) == ["Two"]


@pytest.mark.parametrize(
    ("number", "name", "after"),
    [
        (0, "place-moveBlockUp", (quote("One", bullets("Two", "Three")), paragraph("Start"))),
        (0, "place-removeBlock", (paragraph("Start"),)),
        (0, "place-unwrapBlock", (paragraph("Start"), paragraph("One"), bullets("Two", "Three"))),
        (1, "place-moveBlockUp", (paragraph("Start"), quote(bullets("Two", "Three"), "One"))),
        (1, "place-unwrapBlock", (paragraph("Start"), quote("One", "Two", "Three"))),
        (1, "place-removeBlock", (paragraph("Start"), quote("One"))),
        (2, "place-removeBlock", (paragraph("Start"), quote("One", bullets("Three")))),
        (2, "place-moveBlockDown", (paragraph("Start"), quote("One", bullets("Three", "Two")))),
        (
            2,
            "place-duplicateBlock",
            (paragraph("Start"), quote("One", bullets("Two", "Two", "Three"))),
        ),
    ],
)
def test_a_container_is_changed_in_one_step(bar_and_text, number, name, after):
    before = (paragraph("Start"), quote("One", bullets("Two", "Three")))
    typist, menu = bar_and_text
    typist.open(*before).go("Two")
    take(menu(number), name)
    one_step_to(typist, before, after)


def test_a_quote_turns_into_a_pull_quote_and_back(typist, bar, qtbot):
    before = (Quote((paragraph("We will."),), (text("The minister"),)), paragraph("End"))
    typist.open(*before).go("will")
    take(menu_of(typist, bar, 0, qtbot), "place-turnBlock")
    pulled = (PullQuote((text("We will."),), (text("The minister"),)), paragraph("End"))
    one_step_to(typist, before, pulled)
    typist.go("will")
    take(menu_of(typist, bar, 0, qtbot), "place-turnBlock")
    one_step_to(typist, pulled, before)


def test_a_table_and_a_figure_are_doubled_and_taken_out(typist):
    held = table(("a", "b"), ("c", "d"))
    before = (held, figure(), paragraph("End"))
    typist.open(*before).go("d").press(Qt.Key.Key_D, CTRL | SHIFT)
    doubled = (held, held, figure(), paragraph("End"))
    one_step_to(typist, before, doubled)
    typist.go("Caption").press(Qt.Key.Key_K, CTRL | SHIFT)
    one_step_to(typist, doubled, (held, held, paragraph("End")))
    typist.go("a").do("removeBlock")
    assert typist.blocks == (held, paragraph("End"))
    typist.go("End").do("removeBlock").go("a").do("removeBlock")
    assert typist.blocks == ()


def test_the_empty_line_beside_a_table_has_nothing_to_double(typist):
    before = (paragraph("a"), table(("", ""), ("", "")))
    typist.open(*before).press(Qt.Key.Key_End, CTRL).do("duplicateBlock")
    assert typist.blocks == before


def test_a_box_is_doubled_with_its_title(typist):
    before = (FactBox((text("About"),), (paragraph("One"), bullets("Two"))), paragraph("End"))
    typist.open(*before).go("About").do("duplicateBlock")
    one_step_to(typist, before, (before[0], *before))


def test_a_caption_is_no_block_of_its_own(bar_and_text):
    typist, menu = bar_and_text
    typist.open(figure(), FactBox((text("About"),), (paragraph("One"),))).go("Caption")
    offered = [action.objectName() for action in menu(1).actions()]
    assert chosen(typist) == ["Caption"]
    assert [name for name in offered if name] == ["blockDetails"]
    typist.go("About")
    assert menu(1).isEmpty()
    assert chosen(typist) == ["About"]


def test_what_is_locked_is_not_changed_from_the_bar(bar_and_text):
    typist, menu = bar_and_text
    typist.open(quote("One")).go("One")
    typist.editor.setReadOnly(True)
    take(menu(0), "place-removeBlock")
    assert typist.blocks == (quote("One"),)


# ---------------------------------------------------------------- quick insert


def test_a_few_letters_put_something_in(typist, qtbot):
    typist.open(paragraph("One")).go("One", after=True)
    names = [name for group in INSERT_ACTIONS for name in group]
    popup = QuickInsert([typist.actions.named(name) for name in names], parent=typist.editor)
    popup.open_at(QPoint(10, 10))
    assert popup.found.count() > 10
    QTest.keyClicks(popup.field, "pull")
    assert [popup.found.item(row).text() for row in range(popup.found.count())] == ["Pull quote"]
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    typist.type("Said")
    assert typist.blocks == (paragraph("One"), PullQuote((text("Said"),)))


def test_arrows_walk_through_what_can_be_put_in(typist):
    typist.open(paragraph("One")).go("One", after=True)
    named = [typist.actions.named(name) for name in ("insertTable", "insertSeparator", "cut")]
    popup = QuickInsert(named, parent=typist.editor)
    assert popup.found.count() == 2  # nothing is selected, so nothing can be cut
    popup.open_at(QPoint(10, 10))
    QTest.keyClick(popup.field, Qt.Key.Key_Down)
    assert popup.found.currentRow() == 1
    QTest.keyClicks(popup.field, "nothing like it")
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert popup.isVisible()
    popup.close()
    assert typist.blocks == (paragraph("One"),)


# ---------------------------------------------------------------- menus


def test_the_context_menu_offers_rows_only_in_a_table(typist, qtbot):
    typist.open(table(("a",), ("b",)), paragraph("End"))

    def offered(place):
        typist.go(place)
        menu = QMenu()
        qtbot.addWidget(menu)
        fill_context_menu(menu, typist.editor, typist.editor.textCursor())
        return [action.text() for action in menu.actions() if action.text()]

    assert {"Row", "Column", "Table", "Insert", "Block"} <= set(offered("a"))
    assert not {"Row", "Column", "Photo"} & set(offered("End"))


def test_every_icon_of_a_command_is_there():
    missing = [
        entry.icon
        for entry in ENTRIES
        if entry.icon and not (paths.resources() / "icons" / f"{entry.icon}.svg").is_file()
    ]
    assert missing == []


def test_no_two_commands_share_a_key():
    keys = [key for entry in ENTRIES for key in entry.keys]
    assert len(keys) == len(set(keys))
