"""What a page says of its own accord, in each language."""

import json
from datetime import date

import pytest

from editor_app.paths import resources
from editor_app.render.words import own_language_name, page_words, text_direction

CATALOGUES = sorted((resources() / "page_words").glob("*.json"))


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_a_catalogue_says_nothing_that_english_does_not_know(file):
    english = json.loads((resources() / "page_words" / "en.json").read_text(encoding="utf-8"))
    own = json.loads(file.read_text(encoding="utf-8"))
    extra = {name for name in own if not name.startswith(("unit_", "pages_"))} - set(english)
    assert not extra
    assert set(english) - set(own) <= {"dash", "comma"}


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en-GB", "VIENNA, 15 September 2015"),
        ("en-US", "VIENNA, September 15, 2015"),
        ("fr", "VIENNA, le 15 septembre 2015"),
        ("de", "VIENNA, 15. September 2015"),
        ("es", "VIENNA, 15 de septiembre de 2015"),
    ],
)
def test_a_dateline_follows_its_language(tag, expected):
    assert page_words(tag).dateline(" Vienna ", date(2015, 9, 15)) == expected


@pytest.mark.parametrize(
    ("tag", "credit", "expected"),
    [
        ("en", "Jo Doe", "Photo: Jo Doe"),
        ("en", "Photo: Jo Doe", "Photo: Jo Doe"),
        ("en", "© Jo Doe", "© Jo Doe"),
        ("de", "Jo Doe", "Foto: Jo Doe"),
        ("de", "photo by Jo Doe", "photo by Jo Doe"),
        ("ar", "الصورة: جو", "الصورة: جو"),
        ("fr", " ", ""),
    ],
)
def test_a_credit_says_once_that_it_is_one(tag, credit, expected):
    assert page_words(tag).credit(credit) == expected


def test_countries_and_languages_are_named_in_the_language_of_the_item():
    words = page_words("fr")
    assert words.country("at") == "Autriche"
    assert words.country("XX") == "XX"
    assert words.language("en") == "anglais"


@pytest.mark.parametrize(
    ("size", "expected"), [(900, "900 B"), (1_200, "1 kB"), (1_250_000, "1.2 MB")]
)
def test_a_size_is_printed_for_people(size, expected):
    assert page_words("en").size(size).replace("\N{NO-BREAK SPACE}", " ") == expected


def test_pages_are_counted_as_russians_do():
    words = page_words("ru")
    counted = [words.pages(count) for count in (1, 2, 5)]
    assert counted == ["1 страница", "2 страницы", "5 страниц"]


def test_an_unknown_language_is_no_obstacle():
    words = page_words("xx-nonsense-and-more")
    assert words.reading_time(2) == "2 min read"
    assert own_language_name("xx-nonsense") == "xx-nonsense"
    assert text_direction("ar-EG") == "rtl"


def test_the_open_graph_locale_has_a_country():
    assert page_words("en-GB").open_graph_locale == "en_GB"
    assert page_words("fr").open_graph_locale == "fr_FR"
