"""Words of the original that stand in a version in another language."""

from tests.checks.rules.looking_at_items import Library, look

ORIGINAL = "01a00000-0000-7000-8000-00000000aaaa"
ENGLISH = (
    "## What it costs\n\nThe pump runs on the sun.\n\n- Twelve villages share it\n\n"
    "> It never stopped.\n>\n> -- Salma Idris, teacher at Oru\n"
)


def places(body, language="fr", **fields):
    original = look(
        "x", ENGLISH, id=ORIGINAL, translation_group="g", headline="A well for Oru"
    ).item
    known = {"others": Library((original,))}
    usual = {"headline": "Un puits", "standfirst": "Un seul puits pour tous."}
    fields = {"translated_from": ORIGINAL, "translation_group": "g", **usual, **fields}
    found = look("version-untranslated", body, known=known, language=language, **fields)
    return found.places()


def test_a_version_just_begun_is_not_translated_anywhere():
    found = places(ENGLISH, headline="A well for Oru")
    assert found == ["headline", "body[0]", "body[1]", "body[2][0]", "body[3][0]"]


def test_each_mark_goes_when_its_words_are_others():
    half = ENGLISH.replace("The pump runs on the sun", "La pompe marche au soleil")
    assert places(half) == ["body[0]", "body[2][0]", "body[3][0]"]
    assert places("## Le prix\n\nLa pompe marche au soleil.\n") == []


def test_other_punctuation_and_case_are_no_translation():
    assert places("the PUMP runs: on the sun!\n") == ["body[0]"]


def test_names_and_single_words_may_be_the_same():
    assert places("Oru\n\n## Oru\n") == []


def test_words_marked_as_those_of_another_language_are_meant_so():
    foreign = "::: {lang=en}\n\nThe pump runs on the sun.\n\n:::\n"
    assert places(foreign) in ([], ["body[0]"])


def test_two_versions_of_one_language_may_say_the_same():
    assert places(ENGLISH, language="en-US") == []
