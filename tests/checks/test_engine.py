import logging
from dataclasses import replace
from datetime import UTC, datetime

from editor_app.body import read_markdown
from editor_app.checks.engine import Checker
from editor_app.checks.examining import examined
from editor_app.checks.finding import Found, Level, at, reword
from editor_app.checks.rule import Group, ItemRule, PassageRule
from editor_app.model.house_style import HouseStyle, RuleLevel
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
ITEM = NewsItem(id=ItemId("one"), headline="A well")


def rule(find, *, rule_id="well", level=Level.HINTS, languages=frozenset(), kind=PassageRule):
    return kind(
        id=rule_id,
        title=f"Rule {rule_id}",
        group=Group.WORDS,
        level=level,
        find=find,
        languages=languages,
    )


def wells(passage, _context):
    place = passage.text.find("well")
    if place >= 0:
        yield Found("A well.", at(place, place + 4), reword("Pump", place, place + 4, "pump"))


def look(*rules, markdown="", item=ITEM, style=None):
    return Checker(rules).run(examined(item, read_markdown(markdown), now=NOW, style=style))


def test_findings_say_where_in_the_item_they_are():
    report = look(rule(wells), markdown="None.\n\n> The well\n")
    assert [one.place.name for one in report.findings] == ["headline", "body[1][0]"]
    found = report.findings[1]
    assert (found.place.start, found.place.end, found.subject) == (4, 8, "well")
    assert found.fix is not None
    assert found.fix.changes[0].place == found.place


def test_the_worst_come_first_and_then_what_is_read_first():
    def missing(_examined):
        yield Found("Something is missing.")

    blocks = rule(missing, rule_id="missing", level=Level.BLOCKS, kind=ItemRule)
    report = look(rule(wells), blocks, markdown="A well")
    assert [one.rule for one in report.findings] == ["missing", "well", "well"]
    assert [one.message for one in report.blocking] == ["Something is missing."]


def test_only_a_changed_passage_is_looked_at_again():
    seen = []

    def note(passage, _context):
        seen.append(passage.text)
        return ()

    checker = Checker((rule(note),))
    checker.run(examined(ITEM, read_markdown("one\n\ntwo"), now=NOW))
    seen.clear()
    checker.run(examined(ITEM, read_markdown("zero\n\none\n\ntwo!"), now=NOW))
    assert seen == ["zero", "two!"]


def test_another_house_style_looks_at_everything_again():
    seen = []

    def note(passage, _context):
        seen.append(passage.text)
        return ()

    checker = Checker((rule(note),))
    checker.run(examined(ITEM, read_markdown("one"), now=NOW))
    checker.run(examined(ITEM, read_markdown("one"), now=NOW, style=HouseStyle(percent="%")))
    assert seen == ["A well", "one", "A well", "one"]


def test_the_house_gives_a_rule_another_level_or_none():
    worse = HouseStyle(levels=(RuleLevel(rule="well", level="blocks"),))
    assert look(rule(wells), style=worse).blocking
    off = HouseStyle(levels=(RuleLevel(rule="well", level="off"),))
    assert look(rule(wells), style=off).findings == ()
    unknown = HouseStyle(levels=(RuleLevel(rule="well", level="sometimes"),))
    assert look(rule(wells), style=unknown).findings[0].level is Level.HINTS


def test_a_rule_looks_only_at_its_languages():
    french = rule(wells, languages=frozenset({"fr"}))
    assert look(french).findings == ()
    assert len(look(french, item=replace(ITEM, language="fr-CH")).findings) == 1


def test_words_in_code_or_marked_as_foreign_are_let_alone():
    markdown = 'Text `well` and <span lang="de">wellen</span>.'
    assert look(rule(wells), markdown=markdown, item=replace(ITEM, headline="")).findings == ()


def test_a_passage_in_another_language_is_looked_at_in_that_language():
    german = rule(wells, languages=frozenset({"de"}))
    report = look(german, markdown="::: lang de\n\nwellen\n\n:::\n")
    assert [one.place.name for one in report.findings] == ["body[0][0]"]


def test_a_rule_that_fails_is_named_once_and_the_others_go_on(caplog):
    def fail(_passage, _context):
        raise ZeroDivisionError

    checker = Checker((rule(fail, rule_id="bad"), rule(wells)))
    subject = examined(ITEM, read_markdown("A well"), now=NOW)
    with caplog.at_level(logging.ERROR):
        report = checker.run(subject)
        again = checker.run(subject)
    assert report.failed == again.failed == ("Rule bad",)
    assert len(report.findings) == len(again.findings) == 2
    assert len(caplog.records) == 1
    caplog.clear()
