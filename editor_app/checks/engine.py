"""Running the rules over an item: what did not change is not looked at again."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from editor_app.body.tree import Language, Mark
from editor_app.checks.catalogue import RULES
from editor_app.checks.finding import Finding, Found, Level, Place
from editor_app.checks.passage import Kind, Passage, PlacedPassage
from editor_app.checks.rule import Context, Examined, ItemRule, PassageRule, Rule
from editor_app.checks.telling import Told

_LOG = logging.getLogger(__name__)
_OFF = "off"
_LEVELS = frozenset(level.value for level in Level)
SomeRule = TypeVar("SomeRule", PassageRule, ItemRule)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What the rules say of an item, the worst first, then in reading order.

    ``failed`` are the titles of the rules that could not be run: a mistake of the program.
    """

    findings: tuple[Finding, ...] = ()
    failed: tuple[str, ...] = ()

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """Return what keeps the item from going out."""
        return tuple(one for one in self.findings if one.level is Level.BLOCKS)


class Checker:
    """Runs rules over one item after another, best over the same one as it changes.

    It remembers, by value, what the rules found in the passages of the last item. Not for two
    threads at once.
    """

    def __init__(self, rules: Sequence[Rule] = RULES) -> None:
        self._rules = {rule.id: rule for rule in rules}
        self._order = {rule.id: number for number, rule in enumerate(rules)}
        self._known: dict[Passage, _Placeless] = {}
        self._context: Context | None = None
        self._told = Told()
        self._running: dict[tuple[type, str], tuple[Rule, ...]] = {}  # by kind and language
        self._logged: set[str] = set()
        self._failed: dict[str, str] = {}  # titles by id, in this run

    def run(self, examined: Examined) -> Report:
        """Return what the rules say."""
        if examined.context != self._context:
            self._context, self._known, self._running = examined.context, {}, {}
        examined = replace(examined, told=self._told)
        self._failed = {}
        found = (*self._in_passages(examined), *self._in_item(examined))
        places = _Places(examined.passages)
        findings = [self._finding(rule, one, examined, places) for rule, one in found]
        findings.sort(key=lambda one: (one.level.rank, places.rank(one), self._order[one.rule]))
        return Report(findings=tuple(findings), failed=tuple(self._failed.values()))

    def _in_passages(self, examined: Examined) -> Iterator[tuple[Rule, Found]]:
        known, self._known = self._known, {}
        for placed in examined.passages:
            passage = placed.passage
            if passage.kind is Kind.SOURCE or not passage.text:
                continue
            if passage in known:
                self._known[passage] = known[passage]
            if passage in self._known:
                seen = self._known[passage]
            else:
                failed = len(self._failed)
                seen = tuple(self._look_at(passage, examined.context))
                if len(self._failed) == failed:
                    self._known[passage] = seen
            for rule, found in seen:
                yield rule, _rooted(found, placed.place)

    def _look_at(self, passage: Passage, context: Context) -> Iterator[tuple[Rule, Found]]:
        for rule in self._rules_for(PassageRule, passage.language, context):
            for found in self._tried(rule, partial(rule.find, passage, context)):
                if not _is_exempt(found.place, passage):
                    yield rule, found

    def _in_item(self, examined: Examined) -> Iterator[tuple[Rule, Found]]:
        for rule in self._rules_for(ItemRule, examined.item.language, examined.context):
            for found in self._tried(rule, partial(rule.find, examined)):
                yield rule, found

    def _rules_for(
        self, kind: type[SomeRule], language: str, context: Context
    ) -> Iterator[SomeRule]:
        known = self._running.get((kind, language))
        if known is None:
            known = tuple(self._switched_on(kind, language, context))
            self._running[kind, language] = known
        for rule in known:
            if rule.id not in self._failed and isinstance(rule, kind):
                yield rule

    def _switched_on(self, kind: type[Rule], language: str, context: Context) -> Iterator[Rule]:
        primary = language.partition("-")[0].lower()
        for rule in self._rules.values():
            if not isinstance(rule, kind) or (rule.languages and primary not in rule.languages):
                continue
            if context.style.level_of(rule.id) != _OFF:
                yield rule

    def _tried(self, rule: Rule, look: Callable[[], Iterable[Found]]) -> tuple[Found, ...]:
        try:
            return tuple(look())
        except Exception:  # noqa: BLE001 - one rule's mistake must not silence all the others
            if rule.id not in self._logged:
                self._logged.add(rule.id)
                _LOG.exception("The check %s could not be run.", rule.id)
            self._failed[rule.id] = rule.title
            return ()

    def _finding(self, rule: Rule, found: Found, examined: Examined, places: "_Places") -> Finding:
        level = examined.style.level_of(rule.id)
        return Finding(
            rule=rule.id,
            level=Level(level) if level in _LEVELS else rule.level,
            message=found.message,
            place=found.place,
            fix=found.fix,
            subject=found.subject or places.words(found.place),
            item=found.item,
        )


_Placeless = tuple[tuple[Rule, Found], ...]  # what was found, with places within the passage


class _Places:
    """The passages of an item by where they are, and which comes first."""

    def __init__(self, passages: Iterable[PlacedPassage]) -> None:
        self._texts: dict[_Spot, str] = {}
        self._ranks: dict[_Spot, int] = {}
        self._firsts: dict[tuple[str, tuple[int, ...]], int] = {}  # of the parts of a block
        for number, placed in enumerate(passages):
            place = placed.place
            spot = (place.field, place.block, place.part)
            self._texts[spot] = placed.passage.text
            self._ranks[spot] = number
            self._firsts.setdefault((place.field, place.block), number)

    def words(self, place: Place) -> str:
        """Return the words at a place, those of all its text where it has no range."""
        text = self._texts.get((place.field, place.block, place.part), "")
        return text[place.start : place.end]

    def rank(self, finding: Finding) -> tuple[int, int]:
        """Return a number that is greater the later a finding stands in the item."""
        place = finding.place
        first = self._firsts.get((place.field, place.block), len(self._ranks))
        rank = self._ranks.get((place.field, place.block, place.part), first)
        return rank, place.start or 0


_Spot = tuple[str, tuple[int, ...], str]  # field, block, part


def _rooted(found: Found, root: Place) -> Found:
    """Return what was found in a passage as found in the item."""

    def placed(place: Place) -> Place:
        return Place(root.field, root.block, root.part, place.start, place.end)

    fix = found.fix
    if fix is not None:
        changes = tuple(replace(change, place=placed(change.place)) for change in fix.changes)
        fix = replace(fix, changes=changes)
    return Found(found.message, placed(found.place), fix, found.subject)


def _is_exempt(place: Place, passage: Passage) -> bool:
    """Whether a place lies in code, or in words marked as being in another language."""
    if place.start is None or place.end is None:
        return False
    return any(
        span.start <= place.start
        and place.end <= span.end
        and (span.mark is Mark.CODE or isinstance(span.mark, Language))
        for span in passage.spans
    )
