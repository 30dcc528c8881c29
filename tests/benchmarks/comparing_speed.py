"""Prints how long two versions of a text take to be compared, at 1,000 to 50,000 words.

Run it as ``python -m tests.benchmarks.comparing_speed`` from the top of the checkout.
"""

import random
import sys
import time
from pathlib import Path

if __name__ == "__main__" and __package__ is None:
    sys.path.insert(0, str(Path(__file__).parents[2]))

from editor_app.body import read_markdown
from editor_app.editing.comparing_body import compared_bodies

CHANCE = random.Random(3)  # noqa: S311 - words, not a secret
LETTERS = "abcdefghijklmnop"
WORDS = ["".join(CHANCE.choices(LETTERS, k=CHANCE.randrange(2, 9))) for _ in range(6000)]
OFTEN = [1 / rank for rank in range(1, len(WORDS) + 1)]  # as words are in any language


def text(words, *, paragraph=80):
    """Return so many words in paragraphs."""
    found = CHANCE.choices(WORDS, OFTEN, k=words)
    starts = range(0, words, paragraph)
    return "\n\n".join(" ".join(found[start : start + paragraph]) for start in starts)


def edited(whole, *, one_in):
    """Return a text with one word in so many replaced."""
    return "\n\n".join(
        " ".join(
            CHANCE.choice(WORDS) if CHANCE.random() < 1 / one_in else word for word in part.split()
        )
        for part in whole.split("\n\n")
    )


def signs(words):
    """Return a text of two words that stand in no order."""
    return " ".join(CHANCE.choices("ab", k=words))


def kinds(words):
    """Yield pairs of texts, each with what became of the words."""
    one, long = text(words), text(words, paragraph=words)
    yield "one word in 2,000 replaced", one, edited(one, one_in=2000)
    yield "one word in 20 replaced", one, edited(one, one_in=20)
    yield "one word in 2 replaced", one, edited(one, one_in=2)
    yield "another text", one, text(words)
    yield "one paragraph, one word in 10 replaced", long, edited(long, one_in=10)
    yield "one paragraph, another text", long, text(words, paragraph=words)
    yield "one paragraph of two words, another order", signs(words), signs(words)


def main():
    """Print the processor time of each comparison."""
    for words in (1_000, 10_000, 50_000):
        for name, old, new in kinds(words):
            before, after = read_markdown(old), read_markdown(new)
            start = time.process_time()
            compared_bodies(before, after)
            took = (time.process_time() - start) * 1000
            print(f"{words:>7,} words, {name}: {took:.0f} ms")


if __name__ == "__main__":
    main()
