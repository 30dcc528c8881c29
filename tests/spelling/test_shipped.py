"""The dictionaries that come with the program, on words of news."""

import re
import tomllib

import pytest

from editor_app import paths
from editor_app.spelling.judging import Endings

FOLDER = paths.resources() / "dictionaries"
RIGHT = {
    "en-GB": "organisation organization programme colour Syria Vienna migrants didn\u2019t",
    "en-US": "organization program color migrants didn\u2019t",
    "fr": "l\u2019organisation aujourd\u2019hui journalistes événement peut-être œuvre",
    "es": "organización migrantes fronteras periodistas años",
    "ru": "организация миграция журналисты ещё по-русски",
    "ar": "الهجرة المنظمة الأمم المتحدة كتاب كِتَاب",
}
WRONG = {
    "en-GB": {"recieve": "receive", "color": "colour", "accomodation": "accommodation"},
    "en-US": {"colour": "color", "recieve": "receive"},
    "fr": {"evenement": "événement", "organisationn": "organisation"},
    "es": {"organizacion": "organización", "recivir": "recibir"},
    "ru": {"превет": "привет", "организацыя": "организация"},
    "ar": {"المهاجررين": "المهاجرين"},
}


@pytest.mark.parametrize("tag", RIGHT)
def test_words_of_news_are_known_and_mistakes_are_mended(speller, shipped, tag):
    dictionary = shipped[tag]
    asked = [*RIGHT[tag].split(), *WRONG[tag]]
    found = speller.wrong_parts(asked, dictionary)
    assert {word for word, spans in found.items() if spans} == set(WRONG[tag])
    for word, meant in WRONG[tag].items():
        assert meant in speller.suggestions(word, dictionary)


def test_british_endings_can_be_chosen(speller, shipped):
    asked = "organise organize realising realizing advertise prize seize size Devizes surprise"
    british = shipped["en-GB"]
    ise = speller.wrong_parts(asked.split(), british, Endings.ISE)
    assert [word for word, spans in ise.items() if spans] == ["organize", "realizing"]
    ize = speller.wrong_parts(asked.split(), british, Endings.IZE)
    assert [word for word, spans in ize.items() if spans] == ["organise", "realising"]


@pytest.mark.parametrize("tag", ["en-GB", "fr", "es", "ru", "ar"])
def test_each_is_in_utf8_and_has_its_licence_beside_it(tag):
    folder = FOLDER / tag
    rules = (folder / f"{tag}.aff").read_text("utf-8-sig")
    assert re.search(r"^SET\s+UTF-8$", rules, re.MULTILINE)
    (folder / f"{tag}.dic").read_text("utf-8-sig")
    assert [file.name for file in folder.glob("LICENSE*")]
    assert f"| `{tag}` |" in (FOLDER / "README.md").read_text("utf-8")


def test_the_package_names_every_licence_of_what_it_ships():
    root = paths.resources().parent
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    named = {file for pattern in project["license-files"] for file in root.glob(pattern)}
    assert named == {root / "LICENSE", *paths.resources().rglob("LICENSE*")}
    kinds = {"MIT", "LGPL", "MPL-1.1", "MPL-2.0", "BSD", "CC0"}
    assert all(kind in project["license"] for kind in kinds)


def test_together_they_stay_modest():
    assert sum(file.stat().st_size for file in FOLDER.rglob("*")) < 12_000_000
