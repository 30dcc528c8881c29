# ruff: noqa: RUF001 - letters of other scripts are what this is about

import pytest

from editor_app.wording.countries import countries_in


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("From Niger to Nigeria, and on to Guinea-Bissau.", "en-GB", ["NE", "NG", "GW"]),
        ("Côte d’Ivoire and Côte d'Ivoire, once Ivory Coast.", "en", ["CI", "CI", "CI"]),
        ("Bosnia and Herzegovina, the UK and Türkiye.", "en", ["BA", "GB", "TR"]),
        ("Mr Jordan left Jordan. Paris Chad came from Chad.", "en", ["JO", "TD"]),
        ("En Suisse, au Mali et en Côte d’Ivoire.", "fr", ["CH", "ML", "CI"]),
        ("La réunion de Maurice : Réunion extraordinaire.", "fr", []),
        ("Aus der Schweiz in die Türkei.", "de", ["CH", "TR"]),
        ("De Colombia a España, por Granada.", "es", ["CO", "ES"]),
        ("Из Украины в Казахстан, о Ливии и с Грузией.", "ru", ["UA", "KZ", "LY", "GE"]),
        ("من العراق إلى لبنان وسوريا وللعراق ولتركيا", "ar", ["IQ", "LB", "SY", "IQ", "TR"]),
        ("A chinaman's ironing", "en", []),
        ("Ukrainians and Germans", "en", []),
        ("Libya", "tlh", []),
    ],
)
def test_countries_are_named_as_a_language_names_them(text, language, codes):
    assert [one.code for one in countries_in(text, language)] == codes


def test_a_country_is_named_where_it_stands():
    text = "Ferries for Libya now"
    (named,) = countries_in(text, "en-GB")
    assert text[named.start : named.end] == "Libya"
