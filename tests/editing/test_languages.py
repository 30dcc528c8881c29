"""The languages offered."""

from editor_app.editing.languages import direction, language, offered_languages


def test_languages_are_named_in_the_window_and_in_themselves():
    french = next(one for one in offered_languages() if one.tag == "fr")
    assert (french.name, french.own_name) == ("French", "français")


def test_no_language_is_offered_twice():
    tags = [one.tag for one in offered_languages()]
    assert len(tags) == len(set(tags))


def test_arabic_is_written_from_the_right():
    assert (direction("ar"), direction("en-GB"), direction("he")) == ("rtl", "ltr", "rtl")


def test_a_tag_nobody_knows_is_its_own_name():
    assert language("x-klingon!").name == "x-klingon!"
