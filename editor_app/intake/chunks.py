"""Lines of a plain text as the paragraphs and list points they were meant to be."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor_app.intake.furniture import Line, bullet

_NUMBERED = re.compile(r"(?P<number>\d{1,3})[.)]\s+(?P<text>\S.*)")
_WIDEST = 120
_NARROWEST = 40
_SHORT_LINE = 60
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "؟", ":", ";")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """A paragraph, a point of a list, or a rule between paragraphs.

    ``lines`` has more than one line where the line ends mean something (an address).
    ``opens`` says that an empty line lies before it; ``stays`` that it may be no standfirst.
    """

    lines: tuple[str, ...] = ()
    opens: bool = True
    is_rule: bool = False
    is_point: bool = False
    number: int = 0
    stays: bool = False

    @property
    def text(self) -> str:
        """All of it in one line."""
        return " ".join(self.lines)


def chunks_of(lines: list[Line]) -> list[Chunk]:
    """Return lines joined where a typewriter or a mail program broke them."""
    width = _wrapping_width(lines)
    found: list[Chunk] = []
    for group in _groups(lines):
        if group[0].is_rule:
            found.append(Chunk(is_rule=True))
        elif width and _is_wrapped(group, width):
            found.extend(_unwrapped(group))
        else:
            found.extend(_as_they_stand(group))
    return found


def _groups(lines: list[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and (line.opens or line.is_rule or group[-1].is_rule):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _wrapping_width(lines: list[Line]) -> int:
    """Return how wide the text was set when it was broken into lines; 0 if it was not."""
    widest = max((len(line.text) for line in lines if not line.is_rule), default=0)
    return widest if _NARROWEST <= widest <= _WIDEST else 0


def _is_wrapped(group: list[Line], width: int) -> bool:
    """Whether each line ends where its next word did not fit, lists aside."""
    pairs = [
        (here.text, after.text)
        for here, after in itertools.pairwise(group)
        if not _starts_point(after.text)
    ]
    return bool(pairs) and all(
        len(here) + 1 + len(after.split()[0]) > width - _SLACK and len(here) <= width
        for here, after in pairs
    )


_SLACK = 4


def _unwrapped(group: list[Line]) -> Iterator[Chunk]:
    parts: list[list[str]] = []
    for line in group:
        if not parts or _starts_point(line.text):
            parts.append([])
        parts[-1].append(line.text)
    for at, part in enumerate(parts):
        yield _chunk(" ".join(part), opens=at == 0)


def _as_they_stand(group: list[Line]) -> Iterator[Chunk]:
    texts = [line.text for line in group]
    if len(texts) > 1 and all(_is_short(text) for text in texts):
        yield Chunk(lines=tuple(texts))
        return
    for at, text in enumerate(texts):
        yield _chunk(text, opens=at == 0)


def _is_short(text: str) -> bool:
    is_sentence = text.endswith(_SENTENCE_ENDS) and " " in text
    return len(text) <= _SHORT_LINE and not is_sentence and not _starts_point(text)


def _starts_point(text: str) -> bool:
    return bool(bullet(text) or _NUMBERED.fullmatch(text))


def _chunk(text: str, *, opens: bool) -> Chunk:
    if said := bullet(text):
        return Chunk(lines=(said,), opens=opens, is_point=True)
    if found := _NUMBERED.fullmatch(text):
        return Chunk(lines=(text,), opens=opens, number=int(found["number"]))
    return Chunk(lines=(text,), opens=opens)


def without_number(text: str) -> str:
    """Return what a numbered point says."""
    found = _NUMBERED.fullmatch(text)
    return found["text"] if found else text
