"""Plain text from the clipboard as paragraphs."""

from editor_app.body.tree import Block, Break, Inline, Paragraph, Text

_MOST_CHARACTERS = 1_000_000


def read_text(text: str) -> tuple[Block, ...]:
    """Return plain text as paragraphs: a blank line ends one, a line end breaks the line."""
    lines = text[:_MOST_CHARACTERS].replace("\r\n", "\n").replace("\r", "\n")
    lines = lines.replace("\u2029", "\n\n").replace("\u2028", "\n")
    paragraphs: list[list[Inline]] = [[]]
    for line in lines.split("\n"):
        if not line.strip():
            paragraphs.append([])
            continue
        if paragraphs[-1]:
            paragraphs[-1].append(Break())
        paragraphs[-1].append(Text(line.strip()))
    return tuple(Paragraph(tuple(content)) for content in paragraphs if content)
