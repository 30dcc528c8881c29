"""A search that is needed every week: found, kept, renamed, there tomorrow, deleted, taken back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton

from editor_app import clock
from editor_app.store.library import Library
from editor_app.store.query_text import write_query
from tests.builders import an_item

ALT = Qt.KeyboardModifier.AltModifier


def fill(folder):
    with Library.open(folder, clock=clock.now) as library:
        library.items.add_many(
            [
                an_item(headline="Ferry leaves", slug="ferry", section="Transport"),
                an_item(headline="Ferry returns", slug="ferry-2", section="Project News"),
                an_item(
                    headline="Bridge opens", slug="bridge", section="Transport", body="A ribbon."
                ),
            ]
        )


def saved(folder):
    with Library.open(folder, clock=clock.now) as library:
        return [(one.name, write_query(one.query)) for one in library.saved_searches.all()]


def shown(desk):
    model = desk.window.panes.items.model
    return {model.summary(row).headline for row in range(model.rowCount())}


def names(desk):
    rows = desk.find("savedSearches", QListWidget)
    return [rows.item(number).text() for number in range(rows.count())]


def keep(desk, query, name):
    """Search, keep it under a name that is typed over the proposed one."""
    desk.go_to("searchField")
    desk.find("searchField").clear()
    desk.type(query)
    desk.come_back()  # from the offers, which have a window of their own
    desk.qtbot.mouseClick(desk.find("keepSearch"), Qt.MouseButton.LeftButton)
    rows = desk.find("savedSearches", QListWidget)
    desk.qtbot.waitUntil(lambda: rows.isAncestorOf(desk.window.focusWidget()))
    desk.type(name)
    desk.press(Qt.Key.Key_Return)
    pane = desk.find("savedSearchesPane")
    desk.qtbot.waitUntil(lambda: name in [one.name for one in pane._searches.values()])
    desk.qtbot.waitUntil(lambda: desk.is_in(rows))


def test_a_search_is_kept_renamed_moved_deleted_and_taken_back(sit_down, tmp_path):
    folder = tmp_path / "library"
    fill(folder)
    desk = sit_down(folder)
    keep(desk, "ferry section:transport", "Ferries")
    keep(desk, "bridge", "Bridges")
    assert names(desk) == ["Ferries", "Bridges"]
    rows = desk.find("savedSearches", QListWidget)
    desk.find("searchField").clear()
    assert len(shown(desk)) == 3
    desk.go_to(rows)
    desk.press(Qt.Key.Key_Home)
    desk.press(Qt.Key.Key_Return)
    assert shown(desk) == {"Ferry leaves"}
    desk.press(Qt.Key.Key_Down, ALT)
    assert names(desk) == ["Bridges", "Ferries"]
    desk.press(Qt.Key.Key_Delete)
    assert names(desk) == ["Bridges"]
    (undo,) = [one for one in desk.window.notices.findChildren(QPushButton) if one.text() == "Undo"]
    desk.qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert names(desk) == ["Bridges", "Ferries"]
    desk.close()
    assert saved(folder) == [("Bridges", "bridge"), ("Ferries", "ferry section:transport")]
    desk = sit_down(folder)
    assert names(desk) == ["Bridges", "Ferries"]
