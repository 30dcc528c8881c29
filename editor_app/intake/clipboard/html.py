"""HTML from the clipboard as blocks: nothing comes out but what a text of ours can hold."""

import time
from collections.abc import Sequence

from editor_app.body.normal import normalised
from editor_app.intake.clipboard.blocks import BlockReader
from editor_app.intake.clipboard.cleaning import clean
from editor_app.intake.clipboard.nodes import MOST_SECONDS, Node, read_page
from editor_app.intake.clipboard.notes import take_notes
from editor_app.intake.clipboard.reading import Reading
from editor_app.intake.clipboard.report import Pasted, source_of
from editor_app.intake.clipboard.word_lists import settled
from editor_app.intake.clipboard.words import Manner

_LOOKS = ("font", "color", "background", "text-align:justify")


def read_html(html: str, *, language: str = "", pictures: Sequence[bytes] = ()) -> Pasted:
    """Return HTML that another program has put on the clipboard as blocks.

    ``language`` is that of the item. ``pictures`` are those that came beside the HTML; they take
    the places of its pictures if there are as many.
    """
    deadline = time.monotonic() + MOST_SECONDS
    page = read_page(html, deadline=deadline)
    reading = Reading(page, language=language, pictures=tuple(pictures), deadline=deadline)
    clean(page.root, reading)
    reading.notes = take_notes(page.root)
    reading.settle(page.root)
    blocks = normalised(settled(BlockReader(reading).blocks(page.root, Manner())))
    return Pasted(
        blocks=blocks,
        source=source_of(html),
        left_out=reading.left_out,
        pictures=reading.pictures,
        has_looks=_has_looks(page.root),
        is_cut=page.is_cut or reading.is_full,
    )


def _has_looks(root: Node) -> bool:
    for node in root.walk():
        style = node.get("style")
        if node.tag == "font" or (style and any(look in style for look in _LOOKS)):
            return True
    return False
