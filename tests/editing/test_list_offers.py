"""What is offered while a name is typed."""

from hypothesis import given
from hypothesis import strategies as st

from editor_app.editing.list_offers import (
    MOST,
    Offer,
    country_names,
    country_offers,
    folded,
    matching,
    named,
)

FUND = Offer("Fund", ("Fund", "صندوق التضامن", "Fonds d\u2019été"))
OFFERS = [Offer("Refund", ("Refund",)), FUND, Offer("The fund", ("The fund",))]


def values(offers):
    return [offer.value for offer in offers]


def test_names_that_begin_so_come_first_then_words_then_the_rest():
    assert values(matching(OFFERS, "fund")) == ["Fund", "The fund", "Refund"]


def test_a_name_is_found_without_case_and_accents_in_any_language():
    assert values(matching(OFFERS, "d'ÉTÉ")) == []
    assert values(matching(OFFERS, "ÉTE")) == ["Fund"]
    assert values(matching(OFFERS, "صندوق")) == ["Fund"]
    assert FUND.shown_for("صن") == "Fund  ·  صندوق التضامن"
    assert FUND.shown_for("fu") == "Fund"


def test_nothing_typed_offers_the_first_few():
    many = [Offer(str(number), (str(number),)) for number in range(100)]
    assert len(matching(many, "  ")) == MOST


def test_countries_have_names_in_two_languages_and_a_code():
    assert country_names("fr")["AT"] == "Autriche"
    french = country_offers("fr-CH")
    for typed in ("Autriche", "austria", "at"):
        assert named(french, typed).value == "AT"
    assert named(french, "Atlantis") is None
    assert named(country_offers("ar"), "النمسا").value == "AT"
    assert named(country_offers("xx-nonsense"), "Austria").value == "AT"


NAMES = st.text(st.sampled_from("aàAbß é日 "), max_size=6)


@given(names=st.lists(st.lists(NAMES, min_size=1, max_size=3), max_size=8), typed=NAMES)
def test_what_is_offered_is_what_a_plain_search_finds(names, typed):
    offers = [Offer(str(number), tuple(each)) for number, each in enumerate(names)]
    found = matching(offers, typed, most=100)
    wanted = folded(typed)
    assert set(values(found)) == {
        offer.value for offer in offers if any(wanted in folded(name) for name in offer.names)
    }
    whole = named(offers, typed)
    assert (whole is not None) == any(
        wanted and wanted == folded(name) for offer in offers for name in offer.names
    )
