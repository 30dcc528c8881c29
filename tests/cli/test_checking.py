"""The command that says what is missing or wrong."""

from editor_app.checks.leaving import LeftAlone
from tests.builders import THEN, a_library, an_item


def test_findings_are_json_lines_that_say_where_and_what(standfirst, tmp_path):
    item = an_item(headline="", body="The first  ferry left on Monday.\n")
    a_library(tmp_path / "library", item).close()
    outcome = standfirst("check", "--json", "--library", tmp_path / "library")
    assert outcome.code == 3
    keys = {"item", "rule", "level", "message", "field", "start", "end", "fix"}
    assert all(one.keys() == keys for one in outcome.objects)
    assert outcome.objects[0]["level"] == "blocks"
    doubled = next(one for one in outcome.objects if one["field"] == "body[0]" and one["fix"])
    assert (doubled["item"], doubled["start"]) == (item.id, 9)


def test_a_named_item_is_checked_alone(standfirst, folder, ids):
    outcome = standfirst("check", ids["Wells"], "--library", folder)
    headings = [line for line in outcome.lines if not line.startswith(" ")]
    assert headings == [f"{ids['Wells']}  Wells in the north"]
    assert outcome.code == 0


def test_every_item_outside_the_trash_is_checked(standfirst, tmp_path):
    good, gone = an_item(headline="Ferries run in the delta"), an_item(headline="Gone")
    library = a_library(tmp_path / "library", good, gone)
    library.items.trash(gone.id)
    library.close()
    outcome = standfirst("check", "--library", tmp_path / "library")
    headings = [line for line in outcome.lines if not line.startswith(" ")]
    assert headings == [f"{good.id}  Ferries run in the delta"]


def test_what_was_left_for_a_reason_is_counted_and_not_told_again(standfirst, tmp_path):
    item = an_item(body="The first  ferry left on Monday.\n")
    library = a_library(tmp_path / "library", item)
    library.close()
    before = standfirst("check", "--json", "--library", tmp_path / "library").objects
    doubled = next(one for one in before if one["start"] == 9)
    library = a_library(tmp_path / "library")
    library.left_alone.leave(
        item.id,
        LeftAlone(rule=doubled["rule"], subject="  ", reason="As printed.", left_at=THEN),
    )
    library.close()
    outcome = standfirst("check", "--library", tmp_path / "library")
    assert "  1 left as it is, for a reason" in outcome.lines
    after = standfirst("check", "--json", "--library", tmp_path / "library").objects
    assert [one for one in before if one != doubled] == after


def test_an_unknown_item_is_named_in_words(standfirst, folder):
    outcome = standfirst("check", "zzz", "--library", folder)
    assert outcome.code == 1
    assert outcome.err.startswith("standfirst: ")
