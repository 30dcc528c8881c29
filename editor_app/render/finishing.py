"""What a page adds to its body's blocks in the page's own language: a dateline, labels, names."""

import re
from html import unescape

from markupsafe import escape

from editor_app.body.gate import without_tags
from editor_app.render.characters import printable_text
from editor_app.render.setting import SetBody
from editor_app.render.words import PageWords

_PARAGRAPH = "<p>"
_BOX = '<aside class="fact-box">'
_BOX_TITLE = re.compile(_BOX + r'<p class="title">(.*?)</p>', re.DOTALL)
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_NOTES = '<section class="notes" role="doc-endnotes">'
_BACK = 'role="doc-backlink"'
_LANGUAGE = re.compile(r'(?<=<span class="language">)[A-Za-z0-9-]{2,35}(?=</span>)')


def finished_blocks(text: SetBody, dateline: str, words: PageWords) -> tuple[str, ...]:
    """Return the blocks as a page in one language has them.

    The first paragraph is dated, tables stand in a frame that scrolls, boxes and notes have a
    label, and publications name the language they are in.
    """
    is_dated = bool(dateline) and text.opening >= 0
    if not (text.tables or text.cards or text.boxes or text.has_notes or is_dated):
        return text.blocks
    blocks = list(text.blocks)
    for at in text.tables:
        blocks[at] = _framed(blocks[at], words)
    for at in text.cards:
        blocks[at] = _LANGUAGE.sub(lambda tag: str(escape(words.language(tag[0]))), blocks[at])
    for at in text.boxes:
        box = _TABLE.sub(lambda table: _framed(table[0], words).rstrip(), blocks[at])
        blocks[at] = _named(box, words)
    if text.has_notes:
        blocks[-1] = _labelled(blocks[-1], words)
    if is_dated:
        blocks[text.opening] = _dated(blocks[text.opening], dateline, words)
    return tuple(blocks)


def _framed(table: str, words: PageWords) -> str:
    """Return a table in a frame that scrolls where the page is narrow, by keyboard too."""
    label = escape(words.texts["table"])
    frame = f'<div class="table" role="group" tabindex="0" aria-label="{label}">'
    return f"{frame}{table.rstrip()}</div>\n"


def _named(box: str, words: PageWords) -> str:
    """Return a fact box with its title as the name that a screen reader lists it under."""
    title = _BOX_TITLE.match(box)
    spoken = " ".join(unescape(without_tags(title[1])).split()) if title else ""
    name = escape(spoken or words.texts["fact_box"])
    return box.replace(_BOX, f'{_BOX[:-1]} aria-label="{name}">', 1)


def _labelled(notes: str, words: PageWords) -> str:
    label, back = escape(words.texts["footnotes"]), escape(words.texts["back_to_text"])
    opened = _NOTES.replace(">", ' aria-labelledby="footnotes">')
    heading = f'<p class="label" id="footnotes">{label}</p>'
    return notes.replace(_NOTES, opened + heading, 1).replace(_BACK, f'{_BACK} aria-label="{back}"')


def _dated(paragraph: str, dateline: str, words: PageWords) -> str:
    if not paragraph.startswith(_PARAGRAPH):
        return paragraph
    opened = f'<p><strong class="dateline">{escape(printable_text(dateline))}</strong>'
    rest = paragraph.removeprefix(_PARAGRAPH)
    return f"{opened}{escape(words.texts['dash'])}{rest}"
