"""A body in a document is the body again, whatever it is made of."""

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtGui import QTextDocument

from editor_app.body.tree import Body, Direction, Setting
from editor_app.ui.editor.as_json import leaves_as_json, leaves_from_json
from editor_app.ui.editor.document import fill, read
from editor_app.ui.editor.gathering import from_leaves
from editor_app.ui.editor.leaves import Kind, Leaf, to_leaves
from editor_app.ui.editor.paths import (
    list_start,
    number_of,
    passage_language,
    passage_token,
    renumbered,
    token,
)
from editor_app.ui.editor.reader import Reader
from tests.ui.editor.build import (
    box,
    card,
    figure,
    paragraph,
    passage,
    pull_quote,
    quote,
    table,
    text,
)
from tests.ui.editor.conftest import strategies

bodies = strategies().bodies
UNHURRIED = settings(
    max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


@pytest.fixture(scope="module")
def document(qapp):
    return QTextDocument()


@UNHURRIED
@given(body=bodies(most=5))
def test_what_a_document_was_filled_with_is_read_from_it(document, body):
    lines = fill(document, body)
    assert read(document) == body
    assert len(lines) == document.blockCount()
    held = [line.leaf for line in lines if line.leaf is not None]
    assert held == Reader(document).leaves()


@UNHURRIED
@given(body=bodies(most=5))
def test_lines_are_the_body_and_go_over_the_clipboard_unchanged(body):
    leaves = to_leaves(body.blocks)
    assert from_leaves(leaves) == body.blocks
    assert leaves_from_json(leaves_as_json(leaves)) == leaves


def test_a_body_keeps_its_details_through_a_document(document):
    blocks = (
        figure(alt="", setting=Setting.RIGHT, is_decorative=True),
        figure(setting=Setting.FULL),
        table(("a", "b"), ("c", "d"), caption="Caption", has_header_column=True),
        passage("نص", language="zh-Hant", direction=Direction.LEFT_TO_RIGHT),
    )
    fill(document, Body(blocks))
    assert read(document).blocks == blocks


def test_a_pull_quote_always_has_its_three_lines_and_a_quote_an_attribution_if_it_has_one():
    kinds = [leaf.kind for leaf in to_leaves((pull_quote("Words"), quote("a"), quote("b", by="c")))]
    assert kinds[:3] == [Kind.PULL_TEXT, Kind.SPEAKER, Kind.ROLE]
    assert kinds[3:] == [Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.ATTRIBUTION]


def test_a_box_has_a_line_to_write_in():
    kinds = [leaf.kind for leaf in to_leaves((box("Title"), box("", card())))]
    assert kinds == [Kind.BOX_TITLE, Kind.PARAGRAPH, Kind.BOX_TITLE, Kind.CARD]


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind.is_part])
def test_a_line_that_has_lost_its_place_is_a_paragraph(kind):
    assert from_leaves([Leaf(kind, (), (text("Words"),))]) == (paragraph("Words"),)


def test_the_name_of_a_container_says_what_it_is():
    name = passage_token(7, "zh-Hant", Direction.RIGHT_TO_LEFT)
    assert name == "l7@zh-Hant.rtl"
    assert passage_language(name) == ("zh-Hant", Direction.RIGHT_TO_LEFT)
    assert passage_language(passage_token(7, "a.b/c", Direction.NONE)) == ("a.b/c", Direction.NONE)
    assert number_of(renumbered(name, 12)) == 12
    assert passage_language(renumbered(name, 12)) == passage_language(name)
    assert list_start(renumbered(token("o", 3, 5), 9)) == 5
