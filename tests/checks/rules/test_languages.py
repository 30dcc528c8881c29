# ruff: noqa: RUF001 - letters that look alike are what this is about
import pytest

from editor_app.body.tree import Body, Language, Paragraph, Text
from editor_app.checks.finding import SayLanguage
from tests.checks.rules.one_rule import after_mending, found, paragraphs, report

LONG = {
    "en": "The office has said that the people who were in the city will be helped with the work.",
    "fr": "Le bureau a dit que les personnes qui sont dans la ville seront aidées par les autres.",
    "de": "Das Büro hat gesagt, dass die Menschen in der Stadt mit der Arbeit nicht allein sind.",
    "es": "La oficina dijo que los vecinos del barrio y sus hijos han tenido más ayuda este año.",
    "ru": "Бюро сказало, что люди в городе и на селе не одни, и это было важно для них и для всех.",
    "ar": "قال المكتب إن الناس في المدينة لا يعملون وحدهم، وقد كان هذا من المهم في كل ما بعد ذلك.",
}


@pytest.mark.parametrize("declared", LONG)
@pytest.mark.parametrize("written", LONG)
def test_a_text_in_another_language_than_declared_is_told(declared, written):
    findings = report("language-not-declared", paragraphs(LONG[written], LONG[written]), declared)
    assert [one.place.name for one in findings] == ([] if declared == written else ["language"])


@pytest.mark.parametrize("text", ["Bonjour à tous.", "A la carte", "", "ICMPD IOM UNHCR 2015 " * 5])
def test_a_few_words_tell_nothing(text):
    assert not found("language-not-declared", text)


def test_one_paragraph_in_another_language_can_be_marked():
    body = paragraphs(LONG["en"], LONG["fr"], LONG["en"])
    (one,) = report("language-not-declared", body)
    assert one.place.block == (1,)
    assert one.fix.changes[0].act == SayLanguage("fr")


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en-GB", "The film Привет мир was shown.", ["Привет мир"]),
        ("fr", "Le mot مرحبا بكم veut dire bienvenue.", ["مرحبا بكم"]),
        ("ar", "وقال The office has said that the people were helped أمس", None),
    ],
)
def test_words_in_another_script_need_their_language(language, text, words):
    words = words or ["The office has said that the people were helped"]
    assert found("script-unmarked", text, language) == words


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en-GB", "The word мир means peace; 5 μm; 東京 is big."),
        ("ar", "قالت منظمة International Centre for Migration في فيينا"),
        ("ru", "Компания Google и проект Prague Process в 2015 г."),
        ("sr", "Београд and Beograd су исти град, kaže on"),
        ("ja", "東京は日本の首都です。カタカナとひらがな"),
    ],
)
def test_names_and_single_words_in_another_script_are_let_alone(language, text):
    assert not found("script-unmarked", text, language)


def test_words_whose_language_is_said_are_right_and_a_button_says_it():
    marked = Text("Ελλάδα και Κύπρος", frozenset({Language("el")}))
    assert report("script-unmarked", Body((Paragraph((Text("In "), marked)),))) == ()
    (one,) = report("script-unmarked", paragraphs("In Ελλάδα και Κύπρος"))
    assert one.fix.changes[0].act == SayLanguage("el")


@pytest.mark.parametrize(
    ("language", "typed", "mended"),
    [
        ("en-GB", "The Мoscow office", "The Moscow office"),
        ("ru", "Город Mосква", "Город Москва"),
        ("ru", "в cредней школе", "в средней школе"),
    ],
)
def test_letters_that_look_alike_are_put_into_one_alphabet(language, typed, mended):
    assert after_mending("scripts-in-one-word", typed, language) == mended


def test_words_of_two_parts_may_have_two_alphabets():
    assert not found("scripts-in-one-word", "IT-компания и 3D-печать", "ru")


def test_digits_of_two_kinds_are_made_one():
    assert after_mending("digits-mixed", "عام ٢٠١٥ و2016 و2017", "ar") == "عام 2015 و2016 و2017"
    assert after_mending("digits-mixed", "عام ٢٠١٥ و٢٠١٦ و2017", "ar") == "عام ٢٠١٥ و٢٠١٦ و٢٠١٧"
    assert not found("digits-mixed", "عام 2015 وCOVID19", "ar")
