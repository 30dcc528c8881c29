import pytest

from editor_app.model.house_style import Acronym, HouseStyle, Limits
from tests.checks.rules.looking_at_items import Library, look


@pytest.mark.parametrize("headline", ["", "  "])
def test_a_missing_headline_blocks(headline):
    (finding,) = look("headline-missing", headline=headline).findings()
    assert finding.level == "blocks"


def test_a_headline_of_any_words_is_one():
    assert not look("headline-missing", headline="x").findings()


@pytest.mark.parametrize(
    ("headline", "is_long"),
    [
        ("x" * 65, False),
        ("x" * 66, True),
        ("e\u0301" * 65, False),  # a letter and its accent are one
        ("家" * 32, False),
        ("家" * 33, True),  # as wide as 66
        ("👩‍👩‍👧" * 30, False),
    ],
)
def test_length_is_counted_as_a_reader_counts(headline, is_long):
    assert bool(look("headline-long", headline=headline).findings()) is is_long


def test_a_house_has_its_own_limits_and_the_short_headline_one_too():
    style = HouseStyle(limits=Limits(headline=10, short_headline=5))
    fields = {"headline": "x" * 11, "short_headline": "x" * 6, "standfirst": "x" * 90}
    places = look("headline-long", known={"style": style}, **fields).places()
    assert places == ["headline", "short_headline"]


@pytest.mark.parametrize(
    ("headline", "mended"),
    [
        ("Two ferries sail.", "Two ferries sail"),
        ("Two ferries sail . ", "Two ferries sail"),
        ("两艘渡轮启航。", "两艘渡轮启航"),
        ("Two ferries sail…", None),
        ("Two ferries sail...", None),
        ("Made in the U.S.", None),
        ("A visit to Fishing Boats Ltd.", None),
        ("Do two ferries sail?", None),
    ],
)
def test_a_full_stop_at_the_end_is_taken_away(headline, mended):
    found = look("headline-full-stop", headline=headline)
    assert bool(found.findings()) is (mended is not None)
    assert found.mended().headline == (mended or headline)


@pytest.mark.parametrize(
    ("headline", "is_found"),
    [
        ("TWO FERRIES FOR THE DELTA", True),
        ("LA CONFÉRENCE DES PÊCHEURS", True),
        ("ДВА ПАРОМА ДЛЯ ДЕЛЬТЫ", True),
        ("Two ferries for the delta", False),
        ("UN and EU", False),
        ("عبّارتان جديدتان للدلتا", False),
        ("两艘渡轮将为三角洲服务两艘渡轮", False),
    ],
)
def test_capitals_are_found_where_a_script_has_them(headline, is_found):
    assert bool(look("headline-capitals", headline=headline).findings()) is is_found


@pytest.mark.parametrize(
    ("headline", "language", "is_found"),
    [
        ("Harbour Staff Learn to Repair Their Own Boats", "en-GB", True),
        ("Harbour staff learn to repair their own boats", "en-GB", False),
        ("Ferry Line opens", "en-GB", False),
        ("Neue Fähren Fahren Jeden Morgen Zwischen Dörfern", "de", False),
    ],
)
def test_title_case_is_found_where_nouns_are_small(headline, language, is_found):
    found = look("headline-title-case", headline=headline, language=language)
    assert bool(found.findings()) is is_found


def test_a_house_may_want_title_case():
    style = HouseStyle(title_case_headlines=True)
    headline = "Harbour Staff Learn to Repair Their Own Boats"
    assert not look("headline-title-case", known={"style": style}, headline=headline).findings()


@pytest.mark.parametrize(
    ("headline", "section", "after"),
    [
        ("Project News: Two ferries sail", "Project News", "Two ferries sail"),
        ("project news : Two ferries sail", "Project News", "Two ferries sail"),
        ("Harbour Diary: Two ferries sail", "Harbour Diary", "Two ferries sail"),
        ("Communiqué de presse : deux bacs", "Actualités", "deux bacs"),
        ("بيان صحفي: عبّارتان", "أخبار", "عبّارتان"),
        ("Delta: Two ferries sail", "Project News", None),
        ("Project news from the delta", "Project News", None),
    ],
)
def test_the_section_is_taken_out_of_the_headline(headline, section, after):
    found = look("headline-kicker", headline=headline, section=section)
    assert bool(found.findings()) is (after is not None)
    assert found.mended().headline == (after or headline)
    assert found.mended().section == section


def test_a_label_becomes_the_section_where_there_was_none():
    found = look("headline-kicker", headline="Project News: Two ferries sail")
    assert found.mended().section == "Project News"


@pytest.mark.parametrize(
    ("headline", "body", "words"),
    [
        ("The IRGA opens an office", "Words.", ["IRGA"]),
        ("The IRGA opens an office", "The River Guild (IRGA) is old.", []),
        ("The EU and the UN agree", "Words.", []),
        ("Phase III begins", "Words.", []),
        ("THE FERRY SAILS AGAIN", "Words.", []),
    ],
)
def test_an_acronym_in_the_headline_is_explained_somewhere(headline, body, words):
    assert look("headline-acronym", body, headline=headline).words() == words


def test_acronyms_that_the_house_knows_are_no_trouble():
    style = HouseStyle(acronyms=(Acronym(short="IRGA", language="en", expansion="River Guild"),))
    assert not look("headline-acronym", known={"style": style}, headline="IRGA sails").findings()


def test_another_item_with_the_same_headline_is_named():
    other = look("headline-again", headline="Two ferries").item
    known = {"others": Library((other,))}
    assert look("headline-again", known=known, headline="Two ferries").findings()
    assert not look("headline-again", known=known, headline="Three ferries").findings()
    assert not look("headline-again", known=known, headline=" ").findings()
