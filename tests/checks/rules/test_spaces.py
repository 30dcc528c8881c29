# ruff: noqa: RUF001 - marks and letters that look alike are what this is about

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.body.tree import Body, Break, Paragraph, Text
from editor_app.checks.applying import mended
from editor_app.checks.finding import PutBlocks
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from tests.checks.rules.one_rule import after_mending, found, paragraphs, report

NO_BREAK = "\u00a0"
THIN = "\u202f"


@pytest.mark.parametrize(
    ("rule", "language", "typed", "right"),
    [
        ("space-doubled", "en-GB", "One.  Two.   Three.", "One. Two. Three."),
        ("space-doubled", "en-GB", f"From Word{NO_BREAK} {NO_BREAK}it is.", "From Word it is."),
        ("space-doubled", "fr", f"Quoi {THIN}? Rien.", f"Quoi{THIN}? Rien."),
        ("space-doubled", "ar", "قال  نعم.", "قال نعم."),
        ("space-tab", "en-GB", "One\ttwo", "One two"),
        ("space-at-edge", "en-GB", f"{NO_BREAK}One two.{NO_BREAK}", "One two."),
        (
            "space-before-mark",
            "en-GB",
            "One , two . Three ; four : five ?",
            "One, two. Three; four: five?",
        ),
        ("space-before-mark", "de", "Eins , zwei !", "Eins, zwei!"),
        ("space-before-mark", "es", "Uno , dos !", "Uno, dos!"),
        ("space-before-mark", "ru", "Раз , два !", "Раз, два!"),
        ("space-before-mark", "ar", "نعم ، لا ؟", "نعم، لا؟"),
        ("space-before-mark", "fr", "Un , deux .", "Un, deux."),
        ("space-after-mark", "en-GB", "Minister Dačić,met today.It rained!Then sun.", None),
        (
            "space-after-mark",
            "en-GB",
            "The Office(IOM) said;then went.",
            "The Office (IOM) said; then went.",
        ),
        ("space-after-mark", "ru", "Раз,два.Три", "Раз, два. Три"),
        ("space-after-mark", "ar", "نعم،ثم ذهب", "نعم، ثم ذهب"),
    ],
)
def test_spaces_are_put_right(rule, language, typed, right):
    right = right or "Minister Dačić, met today. It rained! Then sun."
    assert after_mending(rule, typed, language) == right


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en-GB", "It cost 1,000.50 euros at 10:30; see www.iom.int/a,b and press@iom.int."),
        ("en-GB", "The U.S.A. and e.g. Node.js, about 3.5km (see p.12) … or not ..."),
        ("en-GB", "A smile :) and one ;) more."),
        ("fr", f"Quoi{THIN}! «{THIN}Oui{THIN}», dit-il{NO_BREAK}: «{THIN}non{THIN}»."),
        ("fr", "Quoi ! Oui ; non ? Bien : voilà."),
        ("de", "Am 15. September kam Dr. Huber, z. B. mit 1.000 Leuten."),
        ("es", "¿Qué? ¡Nada! Son las 10:30."),
        ("ru", "В 2015 г. было 42,5 млн чел."),
        ("ar", "قال: «نعم»، ثم ذهب؛ فهل عاد؟"),
    ],
)
def test_what_is_right_is_let_alone(language, text):
    for rule in (
        "space-doubled",
        "space-tab",
        "space-at-edge",
        "space-before-mark",
        "space-after-mark",
    ):
        assert not found(rule, text, language), rule


def test_two_spaces_in_every_sentence_are_one_finding():
    (one,) = report("space-doubled", paragraphs("One.  Two.", "Three.  Four.  Five."))
    assert "(3 places)" in one.message


def test_a_paragraph_of_spaces_can_be_taken_away():
    (one,) = report("paragraph-of-spaces", paragraphs("One.", NO_BREAK, "Two."))
    assert one.place.block == (1,)
    assert one.fix.changes[0].act == PutBlocks()


def test_a_space_at_the_end_of_a_headline_is_seen_and_one_being_typed_is_not():
    assert report("space-at-edge", "One.", headline="Wells for all ")
    assert not report("space-at-edge", paragraphs("One two "))


@pytest.mark.parametrize(
    ("text", "is_cut"),
    [
        ("The infor- mation was late.", True),
        ("Die Infor- mation kam.", True),
        ("The pre- and post-war years, two- or three-year plans.", False),
        ("Die Ein- und Ausfuhr, Teilzeit- oder Vollzeitarbeit.", False),
        ("It was late - so late.", False),
    ],
)
def test_a_word_cut_by_a_hyphen_is_named(text, is_cut):
    assert bool(found("word-cut", text)) is is_cut


def test_two_line_breaks_are_no_paragraph():
    body = Body((Paragraph((Text("One"), Break(), Break(), Text("Two"))),))
    (one,) = report("line-breaks-doubled", body)
    after = mended(NewsItem(id=ItemId("one")), body, one.fix).body
    assert after.blocks == paragraphs("One", "Two").blocks
    body = Body((Paragraph((Text("One"), Break(), Text("Two"))),))
    assert report("line-breaks-doubled", body) == ()


@given(
    st.text(st.sampled_from("ab A.,;:!?()…'\u00a0\u202f،؟я-"), max_size=40),
    st.sampled_from(["en-GB", "fr", "ar"]),
)
def test_a_fix_leaves_nothing_to_say(text, language):
    for rule in (
        "space-doubled",
        "space-tab",
        "space-at-edge",
        "space-before-mark",
        "space-after-mark",
    ):
        if found(rule, text, language):
            after_mending(rule, text, language)
