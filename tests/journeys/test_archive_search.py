"""An old item is looked for: words and fields, hits marked, filters combined, there tomorrow."""

from datetime import date

from PySide6.QtCore import Qt

from editor_app import clock
from editor_app.store.library import Library
from editor_app.store.query import Field
from tests.builders import an_item

OLD = "The harbour was dredged in spring.\n\nA lighthouse keeper stayed on.\n"


def fill(folder):
    with Library.open(folder, clock=clock.now) as library:
        library.items.add_many(
            [
                an_item(headline="Harbour opens", slug="a", section="Transport", body=OLD,
                        display_date=date(2015, 9, 15), tags=("sea",)),
                an_item(headline="Harbour fees", slug="b", section="Project News",
                        body="Fees fall.\n", display_date=date(2016, 2, 1), tags=("sea", "law")),
                an_item(headline="Roads mended", slug="c", section="Transport",
                        body="Tar.\n", display_date=date(2017, 5, 2)),
            ]
        )  # fmt: skip


def shown(desk):
    model = desk.window.panes.items.model
    return {model.summary(row).headline for row in range(model.rowCount())}


def marked(editor):
    return [one.cursor.selectedText() for one in editor.extraSelections()]


def test_an_old_item_is_found_by_words_and_fields_and_its_hits_are_marked(sit_down, tmp_path):
    folder = tmp_path / "library"
    fill(folder)
    desk = sit_down(folder)
    desk.go_to("searchField")
    desk.type("lighth from:2015 to:2015-12")
    assert shown(desk) == {"Harbour opens"}
    desk.come_back()
    desk.go_to("searchField")
    desk.press(Qt.Key.Key_Return)
    body = desk.window.panes.editor.body
    desk.qtbot.waitUntil(lambda: marked(body) == ["lighthouse"])
    desk.go_to("searchField")
    desk.press(Qt.Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: not marked(body))
    desk.close()
    desk = sit_down(folder)
    desk.go_to("searchField")
    desk.press(Qt.Key.Key_Up)
    assert shown(desk) == {"Harbour opens"}


def test_filters_are_combined_until_nothing_is_left_and_one_is_taken_away(sit_down, tmp_path):
    folder = tmp_path / "library"
    fill(folder)
    desk = sit_down(folder)
    items = desk.window.panes.items
    desk.go_to("searchField")
    desk.type("harbour")
    menu = items.filters.menus[Field.SECTION]
    menu.aboutToShow.emit()
    desk.qtbot.waitUntil(lambda: any("Transport\t1" in one.text() for one in menu.actions()))
    next(one for one in menu.actions() if "Transport" in one.text()).trigger()
    assert shown(desk) == {"Harbour opens"}
    desk.go_to("searchField")
    desk.type(" tag:law")
    assert shown(desk) == set()
    desk.come_back()
    fewer = items.nothing.fewer
    desk.qtbot.mouseClick(
        next(one for one in fewer if "Transport" in one.text()), Qt.MouseButton.LeftButton
    )
    assert shown(desk) == {"Harbour fees"}
    assert desk.find("searchField").text() == "harbour tag:law"
