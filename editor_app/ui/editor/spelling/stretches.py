"""What of a line is checked, and in which language."""

import re
from collections.abc import Iterator

from PySide6.QtGui import QTextBlock

from editor_app.body.tree import Mark
from editor_app.ui.editor.formats import KIND, LANGUAGE, MARKS, kind_of, path_of, stored
from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.lines import line_path
from editor_app.ui.editor.paths import passage_language
from editor_app.ui.editor.spelling.verdicts import Stretch

LONGEST_LINE = 10_000
"""Letters of the longest line that is checked; in a longer one every key would be felt."""

_UNCHECKED = frozenset({Kind.SOURCE, Kind.SEPARATOR, Kind.PHOTO, Kind.CARD})
_BEYOND = re.compile("[\U00010000-\U0010ffff]")
_TWO_UNITS = "\ue000\ue000"


def units_of(block: QTextBlock) -> str:
    """Return the text of a line with one letter for each of Qt's units.

    What takes two units in Qt, such as an emoji, is in no word that a dictionary has.
    """
    text = block.text()
    return text if text.isascii() else _BEYOND.sub(_TWO_UNITS, text)


def stretches_of(block: QTextBlock, language: str) -> list[Stretch]:
    """Return the stretches of a line that are checked; the text is in a language as a whole."""
    if not 1 < block.length() <= LONGEST_LINE:
        return []
    shape = block.blockFormat()
    if shape.hasProperty(KIND):
        if kind_of(shape) in _UNCHECKED:
            return []
        path = path_of(shape)
    else:
        path = line_path(block)
    for name in path:
        if name[0] == "l":
            language = passage_language(name)[0]
    found: list[Stretch] = []
    for run in _runs(block, language):
        if found and found[-1].end == run.start and found[-1].language == run.language:
            found[-1] = Stretch(found[-1].start, run.end, run.language)
        else:
            found.append(run)
    return found


def _runs(block: QTextBlock, language: str) -> Iterator[Stretch]:
    line = block.position()
    step = block.begin()
    while not step.atEnd():
        run = step.fragment()
        shape = run.charFormat()
        if Mark.CODE.value not in shape.stringProperty(MARKS).split(" "):
            tag = stored(shape, LANGUAGE) if shape.hasProperty(LANGUAGE) else language
            start = run.position() - line
            yield Stretch(start, start + run.length(), tag)
        step += 1
