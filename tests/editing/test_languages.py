"""The languages offered."""

from babel import Locale
from babel.localedata import locale_identifiers

from editor_app.editing.languages import direction, language, offered_languages


def test_languages_are_named_in_the_window_and_in_themselves():
    french = next(one for one in offered_languages() if one.tag == "fr")
    assert (french.name, french.own_name) == ("French", "français")


def test_no_language_is_offered_twice():
    tags = [one.tag for one in offered_languages()]
    assert len(tags) == len(set(tags))


def test_arabic_is_written_from_the_right():
    assert (direction("ar"), direction("en-GB"), direction("he")) == ("rtl", "ltr", "rtl")


def test_the_way_of_a_language_is_what_its_script_says_everywhere():
    for name in locale_identifiers():
        expected = "rtl" if Locale.parse(name).text_direction == "rtl" else "ltr"
        assert (name, direction(name.replace("_", "-"))) == (name, expected)


def test_a_tag_nobody_knows_is_its_own_name():
    assert language("x-klingon!").name == "x-klingon!"
