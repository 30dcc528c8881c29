"""What one language version says and the other does not."""

from editor_app.body import read_markdown
from editor_app.checks.passages import passages_of
from editor_app.checks.version_differences import only_in
from editor_app.model.item import LeadFigure
from tests.checks.rules.looking_at_items import look


def passages(body, language, **fields):
    item = look("x", body, language=language, standfirst="", headline="", **fields).item
    return passages_of(item, read_markdown(body))


ENGLISH = passages(
    "On 15 March 2024 it cost 1,250 euros, says [the plan](https://www.wells.example/en).\n",
    "en-GB",
    lead_figure=LeadFigure(src="a.jpg", credit="Salma Idris"),
)


def differing(body, language="fr"):
    other = passages(body, language)
    here = [(one.what, one.words) for one in only_in(other, ENGLISH)]
    there = [(one.what, one.words) for one in only_in(ENGLISH, other)]
    return here, there


def test_versions_that_say_the_same_do_not_differ():
    body = (
        "Le 15 mars 2024, cela coûtait 1\u202f250 euros, selon [le plan](https://wells.example/fr)."
        " Photo de Salma Idris.\n"
    )
    assert differing(body) == ([], [])


def test_other_numbers_and_dates_are_found_on_both_sides():
    here, there = differing("Le 16 mars 2024, cela coûtait 1 520 euros.\n")
    assert here == [("date", "16 mars 2024"), ("number", "1 520")]
    assert ("date", "15 March 2024") in there
    assert ("number", "1,250") in there
    assert ("link", "the plan") in there


def test_places_lead_to_the_words():
    (found,) = only_in(passages("Cela coûtait 77 euros.\n", "fr"), ENGLISH)
    assert (found.place.name, found.place.start, found.place.end) == ("body[0]", 13, 15)


def test_names_are_compared_between_languages_of_one_script_only():
    _here, there = differing("Le 15 mars 2024.\n")
    has_name = any(what == "name" for what, _words in there)
    _here, in_arabic = differing("في ١٥ مارس ٢٠٢٤.\n", "ar")  # noqa: RUF001
    assert not any(what == "name" for what, _words in in_arabic)
    assert has_name
