"""Web addresses from headlines."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.editing.slug import follows_headline, slug_of
from editor_app.model.item import NewsItem

ADDRESS = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=150), st.sampled_from(["en-GB", "de", "fr", "ar", "da"]))
def test_any_headline_gives_an_address_or_nothing(headline, language):
    slug = slug_of(headline, language=language)
    assert slug == "" or ADDRESS.fullmatch(slug)
    assert len(slug) <= 60
    assert slug_of(slug, language=language) == slug


@pytest.mark.parametrize(
    ("headline", "language", "slug"),
    [
        ("New modalities & needs", "en-GB", "new-modalities-and-needs"),
        ("Größe & Maß", "de", "groesse-und-mass"),
        ("Où aller ?", "fr", "ou-aller"),
        ("Новости", "ru", "novosti"),
        ("CON", "en-GB", "con-item"),
        ("…", "en-GB", ""),
    ],
)
def test_a_headline_is_spelt_as_its_language_does(headline, language, slug):
    assert slug_of(headline, language=language) == slug


def test_a_long_headline_is_cut_between_words():
    slug = slug_of("migration " * 20, language="en")
    assert slug == "-".join(["migration"] * 6)


@pytest.mark.parametrize("slug", ["", "flood-hits-leeds", "flood-hits-leeds-2"])
def test_a_slug_of_the_headline_follows_it(slug):
    assert follows_headline(NewsItem(id="1", headline="Flood hits Leeds", slug=slug))


def test_a_shortened_slug_with_a_number_follows_its_headline():
    headline = "migration " * 20
    whole = slug_of(headline, language="en-GB")
    assert follows_headline(NewsItem(id="1", headline=headline, slug=f"{whole[:57]}-2"))


def test_a_chosen_slug_does_not_follow():
    assert not follows_headline(NewsItem(id="1", headline="Flood hits Leeds", slug="flood"))
