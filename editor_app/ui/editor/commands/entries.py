"""The commands of the editor by name: what each is called, its icon and its keys."""

from dataclasses import dataclass
from types import MappingProxyType

from editor_app.body.tree import Alignment, Mark, Setting


@dataclass(frozen=True, slots=True)
class Entry:
    """How one action is called, which icon and keys it has."""

    name: str
    text: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    is_checkable: bool = False


ENTRIES = (
    Entry("quickInsert", "Insert by name…", "plus", ("Ctrl+Shift+I",)),
    Entry("blockMenu", "Block at the cursor…", "", ("Ctrl+Shift+E",)),
    Entry("undo", "Undo", "undo", ("Ctrl+Z",)),
    Entry("redo", "Redo", "redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Entry("bold", "Bold", "bold", ("Ctrl+B",), is_checkable=True),
    Entry("italic", "Italic", "italic", ("Ctrl+I",), is_checkable=True),
    Entry("strike", "Strikethrough", "strike", ("Ctrl+Shift+X",), is_checkable=True),
    Entry("superscript", "Superscript", "superscript", ("Ctrl+.",), is_checkable=True),
    Entry("subscript", "Subscript", "subscript", ("Ctrl+,",), is_checkable=True),
    Entry("inlineCode", "Code", "code", ("Ctrl+Shift+M",), is_checkable=True),
    Entry("clearFormatting", "Clear formatting", "", ("Ctrl+Space",)),
    Entry("link", "Link…", "link", ("Ctrl+K",), is_checkable=True),
    Entry("unlink", "Remove link"),
    Entry("abbreviation", "Abbreviation…", "", ("Ctrl+Shift+A",), is_checkable=True),
    Entry("wordLanguage", "Language of the words…", "", ("Ctrl+Shift+G",), is_checkable=True),
    Entry("bulletList", "Bullets", "bullet-list", ("Ctrl+Shift+L",), is_checkable=True),
    Entry("numberedList", "Numbers", "numbered-list", ("Ctrl+Shift+7",), is_checkable=True),
    Entry("quote", "Quote", "quote", ("Ctrl+Shift+Q",), is_checkable=True),
    Entry("attribution", "Who said it", "", ("Ctrl+Shift+N",)),
    Entry("factBox", "Fact box", "fact-box", ("Ctrl+Shift+B",), is_checkable=True),
    Entry("pullQuote", "Pull quote", "pull-quote"),
    Entry("passageLanguage", "Language of the paragraphs…", "", is_checkable=True),
    Entry("paragraph", "Paragraph", "paragraph", ("Ctrl+Alt+0",), is_checkable=True),
    Entry("crossHead", "Cross-head 2", "heading", ("Ctrl+Alt+2",), is_checkable=True),
    Entry("crossHead3", "Cross-head 3", "heading", ("Ctrl+Alt+3",), is_checkable=True),
    Entry("crossHead4", "Cross-head 4", "heading", ("Ctrl+Alt+4",), is_checkable=True),
    Entry("insertFigure", "Photo…", "figure", ("Ctrl+Shift+P",)),
    Entry("insertLibraryPhoto", "Photo from the library…", "figure"),
    Entry("insertGallery", "Gallery…", "gallery", ("Ctrl+Alt+G",)),
    Entry("insertTable", "Table", "table", ("Ctrl+Shift+T",)),
    Entry("insertSeparator", "Separator", "separator", ("Ctrl+Shift+H",)),
    Entry("footnote", "Note…", "footnote", ("Ctrl+Alt+F",)),
    Entry("footnoteList", "All notes…"),
    Entry("publicationCard", "Publication…", "document"),
    Entry("embedCard", "Embedded work…", "embed"),
    Entry("contactCard", "Contact…", "person"),
    Entry("moveBlockUp", "Move block up", "", ("Alt+Up",)),
    Entry("moveBlockDown", "Move block down", "", ("Alt+Down",)),
    Entry("duplicateBlock", "Duplicate block", "", ("Ctrl+Shift+D",)),
    Entry("removeBlock", "Remove block", "", ("Ctrl+Shift+K",)),
    Entry("unwrapBlock", "Take out of the quote, list or box"),
    Entry("nonBreakingSpace", "Non-breaking space", "", ("Ctrl+Shift+Space",)),
    Entry("nonBreakingHyphen", "Non-breaking hyphen", "", ("Ctrl+Shift+-",)),
    Entry("blockDetails", "Details…", "pencil", ("Alt+Return",)),
    Entry("figureNormal", "As wide as the text", is_checkable=True),
    Entry("figureLeft", "Left of the text", is_checkable=True),
    Entry("figureRight", "Right of the text", is_checkable=True),
    Entry("figureFull", "As wide as the page", is_checkable=True),
    Entry("figureDecorative", "Decorative photo", is_checkable=True),
    Entry("cut", "Cut"),
    Entry("copy", "Copy"),
    Entry("paste", "Paste"),
    Entry("pasteAsText", "Paste as plain text", "", ("Ctrl+Shift+V",)),
    Entry("selectAll", "Select all"),
    Entry("tableDetails", "Table details…"),
    Entry("headerColumn", "Header column", is_checkable=True),
    Entry("rowAbove", "Add row above"),
    Entry("rowBelow", "Add row below"),
    Entry("moveRowUp", "Move row up"),
    Entry("moveRowDown", "Move row down"),
    Entry("deleteRow", "Delete row"),
    Entry("columnBefore", "Add column before"),
    Entry("columnAfter", "Add column after"),
    Entry("moveColumnLeft", "Move column left"),
    Entry("moveColumnRight", "Move column right"),
    Entry("alignColumn", "Change the column's side"),
    Entry("columnLeft", "Set column left", is_checkable=True),
    Entry("columnCentre", "Centre column", is_checkable=True),
    Entry("columnRight", "Set column right", is_checkable=True),
    Entry("deleteColumn", "Delete column"),
    Entry("deleteTable", "Delete table"),
)

MARK_ACTIONS = {
    "bold": Mark.STRONG,
    "italic": Mark.EMPHASIS,
    "strike": Mark.STRIKE,
    "superscript": Mark.SUPERSCRIPT,
    "subscript": Mark.SUBSCRIPT,
    "inlineCode": Mark.CODE,
}
STYLE_ACTIONS = ("paragraph", "crossHead", "crossHead3", "crossHead4")
HEAD_LEVELS = {"crossHead": 2, "crossHead3": 3, "crossHead4": 4}
FIGURE_SETTINGS = {
    "figureNormal": Setting.NONE,
    "figureLeft": Setting.LEFT,
    "figureRight": Setting.RIGHT,
    "figureFull": Setting.FULL,
}
FIGURE_ACTIONS = (*FIGURE_SETTINGS, "figureDecorative")
BLOCK_ACTIONS = (*("moveBlockUp", "moveBlockDown", "duplicateBlock", "removeBlock", "unwrapBlock"),)
INSERT_ACTIONS = (
    ("insertFigure", "insertLibraryPhoto", "insertGallery"),
    ("insertTable", "insertSeparator"),
    ("quote", "pullQuote", "factBox"),
    ("publicationCard", "embedCard", "contactCard"),
    ("footnote", "link", "abbreviation", "nonBreakingSpace", "nonBreakingHyphen"),
)
"""What can be put in, in the groups of the menu."""
COLUMN_SIDES = {
    "columnLeft": Alignment.LEFT,
    "columnCentre": Alignment.CENTRE,
    "columnRight": Alignment.RIGHT,
}
ROW_ACTIONS = ("rowAbove", "rowBelow", "moveRowUp", "moveRowDown", "deleteRow")
COLUMN_ACTIONS = (
    *("columnBefore", "columnAfter", "moveColumnLeft", "moveColumnRight"),
    *(*COLUMN_SIDES, "deleteColumn"),
)
WHOLE_TABLE_ACTIONS = ("tableDetails", "headerColumn", "deleteTable")
TABLE_ACTIONS = (*ROW_ACTIONS, *COLUMN_ACTIONS, "alignColumn", *WHOLE_TABLE_ACTIONS)
NOTE_ACTIONS = (
    *("undo", "redo", "bold", "italic", "link", "cut", "copy", "paste", "pasteAsText"),
    *("selectAll", "nonBreakingSpace", "nonBreakingHyphen", "clearFormatting"),
)
"""The commands of the small editor that a note is written in."""
REFUSALS = MappingProxyType(
    {
        "factBox": "A fact box cannot stand in a box, a passage or a pull quote.",
        "attribution": "Only a quote has an attribution.",
        "moveBlockUp": "There is nothing above to move past.",
        "moveBlockDown": "There is nothing below to move past.",
    }
)
"""What is said where one of these commands can do nothing."""
