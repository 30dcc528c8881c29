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
    LONG_TABLE = "long table, its last rows now as lines"
    MEDIA = "embedded video or frame"
    FORMULA = "formula"
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
    LeftOut.MEDIA: "embedded videos or frames",
    LeftOut.LONG_TABLE: "long tables, their last rows now as lines",
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
    is_plain: bool = False  # it was too tangled, and came in as plain text

    def note(self) -> str:
        """Return what to tell of the paste, or nothing where nothing is worth telling."""
        things = [what.counted(number) for what, number in self.left_out.items() if number]
        if self.has_looks and things:
            things.append("fonts and colours")
        sentences = [f"Left out: {', '.join(things)}."] if things else []
        if self.is_plain:
            sentences.append("It was too tangled to be read, so its words came in as plain text.")
        if self.is_cut:
            sentences.append("There was more than a text can take; the rest was left out.")
        if not sentences:
            return ""
        return " ".join([f"Pasted from {self.source}." if self.source else "Pasted.", *sentences])


_SOURCES = (
    ("Google Docs", ("docs-internal-guid", "google-sheets-html-origin")),
    ("LibreOffice", ('content="libreoffice', "content='libreoffice", 'content="openoffice')),
    ("Excel", ("content=excel.sheet", 'content="microsoft excel')),
    ("PowerPoint", ("content=powerpoint.slide", 'content="microsoft powerpoint')),
    ("Word", ("content=word.document", 'content="microsoft word', "class=mso")),
    ("Word", ("schemas-microsoft-com:office:word", "mso-list:l")),
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
