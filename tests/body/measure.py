"""Prints what the body keeps of the shared corpora and of 20,000 generated trees.

Run it as ``python -m tests.body.measure [trees] [seed]`` from the top of the checkout.
"""

import sys
import time
import warnings
from collections import Counter
from pathlib import Path

if __name__ == "__main__" and __package__ is None:
    sys.path.insert(0, str(Path(__file__).parents[2]))

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import HypothesisWarning

from editor_app.body.contents import blocks_inside, own_contents
from editor_app.body.gate import clean_html
from editor_app.body.html import write_html
from editor_app.body.normal import normalised
from editor_app.body.profile import render_markdown
from editor_app.body.read import read_markdown
from editor_app.body.tree import Body, Source
from editor_app.body.write import write_markdown
from tests.body.sameness import sem, strict, words_and_addresses
from tests.body.shared_corpora import NAMES, corpus
from tests.body.strategies import WORDS_ALONE, bodies, has_raw_html

BATCH = 500


def measured(text):
    """Return which promises hold for text."""
    body, rendered = read_markdown(text), render_markdown(text)
    anew = write_markdown(Body(body.blocks))
    rendered_anew = render_markdown(anew)
    return {
        "untouched, strict": strict(render_markdown(write_markdown(body))) == strict(rendered),
        "anew, strict": strict(rendered_anew) == strict(rendered),
        "anew, sem": sem(rendered_anew) == sem(rendered),
        "anew, words and addresses": words_and_addresses(rendered_anew)
        == words_and_addresses(rendered),
        "anew, same tree": read_markdown(anew) == body,
        "normal form": normalised(body.blocks) == body.blocks,
        "html = gated rendering, sem": sem(write_html(body)) == sem(clean_html(rendered)),
    }


def print_corpora():
    """Print a line for each promise, a column for each corpus."""
    counts, sizes, opaque = {}, {}, {}
    for name in NAMES:
        texts = corpus(name).values()
        sizes[name] = len(texts)
        counts[name] = Counter()
        for text in texts:
            counts[name].update({key for key, holds in measured(text).items() if holds})
        blocks = [block for text in texts for block in read_markdown(text).blocks]
        sources = sum(isinstance(block, Source) for block in blocks)
        opaque[name] = f"{sources}/{len(blocks)} = {sources / len(blocks):.1%}"
    for key in measured(""):
        print(f"{key:28}", *(f"{n} {counts[n][key]}/{sizes[n]}".ljust(16) for n in NAMES))
    print(f"{'source blocks':28}", *(f"{n} {opaque[n]}".ljust(24) for n in NAMES))


def check(body, tally):
    """Count what holds for body, and print it where something does not."""
    tally["trees"] += 1
    tally["blocks"] += len(body.blocks)
    written = write_markdown(body)
    if read_markdown(written) != body:
        tally["lost"] += 1
        print("LOST", repr(written), body.blocks)
    if normalised(body.blocks) != body.blocks:
        tally["not normal"] += 1
        print("NOT NORMAL", body.blocks, normalised(body.blocks))
    if any(map(has_raw_html, body.blocks)):
        return  # a tag that is not closed in its block is closed by the gate, block by block
    tally["rendered"] += 1
    if sem(write_html(body)) != sem(clean_html(render_markdown(written))):
        tally["rendered otherwise"] += 1
        print("OTHERWISE", repr(written), body.blocks)


def kinds_in(blocks):
    """Yield the name of each kind of block, piece and mark in blocks."""
    for block in blocks:
        yield type(block).__name__
        for content in own_contents(block):
            for piece in content:
                yield type(piece).__name__
                yield from (type(mark).__name__ for mark in piece.marks)
        yield from kinds_in(blocks_inside(block))


def print_trees(count, first_seed):
    """Print how many generated trees come back from Markdown as the same value."""
    tally, kinds = Counter(), Counter()

    def check_one(body):
        kinds.update(kinds_in(body.blocks))
        check(body, tally)

    start = time.perf_counter()
    for batch in range(-(-count // BATCH)):
        quiet = settings(
            max_examples=min(count, BATCH),
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        trees = bodies(hostile=WORDS_ALONE if batch % 2 else True)
        seed(first_seed + batch)(quiet(given(trees)(check_one)))()
    print(dict(kinds.most_common()))
    print(dict(tally), f"{time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    warnings.simplefilter("ignore", HypothesisWarning)
    print_corpora()
    numbers = [int(word) for word in sys.argv[1:]]
    print_trees(numbers[0] if numbers else 20_000, numbers[1] if len(numbers) > 1 else 0)
