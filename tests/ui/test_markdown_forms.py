"""The page that documents how each block and mark is typed."""

import tomllib
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QWidget

from editor_app.body import read_markdown, write_markdown
from editor_app.body.contents import contents_of
from editor_app.body.html import block_html
from editor_app.body.text import block_text
from editor_app.body.tree import (
    Abbreviation,
    Body,
    Break,
    Card,
    CardKind,
    CrossHead,
    FactBox,
    Figure,
    Footnote,
    Gallery,
    Language,
    Link,
    ListBlock,
    Mark,
    Paragraph,
    Passage,
    PullQuote,
    Quote,
    Separator,
    Setting,
    Table,
)
from editor_app.ui.help import show_markdown_forms
from editor_app.ui.markdown_forms import example_in, forms_file, forms_html, picture_folder

PAGE = read_markdown(forms_file().read_text(encoding="utf-8")).blocks


def examples():
    """Yield each example with the cross-head it stands under."""
    head = ""
    for block in PAGE:
        if isinstance(block, CrossHead):
            head = block_text(block)
        if (example := example_in(block)) is not None:
            yield pytest.param(head, example, id=head)


EXAMPLES = tuple(examples())


def has(*marks):
    def check(blocks):
        [paragraph] = blocks
        found = {mark for piece in paragraph.content for mark in piece.marks}
        kinds = {mark if isinstance(mark, Mark) else type(mark) for mark in found}
        return isinstance(paragraph, Paragraph) and kinds == set(marks)

    return check


def holds(kind):
    return lambda blocks: any(
        isinstance(piece, kind) for block in blocks for line in contents_of(block) for piece in line
    )


def is_one(kind, /, **said):
    def check(blocks):
        [block] = blocks
        return isinstance(block, kind) and all(getattr(block, n) == v for n, v in said.items())

    return check


DOCUMENTED = {
    "Bold, italic, struck out": has(Mark.STRONG, Mark.EMPHASIS, Mark.STRIKE),
    "Raised and lowered": has(Mark.SUPERSCRIPT, Mark.SUBSCRIPT),
    "Names of files and commands": has(Mark.CODE),
    "Links": has(Link),
    "A new line": holds(Break),
    "Words in another language": has(Language),
    "Abbreviations": has(Abbreviation),
    "Footnotes": holds(Footnote),
    "Cross-heads": is_one(CrossHead, level=2),
    "Bullet lists": is_one(ListBlock, is_numbered=False),
    "Numbered lists": is_one(ListBlock, is_numbered=True),
    "Quotes": lambda blocks: is_one(Quote)(blocks) and blocks[0].attribution,
    "Pull quotes": lambda blocks: is_one(PullQuote)(blocks) and blocks[0].speaker,
    "Fact boxes": lambda blocks: is_one(FactBox)(blocks) and len(blocks[0].blocks) == 2,
    "Passages in another language": is_one(Passage, language="ar"),
    "Photos": lambda blocks: is_one(Figure)(blocks) and blocks[0].caption and blocks[0].credit,
    "Photos at a side, over the full width, or for decoration": is_one(
        Figure, setting=Setting.RIGHT, is_decorative=True
    ),
    "Galleries": lambda blocks: is_one(Gallery)(blocks) and len(blocks[0].figures) == 2,
    "Tables": lambda blocks: is_one(Table, has_header_column=True)(blocks) and blocks[0].caption,
    "Rules between two parts": lambda blocks: isinstance(blocks[1], Separator),
    "Publications": is_one(Card, kind=CardKind.PUBLICATION),
    "Embedded works": is_one(Card, kind=CardKind.EMBED),
    "Contacts": lambda blocks: (
        is_one(Card, kind=CardKind.CONTACT)(blocks) and all(blocks[0].values)
    ),
}


@pytest.mark.parametrize(("head", "example"), EXAMPLES)
def test_an_example_is_the_block_that_it_documents(head, example):
    assert DOCUMENTED[head](read_markdown(example).blocks)


@pytest.mark.parametrize(("head", "example"), EXAMPLES)
def test_an_example_is_typed_as_the_program_writes_it(head, example):
    blocks = read_markdown(example).blocks
    anew = write_markdown(Body(blocks)).rstrip("\n")
    assert anew.replace("  \n", "<br>") == example.replace("\n[the press", " [the press")


def test_everything_that_is_documented_has_its_example():
    assert [example.values[0] for example in EXAMPLES] == list(DOCUMENTED)


def test_each_example_is_shown_as_typed_and_as_it_looks(qapp):
    html = forms_html()
    for block in PAGE:
        assert isinstance(block, CrossHead) or block_html(block) in html
    document = QTextDocument()
    document.setHtml(html)
    words = document.toPlainText()
    assert words.count("::: pull-quote") == 1
    assert words.count("We simply wanted to keep going.") == 2
    assert words.count("Arrivals by year") == 2
    assert words.count("World Bank, Outlook 2015, page 4.") == 1


@pytest.mark.parametrize("name", ["harbour.jpg", "reading-room.jpg"])
def test_the_photos_of_the_examples_are_there(name):
    assert (picture_folder() / name).is_file()


def test_the_page_ships_with_the_program():
    project = tomllib.loads(
        (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    )
    shipped = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert shipped["resources"] == "editor_app/resources"
    assert forms_file().parts[-3:] == ("resources", "help", "markdown.md")


def test_the_help_menu_opens_the_page(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = show_markdown_forms(window)
    assert isinstance(dialog, QDialog)
    assert dialog.windowTitle() == "Markdown forms"
    browser = dialog.findChild(QTextBrowser)
    assert browser.accessibleName() == "Markdown forms"
    assert "Remittances doubled" in browser.toPlainText()
    dialog.close()
