# ruff: noqa: RUF001 - marks and letters that look alike are what this is about

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.rules.one_rule import after_mending, found


def misread(text, times=1):
    """Return text as it looks when its UTF-8 is taken for Windows-1252."""
    for _ in range(times):
        text = "".join(
            bytes([byte]).decode("cp1252")
            if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
            else chr(byte)
            for byte in text.encode()
        )
    return text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en-GB", "It’s “good” – very good"),
        ("fr", "Été à Genève : c’est l’été"),
        ("de", "Über die Straße"),
        ("es", "El niño pequeño"),
        ("ru", "Новый доклад"),
        ("ar", "تقرير جديد"),
    ],
)
@pytest.mark.parametrize("times", [1, 2])
def test_letters_in_the_wrong_encoding_are_read_again(language, text, times):
    assert after_mending("encoding-wrong", misread(text, times), language) == text


@pytest.mark.parametrize(
    "text",
    [
        "Été à Genève, où l’âge n’a pas d’importance : « cité\u00a0» et « à »",
        "«IRMÃ» e «MANHÃ”",
        "Straße\u00admit Über",
        "São Paulo, Åse, Ærø, Ðorđe, ÂGE",
        "Â",
    ],
)
def test_letters_that_may_be_meant_are_let_alone(text):
    assert not found("encoding-wrong", text, "fr")


@pytest.mark.parametrize(
    ("rule", "typed", "mended"),
    [
        ("invisible-characters", "in\u00advisi\u200bble\ufeff", "invisible"),
        ("control-characters", "One\u2028two\x07", "One two"),
        (
            "html-code",
            "Fish &amp; chips&nbsp;&#8217;s &amp;amp; more",
            "Fish & chips\u00a0’s & more",
        ),
        ("accents-split", unicodedata.normalize("NFD", "Genève, Čačak, й"), "Genève, Čačak, й"),
    ],
)
def test_characters_that_nobody_typed_are_mended(rule, typed, mended):
    assert after_mending(rule, typed) == mended


def test_a_lost_letter_is_named_and_cannot_be_mended():
    assert found("letter-lost", "Gen\ufffdve") == ["\ufffd"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "می\u200cخواهم"),
        ("hi", "क्\u200dष"),
        ("en-GB", "A family 👩\u200d👩\u200d👧 and a heart ❤\ufe0f\u200d🔥"),
        ("th", "ภาษา\u200bไทย"),
        ("ar", "قال \u200fنعم"),
    ],
)
def test_joiners_that_a_script_needs_are_let_alone(language, text):
    assert not found("invisible-characters", text, language)


@pytest.mark.parametrize("text", ["R&D; AT&T", "a & b;", "&unknown; name", "c) 5 & 6;"])
def test_an_ampersand_is_no_code(text):
    assert not found("html-code", text)


@given(
    st.text(st.sampled_from("aé’“Ã©â€™Â&amp;lt#8217\u00ad\u200b\u0301\u0300\x07 я"), max_size=30)
)
def test_a_fix_leaves_nothing_to_say(text):
    rules = (
        "encoding-wrong",
        "html-code",
        "invisible-characters",
        "control-characters",
        "accents-split",
    )
    for rule in rules:
        if found(rule, text):
            after_mending(rule, text)
