"""Rules about files to download: what kind and how big, before somebody follows the link."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from types import MappingProxyType
from urllib.parse import urlsplit

from editor_app.body.tree import Link
from editor_app.checks.finding import Change, Fix, Found, Level, Place, Reword, at
from editor_app.checks.passage import OBJECT, Passage
from editor_app.checks.rule import Context, Examined, Group, ItemRule, PassageRule, Rule

_NAMES = MappingProxyType(
    {
        **{one: one.upper() for one in ("pdf", "epub", "zip", "csv", "rtf", "odt", "ods", "odp")},
        "doc": "Word",
        "docx": "Word",
        "xls": "Excel",
        "xlsx": "Excel",
        "ppt": "PowerPoint",
        "pptx": "PowerPoint",
        "mp4": "video",
        "mp3": "audio",
    }
)
_SIZE = re.compile(
    r"\d\s?(?:[kmg]i?[bo]\b|(?:[\u043a\u043c\u0433]\u0431|байт)|كيلوبايت|ميغابايت)", re.IGNORECASE
)
_AFTER = 40


def _in_text(passage: Passage, _context: Context) -> Iterator[Found]:
    for span in passage.links:
        name = _kind_of(span.mark.href) if isinstance(span.mark, Link) else ""
        if not name:
            continue
        near = passage.text[span.start : span.end + _AFTER]
        if _says(near, name):
            continue
        last = passage.text[span.end - 1 : span.end]
        added = Change(at(span.end - 1, span.end), Reword(f"{last} ({name})"))
        fix = Fix(f"Add “({name})”", (added,)) if last.strip() and last != OBJECT else None
        message = f"This link leads to a file ({name}) and does not say so."
        yield Found(message, at(span.start, span.end), fix)


def _in_fields(examined: Examined) -> Iterator[Found]:
    for number, one in enumerate(examined.item.publications):
        name = _kind_of(one.address)
        if name and not one.size and not _says(f"{one.title} {one.kind}", name):
            place = Place(f"publications[{number}].size")
            message = f"The publication “{one.title}” does not say how big its file is."
            yield Found(message, place, subject=one.address)


def _kind_of(address: str) -> str:
    """Return the name of the kind of file that an address leads to; empty where to none."""
    try:
        path = urlsplit(address[-300:]).path
    except ValueError:
        return ""
    return _NAMES.get(PurePosixPath(path).suffix.lower().lstrip("."), "")


def _says(words: str, name: str) -> bool:
    return name.casefold() in words.casefold() or _SIZE.search(words) is not None


RULES: tuple[Rule, ...] = (
    PassageRule(
        id="file-unsaid",
        title="Link to a file that does not say so",
        group=Group.LINKS,
        level=Level.HINTS,
        find=_in_text,
    ),
    ItemRule(
        id="file-size",
        title="Publication without the size of its file",
        group=Group.LINKS,
        level=Level.HINTS,
        find=_in_fields,
    ),
)
