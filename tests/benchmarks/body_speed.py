"""Prints how long a body takes to be read, written and shown, beside Python-Markdown's render.

Run it as ``python -m tests.benchmarks.body_speed`` from the top of the checkout. Trust the
ratios, which are taken in one run, not the milliseconds.
"""

import sys
import time
from dataclasses import replace
from pathlib import Path

if __name__ == "__main__" and __package__ is None:
    sys.path.insert(0, str(Path(__file__).parents[2]))

from editor_app.body.html import block_html, block_htmls
from editor_app.body.normal import normalised_content
from editor_app.body.profile import render_markdown
from editor_app.body.read import read_markdown
from editor_app.body.text import plain_text
from editor_app.body.tree import Body, Paragraph, Text
from editor_app.body.write import block_markdown, write_markdown

WORDS = (
    "the minister said on Tuesday that a new plan for **river and rail** would go to parliament "
    "before the summer, *as promised* in [the programme](https://www.example.org/plan) of 2024; "
)


def news(words):
    """Return Markdown like a long news text of about so many words."""
    section = (
        "## A cross-head\n\n" + (WORDS * 3 + "\n\n") * 4 + f"> {WORDS}\n\n"
        + f"* {WORDS}\n" * 4 + "\n![Two boats](media/a.jpg)\n: The harbour\n:: Photo: A. Smith\n\n"
    )  # fmt: skip
    pieces = section * max(1, round(words / len(section.split())))
    return "".join(f"{line} {n}\n" if line else "\n" for n, line in enumerate(pieces.split("\n")))


def timed(work, *, rounds=3):
    """Return the least milliseconds of processor time that work took."""
    best = float("inf")
    for _ in range(rounds):
        block_markdown.cache_clear()
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best * 1000


def main():
    """Print one line for each size."""
    for words in (1_000, 10_000, 50_000):
        text = news(words)
        body = read_markdown(text)
        changed = (*body.blocks[:-1], replace_first_words(body))
        render = timed(lambda text=text: render_markdown(text))
        rows = {
            "read": timed(lambda text=text: read_markdown(text)),
            "write, nothing changed": timed(lambda body=body: write_markdown(body)),
            "write, one block changed": timed(
                lambda body=body, changed=changed: write_markdown(body.with_blocks(changed))
            ),
            "write, all anew, verified": timed(
                lambda body=body: write_markdown(Body(body.blocks)), rounds=1
            ),
            "html": timed(lambda body=body: block_htmls(body)),
            "html, one block": timed(lambda body=body: block_html(body.blocks[1])),
            "plain text": timed(lambda body=body: plain_text(body)),
        }
        print(f"\n{words} words, {len(body.blocks)} blocks; Python-Markdown {render:.1f} ms")
        for name, milliseconds in rows.items():
            print(f"  {name:28} {milliseconds:9.2f} ms  {milliseconds / render:7.3f}")


def replace_first_words(body):
    """Return a paragraph of body with other words."""
    paragraph = next(block for block in body.blocks if isinstance(block, Paragraph))
    content = normalised_content((Text("Other words, "), *paragraph.content))
    return replace(paragraph, content=content)


if __name__ == "__main__":
    main()
