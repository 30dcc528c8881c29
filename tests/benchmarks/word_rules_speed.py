"""What the rules about words take: ``python -m tests.benchmarks.word_rules_speed``.

CPU time of all of them over about 1,000 words in each language, nothing remembered (first) and
all remembered (again, as the rules about whole items run after every key), and for one passage.
"""

import sys
import time
from pathlib import Path
from types import ModuleType

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from editor_app.body import read_markdown
from editor_app.checks.catalogue import RULES
from editor_app.checks.examining import examined
from editor_app.checks.rule import Examined, Group, ItemRule, PassageRule, Rule
from editor_app.intake.sample_text import vocabularies
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from tests.checks.rules.one_rule import NOW

_OURS = tuple(r for r in RULES if r.group in {Group.WORDS, Group.TYPOGRAPHY, Group.LANGUAGE})
_WORDS = 1000
_ROUNDS = 7
_BIG = 1024  # entries of a memory of passages; smaller ones hold lists and patterns


def _item(vocabulary) -> Examined:
    paragraphs, count, turn = [], 0, 0
    while count < _WORDS:
        sentences = [
            vocabulary.sentences[(turn + step) % len(vocabulary.sentences)] for step in range(5)
        ]
        text = " ".join(sentences).format(**{"in": "in X", "org": "Office", "n": 321})
        paragraphs.append(f"{text} {turn}.")
        count += len(text.split())
        turn += 3
    item = NewsItem(id=ItemId("one"), language=vocabulary.language)
    return examined(item, read_markdown("\n\n".join(paragraphs)), now=NOW)


def _look(rules: tuple[Rule, ...], ready: Examined) -> float:
    primary = ready.item.language.partition("-")[0]
    start = time.process_time()
    for rule in rules:
        if rule.languages and primary not in rule.languages:
            continue
        if isinstance(rule, PassageRule):
            for placed in ready.passages:
                list(rule.find(placed.passage, ready.context))
        else:
            list(rule.find(ready))
    return (time.process_time() - start) * 1000


def _forget() -> None:
    modules = [one for name, one in list(sys.modules.items()) if name.startswith("editor_app")]
    for module in modules:
        assert isinstance(module, ModuleType)
        for value in vars(module).values():
            parameters = getattr(value, "cache_parameters", None)
            if parameters is not None and (parameters()["maxsize"] or 0) >= _BIG:
                value.cache_clear()


def main() -> None:
    """Print a line for each language."""
    of_items = tuple(rule for rule in _OURS if isinstance(rule, ItemRule))
    for vocabulary in vocabularies():
        ready = _item(vocabulary)
        _look(_OURS, ready)
        first = []
        for _ in range(_ROUNDS):
            _forget()
            first.append(_look(_OURS, ready))
        again = min(_look(of_items, ready) for _ in range(_ROUNDS))
        count = len(ready.in_body)
        print(
            f"{vocabulary.language:6} {len(_OURS)} rules, {count} paragraphs: first"
            f" {min(first):5.1f} ms, {min(first) / count:4.2f} ms a paragraph,"
            f" rules about the item again {again:4.2f} ms"
        )


if __name__ == "__main__":
    main()
