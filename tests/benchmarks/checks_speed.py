"""How long the checks take: ``python -m tests.benchmarks.checks_speed``.

An item of 1,000 words is checked whole, then after each of many keys in one of its paragraphs, as
CPU time of the thread. Spelling is not part of it.
"""

import statistics
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime

from editor_app.body import read_markdown
from editor_app.body.tree import Paragraph, Text
from editor_app.checks.engine import Checker
from editor_app.checks.examining import examined
from editor_app.intake.sample import sample_items
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem

NOW = datetime(2026, 3, 2, 14, 2, tzinfo=UTC)
WORDS = 1000
KEYS = 200
WHOLE_MS, KEY_MS, MOST_KEYS_MS = 50, 3, 5
_TYPED = "The river rises every spring and nobody here is surprised. " * 4


def an_item_of(words: int, language: str) -> NewsItem:
    """Return an item with about so many words in a language, made of sample items."""
    parts: list[str] = []
    first = None
    for item in sample_items(400, seed=7, now=NOW):
        if item.language.partition("-")[0] != language:
            continue
        first = first or item
        parts.append(item.body)
        if sum(len(part.split()) for part in parts) >= words:
            break
    if first is None:
        message = f"no sample item is in {language}"
        raise SystemExit(message)
    return replace(first, id=ItemId("speed"), body="\n\n".join(parts))


def cpu_ms(work: object) -> float:
    """Return how many milliseconds of CPU time a call takes."""
    start = time.thread_time()
    work()  # type: ignore[operator]
    return (time.thread_time() - start) * 1000


def measure(language: str) -> tuple[float, float, float, float]:
    """Return CPU milliseconds for the whole item; after a key the median, 95 of 100, the worst."""
    item = an_item_of(WORDS, language)
    body = read_markdown(item.body)
    Checker().run(examined(item, body, now=NOW))  # what is imported or compiled only once
    whole = []
    for number in range(5):
        cold = read_markdown(item.body.replace(" ", f" {number}", 1))
        checker = Checker()
        whole.append(cpu_ms(lambda c=checker, b=cold: c.run(examined(item, b, now=NOW))))
    checker = Checker()
    checker.run(examined(item, body, now=NOW))
    place = next(n for n, block in enumerate(body.blocks) if isinstance(block, Paragraph))
    keys = []
    for number in range(KEYS):
        typed = Paragraph((Text("Word after word is typed. " + _TYPED[:number]),))
        blocks = (*body.blocks[:place], typed, *body.blocks[place + 1 :])
        now = body.with_blocks(blocks)
        keys.append(cpu_ms(lambda b=now: checker.run(examined(item, b, now=NOW))))
    most = sorted(keys)[int(len(keys) * 0.95)]
    return statistics.median(whole), statistics.median(keys), most, max(keys)


def main() -> int:
    """Print the figures of each language, and return 1 where one is over its bound."""
    is_slow = False
    print(f"{'':4}{'whole':>8}{'key':>8}{'p95':>8}{'worst':>8}   CPU ms; {WORDS} words")
    for language in sys.argv[1:] or ("en", "fr", "de", "es", "ru", "ar"):
        whole, key, most, worst = measure(language)
        print(f"{language:4}{whole:8.1f}{key:8.1f}{most:8.1f}{worst:8.1f}")
        is_slow = is_slow or whole > WHOLE_MS or key > KEY_MS or most > MOST_KEYS_MS
    return int(is_slow)


if __name__ == "__main__":
    raise SystemExit(main())
