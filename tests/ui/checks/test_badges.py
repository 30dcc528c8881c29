"""The badges in the list: what is known of saved items, worked out behind the scenes."""

from editor_app import clock
from editor_app.checks.catalogue import rules_mark
from editor_app.store.library import Library
from editor_app.store.query import CheckCounts
from editor_app.ui.checks.badges import CheckBadges
from editor_app.ui.item_list.delegate import RowDelegate


def test_a_row_gets_its_counts_and_the_library_remembers_them(
    qtbot, filled, an_item, open_window, folder
):
    (item,) = filled(an_item(headline="", body="The ferry left with TKTK.\n"))
    window = open_window()
    with qtbot.waitExposed(window):
        window.show()
    delegate = window.panes.items.view.itemDelegate()
    assert isinstance(delegate, RowDelegate)
    qtbot.waitUntil(lambda: window.findChild(CheckBadges) is not None)
    summary = window.panes.items.model.summary(0)
    qtbot.waitUntil(lambda: delegate.badges(summary) != CheckCounts(), timeout=20_000)
    counts = delegate.badges(summary)
    assert counts.blocks == 2
    assert not window.grab().isNull()
    window.close()
    with Library.open(folder, clock=clock.now) as library:
        mark = rules_mark(library.house.get().style)
        assert library.check_counts.of_items([item.id], rules=mark) == {item.id: counts}
