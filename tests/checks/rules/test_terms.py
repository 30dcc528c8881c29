# ruff: noqa: RUF001 - marks and letters that look alike are what this is about
import pytest

from editor_app.body.tree import Body, Language, Paragraph, Text
from editor_app.checks.finding import Level
from editor_app.checks.term_lists import shipped_terms
from editor_app.model.house_style import HouseStyle, Term
from tests.checks.rules.one_rule import after_mending, found, report


@pytest.mark.parametrize(
    ("language", "typed", "mended"),
    [
        ("en-GB", "An illegal migrant came.", "A migrant in an irregular situation came."),
        ("en-GB", "Illegal immigration fell.", "Irregular migration fell."),
        ("fr", "Les migrants clandestins", "Les migrants en situation irrégulière"),
        ("de", "Die illegale Migration", "Die irreguläre Migration"),
        ("es", "La inmigración ilegal", "La migración irregular"),
        ("ru", "Нелегальные мигранты", "Мигранты с неурегулированным статусом"),
        ("ar", "عن الهجرة غير الشرعية", "عن الهجرة غير النظامية"),
        ("ar", "والهجرة غير الشرعية", "والهجرة غير النظامية"),
    ],
)
def test_a_term_has_a_better_one(language, typed, mended):
    assert after_mending("terminology", typed, language) == mended


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "Die Flüchtlingswellen kamen.", ["Flüchtlingswellen"]),
        ("ru", "Среди нелегалов", ["нелегалов"]),
        ("fr", "Des sans-papiers", ["sans-papiers"]),
    ],
)
def test_a_term_with_several_better_ones_is_named_and_not_mended(language, text, words):
    assert found("terminology", text, language) == words
    (one,) = report("terminology", text, language)
    assert one.fix is None
    assert one.level is Level.WARNS


@pytest.mark.parametrize(
    "text",
    [
        "“Illegal migrants are everywhere,” he said.",
        "> Illegal migrants are everywhere.",
        "The Illegal Migration Act was passed.",
        "A law, *illegal immigration control*, was passed.",
        "Logging is illegal. Migrants came, waves broke.",
        "`illegals`",
    ],
)
def test_the_words_of_others_and_of_laws_are_let_alone(text):
    assert report("terminology", text) == ()


def test_words_marked_as_another_language_are_let_alone():
    foreign = Text("illegal migration", frozenset({Language("nl")}))
    assert report("terminology", Body((Paragraph((Text("Dutch: "), foreign)),))) == ()


@pytest.mark.parametrize(
    ("language", "typed", "mended"),
    [
        ("en-GB", "She left Turkey and Macedonia.", "She left Türkiye and North Macedonia."),
        ("en-GB", "They ate turkey in North Macedonia.", None),
        ("fr", "Le Swaziland", "Le Eswatini"),
    ],
)
def test_countries_have_their_names_of_today(language, typed, mended):
    if mended is None:
        assert not found("official-names", typed, language)
    else:
        assert after_mending("official-names", typed, language) == mended


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("The chairman spoke of mankind.", True),
        ("Help for the disabled and the elderly.", True),
        ("An elderly man met the elderly woman; the vulnerable groups.", False),
        ("The chair spoke of humankind.", False),
    ],
)
def test_words_that_leave_somebody_out_are_hints(text, is_found):
    assert bool(found("inclusive-words", text)) is is_found


def test_the_words_of_the_house_win_over_those_of_the_program():
    own = Term(language="en", forms=("illegal migration",), suggestion="undocumented migration")
    allowed = Term(language="en", forms=("illegals",), suggestion="illegals")
    stakeholder = Term(language="en", forms=("stakeholder*",), reason="say who")
    french = Term(language="fr", forms=("village",), suggestion="commune")
    style = HouseStyle(terms=(own, allowed, stakeholder, french))
    assert (
        after_mending("terminology", "illegal migration", style=style) == "undocumented migration"
    )
    assert not found("terminology", "the illegals of the village", style=style)
    assert found("terminology", "our Stakeholders", style=style) == ["Stakeholders"]


@pytest.mark.parametrize("kind", ["words", "names", "inclusive"])
@pytest.mark.parametrize("language", ["en", "fr", "de", "es", "ru", "ar"])
def test_the_lists_that_come_with_the_program_say_why_and_never_suggest_what_they_forbid(
    kind, language
):
    terms = shipped_terms(kind, language)
    assert terms or (kind, language) not in {
        ("words", language),
        ("names", "en"),
        ("inclusive", "en"),
    }
    forms = [form for term in terms for form in term.forms]
    assert len(forms) == len(set(forms))
    for term in terms:
        assert term.suggestion
        if term.suggestion not in term.forms:
            assert term.reason
            for rule in ("terminology", "official-names", "inclusive-words"):
                assert not found(rule, term.suggestion, language)
