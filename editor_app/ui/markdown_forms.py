"""The page that shows how each block is typed: every example as it is typed, and as it looks."""

import re
from collections.abc import Iterator
from pathlib import Path

from editor_app.body import read_markdown, write_html
from editor_app.body.html import Picture, block_html
from editor_app.body.tree import Block, Source
from editor_app.paths import resources

_EXAMPLE = re.compile(r"```markdown\n(.*)\n```", re.DOTALL)
_PHOTO_WIDTH = 180

STYLE = """
pre { font-family: monospace; margin: 4px 0; white-space: pre-wrap; }
h2 { margin-top: 22px; } h3 { margin-top: 18px; margin-bottom: 4px; }
p.attribution, p.caption, span.credit, p.facts { font-size: small; }
p.title { font-weight: bold; margin-bottom: 2px; }
div.pull-quote p, div.pull-quote blockquote { font-size: large; }
"""

_HEADING = re.compile(r"<h([23])>")  # Qt takes its direction from an Arabic line above it

# What the rich text of Qt knows no element for, as what comes nearest.
_PLAINER = (
    (re.compile(r'<figcaption class="attribution">'), '<p class="attribution">'),
    (re.compile(r'<figcaption class="title">'), '<p class="title">'),
    (re.compile(r"<figcaption>"), '<p class="caption">'),
    (re.compile(r"</figcaption>"), "</p>"),
    (re.compile(r'<figure class="right\b[^"]*"'), '<div align="right"'),
    (re.compile(r"<(/?)figure\b"), r"<\1div"),
    (re.compile(r'class="align-right"'), 'align="right"'),
    (re.compile(r"<(/?)aside\b[^>]*>"), r"<\1div>"),
    (re.compile(r"<(/?)section\b[^>]*>"), r"<\1div>"),
    (re.compile(r"<table>\s*<caption>(.*?)</caption>"), r'<p class="caption">\1</p><table>'),
    (re.compile(r"<table>"), '<table border="1" cellspacing="0" cellpadding="4">'),
)


def forms_file() -> Path:
    """Return the file that documents the forms."""
    return resources() / "help" / "markdown.md"


def picture_folder() -> Path:
    """Return where the photo of the examples lies."""
    return resources() / "sample" / "first-item"


def example_in(block: Block) -> str | None:
    """Return the Markdown that block, a piece of the page, shows as an example; None if none."""
    found = _EXAMPLE.fullmatch(block.markdown) if isinstance(block, Source) else None
    return found[1] if found else None


def forms_html() -> str:
    """Return the whole page, for a text browser."""
    body = read_markdown(forms_file().read_text(encoding="utf-8"))
    return "\n".join(_shown(body.blocks))


def _shown(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield _HEADING.sub(r'<h\1 dir="ltr">', block_html(block))
        example = example_in(block)
        if example is not None:
            html = write_html(read_markdown(example), pictures=_picture)
            yield _framed(_plainer(html))


def _picture(src: str) -> Picture:
    return Picture(src.removeprefix("media/"), _PHOTO_WIDTH)


def _plainer(html: str) -> str:
    for known, plainer in _PLAINER:
        html = known.sub(plainer, html)
    return html


def _framed(html: str) -> str:
    """Return html in a frame: a table is the only thing that Qt draws one around."""
    return (
        '<table border="1" cellspacing="0" cellpadding="10" width="98%">'
        f"<tr><td>{html}</td></tr></table>"
    )
