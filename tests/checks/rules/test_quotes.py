# ruff: noqa: RUF001 - marks and letters that look alike are what this is about

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.checks.finding import Level
from editor_app.model.house_style import HouseStyle, QuotationMarks
from tests.checks.rules.one_rule import after_mending, found, paragraphs, report

LANGUAGES = ("en-GB", "en-US", "fr", "fr-CA", "fr-CH", "de", "de-CH", "es", "ru", "ar", "pl", "sv")


@pytest.mark.parametrize(
    ("language", "typed", "set_right"),
    [
        ("en-GB", 'He said "yes" and went.', "He said “yes” and went."),
        ("en-GB", "It's the partners' meeting.", "It’s the partners’ meeting."),
        ("en-GB", "A \"'holding' centre\" it is.", "A “‘holding’ centre” it is."),
        ("en-GB", "The '90s were 'good' years.", "The ’90s were ‘good’ years."),
        ("en-GB", 'A 12" pipe, "long" and 6\' wide.', "A 12\" pipe, “long” and 6' wide."),
        ("en-GB", '("Yes," she said.)', "(“Yes,” she said.)"),
        ("fr", 'Il a dit "oui".', "Il a dit «\u202foui\u202f»."),
        ("fr", "L'eau d'ici", "L’eau d’ici"),
        ("fr-CA", 'Il a dit "oui".', "Il a dit «\u00a0oui\u00a0»."),
        ("de", 'Er sagt: "Ja."', "Er sagt: „Ja.“"),
        ("de-CH", 'Er sagt: "Ja."', "Er sagt: «Ja.»"),
        ("es", 'Dijo "sí" y salió.', "Dijo «sí» y salió."),
        ("ru", 'Он сказал "да".', "Он сказал «да»."),
        ("ru", 'Он сказал: "газета "Труд" вышла".', "Он сказал: «газета „Труд“ вышла»."),
        ("ar", 'قال "نعم" وذهب.', "قال “نعم” وذهب."),
    ],
)
def test_straight_marks_are_set_as_the_language_has_them(language, typed, set_right):
    assert found("quotes-straight", typed, language)
    assert after_mending("quotes-straight", typed, language) == set_right


def test_a_text_without_straight_marks_is_right():
    assert not found("quotes-straight", "“Yes,” she said; it’s done.")
    assert not found("quotes-mixed", "“Yes,” she said; it’s done.")


def test_straight_beside_typographic_marks_are_one_warning_for_the_whole_item():
    body = paragraphs('The paper: "What We Learned".', "This is ICMPD’s work, and IOM's.")
    (one,) = report("quotes-mixed", body)
    assert one.level is Level.WARNS
    assert len(one.fix.changes) == 3
    assert report("quotes-straight", body) == ()


@pytest.mark.parametrize(
    ("language", "typed", "set_right"),
    [
        ("fr", "Il a dit “oui” hier.", "Il a dit «\u202foui\u202f» hier."),
        ("de", "Er sagt “Ja” dazu.", "Er sagt „Ja“ dazu."),
        ("de", "Er sagt «Ja» dazu.", "Er sagt „Ja“ dazu."),
        ("ru", "Он сказал “да” и „нет“.", "Он сказал «да» и «нет»."),
        ("en-GB", "She said «yes» twice.", "She said “yes” twice."),
        ("en-GB", "“He said “yes” to me.”", "“He said ‘yes’ to me.”"),
    ],
)
def test_marks_of_another_language_are_exchanged(language, typed, set_right):
    assert after_mending("quotes-national", typed, language) == set_right


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en-GB", "‘Yes,’ she said, ‘it’s “done”.’"),
        ("en-US", "“Yes,” she said, “it’s ‘done’.”"),
        ("fr", "« Oui, dit-elle, c’est “fait”. »"),
        ("de", "„Ja“, sagt sie, „es ist ‚gut‘.“"),
        ("de", "»Ja«, sagt sie."),
        ("es", "«Sí», dijo; “no”, dijo."),
        ("ru", "«Да», — сказал он: «газета „Труд“»."),
        ("ar", "قال «نعم» ثم “لا”."),
    ],
)
def test_marks_of_the_language_are_right(language, text):
    assert not found("quotes-national", text, language)
    assert not found("quotes-unbalanced", text, language)


def test_the_house_chooses_among_the_marks_of_a_language():
    single = QuotationMarks(language="en-GB", outer=("‘", "’"), inner=("“", "”"))
    style = HouseStyle(quotation_marks=(single,))
    assert not found("quotes-national", "‘Yes,’ she said.", style=style)
    assert after_mending("quotes-national", "“Yes,” she said.", style=style) == "‘Yes,’ she said."
    assert after_mending("quotes-straight", 'She said "yes".', style=style) == "She said ‘yes’."


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("He said “yes and left for town.", True),
        ("He said yes” and left.", True),
        ("“The first paragraph of a long quotation.", False),
        ("The last paragraph of a long quotation.”", False),
        ("It’s the partners’ house.", False),
        ('A 12" pipe.', False),
    ],
)
def test_a_mark_without_its_other_half_is_named(text, is_found):
    assert bool(found("quotes-unbalanced", text)) is is_found


@given(
    st.text(st.sampled_from("ab .,\"'“”„«»‘’‚‹›\u00a0\u202f-–(12"), max_size=40),
    st.sampled_from(LANGUAGES),
)
def test_a_fix_leaves_nothing_to_say(text, language):
    for rule in ("quotes-straight", "quotes-national"):
        if found(rule, text, language):
            after_mending(rule, text, language)
