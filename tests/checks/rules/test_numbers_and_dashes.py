# ruff: noqa: RUF001 - marks and letters that look alike are what this is about
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.model.house_style import HouseStyle
from tests.checks.rules.one_rule import after_mending, found, paragraphs, report

NO_BREAK = "\u00a0"
THIN = "\u202f"


@pytest.mark.parametrize(
    ("rule", "language", "typed", "mended"),
    [
        ("hyphen-as-dash", "en-GB", "Late - so late -- and dark.", "Late – so late – and dark."),
        ("hyphen-as-dash", "en-US", "It is late--so late.", "It is late—so late."),
        ("hyphen-as-dash", "fr", "Genève 30 mai -- La Conférence", "Genève 30 mai – La Conférence"),
        ("hyphen-as-dash", "de", "Spät - sehr spät.", "Spät – sehr spät."),
        ("hyphen-as-dash", "ru", "Это - доклад.", "Это — доклад."),
        (
            "range-hyphen",
            "en-GB",
            "On 10-14 May, 2014-2020, 5-9 %.",
            "On 10–14 May, 2014–2020, 5–9 %.",
        ),
        ("range-hyphen", "en-US", "February 10-14", "February 10–14"),
        ("range-hyphen", "de", "Vom 10.-14. September", "Vom 10.–14. September"),
        ("range-hyphen", "ru", "10-14 февраля, 2014-2020", "10–14 февраля, 2014–2020"),
        ("minus-hyphen", "en-GB", "At night -5 °C.", "At night −5 °C."),
        ("dash-one-sided", "en-GB", "Late –as she says– so.", "Late – as she says – so."),
        ("number-marks", "en-GB", "4,5 million of 1.234.567", "4.5 million of 1,234,567"),
        ("number-marks", "de", "15.5 % und 1,234,567", "15,5 % und 1.234.567"),
        ("number-marks", "fr", "4.3 millions", "4,3 millions"),
        ("number-marks", "ru", "42.5 млн", "42,5 млн"),
        ("currency-after-sum", "en-GB", "4.3 million EUR, 500 USD", "EUR 4.3 million, USD 500"),
        ("currency-before-sum", "fr", "EUR 4,3 millions, € 5", "4,3 millions d’euros, 5\u00a0€"),
    ],
)
def test_numbers_and_dashes_are_put_right(rule, language, typed, mended):
    assert after_mending(rule, typed, language) == mended


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en-GB",
            "On 2015-09-15, COVID-19, +43 1 504-46-77, 0-0, pp. 12-14, EU-27, the 2030-1 plan.",
        ),
        ("en-GB", "The pre– and post-war years – well-known – cost EUR 4.5 million or 1,234."),
        ("fr", "De 2014-2020, 4,3 millions, 1 000 habitants, 5 €, 10,5 %"),
        ("fr-CH", "Soit 4,3 millions"),
        ("de", "Vom 10. bis 14. September, 15,5 % von 1.234.567"),
        ("de-CH", "Etwa 15.5 % davon"),
        ("es", "En 2014-2020, 4,3 o 4.3 millones, 1.234.567 o 1,234,567"),
        ("ru", "В 2014–2020 гг. — 42,5 млн чел."),
        ("ar", "في 2014-2020 - نعم 4.5"),
    ],
)
def test_what_is_right_is_let_alone(language, text):
    rules = (
        *("hyphen-as-dash", "range-hyphen", "minus-hyphen", "dash-one-sided"),
        *("number-marks", "currency-after-sum", "currency-before-sum", "billion-or-milliard"),
    )
    for rule in rules:
        assert not found(rule, text, language), rule


@pytest.mark.parametrize(
    ("language", "text", "is_found"),
    [
        ("fr", "Deux billions d’euros", True),
        ("de", "Zwei Billionen Euro", True),
        ("es", "Dos billones de euros", True),
        ("fr", "Deux milliards d’euros", False),
        ("en-GB", "Two billion euros", False),
    ],
)
def test_a_million_millions_is_asked_about(language, text, is_found):
    assert bool(found("billion-or-milliard", text, language)) is is_found


def test_per_cent_in_two_ways_is_made_one():
    body = paragraphs("Some 5% and 6% came.", "Then 7 per cent went.")
    (one,) = report("percent-mixed", body)
    assert [change.act.text for change in one.fix.changes] == ["%"]
    assert report("percent-mixed", paragraphs("Some 5% and 6%.")) == ()
    words = HouseStyle(percent="per cent")
    assert after_mending("percent-mixed", "Some 5%.", style=words) == "Some 5 per cent."
    sign = HouseStyle(percent="%")
    assert after_mending("percent-mixed", "5 pour cent", "fr", sign) == f"5{NO_BREAK}%"


@pytest.mark.parametrize(
    ("language", "typed", "mended"),
    [
        (
            "fr",
            "Quoi? Oui! Non; bien: voilà",
            f"Quoi{THIN}? Oui{THIN}! Non{THIN}; bien{NO_BREAK}: voilà",
        ),
        (
            "fr",
            "Quoi ? « Oui » : «non»",
            f"Quoi{THIN}? «{THIN}Oui{THIN}»{NO_BREAK}: «{THIN}non{THIN}»",
        ),
        ("fr", "15% de 1 000 000 km", f"15{NO_BREAK}% de 1{THIN}000{THIN}000{NO_BREAK}km"),
        ("fr-CH", "Quoi ?", f"Quoi{THIN}?"),
        ("fr-CA", "Quoi ? « Oui » : bien!", f"Quoi? «{NO_BREAK}Oui{NO_BREAK}»{NO_BREAK}: bien!"),
    ],
)
def test_french_spaces_are_set(language, typed, mended):
    assert after_mending("french-spaces", typed, language) == mended


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", f"Quoi{NO_BREAK}? «{NO_BREAK}Oui{NO_BREAK}»{THIN}: à 10:30"),
        (
            "fr",
            "Voir https://a.org/?b;c &amp; sourire :)",
        ),
        ("fr", "Vraiment (?) Oui… « »"),
        ("fr-CA", f"Quoi? Oui! Non; bien{NO_BREAK}: 5{NO_BREAK}%"),
        ("en-GB", "What? Yes! No; well: there."),
    ],
)
def test_french_spaces_that_are_right_are_let_alone(language, text):
    assert not found("french-spaces", text, language)


@given(
    st.text(st.sampled_from("ab1 0.,-–%€«»?!;:\u00a0\u202f"), max_size=40),
    st.sampled_from(["en-GB", "fr", "fr-CA", "de", "ru"]),
)
def test_a_fix_leaves_nothing_to_say(text, language):
    rules = (
        *("hyphen-as-dash", "range-hyphen", "minus-hyphen", "dash-one-sided", "number-marks"),
        *("french-spaces", "currency-before-sum"),
    )
    for rule in rules:
        if found(rule, text, language):
            after_mending(rule, text, language)
