"""The bar at the foot of the window."""

from PySide6.QtWidgets import QLabel

from editor_app.ui.status_bar import StatusBar


def test_what_happened_last_goes_after_a_moment(qtbot):
    bar = StatusBar(hint_lasts=20)
    qtbot.addWidget(bar)
    bar.show_hint("Moved to the trash")
    assert bar.findChild(QLabel, "hint").text() == "Moved to the trash"
    qtbot.waitUntil(lambda: bar.hint.text() == "")


def test_what_is_going_on_stays_until_it_is_over(qtbot):
    bar = StatusBar(hint_lasts=20)
    qtbot.addWidget(bar)
    bar.show_hint("Moved to the trash")
    bar.show_hint("Importing…", is_lasting=True)
    other = StatusBar(hint_lasts=40)
    qtbot.addWidget(other)
    other.show_hint("Later")
    qtbot.waitUntil(lambda: other.hint.text() == "")
    assert bar.hint.text() == "Importing…"
    bar.show_hint("")
    assert bar.hint.text() == ""


def test_an_item_with_a_headline_only_has_no_text_yet(qtbot):
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show_length(words=0, minutes=0)
    assert bar.length.text() == "No text yet"
