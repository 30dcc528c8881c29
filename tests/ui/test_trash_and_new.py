"""An item in the trash looks like one, and a new item is always to be seen in the list."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication

from editor_app.model.status import Status
from editor_app.store.query import ItemQuery

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def two(filled, an_item, open_window, qtbot):
    """Return a window on a library of two items."""
    filled(
        an_item(headline="Flood", section="News", body="Water rose."),
        an_item(headline="Bridge", section="Event", status=Status.READY, body="A ribbon."),
    )
    made = open_window()
    with qtbot.waitExposed(made):
        made.show()
    return made


def headlines(window):
    """Return what stands in the list."""
    model = window.panes.items.model
    return {model.summary(row).headline for row in range(model.rowCount())}


def test_an_item_in_the_trash_says_so_and_can_be_restored(qtbot, two):
    editors, items = two.panes.editor, two.panes.items
    gone = editors.header.headline.text()
    assert not editors.trash_bar.isVisible()
    two.actions_.trash.trigger()
    items.show_query(ItemQuery(is_trashed=True))
    items.item_chosen.emit(items.model.summary(0).id)
    assert editors.header.headline.text() == gone
    assert editors.trash_bar.isVisible()
    assert not two.top.status.isEnabled()
    assert not two.findChild(QAction, "factBox").isEnabled()
    editors.body.setFocus()
    before = editors.body.body()
    qtbot.keyClicks(editors.body, "typed")
    assert editors.body.body() == before
    qtbot.mouseClick(editors.trash_bar.restore, Qt.MouseButton.LeftButton)
    assert not editors.trash_bar.isVisible()
    assert two.top.status.isEnabled()
    assert gone in headlines(two)
    assert two.findChild(QAction, "factBox").isEnabled()


def test_the_word_of_the_trash_goes_with_the_next_letter(qtbot, two):
    two.actions_.trash.trigger()
    assert two.status.hint.text() == "Moved to the trash"
    qtbot.keyClicks(two.panes.editor.body, "x")
    assert two.status.hint.text() == ""


def test_no_bar_speaks_of_the_trash_when_its_last_item_is_left(two):
    items = two.panes.items
    two.actions_.trash.trigger()
    two.actions_.trash.trigger()
    items.show_query(ItemQuery(is_trashed=True))
    items.item_chosen.emit(items.model.summary(0).id)
    assert two.panes.editor.trash_bar.isVisible()
    two.actions_.new.trigger()
    assert not two.panes.editor.trash_bar.isVisible()


@pytest.mark.parametrize(
    "query",
    [
        ItemQuery(search="bridge"),
        ItemQuery(statuses=frozenset({Status.READY})),
        ItemQuery(section="Event"),
        ItemQuery(is_trashed=True),
    ],
    ids=["search", "status", "section", "trash"],
)
def test_a_new_item_is_in_the_list_whatever_was_looked_for(qtbot, two, query):
    items = two.panes.items
    items.show_query(query)
    two.actions_.new.trigger()
    assert items.search.text() == ""
    qtbot.keyClicks(two.panes.editor.header.headline, "Third")
    two.actions_.save.trigger()
    assert headlines(two) >= {"Third", "Flood"}
    assert items.model.summary(items.view.currentIndex().row()).headline == "Third"


def test_the_filter_for_drafts_stays_for_a_new_draft(qtbot, two):
    items = two.panes.items
    items.show_query(ItemQuery(statuses=frozenset({Status.DRAFT})))
    two.actions_.new.trigger()
    qtbot.keyClicks(two.panes.editor.header.headline, "Third")
    two.actions_.save.trigger()
    assert headlines(two) == {"Third", "Flood"}


def test_a_copy_is_in_the_list_whatever_was_looked_for(two):
    two.panes.items.show_query(ItemQuery(search="bridge"))
    two.panes.items.item_chosen.emit(two.panes.items.model.summary(0).id)
    two.panes.items.show_query(ItemQuery(statuses=frozenset({Status.READY})))
    two.actions_.duplicate.trigger()
    assert "Bridge (copy)" in headlines(two)


def test_a_field_of_one_line_leaves_the_window_its_keys(two):
    photo, search = two.panes.editor.header.photo, two.panes.items.search
    for field in (photo.caption, photo.credit, search, two.panes.editor.header.tags):
        for key in (Qt.Key.Key_E, Qt.Key.Key_S, Qt.Key.Key_N):
            event = QKeyEvent(QEvent.Type.ShortcutOverride, key, CTRL, "\x05")
            QApplication.sendEvent(field, event)
            assert not event.isAccepted(), (field.accessibleName(), key)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_C, CTRL, "\x03")
    QApplication.sendEvent(search, event)
    assert event.isAccepted()
