"""Find and replace in all items: hits looked at, one left out, replaced, undone after a restart."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView, QPushButton

from editor_app import clock
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from tests.builders import an_item

OLD, NEW = "Ministry of Ferries", "Ministry of Boats"


def fill(folder):
    with Library.open(folder, clock=clock.now) as library:
        library.items.add_many(
            [
                an_item(headline=f"The {OLD} opens a quay", slug="quay"),
                an_item(headline="A quiet day", slug="day", body=f"The **{OLD}** said so.\n"),
                an_item(headline="A loud day", slug="loud", body="Nobody said anything.\n"),
            ]
        )


def kept(folder):
    with Library.open(folder, clock=clock.now) as library:
        items = library.items.get_many(library.items.ids(ItemQuery()))
        return {item.slug: f"{item.headline} {item.body}" for item in items}


def look_for(desk, words):
    desk.control(Qt.Key.Key_F3)
    dialog = desk.dialog("libraryReplace")
    desk.type(words)
    return dialog


def message(dialog):
    return dialog.findChild(QLabel, "libraryMessage").text()


def body(desk):
    return desk.find("bodyEditor").toPlainText()


def test_a_renamed_ministry_is_renamed_everywhere_and_back(sit_down, tmp_path):
    folder = tmp_path / "library"
    fill(folder)
    before = kept(folder)
    desk = sit_down(folder)
    dialog = look_for(desk, OLD)
    desk.qtbot.waitUntil(lambda: message(dialog) == "2 hits in 2 items.", timeout=20000)
    desk.go_to(dialog.form.replacement)
    desk.type(NEW)
    button = dialog.findChild(QPushButton, "libraryReplaceAll")
    assert button.text() == "Replace 2 hits in 2 items"
    desk.go_to(button)
    desk.press(Qt.Key.Key_Space)
    said = desk.window.notices.words
    desk.qtbot.waitUntil(lambda: said.text().startswith("Changed 2 items."), timeout=20000)
    dialog.close()
    desk.come_back()
    desk.close()
    after = kept(folder)
    assert f"The **{NEW}** said so." in after["day"]
    assert f"The {NEW} opens a quay" in after["quay"]
    assert OLD not in str(after)

    again = sit_down(folder)
    again.window.actions_.bulk.undo.trigger()
    words = again.window.notices.words
    again.qtbot.waitUntil(lambda: words.text() == "2 items are as before.", timeout=20000)
    again.close()
    assert kept(folder) == before


def test_a_hit_without_a_tick_stays(sit_down, tmp_path):
    folder = tmp_path / "library"
    fill(folder)
    desk = sit_down(folder)
    dialog = look_for(desk, OLD)
    desk.qtbot.waitUntil(lambda: message(dialog) == "2 hits in 2 items.", timeout=20000)
    view = dialog.findChild(QListView, "libraryHits")
    desk.go_to(view)
    desk.press(Qt.Key.Key_Home)
    desk.press(Qt.Key.Key_Space)  # the tick of a whole item
    assert dialog.findChild(QPushButton, "libraryReplaceAll").text() == "Replace 1 hit in 1 item"
    dialog.findChild(QPushButton, "libraryReplaceAll").click()
    said = desk.window.notices.words
    desk.qtbot.waitUntil(lambda: said.text().startswith("Changed 1 item."), timeout=20000)
    dialog.close()
    desk.close()
    assert sum(OLD in words for words in kept(folder).values()) == 1


def test_a_wrong_pattern_is_said_and_nothing_is_found(sit_down, tmp_path):
    folder = tmp_path / "library"
    fill(folder)
    desk = sit_down(folder)
    dialog = look_for(desk, "(quay")
    desk.qtbot.waitUntil(lambda: message(dialog) == "Nothing found.", timeout=20000)
    dialog.form.switches["libraryExpression"].click()
    desk.qtbot.waitUntil(lambda: "not complete" in message(dialog), timeout=20000)
    assert not dialog.findChild(QPushButton, "libraryReplaceAll").isEnabled()
    dialog.close()
    desk.close()


def test_an_item_that_changed_since_it_was_searched_is_left_alone_and_named(sit_down, tmp_path):
    folder = tmp_path / "library"
    fill(folder)
    desk = sit_down(folder)
    dialog = look_for(desk, OLD)
    desk.qtbot.waitUntil(lambda: message(dialog) == "2 hits in 2 items.", timeout=20000)
    desk.go_to(dialog.findChild(QListView, "libraryHits"))
    desk.press(Qt.Key.Key_Home)
    desk.press(Qt.Key.Key_Return)  # opens the item of the hit
    desk.qtbot.waitUntil(lambda: OLD in desk.find("headlineField").toPlainText() + body(desk))
    desk.come_back()
    desk.go_to("standfirstField")
    desk.type("Written meanwhile. ")
    dialog.findChild(QPushButton, "libraryReplaceAll").click()
    said = desk.window.notices.words
    desk.qtbot.waitUntil(lambda: "1 could not be changed" in said.text(), timeout=20000)
    dialog.close()
    desk.close()
    assert sum(OLD in words for words in kept(folder).values()) == 1
