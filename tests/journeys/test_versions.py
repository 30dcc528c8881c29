"""One piece of news in two languages: begun, translated, caught up with its original, exported."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from editor_app import clock
from editor_app.model.house import House
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from tests.builders import an_item

ENGLISH = "The well at Oru gives water all year, and 42,000 people live near it.\n"
FRENCH = "Le puits d'Oru donne de l'eau toute l'annee, et 42 000 personnes vivent tout pres."
FIRST = "Twelve villages upstream share the well and what the pump costs in a year."
NEWS = " A second one opens in May."


@pytest.fixture
def folder(tmp_path):
    with Library.open(tmp_path / "library", clock=clock.now) as library:
        library.house.save(House(organisation="River Council", address="https://news.example.org/"))
        item = an_item(headline="A well for Oru", standfirst=FIRST, body=ENGLISH, slug="well")
        library.items.save(item, over=0)
    return tmp_path / "library"


def headline(desk):
    return desk.find("headlineField").text()


def write_in_french(desk):
    desk.control(Qt.Key.Key_F7)
    desk.qtbot.waitUntil(lambda: desk.window.findChild(QMenu, "newVersionMenu") is not None)
    menu = desk.window.findChild(QMenu, "newVersionMenu")
    (french,) = (one for one in menu.actions() if one.data() == "fr")
    menu.setActiveAction(french)
    desk.qtbot.keyClick(menu, Qt.Key.Key_Return)
    desk.come_back()
    language = desk.find("languageField")
    desk.qtbot.waitUntil(lambda: "French" in language.currentText())


def translate_beside_the_original(desk):
    desk.control(Qt.Key.Key_F8)
    pane = desk.find("besidePane")
    desk.qtbot.waitUntil(pane.isVisible)
    desk.qtbot.waitUntil(lambda: desk.find("headlineField").accessibleDescription() != "")
    for field, words in (
        ("headlineField", "Un puits pour Oru"),
        (
            "standfirstField",
            "Douze villages en amont se partagent le puits et ce que la pompe coute.",
        ),
        ("bodyEditor", FRENCH),
    ):
        desk.go_to(field)
        desk.control(Qt.Key.Key_A)
        desk.type(words)
    desk.qtbot.waitUntil(lambda: desk.find("headlineField").accessibleDescription() == "")
    desk.qtbot.waitUntil(pane.differences.isHidden)
    assert pane.header.headline.text() == "A well for Oru"
    return pane


def change_the_original(desk):
    desk.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    desk.qtbot.waitUntil(lambda: headline(desk) == "A well for Oru")
    desk.go_to("bodyEditor")
    desk.control(Qt.Key.Key_End)
    desk.type(NEWS)
    desk.control(Qt.Key.Key_S)
    desk.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    desk.qtbot.waitUntil(lambda: headline(desk) == "Un puits pour Oru")


def catch_up(desk, pane):
    desk.qtbot.waitUntil(lambda: not pane.news.isHidden())
    desk.control(Qt.Key.Key_F8, shift=True)
    desk.qtbot.waitUntil(lambda: NEWS.strip() in pane.changes.toPlainText(), timeout=20000)
    desk.go_to("bodyEditor")
    desk.control(Qt.Key.Key_End)
    desk.type(" Un deuxieme ouvre en mai.")
    desk.go_to(pane.take_over)
    desk.press(Qt.Key.Key_Space)
    assert pane.news.isHidden()
    desk.go_to("bodyEditor")
    desk.control(Qt.Key.Key_F8)
    assert pane.isHidden()


def finish_both(desk):
    for _language in range(2):
        for key in (Qt.Key.Key_2, Qt.Key.Key_3):
            desk.press(key, Qt.KeyboardModifier.AltModifier)
        desk.control(Qt.Key.Key_S)
        desk.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)


def export(desk, site):
    desk.control(Qt.Key.Key_E)
    dialog = desk.dialog("exportDialog")
    desk.go_to(dialog.folder)
    dialog.folder.selectAll()
    desk.type(str(site))
    desk.qtbot.waitUntil(dialog.export.isEnabled, timeout=20000)
    with desk.qtbot.waitSignal(dialog.exported, timeout=30000):
        desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Escape)
    desk.come_back()


def test_a_version_is_made_kept_up_and_exported_with_its_original(sit_down, folder, tmp_path):
    desk = sit_down(folder)
    desk.qtbot.waitUntil(lambda: headline(desk) == "A well for Oru")
    desk.go_to("bodyEditor")
    write_in_french(desk)
    pane = translate_beside_the_original(desk)
    change_the_original(desk)
    catch_up(desk, pane)
    finish_both(desk)
    export(desk, tmp_path / "site")
    desk.close()

    english, french = (
        (tmp_path / "site" / tag / slug / "index.html").read_text("utf-8")
        for tag, slug in (("en-GB", "well"), ("fr", "un-puits-pour-oru"))
    )
    for page in (english, french):
        for tag, place in (("en-GB", "en-GB/well"), ("fr", "fr/un-puits-pour-oru")):
            address = f"https://news.example.org/{place}/"
            assert f'<link rel="alternate" hreflang="{tag}" href="{address}">' in page
    assert '<a href="../../fr/un-puits-pour-oru/index.html" hreflang="fr"' in english
    assert '<a href="../../en-GB/well/index.html" hreflang="en-GB"' in french
    assert (tmp_path / "site" / "sitemap.xml").read_text("utf-8").count('hreflang="fr"') == 2

    again = sit_down(folder)
    assert headline(again) in {"A well for Oru", "Un puits pour Oru"}
    again.close()
    with Library.open(folder, clock=clock.now) as library:
        rows = {one.language: one for one in library.items.page(ItemQuery())}
        assert "Un deuxieme" in library.items.get(rows["fr"].id).body
    assert not rows["fr"].is_behind_original
