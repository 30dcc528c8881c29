"""Reading with the patterns sifted, against the library trying every pattern on every word."""

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.treeprocessors import InlineProcessor

from editor_app.body.parsing import parse, source_of
from editor_app.body.profile import make_markdown
from editor_app.body.sifting import NEEDED
from tests.body.shared_corpora import NAMES, corpus

PIECES = (
    *(
        "word",
        "Été",
        "слово",
        "كلمة",
        "1915",
        "x1",
        "a_b",
        "E. coli",
        "&",
        "&amp;",
        "&#8211;",
        "&x",
    ),
    *("\\", "\\*", "\\\\", "`", "``", "*", "**", "_", "__", "~", "~~", "^", "^[", "[", "]", "]{"),
    *(
        "](",
        "![",
        ")",
        "]: /x",
        "[a]",
        "[a]: /x",
        "*[HTML]: Hyper",
        "]{lang=fr}",
        '{abbr="x"}',
        "!",
    ),
    *("<", ">", "<b>", "</b>", "<br>", "<http://x.org>", "<a@x.org>", "<!--", "-->", "<div>"),
    *("-", "--", "---", "===", "# ", "## ", "> ", "* ", "1. ", "1) ", "| ", ": ", ":: ", ":::"),
    *("```", "~~~", "    ", "\t", "  \n", "\n", "\n\n", " ", "…", "“quoted”", "'s", "\N{EN DASH}"),
    *("\N{NO-BREAK SPACE}", "x²", "ª", "klzzwxh:0000", "wzxhzdk:0", "amp"),
)
texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
lines = st.lists(texts, max_size=6).map("\n\n".join)


def unsifted():
    """Return the profile's parser as the library would run it."""
    markdown = make_markdown()
    markdown.treeprocessors.register(InlineProcessor(markdown), "inline", 20)
    return markdown


def elements(text):
    """Return the elements that are read from text, block by block."""
    markdown = make_markdown()
    stretches = parse(text, markdown).stretches
    return [as_text(element, markdown) for stretch in stretches for element in stretch.elements]


def elements_at_once(text):
    """Return the elements that the library reads from text, before it is set in order."""
    markdown = unsifted()
    lines = text.split("\n")
    for preprocessor in markdown.preprocessors:
        lines = preprocessor.run(lines)
    root = markdown.parser.parseDocument(lines).getroot()
    for processor in markdown.treeprocessors:
        if processor not in (markdown.treeprocessors["prettify"], markdown.treeprocessors["notes"]):
            processor.run(root)
    return [as_text(element, markdown) for element in root]


def as_text(element, markdown):
    """Return element with the pieces put back that were set aside, whatever their numbers are."""
    return source_of(ET.tostring(element, encoding="unicode"), markdown)


def test_every_pattern_of_the_profile_is_known_in_its_order():
    patterns = make_markdown().inlinePatterns
    assert [patterns[name] for name in NEEDED] == list(patterns)


@given(lines)
def test_sifted_patterns_render_what_all_of_them_do(text):
    assert make_markdown().convert(text) == unsifted().convert(text)


@pytest.mark.parametrize("name", NAMES)
def test_sifted_patterns_render_the_corpora_as_all_of_them_do(name):
    differing = [
        key
        for key, text in corpus(name).items()
        if make_markdown().convert(text) != unsifted().convert(text)
    ]
    assert differing == []


@given(lines)
def test_block_by_block_the_same_elements_are_read_as_at_once(text):
    assert elements(text) == elements_at_once(text)


@given(st.text(alphabet="ab1 .,:;-=_#>|[]()!?'\"&\\\N{NO-BREAK SPACE}\n", min_size=1))
def test_a_line_of_words_is_read_as_the_library_reads_it(words):
    text = "An item.\n\n" + "\n\n".join(f"It {line}" for line in re.split("\n+", words))
    assert elements(text) == elements_at_once(text)
