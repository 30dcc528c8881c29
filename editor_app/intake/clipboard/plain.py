"""Plain text from the clipboard as paragraphs."""

from editor_app.body.bounds import MOST_PARSED
from editor_app.body.normal import normalised
from editor_app.body.tree import Block, Break, Inline, Paragraph, Text
from editor_app.intake.clipboard.words import bearable, in_parts


def read_text(text: str) -> tuple[tuple[Block, ...], bool]:
    """Return plain text as paragraphs, and whether there was more of it than can be taken.

    A blank line ends a paragraph, a single line end breaks the line.
    """
    lines = text[:MOST_PARSED].replace("\r\n", "\n").replace("\r", "\n")
    lines = lines.replace("\u2029", "\n\n").replace("\u2028", "\n")
    paragraphs: list[list[Inline]] = [[]]
    for line in lines.split("\n"):
        if not line.strip():
            paragraphs.append([])
            continue
        if paragraphs[-1]:
            paragraphs[-1].append(Break())
        paragraphs[-1].append(Text(bearable(line.strip())))
    blocks = normalised(
        Paragraph(part) for content in paragraphs for part in in_parts(tuple(content))
    )
    return blocks, len(text) > MOST_PARSED
