"""Dictionaries of the user's own, good ones and bad ones."""

import zipfile
from contextlib import suppress

import pytest

from editor_app.spelling.dictionaries import find_dictionaries
from editor_app.spelling.errors import BadDictionaryError
from editor_app.spelling.installing import MOST_BYTES, install

GERMAN = ("Haus", "Garten", "Straße", "Flüchtling", "über", "wohnen", "Zeitung", "morgen")
RULES = "SET {}\nSFX E Y 1\nSFX E 0 e .\n"
LIST = """<?xml version="1.0" encoding="UTF-8"?>
<oor:component-data xmlns:oor="http://openoffice.org/2001/registry"><node oor:name="Dictionaries">
<node oor:name="D"><prop oor:name="Locations"><value>%origin%/de_frami/de_words_2.aff
%origin%/de_frami/de_words_2.dic</value></prop>
<prop oor:name="Format"><value>DICT_SPELL</value></prop>
<prop oor:name="Locales"><value>de-DE de-LU</value></prop></node>
<node oor:name="H"><prop oor:name="Locations"><value>%origin%/hyph_de.dic</value></prop>
<prop oor:name="Format"><value>DICT_HYPH</value></prop>
<prop oor:name="Locales"><value>de-DE</value></prop></node></node></oor:component-data>"""


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "dictionaries"


@pytest.fixture
def package(tmp_path):
    def build(entries, name="german.oxt"):
        file = tmp_path / name
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
            for entry, data in entries.items():
                made.writestr(entry, data)
        return file

    return build


def listed(*words):
    return "\n".join([str(len(words)), *words, ""])


def refused(file, folder):
    with pytest.raises(BadDictionaryError) as caught:
        install(file, folder)
    assert str(caught.value).count("\n") == 0
    assert not folder.exists() or list(folder.iterdir()) == []
    return caught.value.message


def test_a_package_is_installed_in_utf8_under_its_language(package, folder, speller):
    file = package(
        {
            "dictionaries.xcu": LIST,
            "de_frami/de_words_2.aff": RULES.format("ISO8859-1").encode("latin-1"),
            "de_frami/de_words_2.dic": listed(*GERMAN).encode("latin-1"),
            "hyph_de.dic": b"UTF-8\n",
        }
    )
    (installed,) = install(file, folder)
    assert installed == find_dictionaries([folder])["de"]
    assert installed.affixes.read_text("utf-8").startswith("SET UTF-8\n")
    assert "Flüchtling" in installed.words.read_text("utf-8")
    found = speller.wrong_parts(["Straße", "Strasse"], installed)
    assert [word for word, spans in found.items() if spans] == ["Strasse"]


@pytest.mark.parametrize("chosen", [".aff", ".dic"])
def test_two_files_are_installed_by_naming_either(write_dictionary, folder, chosen):
    affixes = write_dictionary("de_AT", *GERMAN, rules=RULES.format("UTF-8"))
    (installed,) = install(affixes.with_suffix(chosen), folder)
    assert installed.tag == "de-AT"


def test_a_second_one_for_a_language_takes_the_place_of_the_first(write_dictionary, folder):
    install(write_dictionary("de", *GERMAN), folder)
    (installed,) = install(write_dictionary("de", *GERMAN, "Jänner"), folder)
    assert "Jänner" in installed.words.read_text("utf-8")
    assert [file.name for file in folder.iterdir()] == ["de"]


def test_flags_that_are_letters_stay_one_letter_in_utf8(write_dictionary, folder, speller):
    rules = "SET ISO8859-1\nSFX ä Y 1\nSFX ä 0 er .\n"
    words = ("Haus/ä", "Garten", "Zeitung/ä", "morgen")
    (installed,) = install(write_dictionary("de", *words, rules=rules, encoding="latin-1"), folder)
    assert speller.wrong_parts(["Hauser"], installed) == {"Hauser": ()}


def test_a_russian_list_of_old_is_read(write_dictionary, folder, speller):
    words = ("дом", "сад", "газета", "утро")
    affixes = write_dictionary("ru", *words, rules="SET KOI8-R\n", encoding="koi8-r")
    (installed,) = install(affixes, folder)
    assert speller.wrong_parts(["газета"], installed) == {"газета": ()}


@pytest.mark.parametrize(
    "name", ["../de.aff", "a/../../de.aff", "/etc/de.aff", "..\\de.aff", "C:/de.aff"]
)
def test_a_package_that_names_a_place_outside_is_refused(package, folder, name):
    file = package({name: RULES, name.replace(".aff", ".dic"): listed(*GERMAN)})
    assert "outside" in refused(file, folder)


def test_a_bomb_is_refused_before_it_unfolds(package, folder):
    file = package({"de.aff": RULES.format("UTF-8"), "de.dic": b"1\n" + b"a" * (100 << 20)})
    assert file.stat().st_size < 1 << 20
    assert MOST_BYTES < 100 << 20
    assert "too large" in refused(file, folder)


def test_a_damaged_package_is_refused(package, folder):
    file = package({"de.aff": RULES.format("UTF-8"), "de.dic": listed(*GERMAN)})
    data = file.read_bytes()
    for broken in (data[: len(data) // 2], b"PK\x03\x04", b"", data.replace(b"Haus", b"Hans")):
        file.write_bytes(broken)
        if broken != data:
            assert refused(file, folder)


def test_a_package_is_taken_in_or_refused_wherever_it_is_damaged(package, folder):
    file = package({"de.aff": RULES.format("UTF-8") * 20, "de.dic": listed(*GERMAN) * 20})
    data = file.read_bytes()
    for place in range(30, len(data), 7):
        file.write_bytes(data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :])
        with suppress(BadDictionaryError):
            install(file, folder)


@pytest.mark.parametrize(
    "languages",
    [
        "<?xml version='1.0' encoding='klingon'?><a/>",
        "<?xml version='1.0' encoding='big5'?><a/>",
        "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
        "<a>",
    ],
)
def test_a_package_whose_list_of_languages_cannot_be_read_goes_by_names(package, folder, languages):
    entries = {"de.aff": RULES.format("UTF-8"), "de.dic": listed(*GERMAN)}
    (installed,) = install(package(entries | {"dictionaries.xcu": languages}), folder)
    assert installed.tag == "de"


@pytest.mark.parametrize("encoding", ["punycode", "undefined", "unicode_escape", "utf-7", "a\0b"])
def test_a_list_in_an_encoding_that_no_dictionary_has_is_refused(
    write_dictionary, folder, encoding
):
    affixes = write_dictionary("de", *GERMAN, rules=RULES.format(encoding))
    assert "encoding" in refused(affixes, folder)


def test_a_package_with_too_many_files_is_refused(package, folder):
    assert "too many" in refused(package({f"{number}.txt": "" for number in range(2001)}), folder)


def test_a_package_without_a_dictionary_is_refused(package, folder):
    assert "no dictionary" in refused(package({"readme.txt": "words"}), folder)


def test_a_list_in_another_encoding_than_it_names_is_refused(write_dictionary, folder):
    affixes = write_dictionary("de", *GERMAN, rules=RULES.format("UTF-8"), encoding="latin-1")
    assert "encoding" in refused(affixes, folder)
    affixes = write_dictionary("de", *GERMAN, rules=RULES.format("KLINGON-1"))
    assert "encoding" in refused(affixes, folder)


@pytest.mark.parametrize("words", ["", "no number\nHaus\n", "3\nHaus\0\n", "5"])
def test_a_list_that_is_none_is_refused(write_dictionary, folder, words):
    affixes = write_dictionary("de", *GERMAN)
    affixes.with_suffix(".dic").write_text(words, "utf-8")
    assert "word list" in refused(affixes, folder)


def test_a_list_that_forbids_its_own_words_is_refused(write_dictionary, folder):
    words = [f"{word}/X" for word in GERMAN]
    affixes = write_dictionary("de", *words, rules="SET UTF-8\nFORBIDDENWORD X\n")
    assert "its own words" in refused(affixes, folder)


def test_a_list_without_its_rules_or_with_no_languages_name_is_refused(write_dictionary, folder):
    affixes = write_dictionary("de", *GERMAN)
    words = affixes.with_suffix(".dic")
    affixes.unlink()
    assert "de.aff" in refused(words, folder)
    assert "language" in refused(write_dictionary("my_dictionary", *GERMAN), folder)
    assert refused(words.with_name("absent.oxt"), folder)


def test_a_list_of_entities_harms_nobody(package, folder):
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    file = package(
        {"dictionaries.xcu": bomb, "de.aff": RULES.format("UTF-8"), "de.dic": listed(*GERMAN)}
    )
    assert [one.tag for one in install(file, folder)] == ["de"]
