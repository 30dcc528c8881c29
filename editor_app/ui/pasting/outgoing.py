"""What other programs get when something is copied: plain HTML with its pictures, and words."""

import base64
from collections.abc import Callable, Iterator

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter

from editor_app.body.html import write_html
from editor_app.body.pictures import Picture, as_written
from editor_app.body.text import block_text
from editor_app.body.tree import Block, Body, ListBlock

PictureSource = Callable[[str], QImage | None]
_MOST_PICTURES = 12
_WIDEST = 1_200  # pixels
_QUALITY = 85
_PLACE = "standfirst-picture-{}"
_INDENT = "  "


def html_out(body: Body, pictures: PictureSource) -> str:
    """Return a body as HTML whose pictures are in it; one that is not at hand is left out."""
    found: dict[str, str] = {}

    def place(src: str) -> Picture | None:
        if "://" in src:
            return as_written(src)
        image = pictures(src) if len(found) < _MOST_PICTURES else None
        if image is None or image.isNull():
            return None
        name = _PLACE.format(len(found))
        found[name] = _embedded(image)
        return Picture(name)

    html = write_html(body, pictures=place)
    for name, data in found.items():
        html = html.replace(f'src="{name}"', f'src="{data}"')
    return html


def _embedded(image: QImage) -> str:
    if image.width() > _WIDEST:
        image = image.scaledToWidth(_WIDEST, Qt.TransformationMode.SmoothTransformation)
    image = _wordless(image)
    kind = "png" if image.hasAlphaChannel() else "jpeg"
    store = QBuffer()
    store.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(store, kind.encode())
    writer.setQuality(_QUALITY)
    writer.write(image)
    return f"data:image/{kind};base64,{base64.b64encode(store.data().data()).decode()}"


def _wordless(image: QImage) -> QImage:
    """Return a picture without the words of its file, such as XMP: Qt would write them again."""
    bits = image.constBits()
    size = (image.width(), image.height(), image.bytesPerLine())
    pixels = QImage(bits, *size, image.format()).copy()
    pixels.setColorTable(image.colorTable())
    pixels.setColorSpace(image.colorSpace())
    return pixels


# ---------------------------------------------------------------- words


def text_out(body: Body) -> str:
    """Return the words of a body for a mail: a blank line between blocks, marks before items."""
    return "\n\n".join(words for block in body.blocks if (words := "\n".join(_lines(block))))


def _lines(block: Block) -> Iterator[str]:
    if not isinstance(block, ListBlock):
        yield from block_text(block).splitlines()
        return
    for number, item in enumerate(block.items, start=block.start):
        marker = f"{number}. " if block.is_numbered else "• "
        for place, line in enumerate(line for inner in item.blocks for line in _lines(inner)):
            yield f"{_INDENT if place else marker}{line}"
