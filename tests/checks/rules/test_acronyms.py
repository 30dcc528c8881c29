# ruff: noqa: RUF001 - marks and letters that look alike are what this is about

import pytest

from editor_app.body.tree import Abbreviation, Body, Paragraph, Text
from editor_app.model.house_style import Acronym, HouseStyle
from tests.checks.rules.one_rule import after_mending, found, paragraphs, report


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en-GB", "The new IOM and IBMC plan. IOM again.", ["IOM", "IBMC"]),
        ("fr", "Le HCR et le CNCDH ont parlé.", ["HCR", "CNCDH"]),
        ("de", "Das BMWK hat gesagt.", ["BMWK"]),
        ("es", "La UASD dijo.", ["UASD"]),
        ("ru", "Доклад МОМ вышел.", ["МОМ"]),
    ],
)
def test_a_short_form_is_to_be_explained_where_it_comes_first(language, text, words):
    assert found("acronym-unexplained", text, language) == words


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en-GB", "The International Organization for Migration (IOM) spoke. IOM left."),
        ("en-GB", "The Border Conference (IBMC) spoke. The IBMC left."),
        ("en-GB", "ICMPD (International Centre for Migration Policy Development) spoke."),
        ("en-GB", "IOM, the UN agency for migration, spoke. IOM left."),
        ("en-GB", "The EU, the UN, COVID-19, PDF, EUR 5, Charles III and page XIV."),
        ("en-GB", "VIENNA, 15 September 2015 – The talks began."),
        ("en-GB", "Read “The IBMC Report” now. This is VERY IMPORTANT NEWS today. URGENT"),
        ("en-GB", "The World Food Programme (WFP’s) staff and the WFP."),
        ("fr", "L’Institut de recherche pour le développement, IRD à Dakar."),
        ("fr", "Le HCR, l’Agence des Nations Unies pour les réfugiés, a parlé."),
        ("ru", "Управление Верховного комиссара по делам беженцев (УВКБ) и США. УВКБ."),
        ("de", "Die EU und die USA, ein PDF, die GmbH."),
        ("ar", "قالت IOM ذلك"),
    ],
)
def test_short_forms_that_are_explained_or_known_are_let_alone(language, text):
    assert not found("acronym-unexplained", text, language)


def test_a_mark_with_the_full_name_explains_a_short_form():
    marked = Text("IBMC", frozenset({Abbreviation("International Border Management Conference")}))
    body = Body((Paragraph((Text("The "), marked, Text(" met. Then the IBMC ended."))),))
    assert report("acronym-unexplained", body) == ()


def test_an_explanation_in_the_standfirst_counts_and_a_late_one_is_named():
    standfirst = "The Border Conference (IBMC) meets in Tunis."
    assert not report("acronym-unexplained", "The IBMC met.", standfirst=standfirst)
    body = paragraphs("The IBMC met.", "The Border Conference (IBMC) ended.")
    (late,) = report("acronym-unexplained", body)
    assert "only after" in late.message


@pytest.mark.parametrize(
    ("language", "typed", "mended"),
    [
        ("en-GB", "Lessons learnt for ICMPD, we say.", "Lessons learnt for the {}, we say."),
        ("en-GB", "ICMPD spoke.", "The {} spoke."),
        ("en-GB", "The ICMPD spoke.", "The {} spoke."),
    ],
)
def test_a_known_short_form_is_explained_by_a_button(language, typed, mended):
    full = "International Centre for Migration Policy Development (ICMPD)"
    assert after_mending("acronym-unexplained", typed, language) == mended.format(full)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en-GB", "ICMPD’s work"),
        ("en-GB", "A new ICMPD office, an SDG plan"),
        ("fr", "Avec HCR"),
        ("ru", "Доклад МОМ"),
    ],
)
def test_no_button_is_offered_where_the_full_name_might_not_fit(language, text):
    findings = report("acronym-unexplained", paragraphs(text), language)
    assert findings
    assert all(one.fix is None for one in findings)


def test_the_house_adds_short_forms_and_what_they_stand_for():
    own = Acronym(short="IBMC", language="en", expansion="International Border Conference")
    style = HouseStyle(acronyms=(own,))
    typed, mended = "The IBMC met.", "The International Border Conference (IBMC) met."
    assert after_mending("acronym-unexplained", typed, style=style) == mended
    assert not found("acronym-unexplained", typed, style=HouseStyle(allowed_acronyms=("IBMC",)))


def test_the_words_of_others_are_let_alone():
    assert report("acronym-unexplained", "> The IBMC helped me.") == ()


def test_an_explanation_that_is_given_twice_can_be_shortened():
    full = "The World Food Programme (WFP) came."
    body = paragraphs(full, f"Later: {full}")
    (again,) = report("acronym-explained-again", body)
    assert again.place.block == (1,)
    assert again.fix.changes[0].act.text == "WFP"
    assert report("acronym-explained-again", paragraphs(full, "The WFP left.")) == ()


def test_an_explanation_that_nothing_uses_can_be_taken_out():
    typed = "The World Food Programme (WFP) came."
    assert after_mending("acronym-not-used", typed) == "The World Food Programme came."
    assert not report("acronym-not-used", paragraphs(typed), headline="WFP comes")
