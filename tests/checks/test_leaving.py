from datetime import UTC, datetime

from editor_app.checks.engine import Report
from editor_app.checks.finding import Finding, Level, Place
from editor_app.checks.leaving import LeftAlone, judged

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


def finding(rule, subject, level=Level.WARNS):
    return Finding(rule=rule, level=level, message="Look.", place=Place(), subject=subject)


def left(rule, subject):
    return LeftAlone(rule=rule, subject=subject, reason="It is right here.", left_at=NOW)


def test_what_is_left_for_a_reason_is_not_among_the_findings():
    report = Report(findings=(finding("term", "flood"), finding("term", "wave")), failed=("X",))
    found = judged(report, [left("term", "flood"), left("other", "wave")])
    assert [one.subject for one in found.findings] == ["wave"]
    assert [(one.finding.subject, one.left.reason) for one in found.left] == [
        ("flood", "It is right here.")
    ]
    assert found.failed == ("X",)
    assert (found.count(Level.WARNS), found.count(Level.HINTS)) == (1, 0)


def test_a_reason_ends_with_the_words_it_was_for():
    report = Report(findings=(finding("term", "floods"),))
    assert len(judged(report, [left("term", "flood")]).findings) == 1


def test_what_blocks_is_never_left():
    report = Report(findings=(finding("alt", "a.jpg", Level.BLOCKS),))
    found = judged(report, [left("alt", "a.jpg")])
    assert found.left == ()
    assert len(found.blocking) == 1
