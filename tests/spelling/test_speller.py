"""Looking words up, in the real process."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from editor_app.spelling.dictionaries import find_dictionaries
from editor_app.spelling.errors import SpellerStoppedError
from editor_app.spelling.judging import Endings
from editor_app.spelling.speller import Speller


@pytest.fixture
def tiny(tmp_path, write_dictionary):
    write_dictionary("en-GB", "house/S", "garden", "café", "organise", "organize", "prise", "prize")
    write_dictionary("fr", "homme", "été")
    return find_dictionaries([tmp_path / "source"])


def wrong(speller, dictionary, *words, endings=Endings.EITHER):
    found = speller.wrong_parts(words, dictionary, endings)
    return {word: [word[slice(*span)] for span in spans] for word, spans in found.items() if spans}


def test_words_of_the_list_and_their_endings_are_right(speller, tiny):
    asked = ("house", "houses", "House", "HOUSE", "gardens", "cafe\u0301")
    assert wrong(speller, tiny["en-GB"], *asked) == {"gardens": ["gardens"]}


def test_only_the_wrong_part_of_a_joined_word_is_marked(speller, tiny):
    asked = ("house-garden", "house-gardne", "hosue\u2011gardne", "COVID-house")
    assert wrong(speller, tiny["en-GB"], *asked) == {
        "house-gardne": ["gardne"],
        "hosue\u2011gardne": ["hosue", "gardne"],
    }


def test_what_is_put_on_to_a_word_is_not_a_part_of_it(speller, tiny):
    assert wrong(speller, tiny["en-GB"], "house\u2019s", "hosue\u2019s", "ICMPD's") == {
        "hosue\u2019s": ["hosue"]
    }
    assert wrong(speller, tiny["fr"], "l\u2019homme", "qu'été", "L\u2019hommee") == {
        "L\u2019hommee": ["hommee"]
    }


def test_the_endings_chosen_are_the_only_right_ones(speller, tiny):
    asked = ("organise", "organize", "prise", "prize")
    dictionary = tiny["en-GB"]
    assert wrong(speller, dictionary, *asked) == {}
    ise = wrong(speller, dictionary, *asked, endings=Endings.ISE)
    assert ise == {"organize": ["organize"]}
    ize = wrong(speller, dictionary, *asked, endings=Endings.IZE)
    assert ize == {"organise": ["organise"]}
    assert speller.suggestions("organize", dictionary, Endings.ISE)[0] == "organise"
    assert "organise" not in speller.suggestions("organisse", dictionary, Endings.IZE)


def test_suggestions_come_in_the_letters_of_the_word(speller, tmp_path, write_dictionary):
    write_dictionary("en-GB", "don't", "dot")
    dictionary = find_dictionaries([tmp_path / "source"])["en-GB"]
    assert speller.suggestions("dont", dictionary)[0] == "don't"
    assert speller.suggestions("donn\u2019t", dictionary)[0] == "don\u2019t"


def test_accents_left_out_are_put_in_first(speller, tiny):
    assert speller.suggestions("ete", tiny["fr"])[0] == "été"


def test_there_are_never_more_than_seven_suggestions(speller, tmp_path, write_dictionary):
    letters = "bcdfghjklmnprst"
    words = [f"{letter}ouse" for letter in letters]
    write_dictionary("en-GB", *words, rules=f"SET UTF-8\nTRY {letters}\n")
    dictionary = find_dictionaries([tmp_path / "source"])["en-GB"]
    assert len(speller.suggestions("xouse", dictionary)) == 7


def test_a_list_in_an_old_encoding_takes_any_word(speller, tmp_path, write_dictionary):
    write_dictionary("en-US", "house", rules="SET ISO8859-1\n", encoding="latin-1")
    dictionary = find_dictionaries([tmp_path / "source"])["en-US"]
    assert wrong(speller, dictionary, "house", "Łódź", "дом") == {"Łódź": ["Łódź"], "дом": ["дом"]}
    assert speller.suggestions("Łódź", dictionary) == ()


def test_a_dictionary_that_is_gone_is_said_once_and_the_next_question_works(
    speller, tiny, tmp_path, write_dictionary
):
    gone = tiny["fr"]
    gone.affixes.unlink()
    with pytest.raises(SpellerStoppedError):
        speller.wrong_parts(["homme"], gone)
    assert speller.suggestions("homme", gone) == ()
    assert wrong(speller, tiny["en-GB"], "hosue") == {"hosue": ["hosue"]}


def test_a_speller_that_was_closed_answers_nothing(speller, tiny):
    assert wrong(speller, tiny["en-GB"], "house") == {}
    speller.close()
    with pytest.raises(SpellerStoppedError):
        speller.wrong_parts(["house"], tiny["en-GB"])


def test_a_process_that_was_ended_by_somebody_is_started_again(speller, tiny):
    assert wrong(speller, tiny["en-GB"], "house") == {}
    speller._process.kill()
    speller._process.wait()
    with pytest.raises(SpellerStoppedError):
        speller.wrong_parts(["house"], tiny["en-GB"])
    assert wrong(speller, tiny["en-GB"], "hosue") == {"hosue": ["hosue"]}


ASKS = """
import sys, time
from pathlib import Path
from editor_app.spelling.dictionaries import find_dictionaries
from editor_app.spelling.speller import Speller
speller = Speller()
speller.wrong_parts(["house"], find_dictionaries([Path(sys.argv[1])])["en-GB"])
print(speller._process.pid, flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks the system's list of processes")
@pytest.mark.usefixtures("tiny")
def test_the_process_ends_even_when_the_program_is_killed(tmp_path):
    command = [sys.executable, "-c", ASKS, str(tmp_path / "source")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        status = Path("/proc", program.stdout.readline().strip(), "stat")
        assert status.exists()
        program.send_signal(signal.SIGKILL)
    until = time.monotonic() + 20
    while is_running(status) and time.monotonic() < until:
        pass
    assert not is_running(status)


def is_running(status):
    try:
        return status.read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_many_languages_in_turn_are_all_known(speller, tmp_path, write_dictionary):
    tags = ["de", "nl", "da", "sv", "it", "pt"]
    for tag in tags:
        write_dictionary(tag, f"word{'x' * len(tag)}{tag}")
    found = find_dictionaries([tmp_path / "source"])
    for tag in tags * 2:
        assert wrong(speller, found[tag], f"word{'x' * len(tag)}{tag}", "wrod") == {
            "wrod": ["wrod"]
        }


def test_a_word_that_takes_an_age_is_given_up_in_time(tmp_path, write_dictionary):
    words = [f"{'a' * number}/X" for number in range(1, 15)]
    write_dictionary("de", *words, rules="SET UTF-8\nCOMPOUNDFLAG X\nCOMPOUNDMIN 1\n")
    dictionary = find_dictionaries([tmp_path / "source"])["de"]
    speller = Speller(suggestion_seconds=1.0)
    begun = time.monotonic()
    assert speller.suggestions("a" * 45 + "b", dictionary) == ()
    assert time.monotonic() - begun < 10
    assert wrong(speller, dictionary, "aaa", "bbb") == {"bbb": ["bbb"]}
    speller.close()
