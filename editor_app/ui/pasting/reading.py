"""Clips and text files as blocks, in whatever thread there is time."""

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from editor_app.body.read import read_markdown
from editor_app.body.tree import Block, Figure
from editor_app.intake.clipboard.html import read_html
from editor_app.intake.clipboard.plain import read_text as read_plain
from editor_app.intake.clipboard.report import LeftOut, Pasted
from editor_app.intake.clipboard.rich_text import pictures_in
from editor_app.intake.textfile import read_text as read_file
from editor_app.ui.editor.leaves import Leaf, to_leaves
from editor_app.ui.pasting.clip import Clip


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """What was read, as lines that only need to be put in."""

    leaves: list[Leaf]
    pasted: Pasted


def read_clip(clip: Clip, *, language: str) -> Pasted:
    """Return words from another program as blocks; where its HTML says nothing, its plain text."""
    if clip.html:
        lone = () if len(clip.text.split()) > 1 else tuple(clip.pictures)
        pictures = pictures_in(clip.rtf) or lone
        pasted = read_html(clip.html, language=language, pictures=pictures)
        if (pasted.blocks or pasted.left_out) and not (pasted.is_cut and clip.text):
            return pasted
        if clip.text:
            blocks, is_cut = read_plain(clip.text)
            return replace(
                pasted, blocks=blocks, is_cut=is_cut, pictures={}, is_plain=pasted.is_cut
            )
        return pasted
    blocks, is_cut = read_plain(clip.text)
    return Pasted(blocks=blocks, is_cut=is_cut)


def read_text_file(path: Path, *, language: str) -> Pasted:
    """Return the words of a text file as blocks.

    Raises:
        IntakeError: it cannot be read, or is no text.
    """
    text, _encoding = read_file(path)
    ending = path.suffix.lower()
    if ending in {".html", ".htm"}:
        return read_html(text, language=language)
    if ending not in {".md", ".markdown"}:
        blocks, is_cut = read_plain(text)
        return Pasted(blocks=blocks, source=f"“{path.name}”", is_cut=is_cut)
    found = read_markdown(text).blocks
    kept = tuple(block for block in found if not _is_elsewhere(block))
    left_out = Counter({LeftOut.PICTURE: len(found) - len(kept)})
    return Pasted(blocks=kept, source=f"“{path.name}”", left_out=left_out)


def _is_elsewhere(block: Block) -> bool:
    return isinstance(block, Figure)


def ready(pasted: Pasted) -> Ready:
    """Return what was read as lines."""
    return Ready(leaves=to_leaves(pasted.blocks), pasted=pasted)
