"""The letters a language is written in."""

import pytest

from editor_app.editing.languages import TAGS, language
from editor_app.spelling.scripts import is_in_letters_of


@pytest.mark.parametrize(
    ("word", "tag"),
    [("Vienna", "ar"), ("ICMPD", "ru"), ("Wien", "el"), ("فيينا", "en-GB"), ("Вена", "de")],
)
def test_a_word_in_other_letters_is_not_of_the_language(word, tag):
    assert not is_in_letters_of(word, tag)


@pytest.mark.parametrize(
    ("word", "tag"),
    [("Vienna", "en-GB"), ("été", "fr"), ("فيينا", "ar"), ("Вена", "ru"), ("Beč", "sr")],
)
def test_a_word_in_its_own_letters_is_of_the_language(word, tag):
    assert is_in_letters_of(word, tag)


def test_one_letter_of_another_alphabet_hides_no_word():
    assert is_in_letters_of("\u0441at", "en-GB")  # a Cyrillic letter that looks like a c


@pytest.mark.parametrize("tag", TAGS)
def test_every_language_that_is_offered_writes_its_name_in_its_letters(tag):
    assert is_in_letters_of(language(tag).own_name, tag)
