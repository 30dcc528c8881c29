import pytest

from editor_app.body.tree import Body, Paragraph, PullQuote, Quote, Text
from editor_app.model.house_style import HouseStyle, Limits
from tests.checks.rules.one_rule import found, paragraphs, report


def sentence(words, word="word"):
    return f"{' '.join([word] * words).capitalize()}."


@pytest.mark.parametrize(
    ("language", "words", "is_found"),
    [
        ("en-GB", 31, True),
        ("en-GB", 30, False),
        ("fr", 31, True),
        ("es", 30, False),
        ("ru", 31, True),
        ("de", 26, True),
        ("de", 25, False),
        ("ar", 60, False),
    ],
)
def test_a_long_sentence_is_a_hint(language, words, is_found):
    text = f"Short. {sentence(words)} Short."
    findings = report("sentence-long", paragraphs(text), language)
    assert [(one.place.start, one.place.end) for one in findings] == (
        [(7, len(text) - 7)] if is_found else []
    )


def test_the_first_sentence_may_be_longer_and_is_named_once():
    assert found("sentence-long", sentence(33))
    assert not found("first-sentence-long", sentence(33))
    assert found("first-sentence-long", sentence(40))
    assert not found("sentence-long", sentence(40))
    assert not found("first-sentence-long", f"Short. {sentence(40)}")


def test_the_house_sets_the_limits():
    style = HouseStyle(limits=Limits(sentence_words=5, paragraph_words=8))
    assert found("sentence-long", sentence(6), style=style)
    assert found("paragraph-long", sentence(9), style=style)


def test_a_long_paragraph_is_a_hint():
    assert found("paragraph-long", " ".join([sentence(11)] * 10))
    assert not found("paragraph-long", " ".join([sentence(10)] * 10))


def test_a_text_that_is_hard_as_a_whole_is_told_with_a_figure():
    hard = " ".join([sentence(25, "internationalisation")] * 6)
    (one,) = report("hard-to-read", paragraphs(hard))
    assert "LIX 125" in one.message
    easy = " ".join(["The cat sat on the mat and then it went home."] * 20)
    assert not found("hard-to-read", easy)
    assert not found("hard-to-read", sentence(25, "internationalisation"))


def words(text):
    return (Paragraph((Text(text),)),)


@pytest.mark.parametrize(
    ("blocks", "is_found"),
    [
        ((Quote(words("We came home.")),), True),
        ((Quote(words("We came home."), (Text("Ana Ruiz"),)),), False),
        ((Quote((*words("We came home."), *words("Ana Ruiz, teacher"))),), False),
        ((Quote(words("We came home. \u2013 Ana")),), True),
        ((Quote(words("We came home, Ana Ruiz")),), False),
        ((*words("Ana Ruiz says:"), Quote(words("We came home."))), False),
        ((Quote(words("We came home.")), *words("\u2014 Ana Ruiz")), False),
        ((PullQuote((Text("We came home."),)),), True),
        ((PullQuote((Text("We came home."),), (Text("Ana Ruiz"),)),), False),
    ],
)
def test_a_quotation_needs_somebody_who_speaks(blocks, is_found):
    findings = report("quotation-without-speaker", Body(blocks))
    assert bool(findings) is is_found


@pytest.mark.parametrize(
    ("language", "text", "is_found"),
    [
        ("en-GB", "“One. Two. Three. Four.” she said.", True),
        ("en-GB", "“One. Two. Three,” she said. Four. Five.", False),
        ("fr", "« Un. Deux. Trois. Quatre. »", True),
        ("de", "„Eins z. B. hier. Zwei. Drei.“", False),
    ],
)
def test_a_long_quotation_is_a_hint(language, text, is_found):
    assert bool(found("quotation-long", text, language)) is is_found


def test_a_long_quotation_that_is_set_as_one_is_a_hint():
    assert report("quotation-long", "> One. Two. Three. Four.\n")
