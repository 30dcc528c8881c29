"""What single pieces of inline HTML are, as Python-Markdown sees them."""

import re

_NAME = re.compile(r"</?([^\s>/]+)")
_SINGLE = re.compile(r"<!--(?:(?!-->).)*-->|<(?!!--)[^>]*>", re.DOTALL)

BLOCK_ELEMENTS = frozenset(
    [
        *("address", "article", "aside", "blockquote", "body", "canvas", "center", "colgroup"),
        *("dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"),
        *("group", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "iframe"),
        *("legend", "li", "main", "map", "math", "menu", "nav", "noscript", "object", "ol"),
        *("option", "output", "p", "pre", "progress", "script", "section", "style", "summary"),
        *("table", "tbody", "td", "textarea", "tfoot", "th", "thead", "tr", "ul", "video"),
    ]
)
"""Elements that Python-Markdown takes for blocks (`Markdown.block_level_elements`)."""


def is_comment(source: str) -> bool:
    """Return whether source starts a comment."""
    return source.startswith("<!--")


def is_block_html(source: str) -> bool:
    """Return whether source, alone in a paragraph, is set as a block without ``<p>``."""
    name = _NAME.match(source)
    if name is None:
        return False
    return name[1][0] in "!?@%" or name[1].lower() in BLOCK_ELEMENTS


def is_single_block_tag(source: str) -> bool:
    """Return whether source is one tag or comment that would start a block of raw HTML."""
    return _SINGLE.fullmatch(source) is not None and is_block_html(source)
