"""Which words of a text a dictionary is asked about, and how."""

import time

import pytest

from editor_app.spelling.words import is_checked, plain, without_addresses, word_around, words_of


def found(text, **options):
    masked = without_addresses(text)
    assert len(masked) == len(text)
    words = [match for match in words_of(masked) if is_checked(match[0], **options)]
    assert all(text[match.start() : match.end()] == match[0] for match in words)
    return [match[0] for match in words]


def test_words_end_at_spaces_and_marks():
    assert found("“Stay,” he said — then left (quietly)…") == [
        *("Stay", "he", "said", "then", "left", "quietly"),
    ]


def test_either_apostrophe_and_any_hyphen_join_a_word():
    assert found(
        "They didn\u2019t, they don't: well-known co\u2011operation l\u2019été aujourd\u2019hui"
    ) == [
        *(
            "They",
            "didn\u2019t",
            "they",
            "don't",
            "well-known",
            "co\u2011operation",
            "l\u2019été",
            "aujourd\u2019hui",
        ),
    ]


def test_an_apostrophe_at_the_end_is_no_part_of_the_word():
    assert found("the migrants\u2019 homes \u2018quoted\u2019") == [
        "the",
        "migrants",
        "homes",
        "quoted",
    ]


def test_addresses_hashtags_and_numbers_are_left_alone():
    text = (
        "See https://icmpd.org/abcd?efgh=ij, www.exampel.org or mailto:infoo@exampel.org, write to "
        "press.ofice@un.org, #RefugeesWelcom, @icmpdd, icmpd.org/projcts, reprt.pdf, COVID-19, "
        "3rd, 1990s, 12.5 and snake_cse"
    )
    assert found(text) == ["See", "or", "write", "to", "and"]


def test_a_missing_space_after_a_sentence_hides_no_word():
    assert found("The end.Teh start") == ["The", "end", "Teh", "start"]


@pytest.mark.parametrize("word", ["UN", "ICMPD", "NGOs", "ICMPD\u2019s", "МВД"])
def test_words_in_capitals_are_checked_when_wanted(word):
    assert found(f"the {word} said") == ["the", "said"]
    assert found(f"the {word} said", with_capitals=True) == ["the", word, "said"]


def test_arabic_and_russian_words_keep_their_marks():
    assert found("كتابٌ جديدٌ، المهاجــرين") == ["كتابٌ", "جديدٌ", "المهاجــرين"]
    assert found("организа\u0301ция по-русски") == ["организа\u0301ция", "по-русски"]


def test_composed_and_decomposed_letters_are_one_word():
    assert found("cafe\u0301 nai\u0308ve") == ["cafe\u0301", "nai\u0308ve"]
    assert plain("cafe\u0301") == "café"


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("didn\u2019t", "didn't"),
        ("co\u2011operation", "co-operation"),
        ("hy\u00adphen", "hyphen"),
        ("كِتَابٌ", "كتاب"),
        ("المهاجــرين", "المهاجرين"),
        ("организа\u0301ция", "организация"),
        ("ёлка", "ёлка"),
        ("йод", "йод"),
    ],
)
def test_a_dictionary_is_asked_for_the_plain_form(written, known):
    assert plain(written) == known


def test_the_word_at_a_place_goes_from_end_to_end():
    text = "They recieve it"
    assert [text[slice(*word_around(text, place))] for place in (5, 8, 12)] == ["recieve"] * 3
    assert word_around("a, b", 2) is None


def test_a_very_long_word_is_not_a_word():
    assert found("a" * 61 + " word") == ["word"]


@pytest.mark.parametrize("piece", ["a", "a.", "a-", "a@", "/a", "'a", "a:", "#", "ـ", "a\u0301"])
def test_no_text_takes_long(piece):
    started = time.perf_counter()
    found(piece * 50_000)
    assert time.perf_counter() - started < 2
