"""What a paste came from and what it left out, in words."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from editor_app.body.tree import Block


class LeftOut(StrEnum):
    """One thing that did not come in; the value is the word for one of it."""

    PICTURE = "picture that was not on the clipboard"
    REFUSED_PICTURE = "picture that could not be read"
    COMMENT = "comment"
    DELETION = "deleted passage"
    HIDDEN = "hidden passage"
    LINK = "link that leads nowhere from here"
    MERGED_CELL = "merged cell, now on its own"
    NESTED_TABLE = "table inside a table, now as words"
    MEDIA = "embedded video, frame or drawing"
    FORMULA = "formula"
    FORM = "form field"
    TURNING = "hidden mark that turns the writing round"

    def counted(self, number: int) -> str:
        """Return so many of it in words."""
        if number == 1:
            return f"1 {self.value}"
        return f"{number:,} {_PLURALS.get(self, self.value + 's')}"


_PLURALS = {
    LeftOut.PICTURE: "pictures that were not on the clipboard",
    LeftOut.REFUSED_PICTURE: "pictures that could not be read",
    LeftOut.LINK: "links that lead nowhere from here",
    LeftOut.MERGED_CELL: "merged cells, now on their own",
    LeftOut.NESTED_TABLE: "tables inside tables, now as words",
    LeftOut.MEDIA: "embedded videos, frames or drawings",
    LeftOut.TURNING: "hidden marks that turn the writing round",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """What the clipboard held, as blocks.

    A figure whose ``src`` is a key of ``pictures`` is to be put into the library first.
    """

    blocks: tuple[Block, ...]
    source: str = ""  # the program, as a name
    left_out: Mapping[LeftOut, int] = field(default_factory=Counter)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    has_looks: bool = False  # fonts, colours and sizes, which never come in
    is_cut: bool = False  # the rest was too much

    def note(self) -> str:
        """Return what to tell of the paste, or nothing where nothing is worth telling."""
        return left_out_note(
            self.source, self.left_out, has_looks=self.has_looks, is_cut=self.is_cut
        )


def left_out_note(
    source: str, left_out: Mapping[LeftOut, int], *, has_looks: bool, is_cut: bool
) -> str:
    """Return what was left out as sentences, or nothing where that is only looks."""
    things = [what.counted(number) for what, number in left_out.items() if number]
    if not things and not is_cut:
        return ""
    if has_looks and things:
        things.append("fonts and colours")
    sentences = [f"Pasted from {source}." if source else "Pasted."]
    if things:
        sentences.append(f"Left out: {', '.join(things)}.")
    if is_cut:
        sentences.append("The text was too much to be read to its end.")
    return " ".join(sentences)


_SOURCES = (
    ("Google Docs", ("docs-internal-guid", "google-sheets-html-origin")),
    ("LibreOffice", ('content="libreoffice', "content='libreoffice", 'content="openoffice')),
    ("Excel", ("content=excel.sheet", 'content="microsoft excel')),
    ("PowerPoint", ("content=powerpoint.slide", 'content="microsoft powerpoint')),
    ("Word", ("content=word.document", 'content="microsoft word', "class=mso", 'class="mso')),
    ("Word", ("schemas-microsoft-com:office:word", "mso-list:", "mso-ansi-language")),
    ("Word online", ("textrun", "data-contrast=", 'class="eop')),
    ("Notes or Pages", ("cocoa html writer", "apple-dash-list", "apple-converted-space")),
)
_SNIFFED = 200_000


def source_of(html: str) -> str:
    """Return the name of the program that HTML on the clipboard came from, if it shows."""
    start = html[:_SNIFFED].lower()
    for name, marks in _SOURCES:
        if any(mark in start for mark in marks):
            return name
    return "a web page" if "<" in start else ""
