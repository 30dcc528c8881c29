"""Which dictionary serves which language."""

import pytest

from editor_app.spelling.dictionaries import best_dictionary, find_dictionaries, language_tag


def test_dictionaries_are_found_in_folders_and_in_their_folders(tmp_path, write_dictionary):
    write_dictionary("de_AT", "Haus", at=tmp_path / "mine")
    write_dictionary("nl", "huis", at=tmp_path / "mine" / "nl")
    found = find_dictionaries([tmp_path / "mine", tmp_path / "absent"])
    assert sorted(found) == ["de-AT", "nl"]
    assert found["de-AT"].words.read_text("utf-8").startswith("1\n")


def test_the_earlier_folder_wins(tmp_path, write_dictionary):
    for name in ("first", "second"):
        write_dictionary("fr", "mot", at=tmp_path / name)
    found = find_dictionaries([tmp_path / "first", tmp_path / "second"])
    assert found["fr"].folder == tmp_path / "first"


def test_a_file_without_its_word_list_or_a_languages_name_is_no_dictionary(
    tmp_path, write_dictionary
):
    write_dictionary("hyph_words_for_reading", "a", at=tmp_path)
    write_dictionary("it", "a", at=tmp_path).with_suffix(".dic").unlink()
    assert find_dictionaries([tmp_path]) == {}


@pytest.mark.parametrize(
    ("wanted", "served"),
    [
        *(("en-GB", "en-GB"), ("en", "en-GB"), ("en-AU", "en-GB"), ("en-GB-oxendict", "en-GB")),
        *(("en-US", "en-US"), ("EN_us", "en-US"), ("fr-CA", "fr"), ("es-419", "es")),
        *(("ar-EG", "ar"), ("ru-RU", "ru"), ("pl", None), ("zh-Hans", None), ("", None)),
        *(("../../etc", None), ("русский", None)),
    ],
)
def test_a_language_is_served_by_the_nearest_dictionary(shipped, wanted, served):
    found = best_dictionary(wanted, shipped)
    assert (found.tag if found else None) == served


def test_american_english_is_never_measured_by_british(shipped):
    british = {tag: one for tag, one in shipped.items() if tag != "en-US"}
    assert best_dictionary("en-US", british) is None
    american = {"en-US": shipped["en-US"]}
    assert best_dictionary("en-GB", american) is None


def test_another_script_is_another_language(tmp_path, write_dictionary):
    write_dictionary("sr_Latn_RS", "reka", at=tmp_path)
    found = find_dictionaries([tmp_path])
    assert best_dictionary("sr", found) is None
    assert best_dictionary("sr-Latn-ME", found).tag == "sr-Latn-RS"


@pytest.mark.parametrize(
    ("name", "tag"),
    [("en_gb", "en-GB"), ("ZH-hant-tw", "zh-Hant-TW"), ("es_419", "es-419"), ("hyph_de_DE", "")],
)
def test_tags_are_written_in_one_way(name, tag):
    assert language_tag(name) == tag
