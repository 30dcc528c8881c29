"""What was found and left as it is, for a reason that holds as long as the words are the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from editor_app.checks.finding import Finding, Level

if TYPE_CHECKING:
    from editor_app.checks.engine import Report  # which knows every rule, as no library has to


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftAlone:
    """A reason to leave what a rule found; it holds as long as the words are ``subject``."""

    rule: str
    subject: str
    reason: str
    left_at: datetime


@dataclass(frozen=True, slots=True)
class LeftFinding:
    """Something that was found and is left as it is."""

    finding: Finding
    left: LeftAlone


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What is still to be done about an item, and what is left as it is.

    ``failed`` are the titles of the checks that could not be run.
    """

    findings: tuple[Finding, ...] = ()
    left: tuple[LeftFinding, ...] = ()
    failed: tuple[str, ...] = ()

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """Return what keeps the item from going out."""
        return tuple(one for one in self.findings if one.level is Level.BLOCKS)

    def count(self, level: Level) -> int:
        """Return how many findings of a level there are."""
        return sum(one.level is level for one in self.findings)


def judged(report: "Report", reasons: Iterable[LeftAlone]) -> Judged:
    """Return a report without what is left as it is; what blocks is never left."""
    known = {(one.rule, one.subject): one for one in reasons}
    findings: list[Finding] = []
    left: list[LeftFinding] = []
    for finding in report.findings:
        reason = known.get((finding.rule, finding.subject)) if can_be_left(finding) else None
        if reason is None:
            findings.append(finding)
        else:
            left.append(LeftFinding(finding, reason))
    return Judged(findings=tuple(findings), left=tuple(left), failed=report.failed)


def can_be_left(finding: Finding) -> bool:
    """Whether a reason is enough: what blocks goes out only when an export is told why."""
    return finding.level is not Level.BLOCKS
