"""The look of a house in its pages: only values of variables, and colours that can be read."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.model.house_look import Colours, PageLook
from editor_app.paths import resources
from editor_app.render.contrast import contrast, readable
from editor_app.render.look import DARK, FONTS, LIGHT, colour_problem, look_style, sound_look

COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#0b5cad", "#0b5cad", 1)],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


@given(COLOURS, COLOURS)
def test_the_nearest_readable_colour_can_be_read(colour, ground):
    assert contrast(readable(colour, ground), ground) >= 4.5


def test_the_usual_colours_are_those_of_the_theme_and_can_be_read():
    css = (resources() / "themes" / "default" / "page.css").read_text("utf-8")
    light, dark = re.findall(r":root \{(.*?)\}", css, re.DOTALL)[:2]
    for usual, said in ((LIGHT, light), (DARK, dark)):
        for name in ("accent", "ink", "paper"):
            value = getattr(usual, name)
            assert f"--{name}: {value};" in said.replace("#fff;", "#ffffff;")
            scheme = "light" if usual is LIGHT else "dark"
            assert colour_problem(PageLook(), scheme, name, value) == ""


def test_a_colour_that_cannot_be_read_is_named_with_one_that_can():
    problem = colour_problem(PageLook(), "light", "accent", "#ffee00")
    assert "1.0:1" in problem or "1.1:1" in problem
    better = re.search(r"#[0-9a-f]{6}", problem)[0]
    assert colour_problem(PageLook(), "light", "accent", better) == ""
    assert "words" in colour_problem(PageLook(), "light", "paper", "#0b5cad")
    for odd in ("red", "#12", "url(x)", "#0B5CADx", "#12345\u0661"):
        assert "six digits" in colour_problem(PageLook(), "dark", "ink", odd)


WORDS = st.one_of(st.just(""), COLOURS, st.text(max_size=12))
SETS = st.builds(Colours, accent=WORDS, ink=WORDS, paper=WORDS)
LOOKS = st.builds(
    PageLook, light=SETS, dark=SETS, headings=st.sampled_from(["", "georgia", "}<"]), text=WORDS
)


@given(LOOKS)
def test_nothing_but_colours_and_fonts_reaches_the_style(look):
    style = str(look_style(look))
    fonts = "|".join(re.escape(font.stack) for font in FONTS.values())
    value = rf"--[a-z-]+: (?:#[0-9a-f]{{6}}|{fonts}); "
    rule = rf":root \{{ (?:{value})+\}}"
    media = r"@media screen and \(prefers-color-scheme: (?:light|dark)\)"
    assert re.fullmatch(rf"(?:{rule}\n)?(?:{media} \{{ {rule} \}}\n)*", style)


@given(LOOKS)
def test_what_is_left_of_a_look_can_be_read(look):
    sound = sound_look(look)
    assert sound_look(sound) == sound
    for scheme, usual in (("light", LIGHT), ("dark", DARK)):
        said = {name: getattr(getattr(sound, scheme), name) for name in ("accent", "ink", "paper")}
        used = {name: value or getattr(usual, name) for name, value in said.items()}
        assert contrast(used["accent"], used["paper"]) >= 4.5
        assert contrast(used["ink"], used["paper"]) >= 4.5


def test_a_page_carries_the_look_and_the_footer_of_its_house(page_of, item, house):
    look = PageLook(light=Colours(accent="#aa0000"), text="georgia", footer="A <b>\nBox 1")
    plain, page = page_of(item).html, page_of(item, house=replace(house, look=look)).html
    assert '<p class="footer lines">A &lt;b&gt;\nBox 1</p>' in page
    assert "footer lines" not in plain
    assert ":root { --sans: Georgia" in page
    assert "(prefers-color-scheme: light) { :root { --accent: #aa0000; --accent-strong: #" in page
    assert page_of(item, house=replace(house, look=look)).html == page
