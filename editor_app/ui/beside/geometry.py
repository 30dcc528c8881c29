"""Where the blocks of a body are on the sheet that they are shown on."""

from collections.abc import Iterator

from editor_app.checks.finding import Place
from editor_app.ui.checks.places import stretch_of
from editor_app.ui.editor.body_editor import BodyEditor


def first_lines(editor: BodyEditor) -> list[int]:
    """Return for each block of the body the number of the text block that it begins with."""
    return list(_first_lines(editor))


def block_tops(editor: BodyEditor) -> list[float]:
    """Return how far below the top of the text each block of the body begins, in pixels."""
    document = editor.document()
    layout = document.documentLayout()
    blocks = (document.findBlockByNumber(line) for line in first_lines(editor))
    return [layout.blockBoundingRect(block).top() for block in blocks]


def _first_lines(editor: BodyEditor) -> Iterator[int]:
    first_line = first_block = 0
    for length, blocks in editor.tracker().parts():
        if len(blocks) == 1:
            yield first_line
        elif len(blocks) == length:
            yield from range(first_line, first_line + length)
        else:
            for number in range(first_block, first_block + len(blocks)):
                place = stretch_of(editor, Place("body", (number,)))
                position = place.start if place is not None else 0
                yield editor.document().findBlock(position).blockNumber()
        first_line += length
        first_block += len(blocks)
