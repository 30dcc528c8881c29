# ruff: noqa: RUF001 - marks and letters that look alike are what this is about
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.wording.readability import flesch, lix, syllables, tally
from editor_app.wording.sentences import sentence_starts, sentences, words, words_between


def split(text, language):
    return [text[start:end] for start, end in sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-GB", ["Dr. Smith met Mr. Jones at 3 p.m. on Monday.", "They left."]),
        ("en-GB", ["The U.S. President spoke, e.g. of peace.", "“Really?” he asked.", "Yes!"]),
        ("en-GB", ["It cost 4.5 million (see No. 7).", "J. R. Miller paid…", "Did he?"]),
        ("fr", ["M. Dupont et Mme. Roy, p. ex. ici, sont venus.", "« Oui ! »", "Bien."]),
        ("de", ["Am 15. September kam z. B. Dr. Huber, d. h. er.", "Gut!", "„Ja.“", "Nein."]),
        ("es", ["El Sr. Gil y la Dra. Paz de EE. UU. hablaron.", "¿Qué?", "¡Nada!"]),
        ("ru", ["В 2015 г. было 5 тыс. чел. и т. д. в городе.", "Да.", "«Нет!»", "Так?"]),
        ("ar", ["هل جاء؟", "نعم.", "ثم ذهب!"]),
        ("ur", ["وہ آیا۔", "پھر گیا۔"]),
        ("zh-Hans", ["今天下雨。", "明天晴天！", "好吗？"]),
    ],
)
def test_a_short_form_ends_no_sentence(language, expected):
    gap = "" if language == "zh-Hans" else " "
    assert split(gap.join(expected), language) == expected


def test_a_line_break_ends_a_sentence():
    assert split("One line\nAnother line.", "en") == ["One line", "Another line."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l’homme, don't, well-known", ["l’homme", "don't", "well-known"]),
        ("مُحَمَّد قال", ["مُحَمَّد", "قال"]),
        ("Genève 2015", ["Genève", "2015"]),
        ("- – ... ", []),
    ],
)
def test_words_keep_their_apostrophes_hyphens_and_marks(text, expected):
    assert [word.text for word in words(text)] == expected


@given(st.text(max_size=80), st.sampled_from(["en", "fr", "de", "es", "ru", "ar", "zh"]))
def test_sentences_and_words_lie_in_the_text_in_order(text, language):
    ends = 0
    for stretch in sentences(text, language):
        assert ends <= stretch.start < stretch.end <= len(text)
        ends = stretch.end
        words_between(text, stretch)
    assert all(text[word.start : word.end] == word.text for word in words(text))
    assert sentence_starts(text, language) <= {word.start for word in words(text)}


@pytest.mark.parametrize(
    ("language", "word", "count"),
    [
        ("en", "table", 2),
        ("en", "made", 1),
        ("fr", "homme", 1),
        ("de", "übung", 2),
        ("es", "avión", 2),
        ("es", "camino", 3),
        ("ru", "доклад", 2),
        ("ar", "كتاب", 0),
    ],
)
def test_syllables_are_about_right(language, word, count):
    assert syllables(word, language) == count


def test_figures_tell_easy_from_hard():
    easy = tally("The cat sat on the mat. It was a good cat.", "en")
    hard = tally("Intergovernmental consultations necessitate comprehensive preparation.", "en")
    assert lix(easy) < 20
    assert lix(hard) > 60
    assert flesch(easy, "en") > 90
    assert flesch(hard, "en") < 0
    assert flesch(easy, "ar") is None
    assert lix(tally("", "en")) == 0
    assert (easy + hard).words == easy.words + hard.words
