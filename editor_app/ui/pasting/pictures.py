"""The pictures of a paste: put into the library, or left out of the text."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from editor_app.body.tree import (
    Block,
    Content,
    Figure,
    Image,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Table,
)
from editor_app.intake.clipboard.report import LeftOut, Pasted


def with_pictures(pasted: Pasted, take: Callable[[bytes], str]) -> Pasted:
    """Return a paste with the paths of its pictures in the library.

    ``take`` puts a picture there and returns its path, or nothing where it is refused.
    """
    paths = {key: take(data) for key, data in pasted.pictures.items()}
    refused = sum(not path for path in paths.values())
    left_out = Counter(pasted.left_out)
    left_out[LeftOut.REFUSED_PICTURE] += refused
    return replace(
        pasted, blocks=tuple(_placed(pasted.blocks, paths)), left_out=left_out, pictures={}
    )


def _placed(blocks: Iterable[Block], paths: dict[str, str]) -> Iterable[Block]:
    for block in blocks:
        match block:
            case Figure(src=src):
                if paths.get(src):
                    yield replace(block, src=paths[src])
            case Quote(blocks=inside):
                yield replace(block, blocks=tuple(_placed(inside, paths)))
            case ListBlock(items=items):
                placed = (ListItem(tuple(_placed(item.blocks, paths))) for item in items)
                yield replace(block, items=tuple(placed))
            case Paragraph(content=content):
                yield replace(block, content=_content(content, paths))
            case Table(head=head, rows=rows):
                cells = [tuple(_content(cell, paths) for cell in row) for row in (head, *rows)]
                yield replace(block, head=cells[0], rows=tuple(cells[1:]))
            case _:
                yield block


def _content(content: Content, paths: dict[str, str]) -> Content:
    return tuple(
        replace(piece, src=paths[piece.src]) if isinstance(piece, Image) else piece
        for piece in content
        if not isinstance(piece, Image) or paths.get(piece.src)
    )
