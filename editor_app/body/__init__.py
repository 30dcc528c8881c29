"""The text of an item as a tree; Markdown in and out, HTML and plain text out.

The only package that knows `markdown` and `nh3`. In reading order:

    tree            what a text is made of (contents: the words in it, cards, notes)
    normal          one value for one look (normal_content, normal_leaves, looseness, dissolving)
    profile         the one kind of Markdown (constructs, block_constructs, boxes, bracketed,
                    figure_setting, captions, bounds, sections, sifting)
    read            Markdown to tree, with kept sources (parsing, elements, inline_elements)
    write           tree to Markdown, verified (write_blocks, write_content, escapes)
    html            tree to HTML (html_blocks, spans, pictures, addresses); gate for what is not
                    ours
    text            words and their number; shared_ends: what two versions have in common

The form of each block and mark is documented for people in ``resources/help/markdown.md``.
"""

from editor_app.body.html import write_html
from editor_app.body.read import read_markdown
from editor_app.body.write import write_markdown

__all__ = ["read_markdown", "write_html", "write_markdown"]
