# ruff: noqa: RUF001 - the digits of other scripts are what this is about

import pytest

from tests.checks.rules.looking_at_items import Library, look

ORIGINAL = "01a00000-0000-7000-8000-00000000aaaa"
ENGLISH = (
    "On 15 March 2024, 1,250 people and 42.5 tonnes came at 10:30. "
    "See [the plan](https://www.boats.example/en/plan).\n"
)


def looked(rule, body, language="fr", *, source=ENGLISH, **fields):
    original = look("x", source, id=ORIGINAL, translation_group="g", version=3).item
    known = {"others": Library((original,))}
    fields = {"translated_from": ORIGINAL, "translation_group": "g", **fields}
    return look(rule, body, known=known, language=language, **fields)


def test_a_translation_of_an_older_version_is_behind():
    assert looked("version-behind", "", translated_version=2).findings()
    assert not looked("version-behind", "", translated_version=3).findings()
    assert not look("version-behind").findings()


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("fr", "Le 15 mars 2024, 1\u202f250 personnes et 42,5 tonnes arrivèrent à 10h30.\n"),
        ("de", "Am 15. März 2024 kamen um 10:30 1.250 Menschen und 42,5 Tonnen.\n"),
        ("ru", "15 марта 2024 года прибыли 1 250 человек и 42,5 тонны.\n"),
        ("ar", "في ١٥ مارس ٢٠٢٤ وصل ١٬٢٥٠ شخصا و٤٢٫٥ طنا.\n"),
    ],
)
def test_numbers_are_the_same_however_a_language_writes_them(language, body):
    assert not looked("version-numbers", body, language).findings()
    assert not looked("version-dates", body, language).findings()


def test_other_numbers_and_missing_ones_are_named():
    found = looked("version-numbers", "Le 15 mars 2024, 1 520 personnes et 42,5 tonnes.\n")
    assert found.words() == ["1250", "1 520"] or found.words() == ["1 520", "1250"]


def test_small_numbers_may_be_words():
    source = "There were 3 boats and 12 crews.\n"
    assert not looked("version-numbers", "Trois bacs.\n", source=source).findings()


def test_another_date_is_named():
    assert looked("version-dates", "Le 16 mars 2024.\n").words() == ["16 mars 2024"]


def test_a_link_that_is_missing_is_named_and_its_own_version_is_well():
    assert looked("version-links", "Sans lien.\n").words() == ["boats.example"]
    here = "Voir [le plan](https://boats.example/fr/plan).\n"
    assert not looked("version-links", here).findings()


def test_an_original_is_compared_with_nothing():
    for rule in ("version-numbers", "version-dates", "version-links"):
        assert not look(rule, ENGLISH).findings()
