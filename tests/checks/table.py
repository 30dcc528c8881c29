"""What the rules find in real texts and in clean ones: ``python -m tests.checks.table``.

A table rule x language: true finds and false alarms over the sample texts and pages, as somebody
judged them who read each finding (``judgements.json``), and findings in clean items, all of which
are false alarms. ``--show RULE`` prints findings with their words, ``--unread`` those that nobody
judged yet; ``--judge RULE`` takes those of a rule into the file as true, once they were read.

A judgement names a finding by rule and place, never by its words.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from editor_app.checks.engine import Checker
from editor_app.checks.finding import Finding, Level
from editor_app.checks.rule import Examined
from tests.checks.clean_items import clean_items
from tests.checks.sample_items import SHARED, samples

_JUDGEMENTS = Path(__file__).parent / "judgements.json"
_CLEAN = 200
_WORST = {Level.BLOCKS, Level.WARNS}


class Judged(NamedTuple):
    """A finding in a sample; ``is_true`` is None where nobody judged it."""

    source: str
    language: str
    finding: Finding
    words: str
    is_true: bool | None


def judged_samples() -> Iterator[Judged]:
    """Yield what the rules find in the samples."""
    judgements = json.loads(_JUDGEMENTS.read_text(encoding="utf-8"))
    checker = Checker()
    for sample in samples():
        ready = sample.examined()
        for finding in checker.run(ready).findings:
            false = judgements["false"].get(sample.name, [])
            known = name_of(finding) in judgements["true"].get(sample.name, [])
            is_true = False if name_of(finding) in false else True if known else None
            language = sample.item.language.partition("-")[0]
            yield Judged(sample.name, language, finding, words_at(finding, ready), is_true)


def clean_findings(count: int = _CLEAN) -> Iterator[Judged]:
    """Yield what the rules find in clean items; none of it should be there."""
    checker = Checker()
    for number, clean in enumerate(clean_items(count)):
        ready = clean.examined()
        for finding in checker.run(ready).findings:
            language = clean.item.language.partition("-")[0]
            words = words_at(finding, ready)
            yield Judged(f"clean {number}", language, finding, words, is_true=False)


def name_of(finding: Finding) -> str:
    """Return what a judgement calls a finding."""
    place = finding.place
    where = "" if place.start is None else f":{place.start}"
    return f"{finding.rule}@{place.name}{where}"


def words_at(finding: Finding, ready: Examined) -> str:
    """Return the words that a finding is about, with some of those around them."""
    place = finding.place
    for placed in ready.passages:
        if placed.place == place.between(None, None):  # type: ignore[arg-type]
            start, end = place.start or 0, place.end or len(placed.passage.text)
            text = placed.passage.text
            before, after = text[max(0, start - 40) : start], text[end : end + 40]
            return f"{before}[{text[start:end][:160]}]{after}".replace("\n", " / ")
    return ""


def _table(found: list[Judged], clean: list[Judged]) -> Iterator[str]:
    cells: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    levels = {}
    for one in (*found, *clean):
        kind = "clean" if one.source.startswith("clean") else str(one.is_true)
        cells[one.finding.rule][one.language][kind] += 1
        levels[one.finding.rule] = one.finding.level
    languages = sorted({one.language for one in (*found, *clean)})
    yield f"{'rule':28} {'level':6} " + " ".join(f"{one:>9}" for one in languages) + "       all"
    for rule in sorted(cells, key=lambda one: (levels[one].rank, one)):
        counts = [cells[rule][language] for language in languages]
        shown = [_cell(one) for one in (*counts, sum(counts, Counter()))]
        yield f"{rule:28} {levels[rule]:6} " + " ".join(f"{one:>9}" for one in shown)
    yield "a cell: true finds + false alarms in samples (? not judged) / findings in clean items"


def _cell(count: Counter[str]) -> str:
    if not count:
        return "."
    unread = f"?{count['None']}" if count["None"] else ""
    return f"{count['True']}+{count['False']}{unread}/{count['clean']}"


def _summary(found: list[Judged], clean: list[Judged]) -> Iterator[str]:
    counts = Counter(one.is_true for one in found)
    yield f"samples: {counts[True]} true, {counts[False]} false alarms, {counts[None]} not judged"
    worst = [one for one in clean if one.finding.level in _WORST]
    hints = len(clean) - len(worst)
    yield f"{_CLEAN} clean items: {len(worst) / _CLEAN:.3f} blocks and warns for each, all false"
    yield f"{_CLEAN} clean items: {hints / _CLEAN:.3f} hints for each, all false"


def _judge(found: list[Judged], rule: str) -> None:
    judgements = json.loads(_JUDGEMENTS.read_text(encoding="utf-8"))
    for one in found:
        if one.is_true is None and one.finding.rule.startswith(rule):
            judgements["true"].setdefault(one.source, []).append(name_of(one.finding))
    for names in judgements["true"].values():
        names[:] = sorted(set(names))
    text = json.dumps(judgements, ensure_ascii=False, indent=1, sort_keys=True)
    _JUDGEMENTS.write_text(text + "\n", encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="What the rules find in samples and clean items.")
    parser.add_argument("--show", default="", metavar="RULE", help="print findings of a rule")
    parser.add_argument("--unread", action="store_true", help="print what nobody judged yet")
    parser.add_argument("--judge", default="", metavar="RULE", help="take unread ones as true")
    chosen = parser.parse_args(arguments)
    found = list(judged_samples()) if SHARED.is_dir() else []
    clean = list(clean_findings())
    if chosen.judge:
        _judge(found, chosen.judge)
    for one in (*found, *clean):
        is_asked = chosen.show and one.finding.rule.startswith(chosen.show)
        if is_asked or (chosen.unread and one.is_true is None):
            fix = f" -> {one.finding.fix.label}" if one.finding.fix else ""
            print(f"{one.source} {name_of(one.finding)}: {one.finding.message}{fix} | {one.words}")
    for line in (*_table(found, clean), *_summary(found, clean)):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
