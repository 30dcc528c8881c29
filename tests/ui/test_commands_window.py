"""The commands of the text in the whole window."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget

from editor_app.model.status import Status
from editor_app.ui.editor.link_dialog import LinkDialog
from editor_app.ui.editor.place_menu import PlaceMenu
from editor_app.ui.editor.quick_insert import QuickInsert

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEYBOARDS = {
    "English": "1! 2@ 3# 4$ 5% 6^ 7& 8* 9( 0) -_ =+ ,< .> /? ;:",
    "German": '1! 2" 3§ 4$ 5% 6& 7/ 8( 9) 0= ß? +* ,; .: -_',
    "French": "&1 é2 \"3 '4 (5 -6 è7 _8 ç9 à0 )° =+ ,? ;. :/ !§",
    "Spanish": '1! 2" 3· 4$ 5% 6& 7/ 8( 9) 0= +* ,; .: -_',
    "Danish": '1! 2" 3# 4¤ 5% 6& 7/ 8( 9) 0= +? ,; .: -_',
}
NAMES = (
    *("factBox", "pullQuote", "footnote", "publicationCard", "embedCard", "contactCard"),
    *("abbreviation", "wordLanguage", "passageLanguage", "attribution", "moveBlockUp"),
    *("moveBlockDown", "figureLeft", "figureRight", "figureFull", "figureNormal"),
    *("figureDecorative", "tableDetails", "moveRowUp", "moveRowDown", "moveColumnLeft"),
    *("moveColumnRight", "headerColumn", "nonBreakingSpace", "nonBreakingHyphen"),
    *("blockDetails", "blockMenu", "quickInsert", "duplicateBlock", "removeBlock", "unwrapBlock"),
)


def test_every_command_is_there_once_and_in_the_menus(window):
    for name in NAMES:
        (action,) = window.findChildren(QAction, name)
        assert any(each.inherits("QMenu") for each in action.associatedObjects()), name


def test_no_two_actions_of_the_window_share_a_key(window):
    keys = Counter(
        key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()
    )
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("keyboard", KEYBOARDS.values(), ids=KEYBOARDS)
def test_no_press_means_two_actions_on_the_keyboards_of_europe(window, keyboard):
    taken = {
        key.toString(): action.objectName()
        for action in window.findChildren(QAction)
        for key in action.shortcuts()
    }
    for alone, shifted in keyboard.split():
        pressed = (f"Ctrl+Shift+{alone}", f"Ctrl+Shift+{shifted}", f"Ctrl+{shifted}")
        assert len([taken[keys] for keys in pressed if keys in taken]) <= 1, pressed


def test_no_key_of_the_whole_window_is_a_letter_typed_with_alt_gr(window):
    for action in window.findChildren(QAction):
        if action.shortcutContext() == Qt.ShortcutContext.WindowShortcut:
            assert not any("Ctrl+Alt+" in key.toString() for key in action.shortcuts())


def test_no_two_entries_of_a_menu_share_a_letter(window):
    for menu in window.findChildren(QMenu):
        letters = Counter(
            words[words.index("&") + 1].casefold()
            for action in menu.actions()
            if "&" in (words := action.text().replace("&&", ""))
        )
        assert [letter for letter, count in letters.items() if count > 1] == [], menu.title()


def test_the_bar_under_the_text_opens_a_menu(window, qtbot):
    body = window.panes.editor.body
    body.setFocus()
    bar = window.findChild(QWidget, "placeBar")
    assert bar.findChild(QToolButton, "place1").text() == "Paragraph"
    qtbot.keyClick(body, Qt.Key.Key_E, CTRL | SHIFT)
    (menu,) = window.findChildren(PlaceMenu)
    assert menu.isVisible()
    assert body.textCursor().hasSelection()
    menu.close()


def test_things_are_put_in_by_a_few_letters(window, qtbot):
    body = window.panes.editor.body
    body.setFocus()
    before = body.body()
    qtbot.keyClick(body, Qt.Key.Key_I, CTRL | SHIFT)
    popup = window.findChild(QuickInsert)
    qtbot.keyClicks(popup.field, "separ")
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert len(body.body().blocks) == len(before.blocks) + 1
    qtbot.keyClick(body, Qt.Key.Key_Z, CTRL)
    assert body.body() == before


def test_a_link_finds_items_but_not_the_open_one(filled, an_item, open_window):
    paper, open_item = filled(
        an_item(headline="New working paper", slug="new-paper", status=Status.READY),
        an_item(headline="Working on it", slug="working"),
    )
    window = open_window()
    window.show()
    body = window.panes.editor.body
    window.panes.items.item_chosen.emit(open_item.id)
    body.selectAll()
    window.findChild(QAction, "link").trigger()
    (dialog,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, LinkDialog))
    QTest.keyClicks(dialog.address, "work")
    assert [dialog.items.item(row).text() for row in range(dialog.items.count())] == [
        "New working paper · ready, English (United Kingdom)"
    ]
    assert dialog.target() == f"item:{paper.id}"
    dialog.reject()


def test_the_preview_leads_to_finished_items_only(filled, an_item, open_window, qtbot):
    ready = an_item(headline="Ready", slug="ready", status=Status.READY)
    draft = an_item(headline="Draft", slug="draft")
    body = f"To [one](item:{ready.id}) and [other](item:{draft.id}).\n"
    *_others, linking = filled(ready, draft, an_item(headline="Links", body=body))
    window = open_window()
    with qtbot.waitExposed(window):
        window.show()
    window.panes.items.item_chosen.emit(linking.id)
    preview = window.panes.preview
    qtbot.waitUntil(lambda: preview._page is not None and "Links" in preview._page.html)
    assert '<a href="../../en-GB/ready/index.html">one</a> and other.' in preview._page.html
