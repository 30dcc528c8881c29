"""Spelling in the window: its menu, its memory, and the words of the library."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QListWidget, QPushButton

from editor_app.store.library import Library
from editor_app.ui.editor.spelling.proofreader import Proofreader

WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


def marked(editor):
    found, block = [], editor.document().firstBlock()
    while block.isValid():
        found += [
            block.text()[laid.start : laid.start + laid.length]
            for laid in block.layout().formats()
            if laid.format.underlineStyle() == WAVE
        ]
        block = block.next()
    return found


@pytest.fixture
def shown(qtbot, open_window, filled, an_item):
    """Return a function that shows a window on items."""

    def show(*items):
        if items:
            filled(*(an_item(**fields) for fields in items))
        window = open_window()
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        menu = action(window, "checkSpelling").associatedObjects()[-1]
        qtbot.waitUntil(menu.isEnabled)
        return window

    return show


@pytest.fixture
def wait_for(qtbot):
    def wait(editor, *words):
        qtbot.waitUntil(lambda: marked(editor) == list(words), timeout=10_000)

    return wait


def action(window, name):
    found = window.findChild(QAction, name)
    assert found is not None, name
    return found


def test_headline_standfirst_and_text_are_checked_in_the_items_language(shown, wait_for):
    window = shown(
        {
            "language": "fr",
            "headline": "Les famillles",
            "standfirst": "Un resumé",
            "body": "L\u2019organisation a publié un rapportt.\n",
        }
    )
    header = window.panes.editor.header
    wait_for(window.panes.editor.body, "rapportt")
    wait_for(header.headline, "famillles")
    wait_for(header.standfirst, "resumé")
    assert action(window, "spellingDictionary").text() == "Dictionary: French"


def test_another_language_chosen_for_the_item_checks_it_anew(shown, wait_for, qtbot):
    window = shown({"language": "en-GB", "headline": "Shelters", "body": "Our maison shelters.\n"})
    wait_for(window.panes.editor.body, "maison")
    window.panes.editor.header.language.language_edited.emit("fr")
    wait_for(window.panes.editor.body, "Our", "shelters")
    wait_for(window.panes.editor.header.headline, "Shelters")


def test_a_language_without_a_dictionary_says_so_quietly_and_marks_nothing(shown, qtbot):
    window = shown({"language": "pl", "headline": "Nowi", "body": "Rodziny przyjechały.\n"})
    words = "There is no dictionary for Polish: its spelling is not checked."
    qtbot.waitUntil(lambda: window.status.hint.text() == words)
    assert not window.notices.isVisible()
    assert action(window, "spellingDictionary").text() == "There is no dictionary for Polish"
    assert marked(window.panes.editor.body) == []
    action(window, "checkSpelling").trigger()
    assert window.status.hint.text() == ""


def test_switching_off_is_remembered(shown, wait_for, qtbot):
    item = {"headline": "House", "body": "We recieve organizations from the UNN.\n"}
    window = shown(item)
    wait_for(window.panes.editor.body, "recieve")
    action(window, "endings-ise").trigger()
    wait_for(window.panes.editor.body, "recieve", "organizations")
    action(window, "checkCapitals").trigger()
    wait_for(window.panes.editor.body, "recieve", "organizations", "UNN")
    action(window, "checkSpelling").trigger()
    wait_for(window.panes.editor.body)
    window.close()

    again = shown()
    assert not action(again, "checkSpelling").isChecked()
    assert not action(again, "nextMisspelling").isEnabled()
    assert marked(again.panes.editor.body) == []
    action(again, "checkSpelling").trigger()
    wait_for(again.panes.editor.body, "recieve", "organizations", "UNN")
    assert action(again, "endings-ise").isChecked()


def test_f7_goes_to_the_next_mistake_and_enter_mends_it(shown, wait_for, qtbot):
    window = shown({"headline": "A hous", "body": "We recieve many familys.\n"})
    body = window.panes.editor.body
    wait_for(body, "recieve", "familys")
    body.setFocus()
    QTest.keyClick(body, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None, timeout=10_000)
    menu = QApplication.activePopupWidget()
    qtbot.waitUntil(lambda: menu.activeAction() is not None, timeout=10_000)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    wait_for(body, "familys")
    assert "We receive many" in body.toPlainText()
    header = window.panes.editor.header
    header.headline.setFocus()
    QTest.keyClick(header.headline, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None, timeout=10_000)
    assert header.headline.textCursor().selectedText() == "hous"
    QApplication.activePopupWidget().close()


def test_words_of_the_library_hold_in_every_item_and_ignored_ones_in_one(
    shown, wait_for, qtbot, folder, clock
):
    window = shown(
        {"headline": "First", "body": "Xyzland and hoem.\n"},
        {"headline": "Second", "body": "Xyzland or hoem.\n"},
    )
    body, view = window.panes.editor.body, window.panes.items.view
    wait_for(body, "Xyzland", "hoem")
    for words, name in (("Xyzland", "addToOwnWords"), ("hoem", "ignoreWord")):
        cursor = body.document().find(words)
        cursor.setPosition(cursor.selectionStart() + 1)
        body.setTextCursor(cursor)
        place = body.cursorRect().center()
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, place, body.viewport().mapToGlobal(place)
        )
        QApplication.sendEvent(body.viewport(), event)
        menu = QApplication.activePopupWidget()
        next(one for one in menu.actions() if one.objectName() == name).trigger()
        menu.close()
    wait_for(body)
    other = view.model().index(1 if view.currentIndex().row() == 0 else 0, 0)
    view.setCurrentIndex(other)
    wait_for(body, "hoem")
    window.close()
    with Library.open(folder, clock=clock) as library:
        assert library.own_words.all() == ("Xyzland",)


def test_the_librarys_words_can_be_read_added_and_taken_out(shown, wait_for, qtbot):
    window = shown({"headline": "First", "body": "Xyzland and Qland.\n"})
    body = window.panes.editor.body
    wait_for(body, "Xyzland", "Qland")
    action(window, "ownWords").trigger()
    dialog = window.findChild(QDialog, "ownWordsDialog")
    QTest.keyClicks(dialog.field, "Xyzland Qland")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    wait_for(body)
    words = dialog.findChild(QListWidget)
    assert [words.item(row).text() for row in range(words.count())] == ["Qland", "Xyzland"]
    words.setFocus()
    words.setCurrentRow(0)
    QTest.keyClick(words, Qt.Key.Key_Delete)
    wait_for(body, "Qland")
    assert not dialog.remove.isEnabled()
    assert all(button.text() for button in dialog.findChildren(QPushButton))
    dialog.close()


def test_a_dictionary_is_installed_from_a_file(shown, wait_for, qtbot, tmp_path):
    words = ("rodziny", "przyjechały", "wczoraj", "dom")
    (tmp_path / "pl_PL.aff").write_text("SET ISO8859-2\n", "ascii")
    listed = "\n".join([str(len(words)), *words, ""])
    (tmp_path / "pl_PL.dic").write_bytes(listed.encode("iso8859-2"))
    window = shown({"language": "pl", "headline": "Dom", "body": "Rodziny przyjechaly wczoraj.\n"})
    action(window, "installDictionary").trigger()
    dialog = window.findChild(QFileDialog, "dictionaryFile")
    dialog.fileSelected.emit(str(tmp_path / "pl_PL.aff"))
    dialog.close()
    wait_for(window.panes.editor.body, "przyjechaly")
    assert "Polish" in window.notices.words.text()
    assert window.status.hint.text() == ""


def test_a_file_that_is_no_dictionary_is_refused_in_one_sentence(shown, qtbot, tmp_path):
    (tmp_path / "bad.oxt").write_bytes(b"no zip")
    window = shown({"headline": "Dom", "body": "Home.\n"})
    action(window, "installDictionary").trigger()
    dialog = window.findChild(QFileDialog, "dictionaryFile")
    dialog.fileSelected.emit(str(tmp_path / "bad.oxt"))
    dialog.close()
    qtbot.waitUntil(window.notices.isVisible, timeout=10_000)
    assert "bad.oxt" in window.notices.words.text()


def test_a_wrong_word_in_the_headline_is_mended_from_its_menu(shown, wait_for, qtbot):
    window = shown({"headline": "A new hous", "body": "Home.\n"})
    headline = window.panes.editor.header.headline
    wait_for(headline, "hous")
    cursor = headline.textCursor()
    cursor.setPosition(8)
    headline.setTextCursor(cursor)
    place = headline.cursorRect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, headline.viewport().mapToGlobal(place)
    )
    QApplication.sendEvent(headline.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    offered = menu.actions()[0]
    qtbot.waitUntil(offered.isEnabled, timeout=10_000)
    assert menu.actions()[-1].isEnabled()
    word = offered.text()
    offered.trigger()
    menu.close()
    assert headline.text() == f"A new {word}"
    wait_for(headline)


def test_the_words_of_a_note_are_checked_while_it_is_written(shown, wait_for, qtbot):
    window = shown({"headline": "First", "body": "A claim.^[The hous is new.]\n"})
    body = window.panes.editor.body
    cursor = body.textCursor()
    cursor.setPosition(9)
    body.setTextCursor(cursor)
    action(window, "footnote").trigger()
    form = window.findChild(QDialog, "noteForm")
    wait_for(form.text, "hous")
    form.reject()
    body.setFocus()
    QTest.keyClicks(body, "hoem ")
    wait_for(body, "hoem")


def test_leaving_the_window_while_words_are_looked_up_is_no_trouble(shown, qtbot):
    window = shown({"headline": "First", "language": "ar", "body": "كتاب\n" * 50})
    reader = window.findChild(Proofreader)
    qtbot.waitUntil(lambda: not reader.is_idle)
    window.close()
