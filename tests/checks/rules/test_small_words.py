# ruff: noqa: RUF001 - marks and letters that look alike are what this is about
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.checks.rules.articles import article_for
from editor_app.model.house_style import HouseStyle
from tests.checks.rules.one_rule import after_mending, found, paragraphs, report


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("It took a hour.", "It took an hour."),
        ("A honest man, an university, a office.", "An honest man, a university, an office."),
        ("An European and a unusual plan.", "A European and an unusual plan."),
    ],
)
def test_a_and_an_are_put_right(typed, mended):
    assert after_mending("a-or-an", typed) == mended


@pytest.mark.parametrize(
    "text",
    [
        "A one-year plan, an hour, a union, an umbrella, a use, an heir, a house.",
        "An historic day; a historic day; an NGO; a UN office; an FAQ; plan A or B.",
        "From a to z; a is a letter.",
    ],
)
def test_a_and_an_that_are_right_or_open_are_let_alone(text):
    assert not found("a-or-an", text)
    assert not found("a-or-an", "An une", "fr")


def test_the_article_of_a_phrase_is_known_or_left_open():
    assert (article_for("hour-long"), article_for("unit"), article_for("WHO")) == ("an", "a", None)


@pytest.mark.parametrize(
    ("language", "typed", "mended"),
    [
        ("en-GB", "It is the the best.", "It is the best."),
        ("fr", "Dans la la ville", "Dans la ville"),
        ("de", "Auf auf dem Weg", "Auf dem Weg"),
        ("es", "En la la casa", "En la casa"),
        ("ru", "Это новый новый доклад", "Это новый доклад"),
        ("ar", "ذهب إلى إلى المدينة", "ذهب إلى المدينة"),
    ],
)
def test_a_word_that_stands_twice_is_left_once(language, typed, mended):
    assert after_mending("word-doubled", typed, language) == mended


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en-GB", "He had had enough. That that was so; Duran Duran, 10 10, well, well."),
        ("fr", "Nous nous souvenons, vous vous levez."),
        ("de", "Die, die die Arbeit tun."),
        ("zh-Hans", "谢谢 谢谢"),
        ("id", "orang orang"),
    ],
)
def test_words_that_may_stand_twice_are_let_alone(language, text):
    assert not found("word-doubled", text, language)


@pytest.mark.parametrize(
    ("style", "language", "typed", "mended"),
    [
        ("", "en-GB", "Organise, organized, realised.", "Organise, organised, realised."),
        ("ise", "en-GB", "An organization", "An organisation"),
        ("ize", "en-GB", "Organising a programme", "Organizing a programme"),
        ("", "en-US", "They recognise it", "They recognize it"),
    ],
)
def test_ise_and_ize_are_made_one(style, language, typed, mended):
    house = HouseStyle(ise_or_ize=style)
    assert after_mending("ise-or-ize", typed, language, house) == mended


@pytest.mark.parametrize(
    "text",
    [
        "They organise the World Health Organization and the Organization for Security.",
        "We advertise, exercise, revise, promise and supervise at the right size for a prize.",
        "They organise what he called “to organize”.",
        "They organise and realise.",
    ],
)
def test_names_and_words_of_one_spelling_are_let_alone(text):
    assert not found("ise-or-ize", text)


def test_words_that_no_dictionary_knows_are_one_line():
    (one,) = report("spelling", "Text", misspelt=7)
    assert one.message == "7 words are not in the dictionary."
    assert not report("spelling", "Text", misspelt=0)
    assert not report("spelling", "Text")


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("LA CONFÉRENCE SUR LES RÉFUGIÉS", True),
        ("Он сказал: ЭТО ОЧЕНЬ ВАЖНО ДЛЯ ВСЕХ.", True),
        ("IOM UNHCR WFP WHO ILO", False),
        ("THIS IS short.", False),
        ("القاهرة 2015 في مصر كلها", False),
    ],
)
def test_a_run_of_words_in_capitals_is_a_hint(text, is_found):
    assert bool(found("capitals", text)) is is_found


@pytest.mark.parametrize(
    ("language", "text", "is_found"),
    [
        ("de", "Die Bürger*innen und die LehrerInnen", True),
        ("de", "Die Bürger*innen und die Lehrer*in", False),
        ("de", "Die Bürgerinnen und Bürger, Wien/Innsbruck", False),
        ("fr", "Les étudiant·e·s et les salarié(e)s", True),
        ("fr", "Les étudiant·e·s et les salarié·e·s, celle-ci", False),
        ("es", "Tod@s los/as niñxs", True),
        ("es", "Los niños y las niñas", False),
    ],
)
def test_forms_for_women_and_men_are_to_agree(language, text, is_found):
    assert bool(found("inclusive-forms-mixed", text, language)) is is_found


@given(st.text(st.sampled_from("aAnN hoeu.the "), max_size=40))
def test_a_fix_leaves_nothing_to_say(text):
    for rule in ("a-or-an", "word-doubled"):
        if found(rule, text):
            after_mending(rule, text)


def test_findings_of_the_whole_item_change_every_passage():
    body = paragraphs("We organise.", "They organized.")
    (one,) = report("ise-or-ize", body, headline="How we realise it")
    assert [change.place.name for change in one.fix.changes] == ["body[1]"]
