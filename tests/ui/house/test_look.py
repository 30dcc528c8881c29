"""The page about how pages look, by keys."""

import pytest

from editor_app.editing.house_changes import HousePage
from editor_app.model.house_look import Colours, PageLook


@pytest.fixture
def look(house):
    house.go_to(HousePage.LOOK)
    return house.form(HousePage.LOOK)


def test_a_colour_that_can_be_read_is_shown_on_the_page_at_once(qtbot, house, look, write, window):
    part = look.colours["light", "accent"]
    write(part.line, "#AA0000")
    qtbot.waitUntil(house.undo.isEnabled)
    assert part.problem.text() == ""
    beside = house.findChild(object, "housePreview")
    assert beside.isVisible()
    assert "--accent: #aa0000" in beside._page.html
    assert beside._page.html == window.panes.preview._page.html
    house.go_to(HousePage.LIMITS)
    assert not beside.isVisible()


def test_a_colour_that_can_be_read_is_kept(house, look, write, kept):
    write(look.colours["light", "accent"].line, "#AA0000")
    house.close()
    assert kept().look == PageLook(light=Colours(accent="#aa0000"))


def test_a_colour_that_cannot_be_read_is_told_and_not_kept(house, look, write, window, kept):
    part = look.colours["light", "accent"]
    write(part.line, "#ffee00")
    assert "readers need 4.5:1" in part.problem.text()
    house.pages.setFocus()
    assert part.line.text() == ""
    assert "“#ffee00” was not kept" in part.problem.text()
    house.close()
    assert kept().look == PageLook()


def test_taking_a_colour_away_is_judged_too(qtbot, house, look, write):
    write(look.colours["light", "accent"].line, "#000080")
    write(look.colours["light", "ink"].line, "#000000")
    write(look.colours["light", "paper"].line, "#9090f0")
    assert look.colours["light", "paper"].problem.text() == ""
    write(look.colours["light", "accent"].line, "")
    look.colours["light", "accent"].line.clear()
    look.colours["light", "accent"].line.textEdited.emit("")
    assert "contrast" in look.colours["light", "accent"].problem.text()
    assert look.house(house._house).look.light.accent == "#000080"


def test_the_words_at_the_foot_reach_the_page_and_are_taken_back(qtbot, house, look, window):
    look.footer.area.setFocus()
    qtbot.keyClicks(look.footer.area, "Box 1, Vienna")
    preview = window.panes.preview
    qtbot.waitUntil(lambda: '<p class="footer lines">Box 1, Vienna</p>' in preview._page.html)
    house.undo.click()
    assert "footer lines" not in preview._page.html
    house.reset.setFocus()
    assert not house.reset.isEnabled()
